/** People edit playlists by hand while the TV plays them: the last good one goes on, and what is wrong is said. */
import { renameSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlaylistList, Problem } from '../../core/contract.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

const place = makePlace()
const write = (name: string, text: string) => drop(place.playlists, name, text)
let hub: RunningHub

const listed = async (name: string) =>
  (await hub.get<PlaylistList>('/api/playlists')).playlists.find((playlist) => playlist.name === name)
const told = async (about: string): Promise<readonly Problem[]> =>
  (await hub.health()).problems.filter((problem) => problem.about === about)
const untilTold = (about: string) =>
  eventually(
    () => told(about),
    (problems) => problems.length > 0,
  )
const untilNotTold = (about: string) =>
  eventually(
    () => told(about),
    (problems) => problems.length === 0,
  )
const untilListed = (name: string, items: number | undefined) =>
  eventually(
    () => listed(name),
    (playlist) => playlist?.items === items,
  )
/** Titles of what plays, in order. */
const titles = async () => {
  const { items, loops } = await hub.programme()
  return loops.default?.places.map((id) => items[id]?.title)
}
const untilPlays = (...wanted: readonly string[]) =>
  eventually(titles, (playing) => JSON.stringify(playing) === JSON.stringify(wanted))

const nonsense = 'title: Mornings\nitems:\n  - photo.jpg\n - film.mp4\n'
const aboutNonsense = {
  about: 'playlists/default.yaml',
  line: 4,
  column: 1,
  message: expect.stringMatching(/do not fit together.* The previous version keeps playing\.$/),
}

