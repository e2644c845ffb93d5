/** Editing an explainer by form: what is edited changes, everything else stays as it was written, byte for byte. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BodyScene, charactersLeft, draftOf, unreadableIn, withSettings } from '../../core/explainer-draft.ts'

const front =
  "---\n\n# for the team\ntitle: Waiting  # as on the door\ntemplate: 'procedure'\n\nkind: queue\n---\n\n<!-- first -->\n\n"
/** As people write them: tight and wide, with notes to themselves, and with mistakes. */
const sections = [
  '## Words\n\nOne *two*.\nThree.\n',
  '## Words\nAgain.   \n',
  '##  Points {seconds=8}\n\n* a\n* b\n\n<!-- inside -->\n\n> Stop.\n\n<!-- behind -->\n',
  '## Sun\n\n- a\n\n:::care\nShade.\n:::\n\n::code[Book]{url="https://a.example"}\n',
  '## Mixed\n\n> Stop.\n\n- a\n',
  '## Broken\n\n<b>\n',
  '## Code\n\nScan it.\n\n::code{url="https://a.example"}\n\n> Now.\n',
  '## Days\n:::timeline\n- a:   b\n- c: d (Care: e)\n:::\n',
  '## Steps\n\n1) a\n2) b\n\n\n',
]
const end = fc.constantFrom('', '\n', '\n\n', '\n<!-- last -->', '<!-- last -->\n')
const texts = fc
  .tuple(
    fc.constantFrom('', front, '---\ntitle: x\n---\n'),
    fc.array(fc.tuple(fc.constantFrom(...sections), fc.constantFrom('', '\n', '\n<!-- about the next -->\n')), {
      maxLength: 5,
    }),
    end,
    fc.boolean(),
  )
  .map(([head, parts, tail, isOld]) => {
    const text = head + parts.flat().join('').trimEnd() + tail
    return isOld ? text.replaceAll('\n', '\r\n') : text
  })
/** What is written of a scene, without the blank lines around it and notes behind it. */
const coreOf = ({ source }: { readonly source: string }) =>
  source.replace(/([ \t]*\r?\n\s*<!--((?!-->).)*-->[ \t]*(?=\r|\n|$))*\s*$/s, '')
const coresIn = (text: string) => draftOf(text).scenes.map(coreOf)
const headOf = (text: string) => {
  const length = draftOf(text).scenes.reduce((sum, { source }) => sum + source.length, 0)
  return text.slice(0, text.length - length)
}
/** Each one stands somewhere, in this order. */
const expectInOrder = (text: string, cores: readonly string[]) => {
  let from = 0
  for (const core of cores) {
    const at = text.indexOf(core, from)
    expect({ core, found: at >= 0 }).toEqual({ core, found: true })
    from = at + core.length
  }
}

describe('the pieces of a text', () => {
  test('are all of it, from the first scene to the end', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = draftOf(text).scenes.map(({ source }) => source)
        expect(text.endsWith(pieces.join(''))).toBe(true)
        expect(headOf(text)).not.toMatch(/^##/m)
      }),
    )
  })

  test('are scenes, where they can be read', () => {
    const draft = draftOf(`${front}${sections.join('\n')}`)
    expect(draft.settings).toEqual({ title: 'Waiting', template: 'procedure', kind: 'queue' })
    expect(draft.scenes.map(({ scene, isUnder, seconds }) => [scene?.kind, isUnder, seconds])).toEqual([
      ['text', undefined, undefined],
      ['text', undefined, undefined],
      ['points', undefined, 8],
      ['note', true, undefined],
      ['points', undefined, undefined],
      ['callout', true, undefined],
      ['code', true, undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
      ['code', undefined, undefined],
      ['note', true, undefined],
      ['timeline', undefined, undefined],
      ['steps', undefined, undefined],
    ])
    expect(draft.problems.map(({ message }) => message)).toEqual(['Web code cannot be shown. Write plain text.'])
  })
})

