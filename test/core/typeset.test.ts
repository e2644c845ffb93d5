/** Where lines may end, and how many a text takes, in scripts with and without spaces. What is really as wide as measured: test/pages/letters.test.ts. */
import { describe, expect, test } from 'vitest'
import { leadingOf, linesOf, piecesOf, spokenLines, widthOf } from '../../core/typeset.ts'
import { letterSamples } from '../support/letter-samples.ts'

describe('a line ends', () => {
  test('behind a space, and behind a hyphen in a word', () => {
    expect(piecesOf('A well-kept room')).toEqual(['A ', 'well-', 'kept ', 'room'])
  })

  test('between Chinese and Japanese signs, but not before what closes or after what opens', () => {
    expect(piecesOf('约20分钟（含敷麻药）。')).toEqual(['约', '20', '分', '钟', '（含', '敷', '麻', '药）。'])
    expect(piecesOf('ちょっとケーキ')).toEqual(['ちょっ', 'と', 'ケー', 'キ'])
  })

  test('in Thai never between a letter and its marks, nor behind a vowel that is written before its letter', () => {
    const pieces = piecesOf('โปรดแจ้งให้เราทราบก่อนเริ่มเกี่ยวกับอาการแพ้')
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.filter((piece) => /^[\p{Mn}ะาำ]|[เแโใไ]$/u.test(piece))).toEqual([])
  })

  test('between the words of Korean', () => {
    expect(piecesOf('약을 알려 주세요.')).toEqual(['약을 ', '알려 ', '주세요.'])
  })
})

test.each(letterSamples)('no sign of a text in %s is lost between its pieces, and all of it fits a film', (_, text) => {
  expect(piecesOf(text).join('')).toBe(text)
  expect(linesOf(text, 'text', 76, 1_000)).toBeLessThan(7)
})

test('a text takes no fewer lines than its width needs', () => {
  for (const [, text] of letterSamples) {
    const least = Math.ceil(widthOf(text, 'display', 106) / 900)
    expect(linesOf(text, 'display', 106, 900)).toBeGreaterThanOrEqual(least)
  }
})

test('an accent makes no letter wider, and marks that stand above or below have no width', () => {
  expect(widthOf('ê', 'text', 100)).toBe(widthOf('e', 'text', 100))
  expect(widthOf('ที่', 'text', 100)).toBe(widthOf('ท', 'text', 100))
})

test('letters with marks above and below are given higher lines', () => {
  expect([leadingOf('Room'), leadingOf('Комната'), leadingOf('诊室') > 1, leadingOf('ห้อง') > 1.2]).toEqual([
    1,
    1,
    true,
    true,
  ])
})

test('a title that needs two lines ends the first one behind its colon, unless that takes a third', () => {
  const broken = (text: string, width: number) => spokenLines(text, 'display', 100, width)
  expect(broken('Lip filler: the first week', 700)).toEqual(['Lip filler:', 'the first week'])
  expect(broken('唇部填充：第一周', 500)).toEqual(['唇部填充：', '第一周'])
  expect(broken('Lip filler: the first week', 2_000)).toHaveLength(1)
  expect(broken('A: what you feel in the first two weeks', 1_000)).toHaveLength(1)
})

test('a soft hyphen lets a word part, and is as wide as a hyphen where it is seen', () => {
  const [whole, first, second] = ['Vorbereitungsgespräch', 'Vorbereitungs-', 'gespräch'].map((one) =>
    widthOf(one, 'text', 100),
  )
  const word = 'Vorbereitungs\u00adgespräch'
  expect(piecesOf(word)).toEqual(['Vorbereitungs\u00ad', 'gespräch'])
  expect(linesOf(word, 'text', 100, (whole ?? 0) + 1)).toBe(1)
  expect(linesOf(word, 'text', 100, (first ?? 0) + 1)).toBe(2)
  expect(linesOf(word, 'text', 100, (first ?? 0) - 1)).toBe(Number.POSITIVE_INFINITY)
  expect(second).toBeLessThan(first ?? 0)
})
