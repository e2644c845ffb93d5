/** The programmer's one timer: whatever is pressed at whatever moment, time goes on being looked at. */
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { compilePlan } from '../../core/schedule.ts'
import { startClock, wallIn } from '../../hub/clock.ts'
import { openDatabase } from '../../hub/database.ts'
import { Loops } from '../../hub/loops.ts'
import { Problems } from '../../hub/problems.ts'
import { Programmer } from '../../hub/programmer.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()

afterEach(() => {
  vi.useRealTimers()
  place.remove()
})

test('a skip in the middle of a computation does not end the computations', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const database = openDatabase(path.join(place.folder, 'anteroom.sqlite'))
  const clock = startClock({ zone: 'Europe/Berlin', at: '2026-03-02T08:00:00+01:00', builtAtMs: 0, lastSeenMs: 0 })
  const loops = new Loops({
    library: { playable: () => [] },
    playlists: { all: () => new Map() },
    languages: () => [],
  })
  const plan = compilePlan([], [], ['screen-1', 'screen-2'], wallIn(clock.zone))
  const brand = { current: () => ({ name: 'Clinic' }) } as never
  const programmer = new Programmer(2, { database, clock, loops, plan: () => plan, brand, problems: new Problems() })
  let refreshes = 0
  programmer.onRefresh(() => {
    refreshes += 1
  })
  const minuteGoesBy = async () => {
    for (let second = 0; second < 60; second += 1) {
      vi.advanceTimersByTime(1_000)
      for (let turn = 0; turn < 4; turn += 1) await nextTurn()
    }
  }
  programmer.start()
  vi.advanceTimersByTime(30_000)
  // The computation has begun, and lets what else waits go between.
  programmer.cut(() => true)
  await minuteGoesBy()
  expect(refreshes).toBeGreaterThanOrEqual(2)
  programmer.close()
  database.close()
})
