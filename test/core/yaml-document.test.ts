/** What people who edit YAML by hand are told, and where. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseYamlAs, problemText } from '../../core/yaml-document.ts'

const film = z.strictObject({ film: z.string(), seconds: z.number().min(5).max(60).optional() })
const text = z.strictObject({ text: z.string().max(20) })
const schema = z.strictObject({
  title: z.string().min(1).optional(),
  shuffle: z.enum(['none', 'daily']).optional(),
  items: z.array(z.union([z.string(), film, text])).max(3),
})

function problemsOf(source: string): readonly string[] {
  const result = parseYamlAs(source, schema)
  return result.ok ? [] : result.problems.map(problemText)
}

test('a good file becomes its value', () => {
  expect(parseYamlAs('title: Mornings\nitems:\n  - a.mp4\n  - film: b.md\n    seconds: 20\n', schema)).toEqual({
    ok: true,
    value: { title: 'Mornings', items: ['a.mp4', { film: 'b.md', seconds: 20 }] },
  })
})

test('an unknown name is refused with its line and the nearest known one', () => {
  expect(problemsOf('title: x\n\nitmes: []\n')).toEqual(['Line 3: "itmes" is not known here. Did you mean "items"?'])
})

test('an unknown name like none of the known ones lists them', () => {
  expect(problemsOf('items: []\nvolume: 3\n')).toEqual([
    'Line 2: "volume" is not known here. Known here: title, shuffle, items.',
  ])
})

test('in a choice of forms the form that was meant is the one that is explained', () => {
  expect(problemsOf('items:\n  - film: a.md\n    secnods: 20\n')).toEqual([
    'Line 3: "secnods" is not known here. Did you mean "seconds"?',
  ])
  expect(problemsOf('items:\n  - a.mp4\n  - text: This one is longer than twenty\n')).toEqual([
    'Line 3: "text" has 30 characters. At most 20 fit.',
  ])
})

test('every wrong value is reported, in the order of the lines', () => {
  expect(problemsOf('title: ""\nshuffle: weekly\nitems:\n  - film: 12\n    seconds: 90\n')).toEqual([
    'Line 1: "title" is empty.',
    'Line 2: "shuffle" must be one of: none, daily.',
    'Line 4: "film" must be text. Put it in quotes: "12".',
    'Line 5: "seconds" must be at most 60.',
  ])
})

test('columns point at the value', () => {
  const result = parseYamlAs('shuffle: weekly\nitems: []', schema)
  expect(result).toMatchObject({ problems: [{ line: 1, column: 10 }] })
})

test('something missing is reported where its group begins', () => {
  expect(problemsOf('# my list\ntitle: x\n')).toEqual(['Line 2: "items" is missing.'])
})

test('an empty file, one of comments only and a list instead of settings are refused in words', () => {
  expect(problemsOf('')).toEqual(['Line 1: This file is empty.'])
  expect(problemsOf('# later\n')).toEqual(['Line 1: This file is empty.'])
  expect(problemsOf('- a\n- b\n')[0]).toMatch(/^Line 1: This must be a group of settings/)
})

test.each([
  ['title: "x\nitems: []\n', 1, /quote that begins here/],
  ['\ttitle: x\n', 1, /tab/],
  ['title: x\ntitle: y\nitems: []\n', 2, /given twice/],
  ['items: []\ntitle: Mondays: all day\n', 2, /two colons/],
  ['items: []\ntitle: @home\n', 2, /special sign/],
  ['items: []\ntitle\n', 2, /"name: value"/],
  ['items:\n  - a.mp4\n - b.mp4\n', 3, /do not fit together/],
  ['title: x\n  shuffle: none\n', 1, /do not fit together/],
  ['items: [a.mp4, b.mp4\ntitle: x\n', 2, /bracket before it is not closed/],
  ['items: []\n---\nitems: []\n', 2, /second file/],
  ['title: !secret x\nitems: []\n', 1, /special sign/],
  ['? [a]\n: 1\n', 1, /does not belong/],
])('a slip of the pen is named with its line: %j', (source, line, words) => {
  const [first] = problemsOf(source)
  expect(first).toMatch(new RegExp(`^Line ${line}: `))
  expect(first).toMatch(words)
})

test('no message uses the words of a programmer', () => {
  const sources = [
    '{',
    '[',
    '? x',
    'a: |\nb',
    '%x',
    '&a',
    '- *b',
    '"',
    "'",
    'a: {b: c',
    ': :',
    '\u0000',
    '!!binary x',
    'a: >5\n x',
  ]
  for (const source of sources) {
    for (const problem of problemsOf(source))
      expect(problem).not.toMatch(/mapping|scalar|undefined|expected|received|invalid input|token|implicit/i)
  }
})

test('references are refused, so a small file cannot grow into gigabytes', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 26; level += 1) {
    const [name, before] = [String.fromCharCode(97 + level), String.fromCharCode(96 + level)]
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`)
  }
  expect(problemsOf(bomb.join('\n'))[0]).toBe('Line 1: A value that begins with & needs quotes around it.')
  expect(problemsOf('items: []\ntitle: *important*\n')).toEqual([
    'Line 2: A value that begins with * needs quotes around it.',
  ])
})

test('a file over 64 KB and one nested without end are refused, not read', () => {
  expect(problemsOf(`title: ${'x'.repeat(70_000)}`)[0]).toMatch(/larger than 64 KB/)
  expect(problemsOf(`items: ${'['.repeat(60_000)}`)[0]).toMatch(/nested far too deeply|bracket/)
})

test('Windows line ends and a byte order mark change nothing', () => {
  expect(parseYamlAs('\uFEFFtitle: x\r\nitems: []\r\n', schema)).toEqual({ ok: true, value: { title: 'x', items: [] } })
  expect(problemsOf('title: x\r\n\r\nitmes: []\r\n')).toEqual([
    'Line 3: "itmes" is not known here. Did you mean "items"?',
  ])
})
