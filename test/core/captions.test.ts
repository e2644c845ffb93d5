/** What captions say and when; what is wrong with broken ones; and that no word gets lost on its way to two lines. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captionAt, lineWidth, parseCaptions } from '../../core/captions.ts'
import { linesOf, widthOf } from '../../core/typeset.ts'
import { problemText } from '../../core/yaml-document.ts'

const cuesOf = (text: string) => {
  const parsed = parseCaptions(text)
  if (!parsed.ok) throw new Error(parsed.problems.map(problemText).join(' '))
  return parsed.cues
}
const problemsOf = (text: string) => {
  const parsed = parseCaptions(text)
  return parsed.ok ? [] : parsed.problems.map(problemText)
}

const sample = `WEBVTT - A film

STYLE
::cue { color: papayawhip }

NOTE
This is for whoever edits it --> not a time.

1
00:01.000 --> 00:03.500 align:start position:10%
<v Ana>Please <i>take</i> a seat &amp; relax.</v>

greeting
01:00:04.000 --> 01:00:06.000
- Is it warm?
- Not at all.

00:07.000 --> 00:08.000

`

test('SubRip says the same, with its numbers, commas and places', () => {
  const text =
    '\uFEFF1\r\n00:00:01,000 --> 00:00:03,500\r\n{\\an8}<i>Please</i> take a seat.\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\nThank you.\r\n'
  expect(cuesOf(text)).toEqual([
    { fromMs: 1_000, toMs: 3_500, text: 'Please take a seat.' },
    { fromMs: 4_000, toMs: 6_000, text: 'Thank you.' },
  ])
  expect(problemsOf(text.replace('00:00:04,000', '4 s'))[0]).toContain('Line 6')
  expect(problemsOf(text.replace('Thank', 'Th\ufffdnk'))[0]).toContain('Save the captions as UTF-8')
})

describe('captions', () => {
  test('are words with times; voices, slants, notes, colours and places are left away', () => {
    expect(cuesOf(sample)).toEqual([
      { fromMs: 1_000, toMs: 3_500, text: 'Please take a seat & relax.' },
      { fromMs: 3_604_000, toMs: 3_606_000, text: '- Is it warm?\n- Not at all.' },
    ])
  })

  test('are the same with a mark at the beginning and Windows line ends', () => {
    expect(cuesOf(`\uFEFF${sample.replaceAll('\n', '\r\n')}`)).toEqual(cuesOf(sample))
  })

  test('come in the order of time, in whatever order they were written', () => {
    const text = 'WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na\n'
    expect(cuesOf(text).map((cue) => cue.text)).toEqual(['a', 'b'])
  })

  test.each([
    ['{1}{25}MicroDVD', 'Line 1: Captions begin with the line WEBVTT.'],
    ['', 'Line 1: Captions begin with the line WEBVTT.'],
    ['WEBVTTX\n', 'Line 1: Captions begin with the line WEBVTT.'],
    ['WEBVTT\n\n00:01,000 --> 00:02,000\na', 'Line 3: "00:01,000 --> 00:02,000" cannot be understood.'],
    ['WEBVTT\n\n00:61.000 --> 00:62.000\na', 'Line 3: "00:61.000 --> 00:62.000" cannot be understood.'],
    ['WEBVTT\n\nname\n00:02.000 --> 00:02.000\na', 'Line 4: This caption ends before it begins.'],
    ['WEBVTT\n\nonly words', 'Line 3: Here the times are missing.'],
    [
      `WEBVTT\n\n00:01.000 --> 00:02.000\n${'x'.repeat(301)}`,
      'Line 4: This caption has 301 characters. At most 300 can be read in time.',
    ],
    [
      `WEBVTT\n\n${'00:01.000 --> 00:02.000\na\n\n'.repeat(5_001)}`,
      'Line 1: There are 5001 captions. At most 5000 fit.',
    ],
  ])('that are broken are refused, and the line is said: %#', (text, told) => {
    expect(problemsOf(text)[0]).toContain(told)
  })

  test('never make the reader fall', () => {
    const anyLine = fc.oneof(
      fc.string(),
      fc.constantFrom('', 'WEBVTT', 'NOTE', '00:01.000 --> 00:02.000', '-->', '1'.repeat(400)),
    )
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        parseCaptions(lines.join('\n'))
        parseCaptions(`WEBVTT\n\n${lines.join('\n')}`)
      }),
    )
  })
})

describe('on two lines', () => {
  const said =
    'We look at your skin together, talk about what you would like, and then you decide in peace whether and when we begin.'

  test('a long caption comes in parts, one after the other, each in its share of the time', () => {
    const parts = cuesOf(`WEBVTT\n\n00:10.000 --> 00:20.000\n${said}\n`)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map(({ text }) => text).join(' ')).toBe(said)
    expect(parts[0]?.fromMs).toBe(10_000)
    expect(parts.at(-1)?.toMs).toBe(20_000)
  })

  test('no word is lost, nothing is wider than the screen, and no moment is doubled', () => {
    const anyWord = fc.string({ unit: fc.constantFrom(...'abcdeimnrsW'), minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 20 }), (words) => {
        const text = words.join(' ').slice(0, 300).trim()
        const parts = cuesOf(`WEBVTT\n\n00:10.000 --> 00:20.000\n${text}\n`)
        expect(parts.map((part) => part.text).join(' ')).toBe(text)
        for (const [at, part] of parts.entries()) {
          expect(linesOf(part.text, 'text', 1, lineWidth)).toBeLessThanOrEqual(2)
          if (at > 0) expect(part.fromMs).toBe(parts[at - 1]?.toMs)
        }
      }),
    )
  })

  test('a script without spaces is divided between its signs', () => {
    const chinese = '注射后请轻轻冷敷，不要按摩，也不要化妆。'.repeat(6)
    const parts = cuesOf(`WEBVTT\n\n00:10.000 --> 00:20.000\n${chinese}\n`)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map(({ text }) => text).join('')).toBe(chinese)
    expect(parts.filter(({ text }) => linesOf(text, 'text', 1, lineWidth) > 2)).toEqual([])
  })

  test('the author’s own line break stays where both lines fit', () => {
    const [cue] = cuesOf('WEBVTT\n\n00:01.000 --> 00:02.000\nPlease\ntake a seat.\n')
    expect(cue?.text).toBe('Please\ntake a seat.')
  })
})

describe('at a moment of the film', () => {
  const cues = cuesOf(
    'WEBVTT\n\n00:01.000 --> 00:03.000\none\n\n00:02.000 --> 00:04.000\ntwo\n\n00:05.000 --> 00:06.000\nthree\n',
  )

  test('what is said then is shown, from its first to before its last millisecond', () => {
    expect([999, 1_000, 1_999, 4_000, 5_999, 6_000].map((ms) => captionAt(cues, ms))).toEqual([
      undefined,
      'one',
      'one',
      undefined,
      'three',
      undefined,
    ])
  })

  test('two voices at once stand one under the other', () => {
    expect(captionAt(cues, 2_500)).toBe('one\ntwo')
  })

  test('of two long ones the newer is shown', () => {
    const long = 'word '.repeat(10).trim()
    expect(widthOf(`${long} ${long}`, 'text', 1)).toBeGreaterThan(lineWidth)
    const both = [
      { fromMs: 0, toMs: 9, text: `${long} ${long}` },
      { fromMs: 5, toMs: 9, text: 'newer' },
    ]
    expect(captionAt(both, 6)).toBe('newer')
  })
})
