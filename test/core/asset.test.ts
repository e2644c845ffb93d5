/** Names of files: which are content, what they are called on a page, and in which order they stand. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames, isIgnored, mayPlay, titleOf } from '../../core/asset.ts'
import { notice, notices, refusal, refusals } from '../../core/remarks.ts'

test.each([
  '.DS_Store',
  'media/.hidden.mp4',
  '.git/a.mp4',
  'Thumbs.db',
  'media/desktop.ini',
  '~$offer.docx',
  'film.mp4.part',
  'film.mp4.crdownload',
  'film.TMP',
  'film.mp4~',
  '_status.html',
  'brand.yaml',
  'film.vtt',
  'film.mp4.YML',
  'explainer.md.tmp',
  'read me.txt',
])('%j is no content', (path) => expect(isIgnored(path)).toBe(true))

test.each([
  'film.mp4',
  'a/b/c.jpg',
  'noending',
  'party.doc',
  'a..b.png',
  'partial.mp4',
  'tmp/film.mp4',
  'vtt',
  'explainers/01-welcome.md',
  'a\nb.mp4',
])('%j is looked at', (path) => expect(isIgnored(path)).toBe(false))

test('what lies in a folder whose name begins with _ never plays, however deep; a file of such a name does', () => {
  expect(['_drafts/a.jpg', 'x/_drafts/y/a.jpg', 'x/_pictures/room.jpg', '_/a.jpg'].filter(mayPlay)).toEqual([])
  expect(['a.jpg', 'drafts/a.jpg', 'x_y/a.jpg', '_drafts', '_drafts.jpg'].filter(mayPlay)).toHaveLength(5)
})

test.each([
  ['media/02-a-quiet_minute.mp4', 'a quiet minute'],
  ['1. Welcome.mp4', 'Welcome'],
  ['2026.jpg', '2026'],
  ['24h service.jpg', '24h service'],
  ['07_.png', '07_'],
  ['noending', 'noending'],
  ['a\nb  c.jpg', 'a b c'],
  ['Größe & Gewicht 😀.webp', 'Größe & Gewicht 😀'],
])('%j is called %j', (path, title) => expect(titleOf(path)).toBe(title))

test('a title is never empty', () => {
  const anyName = fc.stringMatching(/^[^/.][^/]*$/)
  fc.assert(
    fc.property(anyName, (name) => {
      expect(titleOf(name)).not.toBe('')
    }),
  )
})

test('names stand in the order people expect', () => {
  const expected = [
    '1.jpg',
    '2.jpg',
    '10.jpg',
    'A.jpg',
    'b.jpg',
    'B2.jpg',
    'b10.jpg',
    'c/1.jpg',
    'c/12.jpg',
    'c2/a.jpg',
    'ü.jpg',
  ]
  expect(expected.toReversed().sort(compareNames)).toEqual(expected)
})

test('names have one order, whatever they are: sorting never depends on where it began', () => {
  const anyName = fc.oneof(fc.stringMatching(/^[aAbB01_. -]{0,8}$/), fc.string(), fc.stringMatching(/^\d{1,40}$/))
  fc.assert(
    fc.property(anyName, anyName, anyName, (a, b, c) => {
      expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0)
      expect(compareNames(a, b) === 0).toBe(a === b)
      if (compareNames(a, b) < 0 && compareNames(b, c) < 0) expect(compareNames(a, c)).toBeLessThan(0)
    }),
    { numRuns: 2_000 },
  )
})

test('every refusal and notice is two whole sentences: what is so, and what to do', () => {
  const all = [
    ...Object.keys(refusals).map((code) => refusal(code as keyof typeof refusals)),
    ...Object.keys(notices).map((code) => notice(code as keyof typeof notices)),
  ]
  for (const { code, message, remedy } of all) {
    expect(code).toMatch(/^[a-z-]+$/)
    for (const sentence of [message, remedy]) expect(sentence).toMatch(/^[A-Z].*\.$/)
  }
})
