/** A file keeps the ends of its lines, whatever is done to its film in the form. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesIn, withEndsOf, withLineEnd } from '../../core/line-end.ts'
import {
  cardOf,
  draftFrom,
  type FilmDraft,
  settled,
  textOf,
  withAdded,
  withCopy,
  withMoved,
  without,
  withScene,
  withSeconds,
  withSetting,
  withSource,
  withText,
} from '../../renderer/studio/explainer/film-draft.ts'
import { kindNames, kinds } from '../../renderer/studio/explainer/kinds.tsx'

const folder = path.resolve(import.meta.dirname, '../../content/explainers')
const shipped = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
/** With notes between the scenes, scenes under the heading of another, no settings, and no end to the last line. */
const odd = [
  '## Talk\n\nFirst.\n\n<!-- of\nAna -->\n\n> Breathe.\n\n- a\n- b\n\n<!-- behind -->',
  '---\ntitle: Short # as on the door\n---\n## One\n<b>\n## Two\n1. a\n2. b',
  '---\ntitle: Nothing',
  '## Lines that go on\n\nSome.\nOne more\n\n> Breathe\n> out.\n\n## More\n- a\n  b\n- c\n',
]

type Edit = (film: FilmDraft) => FilmDraft
const at = (film: FilmDraft, place: number) => film.cards[place % Math.max(1, film.cards.length)]?.id ?? ''
/** What a field hands over: it knows one kind of line end only. */
const asTyped = (text: string) => withLineEnd(text, '\n')
const place = fc.nat(8)
const words = fc.constantFrom(
  'One more\n\nparagraph',
  'yes',
  '',
  '## New\n\nWords.\n',
  'a long: "word" # here '.repeat(4),
)
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...kindNames)).map(
    ([card, kind]): Edit =>
      (film) =>
        withScene(film, at(film, card), { ...kinds[kind].empty, heading: 'New' }),
  ),
  fc.tuple(place, fc.constantFrom(...kindNames)).map(
    ([card, kind]): Edit =>
      (film) =>
        withAdded(film, cardOf(kinds[kind].empty, `new ${film.cards.length}`), at(film, card)),
  ),
  fc.tuple(place, fc.constantFrom(8, undefined)).map(
    ([card, seconds]): Edit =>
      (film) =>
        withSeconds(film, at(film, card), seconds),
  ),
  fc.tuple(place, fc.constantFrom(-2, 1)).map(
    ([card, by]): Edit =>
      (film) =>
        withMoved(film, at(film, card), by),
  ),
  place.map(
    (card): Edit =>
      (film) =>
        withCopy(film, at(film, card), `copy ${film.cards.length}`),
  ),
  place.map(
    (card): Edit =>
      (film) =>
        without(film, at(film, card)),
  ),
  fc.tuple(fc.constantFrom('title', 'subtitle', 'minutes'), fc.constantFrom('a\nb', 'x', 12, undefined)).map(
    ([name, value]): Edit =>
      (film) =>
        withSetting(film, name, value),
  ),
  fc.tuple(place, words).map(
    ([card, text]): Edit =>
      (film) =>
        withSource(
          film,
          at(film, card),
          asTyped(film.cards.find(({ id }) => id === at(film, card))?.source ?? '') + text,
        ),
  ),
  fc.tuple(fc.nat(40), words).map(
    ([line, text]): Edit =>
      (film) => {
        const lines = asTyped(textOf(film)).split('\n')
        return withText(film, [...lines.slice(0, line), text, ...lines.slice(line + 1)].join('\n'))
      },
  ),
  fc.constant<Edit>(settled),
)

test('a film that is edited is the same words, whatever ends the lines of its file', () => {
  const texts = fc.constantFrom(...odd, ...shipped)
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('\r\n', '\r'),
      fc.array(edits, { minLength: 1, maxLength: 5 }),
      (text, end, all) => {
        const edited = (given: string) => textOf(all.reduce((film, edit) => edit(film), draftFrom(given)))
        expect(edited(withLineEnd(text, end))).toBe(withLineEnd(edited(asTyped(text)), end))
      },
    ),
  )
})

test('what is written anew after everything was deleted ends its lines as the file did', () => {
  const emptied = withText(draftFrom('## A\r\n\r\nB.\r\n'), '')
  expect(textOf(withText(emptied, '## C\n\nD.\n'))).toBe('## C\r\n\r\nD.\r\n')
})

test('where line ends are mixed, those around a change stay as they are', () => {
  const line = fc.constantFrom('a', 'b', '')
  const part = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 4 })
  const text = (lines: readonly (readonly [string, string])[]) => lines.flat().join('')
  fc.assert(
    fc.property(part, part, fc.array(line, { maxLength: 3 }), part, (above, gone, written, below) => {
      // Lines that are there once only: otherwise nobody can tell which of two has gone.
      const [first, last] = [`first\r\n${text(above)}top\n`, `bottom\r\n${text(below)}end\n`]
      const typed = asTyped(first) + written.map((each) => `${each}!\n`).join('') + asTyped(last)
      const kept = withEndsOf(first + text(gone) + last, typed, '\r\n')
      expect(kept).toBe(first + written.map((each) => `${each}!\r\n`).join('') + last)
      expect(linesIn(kept)).toEqual(linesIn(typed))
    }),
  )
})