test('when a setting changes, what is not touched stays as it was written', () => {
  const name = fc.constantFrom('title', 'kind', 'minutes', 'subtitle')
  const value = fc.constantFrom('a: b # c', '12', 30, 'ä "q"', '- x', undefined)
  fc.assert(
    fc.property(texts, name, value, (text, key, words) => {
      const before = draftOf(text).settings
      const settings = { ...before, [key]: words }
      const next = withSettings(text, { [key]: words })
      expect(draftOf(next).settings).toEqual(JSON.parse(JSON.stringify(settings)))
      expect(coresIn(next)).toEqual(coresIn(text))
      // A title has a comment behind it.
      const comesBack = words !== undefined && key in before && key !== 'title'
      if (comesBack) expect(withSettings(next, { [key]: before[key] })).toBe(text)
      const others = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith(`${key}:`))
      expectInOrder(next, others)
    }),
    { numRuns: 40 },
  )
})

describe('whatever stands at the top of a file', () => {
  const line = fc.constantFrom(
    ...[
      'title: Waiting',
      'title: "Questions to ask today',
      "subtitle: 'It''s time",
      'template: questions  # as before',
    ],
    ...['kind: welcome', 'closing: a: b', 'minutes: 30', 'minutes 30', '{title: x}', '[a', 'tags: [a, b]', 'note: |'],
    ...['  moved in', '\tmoved in', '# a note', '', '- x', '*a: b', '&a b', '"kind": offer', 'title: again', 'a: *b'],
    ...['closing: >-', '? x', 'title', '%YAML 1.2', 'a: !b c', '...', '__proto__: x'],
  )
  const fronts = fc
    .record({
      lines: fc.array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.string() }), {
        maxLength: 7,
      }),
      isClosed: fc.boolean(),
    })
    .map(({ lines, isClosed }) => `---\n${lines.join('\n')}\n${isClosed ? '---\n' : ''}\n## A\n\nB.\n`)

  test('every line stays but those of the setting that somebody changes', () => {
    const name = fc.constantFrom('title', 'subtitle', 'kind', 'closing', 'minutes', 'template')
    const value = fc.constantFrom('Questions', '', 'a: b # c', '"', '- x', 30, undefined)
    fc.assert(
      fc.property(fronts, name, value, (text, key, words) => {
        const next = withSettings(text, { [key]: words })
        expect(withSettings(text, {})).toBe(text)
        // What cannot be read stays as it is, to the last sign.
        if (unreadableIn(text) !== undefined) {
          expect(next).toBe(text)
          return
        }
        const own = new RegExp(`^["']?${key}["']?\\s*:|^\\s|^- `)
        expectInOrder(
          next,
          text.split('\n').filter((each) => each.trim() !== '' && !own.test(each)),
        )
        const others = (each: string) => Object.entries(draftOf(each).settings).filter(([name]) => name !== key)
        expect(others(next)).toEqual(others(text))
      }),
      { numRuns: 150 },
    )
  })

  test('an open quote takes nothing with it, and is told with its line', () => {
    const text =
      '---\ntitle: "Questions to ask today\ntemplate: questions\nkind: welcome\nclosing: Bye\n---\n\n## A\n\nB.\n'
    expect(unreadableIn(text)).toMatchObject({
      line: 2,
      message: expect.stringMatching(/^The quote that begins here is not closed/),
    })
    expect(withSettings(text, { title: 'Questions to ask today' })).toBe(text)
  })

  test('a setting of several lines is changed as one', () => {
    const text = '---\ntitle: a\n\n  b\ntemplate: plan\nclosing: |-\n  c\n\n  d\n---\n\n## A\n\nB.\n'
    expect(withSettings(text, { title: 'x', closing: 'y' })).toBe(
      '---\ntitle: x\ntemplate: plan\nclosing: y\n---\n\n## A\n\nB.\n',
    )
  })
})

test('settings of a text without any are written above it', () => {
  expect(withSettings('## A\n\nB.\n', { title: 'x', template: 'plan' })).toBe(
    '---\ntitle: x\ntemplate: plan\n---\n\n## A\n\nB.\n',
  )
})

test('characters left are told to whoever writes, below zero when they are too many', () => {
  const scene = (text: string): BodyScene => ({ kind: 'text', heading: 'Before', paragraphs: [text] })
  const left = charactersLeft(scene('We talk.'))
  expect(left).toBeGreaterThan(40)
  expect(charactersLeft(scene('We talk. '.repeat(60)))).toBeLessThan(-100)
  expect(charactersLeft({ kind: 'points', heading: 'A', points: Array(12).fill('Something to know') })).toBeLessThan(0)
})
