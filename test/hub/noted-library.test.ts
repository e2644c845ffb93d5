/** What of the library is shown, by its notes, when the clock is right and when it cannot be. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { msOf } from '../../hub/clock.ts'
import { type Database, openDatabase } from '../../hub/database.ts'
import { Documents } from '../../hub/documents.ts'
import { Library } from '../../hub/library.ts'
import { MediaBook } from '../../hub/media-book.ts'
import { NotedLibrary } from '../../hub/noted-library.ts'
import { Problems } from '../../hub/problems.ts'
import { Sidecars } from '../../hub/sidecars.ts'
import { libraryItem } from '../support/items.ts'

const now = '2026-11-21T13:00:00.000Z'
let folder: string
let database: Database
let isTrusted: boolean

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'anteroom-noted-'))
  database = openDatabase(path.join(folder, 'anteroom.sqlite'))
  isTrusted = true
})

afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

/** As a hub finds it that starts again: the notes were read before, and the folder is away. */
function notedLibrary(notes: Readonly<Record<string, string>>): NotedLibrary {
  const documents = new Documents(database)
  const book = new MediaBook(database)
  const library = new Library(database, book, () => now)
  for (const [name, text] of Object.entries(notes)) {
    const item = libraryItem(name)
    if (!('media' in item)) continue
    book.save(item.media)
    library.accept(name, { size: 1, modifiedMs: 1 }, { media: item.media, source: '' }, [])
    if (text !== '') documents.keep(`notes/${name}.yaml`, text)
  }
  const sidecars = new Sidecars({
    ...{ folder, documents, problems: new Problems() },
    files: () => library.list(),
    isJudged: () => true,
  })
  const clock = { now: () => msOf(now), zone: 'Europe/Berlin', isTrusted: () => isTrusted }
  return new NotedLibrary({ library, sidecars, clock })
}

const paths = (library: NotedLibrary) => library.playable().map(({ asset }) => asset.path)

test('while the clock cannot be right, only what has no dates is shown', () => {
  const library = notedLibrary({ 'always.jpg': '', 'titled.jpg': 'title: A', 'dated.jpg': 'validUntil: 2027-01-01' })
  expect(paths(library)).toEqual(['always.jpg', 'dated.jpg', 'titled.jpg'])
  isTrusted = false
  expect(paths(library)).toEqual(['always.jpg', 'titled.jpg'])
  library.close()
})

test('a consent that ends first is what the list tells, and whom it is about stays untold', () => {
  const library = notedLibrary({
    'smile.jpg': 'validUntil: 2026-11-20\nconsent: {subject: the patient of 12 May, expires: 2026-11-19}',
  })
  const [asset] = library.list()
  expect(asset?.notices.map(({ code }) => code)).toEqual(['consent-over'])
  expect(JSON.stringify([library.list(), library.playable()])).not.toContain('12 May')
  library.close()
})
