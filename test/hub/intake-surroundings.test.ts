/** Trouble that lies in the surroundings and not in the file: it passes, and then the file is taken in by itself. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { refusal } from '../../core/remarks.ts'
import { openDatabase } from '../../hub/database.ts'
import { Intake } from '../../hub/intake.ts'
import { Library } from '../../hub/library.ts'
import { Store } from '../../hub/store.ts'
import { eventually } from '../support/eventually.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample, sha256 } from '../support/samples.ts'

const searchPath = process.env.PATH
const endings: (() => Promise<void> | void)[] = []

afterEach(async () => {
  process.env.PATH = searchPath
  for (const end of endings.splice(0).reverse()) await end()
})

/** The way in, without a hub around it. */
async function openIntake() {
  const place = makePlace()
  const [stored, incoming] = [path.join(place.data, 'store'), path.join(place.data, 'incoming')]
  mkdirSync(incoming, { recursive: true })
  const database = openDatabase(path.join(place.data, 'anteroom.sqlite'))
  const store = new Store(stored, incoming)
  await store.open()
  const library = new Library(database)
  const intake = new Intake(place.content, store, library)
  endings.push(
    place.remove,
    () => void database.close(),
    () => intake.close(),
  )
  const untilState = (wanted: string | undefined) =>
    eventually(
      () => library.list()[0],
      (asset) => asset?.state === wanted,
    )
  return { place, stored, incoming, library, intake, untilState }
}

test('a film that could not be checked is checked again when somebody looks again, and plays', async () => {
  const { place, stored, incoming, intake, untilState } = await openIntake()
  drop(place.content, 'film.mp4', sample('film.mp4'))
  process.env.PATH = ''
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  endings.push(() => said.mockRestore())
  await intake.notice('film.mp4')
  expect(await untilState('refused')).toMatchObject({ reason: refusal('check-failed') })
  expect(said.mock.calls).toEqual([['film.mp4: the check failed 3 times: ffprobe could not finish (ENOENT).']])
  expect([readdirSync(stored), readdirSync(incoming)]).toEqual([[], []])
  process.env.PATH = searchPath
  intake.lookAgain()
  expect(await untilState('ready')).toMatchObject({ hash: sha256(sample('film.mp4')) })
  expect([readdirSync(stored), readdirSync(incoming)]).toEqual([[`${sha256(sample('film.mp4'))}.mp4`], []])
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
