/** What names alone tell: placeholders, second copies, names nobody can read, new versions, words beside a file. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIgnored } from '../../core/asset.ts'
import { nameVerdict, newVersionOf } from '../../core/file-name.ts'

const whole = { size: 4_000_000, blocks: 7_816 }

describe('a file is only a placeholder', () => {
  test.each([
    'Film.mp4.nextcloud',
    'a/Film.mov.owncloud',
    'film.cloudf',
    'a/.film.mp4.icloud',
    'Prices.gsheet',
    'X.GDOC',
  ])('by its name: %j', (name) => {
    expect(nameVerdict(name, whole)).toBe('online-only')
    expect(isIgnored(name)).toBe(false)
  })

  test('when it takes no room on the disk', () => {
    expect(nameVerdict('film.mp4', { size: 4_000_000, blocks: 0 })).toBe('online-only')
  })

  test.each([
    ['it takes some', { size: 4_000_000, blocks: 8 }],
    ['nobody counts blocks', { size: 4_000_000 }],
    ['it is empty', { size: 0, blocks: 0 }],
    ['it is so small that it lies in the directory', { size: 600, blocks: 0 }],
  ])('but not when %s', (_, look) => expect(nameVerdict('film.mp4', look)).toBeUndefined())
})

test.each([
  "Summer (Ana's conflicted copy 2026-11-21).mp4",
  'Summer (conflicted copy 2026-11-21 101530).mp4',
  "offers/Summer (Ana (PC)'s conflicted copy 2026-11-21).mp4",
  'Summer (In Konflikt stehende Kopie von Ana 2026-11-21).mp4',
  'Summer (Copia en conflicto de Ana 2026-11-21).mp4',
  'Summer (Copie en conflit de Ana 2026-11-21).mp4',
  'Summer (Copia in conflitto di Ana 2026-11-21).mp4',
  'Summer (Cópia em conflito de Ana 2026-11-21).mp4',
  // As macOS writes it: the accent is a sign of its own.
  'Summer (Co\u0301pia em conflito de Ana 2026-11-21).mp4',
  'Summer (Conflicterende kopie van Ana 2026-11-21).mp4',
  'Summer (Case Conflict).mp4',
  'Summer.sync-conflict-20261121-101530-ABCDEFG.mp4',
  'Summer_conflict-20261121-101530.mp4',
  'Summer (SFConflict ana@example.com 2026-11-21-10-15-30).mp4',
  'Summer conflicted copy.mp4',
  'Summer conflicted copy 2026-11-21.mp4',
  'Summer_office-pc_Nov-21-101530-2026_Conflict.mp4',
  'Summer_Conflict.mp4',
  'Summer-DESKTOP-AB12CD3.mp4',
  'Summer-LAPTOP-AB12CD3-2.mp4',
])('%j is the second copy that a synchronising program made', (name) => {
  expect(nameVerdict(name, whole)).toBe('conflicted-copy')
})

test.each([
  ['a part longer than 255 bytes', `${'ü'.repeat(126)}.mp4`],
  ['more than 1,000 bytes in all', `${`${'x'.repeat(200)}/`.repeat(5)}a.mp4`],
  ['a control character', 'a\u0007.mp4'],
  ['an escape sequence', 'a\u001b[31m.mp4'],
  ['bytes that were no text', 'a\ufffd.mp4'],
  ['half of a sign', 'a\ud83d.mp4'],
  ['a direction that turns the ending around', 'film\u202e4pm.exe'],
])('a name with %s is odd', (_, name) => expect(nameVerdict(name, whole)).toBe('odd-name'))

test.each([
  'film.mp4',
  'two\nlines.jpg',
  ' tab\there  .jpg',
  `${'ü'.repeat(125)}.mp4`,
  'say "cheese".jpg',
  '😀 Praxis Größe.jpg',
  'עברית\u200f.mp4',
  'Conflict of interest.mp4',
  'Our copy (conflicted).mp4',
  'The_Conflict_of_Interest.mp4',
  'How a conflicted copy comes about.mp4',
  'MY-DESKTOP-background.jpg',
  'google docs.mp4',
  'icloud.mp4',
])('nothing speaks against %j', (name) => expect(nameVerdict(name, whole)).toBeUndefined())

test.each([
  '@eaDir/film.mp4/SYNOPHOTO_THUMB_M.jpg',
  'offers/#recycle/old.mp4',
  '$RECYCLE.BIN/S-1-5/film.mp4',
  'System Volume Information/x.jpg',
  'lost+found/film.mp4',
  'offers/Thumbs.db',
  'film.mp4:Zone.Identifier',
  'film.mp4.kate-swp',
  '~syncthing~film.mp4.tmp',
  '.stfolder/x.jpg',
  '.syncthing.film.mp4.tmp',
  '.film.mp4.AbC123',
  '.~lock.offer.odp#',
  '~$offer.pptx',
  '.status-4711.part',
  'film.mp4.filepart',
  '.hidden/film.mp4.icloud',
])('%j is no content', (path) => expect(isIgnored(path)).toBe(true))

describe('a new version', () => {
  const there = new Set(['Summer offer.mp4', 'a/Summer offer.mp4', 'Garden.JPG', 'Summer offer (3).mp4', 'Text.md'])

  test.each([
    'Summer offer (2).mp4',
    'Summer offer(2).mp4',
    'Summer offer - Copy.mp4',
    'Summer offer - Copy (2).mp4',
    'Summer offer - Kopie.mp4',
    'Summer offer copy.mp4',
    'Summer offer copy 2.mp4',
    'Summer offer (copy).mp4',
    'Summer offer (another copy).mp4',
    'Kopie von Summer offer.mp4',
    'Copy of Summer offer.mp4',
    'Copia de Summer offer.mp4',
    'Copie de Summer offer.mp4',
    'Cópia de Summer offer.mp4',
    'Kopie van Summer offer.mp4',
    'Summer offer v2.mp4',
    'Summer offer_V12.mp4',
    'Summer offer (v2.1).mp4',
    'Summer offer version 2.mp4',
    'Summer offer_final.mp4',
    'Summer offer final 2.mp4',
    'Summer offer_v2_final (1).mp4',
    'Summer offer_final.MOV',
    'Summer offer (2).webm',
  ])('%j is one of the film without the mark', (name) => expect(newVersionOf(name, there)).toBe('Summer offer.mp4'))

  test.each([
    ['the nearest name counts', 'Summer offer (3) (1).mp4', 'Summer offer (3).mp4'],
    ['capitals of the ending do not', 'Garden (1).jpg', 'Garden.JPG'],
    ['only the same folder counts', 'a/Summer offer (1).mp4', 'a/Summer offer.mp4'],
    ['a text may be one as well', 'Text - Kopie.md', 'Text.md'],
  ])('%s', (_, name, of) => expect(newVersionOf(name, there)).toBe(of))

  test.each([
    'Summer offer.mp4',
    'Summer offer (2).jpg',
    'b/Summer offer (2).mp4',
    'Winter offer (2).mp4',
    'Summer offer 2.mp4',
    'Summer offerv2.mp4',
    'Summer offer (2026).mp4',
    '(2).mp4',
    'Garden (1)',
    'Garden (1).docx',
  ])('%j is none', (name) => expect(newVersionOf(name, there)).toBeUndefined())
})

test('any name gets an answer, and a new version is never one of itself', () => {
  const anyName = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a (copy)v1-9_.final-]{0,30}\.mp4$/))
  fc.assert(
    fc.property(anyName, fc.array(anyName), (name, others) => {
      nameVerdict(name, whole)
      expect(newVersionOf(name, new Set([name, ...others]))).not.toBe(name)
    }),
    { numRuns: 1_000 },
  )
})
