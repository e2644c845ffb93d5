/** A film whose words or pictures were corrected: the old one goes at once, and whoever checked it is asked again. No browser is needed for that. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoredMedia } from '../../core/asset.ts'
import type { Explainer } from '../../core/explainer.ts'
import { defaultBrand } from '../../core/theme.ts'
import { Approvals } from '../../hub/approvals.ts'
import { type Database, openDatabase } from '../../hub/database.ts'
import { Documents } from '../../hub/documents.ts'
import { Explainers } from '../../hub/explainers.ts'
import { FilmMaker } from '../../hub/film-maker.ts'
import { FilmPace } from '../../hub/film-pace.ts'
import { FilmPictures } from '../../hub/film-pictures.ts'
import { FilmShelf } from '../../hub/film-shelf.ts'
import { Films } from '../../hub/films.ts'
import { IntakeCrew } from '../../hub/intake-crew.ts'
import { judge, receive } from '../../hub/intake-worker/judge.ts'
import { Library } from '../../hub/library.ts'
import { assetIdOf } from '../../hub/library-entry.ts'
import { MediaBook } from '../../hub/media-book.ts'
import { PictureDigests } from '../../hub/picture-digests.ts'
import { Store } from '../../hub/store.ts'
import { eventually } from '../support/eventually.ts'
import { libraryItem } from '../support/items.ts'
import { makePlace, type Place } from '../support/place.ts'

const file = 'light.md'
const text = (words: string) =>
  `---\ntitle: Light\ntemplate: procedure\nkind: treatment\n---\n\n## The lamp\n\n${words}\n\n![A lamp](_pictures/lamp.png)\n`
const { signal } = new AbortController()
/** Until it is let go, the judge of pictures looks at one. */
let gate: { readonly passed: Promise<void>; readonly open: () => void }
let place: Place
let database: Database
let library: Library
let part: ReturnType<typeof open>

function shut(): void {
  let pass = () => {}
  const passed = new Promise<void>((resolve) => {
    pass = resolve
  })
  gate = { passed, open: pass }
}

/** As a hub opens it: over the same database each time. */
function open() {
  library = new Library(database, new MediaBook(database), () => '2026-11-22T13:00:00.000Z')
  const store = new Store(path.join(place.folder, 'store'), path.join(place.folder, 'incoming'))
  const crew = new IntakeCrew({ program: '/nowhere', size: 1 })
  const scratch = path.join(place.folder, 'scratch')
  const shelf = new FilmShelf({ database, store, crew, scratch, profile: 'hd' })
  const maker = new FilmMaker({ cache: path.join(scratch, 'scenes'), scratch, build: '/nowhere', environment: {} })
  const films = new Films({
    ...{ library, maker, shelf, pace: new FilmPace(100), size: () => 'hd' as const },
    ...{ brand: () => defaultBrand, turnOf: () => 'first' as const },
  })
  const pictures = new FilmPictures(place.content, scratch, {
    receive: (what) => receive(what, () => {}, signal),
    judge: async (task) => {
      await gate.passed
      return judge(task, () => {}, signal)
    },
  })
  const explainers = new Explainers({
    ...{ folder: place.content, library, documents: new Documents(database), films, pictures },
    digests: new PictureDigests(database),
  })
  const close = async () => {
    gate.open()
    explainers.close()
    await films.close()
    await crew.close()
  }
  return { explainers, pictures, close }
}

const write = (words: string) => writeFileSync(path.join(place.content, file), text(words))
const save = (words: string) => {
  write(words)
  return part.explainers.notice(file, 0)
}
const understood = (words: string) =>
  eventually(
    () => part.explainers.explainerAt(file),
    (explainer) => JSON.stringify(explainer ?? '').includes(words) && explainer?.pictures[0]?.digest !== undefined,
  )
const paint = (background: string) =>
  sharp({ create: { width: 40, height: 40, channels: 3, background } })
    .png()
    .toFile(path.join(place.content, '_pictures/lamp.png'))
const stand = () => new Approvals(database).of(file, part.explainers.explainerAt(file) as Explainer)
const check = () =>
  new Approvals(database).note(
    file,
    part.explainers.explainerAt(file) as Explainer,
    { by: 'Dr L', on: '2026-11-20' },
    0,
  )
/** Its film, as one that has been made. */
const onTv = () => (libraryItem(file, 15) as { readonly media: StoredMedia }).media

