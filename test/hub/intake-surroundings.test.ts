/** Trouble that lies in the surroundings and not in the file: it passes, and then the file is taken in by itself. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { refusal } from '../../core/remarks.ts'
import { openDatabase } from '../../hub/database.ts'
import { Intake } from '../../hub/intake.ts'
import { IntakeCrew } from '../../hub/intake-crew.ts'
import { Library } from '../../hub/library.ts'
import { MediaBook } from '../../hub/media-book.ts'
import { Store } from '../../hub/store.ts'
import { eventually } from '../support/eventually.ts'
import { makePlace, projectRoot } from '../support/place.ts'
import { drop, sample, sha256 } from '../support/samples.ts'

const searchPath = process.env.PATH
const endings: (() => Promise<void> | void)[] = []

afterEach(async () => {
  process.env.PATH = searchPath
  for (const end of endings.splice(0).reverse()) await end()
})

/** The way in, without a hub around it. */
async function openIntake(silenceMs = 20_000) {
  const place = makePlace()
  const [stored, incoming] = [path.join(place.data, 'store'), path.join(place.data, 'incoming')]
  mkdirSync(incoming, { recursive: true })
  const database = openDatabase(path.join(place.data, 'anteroom.sqlite'))
  const store = new Store(stored, incoming)
  await store.open()
  const book = new MediaBook(database)
  const library = new Library(database, book, () => '2026-03-02T07:00:00.000Z')
  const crew = new IntakeCrew({ program: path.join(projectRoot, 'build/intake-worker.mjs'), size: 2, silenceMs })
  const intake = new Intake({
    folder: place.content,
    store,
    library,
    book,
    crew,
    profile: 'hd',
    acceptsFlashes: () => false,
  })
  endings.push(
    place.remove,
    () => void database.close(),
    () => crew.close(),
    () => intake.close(),
  )
  const untilState = (wanted: string | undefined) =>
    eventually(
      () => library.list()[0],
      (asset) => asset?.state === wanted,
    )
  return { place, stored, incoming, store, library, intake, untilState }
}

test('a film for which a program is missing is checked again when somebody looks again, and plays', async () => {
  const { place, stored, incoming, intake, untilState } = await openIntake()
  drop(place.content, 'film.mp4', sample('film.mp4'))
  process.env.PATH = ''
  await intake.notice('film.mp4')
  expect(await untilState('refused')).toMatchObject({ reason: refusal('missing-program') })
  expect([readdirSync(stored), readdirSync(incoming)]).toEqual([[], []])
  process.env.PATH = searchPath
  // The next worker is started with it.
  for (const pid of workers()) process.kill(pid, 'SIGKILL')
  intake.lookAgain()
  const ready = await untilState('ready')
  expect(ready).toMatchObject({ source: sha256(sample('film.mp4')) })
  expect([readdirSync(stored).sort(), readdirSync(incoming)]).toEqual([[ready?.media, ready?.poster].sort(), []])
})

test('looking again leaves alone what was judged by itself', async () => {
  const { place, library, intake, untilState } = await openIntake()
  drop(place.content, 'letter.mp4', 'Dear patients')
  await intake.notice('letter.mp4')
  const judged = await untilState('refused')
  intake.lookAgain()
  expect(library.list()).toEqual([judged])
})

test('a file that is deleted before anyone has looked leaves no trace', async () => {
  const { place, library, intake, untilState } = await openIntake()
  drop(place.content, 'film.mp4', sample('film.mp4'))
  await intake.notice('film.mp4')
  expect(library.list()).toMatchObject([{ state: 'working' }])
  rmSync(path.join(place.content, 'film.mp4'))
  await intake.notice('film.mp4')
  await untilState(undefined)
})

test('a file that is deleted while it is being looked at leaves no trace either', async () => {
  const { place, stored, incoming, library, intake, untilState } = await openIntake()
  drop(place.content, 'film.mp4', sample('film.mp4'))
  // The first progress says that the copying has begun.
  const deleted = new Promise<void>((resolve) => {
    library.onChange(() => {
      if ((library.list()[0]?.progress ?? 0) === 0) return
      rmSync(path.join(place.content, 'film.mp4'))
      intake.forget('film.mp4')
      resolve()
    })
  })
  await intake.notice('film.mp4')
  await deleted
  await intake.close()
  await untilState(undefined)
  expect([readdirSync(stored), readdirSync(incoming)]).toEqual([[], []])
})

/** Intake workers of this very test. */
const workers = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const [parent, command] = [statusOf(pid, 'stat').split(') ').at(-1)?.split(' ')[1], statusOf(pid, 'cmdline')]
      return Number(parent) === process.pid && command.includes('intake-worker.mjs')
    })

function statusOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

const untilWorkers = async () =>
  eventually(
    () => workers(),
    (pids) => pids.length > 0,
  )

