/** The shared folder is a network drive somewhere: it comes late, goes away and comes back, and nothing is lost. */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample, sha256 } from '../support/samples.ts'

const place = makePlace()
const away = `${place.content}-away`
let hub: RunningHub

const untilTold = (about: RegExp) =>
  eventually(
    async () => (await hub.health()).problems.map(({ message }) => message).join('\n'),
    (told) => about.test(told),
  )
const untilWell = () =>
  eventually(
    () => hub.health(),
    ({ status }) => status === 'ok',
  )

beforeAll(async () => {
  rmSync(place.content, { recursive: true })
  hub = await startHub(place.args)
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

test('a folder that is not there at the start is waited for, and that is said', async () => {
  expect(await hub.health()).toMatchObject({
    status: 'degraded',
    problems: [
      {
        about: 'content',
        message: `The folder ${place.content} is not there. What was taken in before goes on playing; it is looked for again every 2 seconds.`,
      },
    ],
  })
  drop(place.content, 'film.mp4', sample('film.mp4'))
  await untilWell()
  expect(await hub.judged('film.mp4')).toMatchObject({ state: 'ready' })
})

test('a folder that goes away takes nothing with it, and is recognised when it comes back', async () => {
  const before = await eventually(
    () => hub.programme(),
    ({ loops }) => loops.default?.places.length === 1,
  )
  renameSync(place.content, away)
  await untilTold(/is not there/)
  expect(await hub.assets()).toMatchObject([{ path: 'film.mp4', state: 'ready', source: sha256(sample('film.mp4')) }])
  expect((await hub.programme()).loops).toEqual(before.loops)
  renameSync(away, place.content)
  await untilWell()
  drop(place.content, 'photo.jpg', sample('photo.jpg'))
  expect(await hub.judged('photo.jpg')).toMatchObject({ state: 'ready' })
  expect((await hub.assets()).map(({ path, state }) => [path, state])).toEqual([
    ['film.mp4', 'ready'],
    ['photo.jpg', 'ready'],
  ])
})

test('a file in place of the folder is said to be one', async () => {
  renameSync(place.content, away)
  drop(place.folder, 'content', 'not a folder')
  await untilTold(/is a file, not a folder/)
  rmSync(place.content)
  renameSync(away, place.content)
  await untilWell()
  expect(await hub.assets()).toHaveLength(2)
})

test('another folder in its place is noticed, however quickly they change places', async () => {
  mkdirSync(`${place.folder}/next`)
  drop(`${place.folder}/next`, 'poster.png', sample('photo.png'))
  renameSync(place.content, away)
  renameSync(`${place.folder}/next`, place.content)
  expect(await hub.judged('poster.png')).toMatchObject({ state: 'ready' })
  await eventually(
    async () => (await hub.assets()).map(({ path }) => path),
    (paths) => paths.join() === 'poster.png',
  )
  drop(place.content, 'later.webp', sample('photo.webp'))
  expect(await hub.judged('later.webp')).toMatchObject({ state: 'ready' })
})