beforeEach(async () => {
  place = makePlace()
  database = openDatabase(path.join(place.folder, 'anteroom.sqlite'))
  mkdirSync(path.join(place.content, '_pictures'), { recursive: true })
  mkdirSync(path.join(place.folder, 'store'))
  shut()
  part = open()
  await paint('#336699')
  gate.open()
  await save('Two minutes.')
  await understood('Two minutes.')
  library.showFilm(file, onTv())
})

afterEach(async () => {
  await part.close()
  database.close()
  place.remove()
})

test('a corrected word hides the old film before anybody has looked at its new pictures', async () => {
  shut()
  await paint('#993311')
  await save('One minute.')
  const hidden = await eventually(
    () => library.entryAt(file),
    (entry) => entry?.media === undefined,
  )
  expect(hidden?.notices.map(({ code }) => code)).toEqual(['old-hidden'])
  // The pictures have still to be judged.
  expect(part.explainers.explainerAt(file)?.pictures[0]).not.toHaveProperty('digest')
  gate.open()
  await understood('One minute.')
})

test('whoever has the old film on a screen is told in the moment it is hidden, and when it is deleted', async () => {
  const told: (readonly [string, boolean])[] = []
  library.onTakenOff((assetId) => void told.push([assetId, library.entryAt(file)?.media !== undefined]))
  const id = assetIdOf(file)
  await save('One minute.')
  await understood('One minute.')
  expect(told).toEqual([[id, false]])
  // Nothing is shown that could be taken off.
  await save('Half a minute.')
  await understood('Half a minute.')
  expect(told).toHaveLength(1)
  library.showFilm(file, onTv())
  part.explainers.forget(file)
  expect(told).toEqual(Array(2).fill([id, false]))
})

test('a corrected text that lacks a picture is a mistake: the last good film goes on', async () => {
  writeFileSync(path.join(place.content, file), text('One minute.').replace('lamp.png', 'missing.png'))
  await part.explainers.notice(file, 0)
  const refused = await eventually(
    () => library.entryAt(file),
    (entry) => entry?.refused !== undefined && entry.refused.code === 'broken-text',
  )
  expect(refused?.media).toEqual(onTv())
  expect(JSON.stringify(part.explainers.explainerAt(file))).toContain('Two minutes.')
})

test('of two versions saved one after the other the later one stays, whichever picture takes longer', async () => {
  shut()
  await paint('#993311')
  await save('One minute.')
  const earlier = await eventually(
    () => part.explainers.explainerAt(file) as Explainer,
    (said) => JSON.stringify(said).includes('One minute.'),
  )
  writeFileSync(path.join(place.content, file), '---\ntitle: Light\ntemplate: procedure\n---\n\n## The lamp\n\nNone.\n')
  await part.explainers.notice(file, 0)
  await eventually(
    () => JSON.stringify(part.explainers.explainerAt(file)),
    (said) => said.includes('None.'),
  )
  // The judge lets go of the earlier version, and then of another look at the same picture.
  gate.open()
  await part.pictures.illustrate(file, earlier)
  expect(JSON.stringify(part.explainers.explainerAt(file))).not.toContain('One minute.')
})

test('a picture that is replaced asks for a new check, and the one that was checked, put back, does not', async () => {
  check()
  expect(stand()).toEqual({ by: 'Dr L', on: '2026-11-20' })
  copyFileSync(path.join(place.content, '_pictures/lamp.png'), path.join(place.folder, 'first.png'))
  await paint('#99331177')
  part.explainers.pictureChanged('_pictures/lamp.png')
  await eventually(stand, (now) => now === 'changed')
  expect(library.entryAt(file)?.media).toBeUndefined()
  copyFileSync(path.join(place.folder, 'first.png'), path.join(place.content, '_pictures/lamp.png'))
  part.explainers.pictureChanged('_pictures/lamp.png')
  await eventually(stand, (now) => typeof now === 'object')
})

test('a hub that begins knows a checked film with pictures before it has looked at them, and sees when one was replaced meanwhile', async () => {
  check()
  await part.close()
  shut()
  part = open()
  await part.explainers.open()
  expect(stand()).toEqual({ by: 'Dr L', on: '2026-11-20' })
  expect(library.entryAt(file)?.media).toEqual(onTv())
  await part.close()
  await paint('#112233')
  shut()
  part = open()
  await part.explainers.open()
  gate.open()
  await eventually(stand, (now) => now === 'changed')
  expect(library.entryAt(file)?.media).toBeUndefined()
})
