/** The days of films: on one line as far as one line holds them. */
import { expect, test } from 'vitest'
import { longDay } from '../../core/film-words.ts'
import { languageTags } from '../../core/languages.ts'
import { piecesOf, widthOf } from '../../core/typeset.ts'
import { wholeDay } from '../../renderer/films/whole-day.ts'

test.each([
  ['en', 'September·30,·2026'],
  ['de', '30.·September·2026'],
  ['es', '30·de·septiembre de·2026'],
  ['zh', '2026年9月30日'],
])('in %s no line ends within a day but before its year', (locale, day) => {
  expect(wholeDay(locale, '2026-09-30').replaceAll('\u00a0', '·')).toBe(day)
})

test.each(languageTags)('the room reckoned with in %s holds every day of a year', (locale) => {
  const widths = (day: string) => piecesOf(day).map((piece) => widthOf(piece.trimEnd(), 'text', 100))
  const room = widths(longDay(locale))
  const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-28`)
  for (const day of months.map((date) => wholeDay(locale, date))) {
    // Where a line may end behind every sign, all of them together are no longer.
    const parts = widths(day).length > room.length ? [widthOf(day, 'text', 100)] : widths(day)
    for (const [index, width] of parts.entries()) expect([day, width]).toEqual([day, Math.min(width, room[index] ?? 0)])
  }
})
