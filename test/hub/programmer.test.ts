/** The programmer's one timer: whatever is pressed at whatever moment, time goes on being looked at. */
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { compilePlan } from '../../core/schedule.ts'
import type { LibraryItem } from '../../core/shelf.ts'
import { startClock, wallIn } from '../../hub/clock.ts'
import { openDatabase } from '../../hub/database.ts'
import { Loops } from '../../hub/loops.ts'
import { Problems } from '../../hub/problems.ts'
import { Programmer } from '../../hub/programmer.ts'
import { eventually } from '../support/eventually.ts'
import { libraryItem } from '../support/items.ts'
import { makePlace } from '../support/place.ts'

let place: ReturnType<typeof makePlace>

beforeEach(() => {
  place = makePlace()
})

afterEach(() => {
  vi.useRealTimers()
  place.remove()
})

function programmerOf(playable: () => readonly LibraryItem[], isOfWords = (_assetId: string) => false) {
  const database = openDatabase(path.join(place.folder, 'anteroom.sqlite'))
  const clock = startClock({ zone: 'Europe/Berlin', at: '2026-03-02T08:00:00+01:00', builtAtMs: 0, lastSeenMs: 0 })
  const loops = new Loops({ library: { playable }, playlists: { all: () => new Map() }, languages: () => [] })
  const plan = compilePlan([], [], ['screen-1', 'screen-2'], wallIn(clock.zone))
  const brand = { current: () => ({ name: 'Clinic' }) } as never
  const problems = new Problems()
  const takenOff: ((assetId: string) => void)[] = []
  const programmer = new Programmer(2, {
    ...{ database, clock, loops, plan: () => plan, brand, problems, isOfWords },
    onTakenOff: (listener) => void takenOff.push(listener),
  })
  const close = () => {
    programmer.close()
    database.close()
  }
  const takeOff = (assetId: string) => {
    for (const listener of takenOff) listener(assetId)
  }
  return { programmer, close, database, problems, loops, takeOff }
}

const goBy = async (seconds: number) => {
  for (let second = 0; second < seconds; second += 1) {
    vi.advanceTimersByTime(1_000)
    for (let turn = 0; turn < 4; turn += 1) await nextTurn()
  }
}

test('a disk that takes nothing ends neither the hub nor the programme, and is said until it takes something again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const items = [libraryItem('one.jpg'), libraryItem('two.jpg')]
  const { programmer, close, database, problems } = programmerOf(() => items)
  const told = () => problems.about('programme').map(({ message }) => message)
  programmer.start()
  const before = programmer.programmeOf('screen-1')?.revision
  database.pragma('query_only = 1')
  programmer.cut(() => true)
  await goBy(31)
  expect(told()[0]).toMatch(/^What the screens play could not be written down .* They play on/)
  expect(programmer.programmeOf('screen-1')?.revision).not.toBe(before)
  database.pragma('query_only = 0')
  programmer.cut(() => true)
  await goBy(31)
  expect(told()).toEqual([])
  close()
})

test('whatever goes wrong in a computation is said, and half a minute later it is tried again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { loops, programmer, close, problems } = programmerOf(() => [])
  programmer.start()
  const look = vi.spyOn(loops, 'look').mockImplementation(() => {
    throw new Error('the library is gone')
  })
  await goBy(31)
  expect(problems.about('programme')[0]?.message).toContain('could not be computed (the library is gone)')
  look.mockRestore()
  await goBy(31)
  expect(problems.about('programme')).toEqual([])
  close()
})

test('a skip in the middle of a computation does not end the computations', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { programmer, close } = programmerOf(() => [])
  let refreshes = 0
  programmer.onRefresh(() => {
    refreshes += 1
  })
  programmer.start()
  vi.advanceTimersByTime(30_000)
  // The computation has begun, and lets what else waits go between.
  programmer.cut(() => true)
  await goBy(60)
  expect(refreshes).toBeGreaterThanOrEqual(2)
  close()
})

test('a film whose words nobody stands for any more does not play to its end; a video that was deleted does', async () => {
  const film = libraryItem('light.md', 60)
  const video = libraryItem('walk.mp4', 60)
  const other = libraryItem('quiet.mp4', 60)
  let items: readonly LibraryItem[] = [film, other]
  const { programmer, close } = programmerOf(
    () => items,
    (id) => id === film.asset.id,
  )
  const titleOn = () => programmer.playingOn('screen-1')?.item.assetId
  const refreshed = async () => {
    const told = new Promise<void>((resolve) => programmer.onRefresh(resolve))
    programmer.refreshSoon()
    await told
  }
  programmer.start()
  expect(titleOn()).toBe(film.asset.id)
  items = [other]
  await refreshed()
  await eventually(titleOn, (id) => id === other.asset.id, 5_000)
  items = [video]
  await refreshed()
  expect(titleOn()).toBe(other.asset.id)
  close()
})

test.each(['its check is taken back', 'another one is saved over it, or it is deleted'])(
  'all pictures of a film are off the screens and out of what comes in the same moment when %s',
  (why) => {
    // No timer runs: whatever needs one is too late.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { asset, ...shown } = libraryItem('light.md', 15)
    const media = 'media' in shown ? shown.media : undefined
    if (media === undefined) throw new Error('a film has a medium')
    const stills = ['a', 'b', 'c', 'd'].map((letter) => ({
      media: { ...media, hash: letter.repeat(64) },
      durationMs: 8_000,
    }))
    const other = libraryItem('quiet.mp4', 60)
    let items: readonly LibraryItem[] = [{ asset, stills }, other]
    const { programmer, close, takeOff } = programmerOf(
      () => items,
      (id) => id === asset.id,
    )
    programmer.start()
    const on = (screen: string) => programmer.timelineOf(screen).map(({ item }) => item.assetId)
    expect(on('screen-1').slice(0, 4)).toEqual(Array(4).fill(asset.id))
    const before = programmer.screens.map((screen) => programmer.programmeOf(screen)?.revision)
    items = [other]
    if (why === 'its check is taken back') programmer.leaveWithdrawn()
    else takeOff(asset.id)
    programmer.screens.forEach((screen, at) => {
      expect(on(screen)).not.toContain(asset.id)
      expect(programmer.programmeOf(screen)?.revision).not.toBe(before[at])
    })
    close()
  },
)