test('a worker that is killed in the middle is replaced; the file is ready all the same', async () => {
  const { place, incoming, intake, untilState } = await openIntake()
  drop(place.content, 'film.webm', sample('film.webm'))
  await intake.notice('film.webm')
  for (const pid of await untilWorkers()) process.kill(pid, 'SIGKILL')
  expect(await untilState('ready')).toMatchObject({ source: sha256(sample('film.webm')) })
  expect(readdirSync(incoming)).toEqual([])
})

test('a worker that is stuck is noticed and replaced', async () => {
  const { place, intake, untilState } = await openIntake(3_000)
  drop(place.content, 'film.webm', sample('film.webm'))
  await intake.notice('film.webm')
  const [stuck = 0] = await untilWorkers()
  process.kill(stuck, 'SIGSTOP')
  expect(await untilState('ready')).toMatchObject({ source: sha256(sample('film.webm')) })
  await eventually(
    () => workers(),
    (pids) => !pids.includes(stuck),
  )
})

test('a photo is taken in while long films are being prepared', async () => {
  const { place, library, intake } = await openIntake()
  const stateOf = (name: string) => library.list().find((asset) => asset.path === name)?.state
  // Larger than a photo ever is, by a part of the file that nobody plays.
  const padding = Buffer.alloc(31_000_000)
  padding.writeUInt32BE(padding.length)
  padding.write('free', 4, 'latin1')
  for (const at of [0, 1]) {
    drop(place.content, `long ${at}.mp4`, Buffer.concat([sample('film.mp4', at), padding]))
    await intake.notice(`long ${at}.mp4`)
  }
  // They take for ever.
  for (const pid of await untilWorkers()) process.kill(pid, 'SIGSTOP')
  drop(place.content, 'photo.jpg', sample('photo.jpg'))
  drop(place.content, 'empty.jpg', '')
  await intake.notice('photo.jpg')
  await intake.notice('empty.jpg')
  await eventually(
    () => [stateOf('photo.jpg'), stateOf('empty.jpg')].join(),
    (states) => states === 'ready,refused',
  )
  expect([stateOf('long 0.mp4'), stateOf('long 1.mp4')]).toEqual(['working', 'working'])
})

test('one that is silent every time is given up, and not tried for ever', async () => {
  const { place, library, intake, untilState } = await openIntake(400)
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  endings.push(() => said.mockRestore())
  drop(place.content, 'film.webm', sample('film.webm'))
  const stopped = new Set<number>()
  const stopping = setInterval(() => {
    for (const pid of workers()) {
      stopped.add(pid)
      process.kill(pid, 'SIGSTOP')
    }
  }, 5)
  endings.push(() => clearInterval(stopping))
  await intake.notice('film.webm')
  for (const round of [1, 2, 3]) {
    await untilState('refused')
    expect(stopped.size).toBe(2 * round)
    intake.lookAgain()
    if (round < 3) await untilState('working')
  }
  // By itself it is over; somebody who asks is heard. Looking at other files takes as long as looking at this one.
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await intake.notice(name)
  expect(library.list()).toMatchObject([{ state: 'refused', reason: refusal('check-failed') }])
  await intake.reconsider('film.webm')
  expect(library.list()).toMatchObject([{ state: 'working' }])
})

test('one that dies every time is given up, in words', async () => {
  const { place, incoming, intake, untilState } = await openIntake()
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  endings.push(() => said.mockRestore())
  drop(place.content, 'film.webm', sample('film.webm'))
  const killing = setInterval(() => {
    for (const pid of workers()) process.kill(pid, 'SIGKILL')
  }, 5)
  endings.push(() => clearInterval(killing))
  await intake.notice('film.webm')
  expect(await untilState('refused')).toMatchObject({ reason: refusal('check-failed') })
  expect(readdirSync(incoming)).toEqual([])
})

test('the same bytes cost once, under whatever name', async () => {
  const { place, stored, library, intake } = await openIntake()
  for (const name of ['one.mp4', 'two.mp4']) {
    drop(place.content, name, sample('film.mp4'))
    await intake.notice(name)
    await eventually(
      () => library.list().find((asset) => asset.path === name)?.state,
      (state) => state === 'ready',
    )
  }
  const [one, two] = library.list()
  expect(two?.hash).toBe(one?.hash)
  expect(readdirSync(stored)).toHaveLength(2)
})

test('a stored file that was damaged is found when it is read, and made anew', async () => {
  const { place, store, intake, untilState } = await openIntake()
  store.onDamage((file) => intake.makeAnew(file))
  drop(place.content, 'film.mp4', sample('film.mp4'))
  await intake.notice('film.mp4')
  const { media = '' } = (await untilState('ready')) ?? {}
  expect(await store.verify(media)).toBe(true)
  const file = store.pathOf(media)
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  endings.push(() => said.mockRestore())
  expect(await store.verify(media)).toBe(false)
  await untilState('ready')
  await eventually(
    () => store.verify(media),
    (isWhole) => isWhole,
  )
})
