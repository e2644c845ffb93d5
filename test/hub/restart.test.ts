/** A hub that comes back goes on where it was: nothing is checked twice, no screen jumps. */
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../../core/remarks.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample, sha256, truncated } from '../support/samples.ts'

const place = makePlace()
const hash = { film: sha256(sample('film.mp4')), photo: sha256(sample('photo.jpg')) }
let hub: RunningHub

const states = async () => (await hub.assets()).map(({ path: file, state, source: bytes }) => [file, state, bytes])

beforeAll(async () => {
  hub = await startHub(place.args)
  drop(place.content, 'film.mp4', sample('film.mp4'))
  drop(place.content, 'photo.jpg', sample('photo.jpg'))
  drop(place.content, 'broken.jpg', truncated(sample('photo.jpg'), 0.5))
  for (const name of ['film.mp4', 'photo.jpg', 'broken.jpg']) await hub.judged(name)
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

test('killed and started again it has the same films and the same promises, and checks nothing again', async () => {
  const before = await eventually(
    () => hub.programme(),
    ({ loops }) => loops.default?.places.length === 2,
  )
  await hub.stop('SIGKILL')
  drop(place.content, 'new.mp4', sample('film.mp4', 1))
  // Without the programs that check it any check would fail.
  hub = await startHub(place.args, { PATH: '' })
  const known = [
    ['broken.jpg', 'refused', undefined],
    ['film.mp4', 'ready', hash.film],
    ['photo.jpg', 'ready', hash.photo],
  ]
  expect((await states()).filter(([file]) => file !== 'new.mp4')).toEqual(known)
  const after = await hub.programme()
  expect(after.timeline).toEqual(before.timeline)
  expect(after.revision).toBe(before.revision)
  expect(await hub.judged('new.mp4')).toMatchObject({ state: 'refused', reason: refusal('missing-program') })
  expect((await states()).filter(([file]) => file !== 'new.mp4')).toEqual(known)
})

test('what could not be checked is checked when that is possible again', async () => {
  await hub.stop()
  hub = await startHub(place.args)
  await eventually(
    async () => (await hub.assets()).find(({ path: file }) => file === 'new.mp4')?.state,
    (state) => state === 'ready',
  )
})

test('what was deleted while it was away is gone, what was changed is taken in anew', async () => {
  await hub.stop()
  drop(place.content, 'photo.jpg', sample('photo.jpg', 2))
  rmSync(path.join(place.content, 'broken.jpg'))
  hub = await startHub(place.args)
  await eventually(states, (seen) => JSON.stringify(seen).includes(sha256(sample('photo.jpg', 2))))
  await eventually(
    async () => (await states()).map(([file]) => file).join(),
    (files) => files === 'film.mp4,new.mp4,photo.jpg',
  )
})

test('--at shifts the clock, which then runs on; it is believed', async () => {
  await hub.stop()
  hub = await startHub([...place.args, '--at', '2031-02-03T10:00:00+01:00'])
  const { clock, startedAt } = await hub.health()
  expect(clock).toMatchObject({ zone: 'Europe/Berlin', trusted: true })
  expect(startedAt).toMatch(/^2031-02-03T09:00:0/)
  await eventually(
    async () => (await hub.health()).clock.now,
    (now) => now > clock.now && now < '2031-02-03T09:01',
  )
})

test('a clock that is set back leaves no hole: the loop goes on at once', async () => {
  await hub.stop()
  hub = await startHub([...place.args, '--at', '2026-01-05T08:00:00+01:00'])
  const { timeline } = await hub.programme()
  expect(timeline[0]?.startsAt).toMatch(/^2026-01-05T07:00:0/)
  expect(timeline.at(-1)?.startsAt).toMatch(/^2026-01-05T07:[12]/)
})

test('a clock behind what this installation has seen is not believed, and that is said', async () => {
  await hub.stop()
  const database = new Database(path.join(place.data, 'anteroom.sqlite'))
  database.prepare("INSERT OR REPLACE INTO facts VALUES ('last-seen', '2199-01-01T00:00:00.000Z')").run()
  database.close()
  hub = await startHub(place.args)
  const { status, clock, problems } = await hub.health()
  expect({ status, trusted: clock.trusted }).toEqual({ status: 'degraded', trusted: false })
  expect(problems).toMatchObject([{ about: 'clock', message: expect.stringContaining('Undated films play on') }])
  expect((await hub.programme()).loops.default?.places).toHaveLength(3)
})

// A machine that has more to do may be late once, and not three times.
test('it is gone a second after whoever started it is gone', { retry: 2 }, async () => {
  const ended = once(hub.child, 'exit')
  const startedAt = performance.now()
  hub.child.disconnect()
  await ended
  const lingeredMs = performance.now() - startedAt
  hub = await startHub(place.args)
  // A second is the promise; the other one is for what ends it to be noticed.
  expect(lingeredMs).toBeLessThan(2_000)
  expect(await hub.assets()).toHaveLength(3)
})