beforeAll(async () => {
  drop(place.content, 'film.mp4', sample('film.mp4'))
  drop(place.content, 'photo.jpg', sample('photo.jpg'))
  write('a-first.yaml', 'items:\n  - playlist: z-last\n')
  write('z-last.yaml', 'title: The last one\nitems:\n  - film.mp4\n  - asset: photo.jpg\n    seconds: 3\n')
  hub = await startHub(place.args)
  for (const name of ['film.mp4', 'photo.jpg']) await hub.judged(name)
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

test('without a default playlist the whole folder plays', async () => {
  await untilPlays('film', 'photo')
  expect(await listed('default')).toEqual({
    name: 'default',
    kind: 'default',
    items: 2,
    durationMs: 14_000,
    problems: [],
  })
})

test('playlists are listed with what they hold now', async () => {
  expect(await listed('z-last')).toEqual({
    name: 'z-last',
    kind: 'file',
    title: 'The last one',
    items: 2,
    durationMs: 5_000,
    problems: [],
  })
})

test('a playlist may name one that is read after it', async () => {
  expect(await listed('a-first')).toMatchObject({ items: 2, problems: [] })
  expect(hub.said()).not.toContain('There is no playlist')
})

test('a default playlist plays in its own order as soon as it is there', async () => {
  write('default.yaml', 'title: Mornings\nitems:\n  - photo.jpg\n  - film.mp4\n  - photo.jpg\n')
  await untilPlays('photo', 'film', 'photo')
})

test('edited into nonsense, the last good version goes on, and the place of the mistake is told', async () => {
  write('default.yaml', nonsense)
  expect(await untilTold('playlists/default.yaml')).toEqual([aboutNonsense])
  expect(await hub.health()).toMatchObject({ status: 'degraded' })
  expect(await listed('default')).toMatchObject({ title: 'Mornings', items: 3, problems: [aboutNonsense] })
  expect(await titles()).toEqual(['photo', 'film', 'photo'])
})

test('so it is after a restart of the hub', async () => {
  await hub.stop()
  hub = await startHub(place.args)
  expect(await titles()).toEqual(['photo', 'film', 'photo'])
  expect(await listed('default')).toMatchObject({ title: 'Mornings', items: 3, problems: [aboutNonsense] })
  expect(await told('playlists/default.yaml')).toEqual([aboutNonsense])
})

test('mended, it plays, and nothing is wrong any more', async () => {
  write('default.yaml', 'items:\n  - film.mp4\n')
  await untilPlays('film')
  await untilNotTold('playlists/default.yaml')
  expect(await hub.health()).toMatchObject({ status: 'ok', problems: [] })
})

test('every mistake is told, each with its line; a list that never was good is left out', async () => {
  write('offers.yaml', 'itmes:\n  - film.mp4\ntitle: ""\n')
  const problems = await untilTold('playlists/offers.yaml')
  expect(problems).toEqual([
    {
      about: 'playlists/offers.yaml',
      line: 1,
      column: 1,
      message: '"itmes" is not known here. Did you mean "items"? The playlist is left out until this is mended.',
    },
  ])
  expect(await listed('offers')).toBeUndefined()
  write('offers.yaml', 'items:\n  - film.mp4\n')
  await untilListed('offers', 1)
})

test('a name nobody could type into a page is refused in a sentence', async () => {
  write('Summer Offers.yaml', 'items: []\n')
  expect(await untilTold('playlists/Summer Offers.yaml')).toMatchObject([
    { message: expect.stringContaining('small letters, digits and hyphens') },
  ])
  rmSync(`${place.playlists}/Summer Offers.yaml`)
  await untilNotTold('playlists/Summer Offers.yaml')
})

test('a playlist that does not exist is named once, with the one that was probably meant', async () => {
  write('default.yaml', 'items:\n  - photo.jpg\n  - playlist: ofers\n')
  await untilPlays('photo')
  await untilTold('playlists/default.yaml')
  const { problems } = await hub.health()
  expect(problems).toEqual([
    {
      about: 'playlists/default.yaml',
      message: 'There is no playlist "ofers". Did you mean "offers"? The rest plays.',
    },
  ])
  write('default.yaml', 'items:\n  - photo.jpg\n  - playlist: offers\n')
  await untilPlays('photo', 'film')
  await untilNotTold('playlists/default.yaml')
})

test('a film that is not there is told, and plays when it comes', async () => {
  write('default.yaml', 'items:\n  - photo.jpg\n  - later.png\n')
  expect(await untilTold('playlist default')).toEqual([
    { about: 'playlist default', message: 'Nothing to show at "later.png" in the content folder. The rest plays.' },
  ])
  drop(place.content, 'later.png', sample('photo.png'))
  await untilPlays('photo', 'later')
  await untilNotTold('playlist default')
})

test('of two files with one name the .yaml counts, and that is said', async () => {
  write('offers.yml', 'items:\n  - photo.jpg\n  - photo.jpg\n')
  expect(await untilTold('playlists/offers.yml')).toMatchObject([
    { message: 'There is also a "offers.yaml", and that one counts. Remove one of the two.' },
  ])
  expect(await listed('offers')).toMatchObject({ items: 1, problems: [{ about: 'playlists/offers.yml' }] })
  rmSync(`${place.playlists}/offers.yaml`)
  await untilListed('offers', 2)
})

test('a playlist that is removed is gone; without the default one the whole folder plays again', async () => {
  rmSync(`${place.playlists}/offers.yml`)
  await untilListed('offers', undefined)
  rmSync(`${place.playlists}/default.yaml`)
  await untilPlays('film', 'later', 'photo')
})

test('a folder that goes away takes no playlist with it, not even over a restart', async () => {
  const away = `${place.playlists}-away`
  renameSync(place.playlists, away)
  const missing = [
    {
      about: 'playlists',
      message: `The folder ${place.playlists} is not there. The playlists read before stay in force; it is looked for again every 5 seconds.`,
    },
  ]
  expect(await untilTold('playlists')).toEqual(missing)
  expect(await listed('z-last')).toMatchObject({ items: 2 })
  await hub.stop()
  hub = await startHub(place.args)
  expect(await told('playlists')).toEqual(missing)
  expect(await listed('z-last')).toMatchObject({ items: 2 })
  renameSync(away, place.playlists)
  await untilNotTold('playlists')
  write('z-last.yaml', 'items:\n  - film.mp4\n')
  await untilListed('z-last', 1)
})
