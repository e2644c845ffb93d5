/** What the clinic's settings make of its films: a TV that hangs upright has its own, and what rests here is not told as work. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoredMedia } from '../../core/asset.ts'
import { type Explainer, parseExplainer } from '../../core/explainer.ts'
import type { Hanging } from '../../core/settings.ts'
import { defaultBrand } from '../../core/theme.ts'
import { type Database, openDatabase } from '../../hub/database.ts'
import { lookOf, sizeFor, wordsOf } from '../../hub/film-job.ts'
import { FilmMaker } from '../../hub/film-maker.ts'
import { FilmPace } from '../../hub/film-pace.ts'
import type { FilmTurn } from '../../hub/film-queue.ts'
import { FilmShelf } from '../../hub/film-shelf.ts'
import { Films } from '../../hub/films.ts'
import { IntakeCrew } from '../../hub/intake-crew.ts'
import { Library } from '../../hub/library.ts'
import { MediaBook } from '../../hub/media-book.ts'
import { Store } from '../../hub/store.ts'
import { eventually } from '../support/eventually.ts'
import { libraryItem } from '../support/items.ts'
import { makePlace, type Place } from '../support/place.ts'

const file = 'welcome.md'
let place: Place
let database: Database
let library: Library
let shelf: FilmShelf
let films: Films
let crew: IntakeCrew
let hangs: Hanging
let turn: FilmTurn

beforeEach(() => {
  place = makePlace()
  hangs = 'wide'
  turn = 'first'
  database = openDatabase(path.join(place.folder, 'anteroom.sqlite'))
  library = new Library(database, new MediaBook(database), () => '2026-11-22T13:00:00.000Z')
  const [folder, scratch] = [path.join(place.folder, 'store'), path.join(place.folder, 'scratch')]
  mkdirSync(folder)
  const store = new Store(folder, path.join(place.folder, 'incoming'))
  crew = new IntakeCrew({ program: '/nowhere', size: 1 })
  shelf = new FilmShelf({ database, store, crew, scratch, profile: 'hd' })
  // There is no browser: whatever has to be made anew is refused.
  const maker = new FilmMaker({ cache: path.join(scratch, 'scenes'), scratch, build: '/nowhere', environment: {} })
  films = new Films({
    ...{ library, maker, shelf, pace: new FilmPace(100), brand: () => defaultBrand },
    ...{ size: () => sizeFor(hangs, 'hd'), turnOf: () => turn },
  })
  library.hide(file, { size: 1, modifiedMs: 1 })
})

afterEach(async () => {
  await films.close()
  await crew.close()
  database.close()
  place.remove()
})

const parsed = parseExplainer('---\ntitle: Welcome\ntemplate: welcome\nkind: welcome\n---\n\n## One\n\nHello.\n')
const explainer = (parsed as { readonly explainer: Explainer }).explainer
const { media } = libraryItem(file, 15) as { readonly media: StoredMedia }
const state = () => films.list()[0]?.state

test('a TV that is turned has its films made anew while the old ones play, and turned back nothing has to be made', async () => {
  writeFileSync(path.join(place.folder, 'store', `${media.hash}.mp4`), 'x')
  library.showFilm(file, media)
  shelf.remember(file, { words: wordsOf(explainer), look: lookOf(explainer, defaultBrand, 'missing', 'hd') })
  await films.want(file, explainer)
  expect(state()).toBe('done')
  hangs = 'upright'
  films.wishesChanged()
  await eventually(state, (now) => now === 'failed')
  expect(library.entryAt(file)).toMatchObject({ media })
  expect(library.list()[0]).toMatchObject({ state: 'ready', hash: media.hash })
  hangs = 'wide'
  films.wishesChanged()
  await eventually(state, (now) => now === 'done')
})

test('a screen that hangs upright has films in that shape, a 4K one that hangs wide the finer ones', () => {
  expect([sizeFor('wide', 'hd'), sizeFor('wide', 'uhd'), sizeFor('upright', 'hd')]).toEqual(['hd', 'uhd', 'portrait'])
})

test('a film that plays here is in work until it is made; one that rests says so from the start', async () => {
  await films.want(file, explainer)
  expect([library.list()[0]?.state, state()]).toEqual(['working', 'stills'])
  films.forget(file)
  turn = 'resting'
  await films.want(file, explainer)
  expect([library.list()[0]?.state, films.list()[0]?.position]).toEqual(['ready', undefined])
  turn = 'first'
  films.wishesChanged()
  expect([library.list()[0]?.state, films.list()[0]?.position]).toEqual(['working', 1])
})
