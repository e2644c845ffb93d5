/** What people wait for, as the hub counts it: every five minutes, kept across a restart, gone at once below three. */
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Waiting } from '../../core/demand.ts'
import { historyOf } from '../../core/visit-history.ts'
import { type Database, openDatabase } from '../../hub/database.ts'
import { DemandDesk } from '../../hub/demand-desk.ts'
import { usualWaitMs } from '../../hub/usual-wait.ts'
import { minuteMs, monday } from '../support/items.ts'
import { makePlace, type Place } from '../support/place.ts'
import { putIntoLog, simulatedDay } from '../support/simulated-day.ts'

let place: Place
let database: Database
let now = monday
let waiting: readonly Waiting[] = []
let isOn = true
let changes = 0

beforeEach(() => {
  place = makePlace()
  database = openDatabase(path.join(place.folder, 'anteroom.sqlite'))
  now = monday
  waiting = []
  isOn = true
  changes = 0
})

afterEach(() => {
  database.close()
  place.remove()
})

const clock = { now: () => now } as never
const open = () =>
  new DemandDesk({
    ...{ database, clock, waiting: () => waiting, isOn: () => isOn },
    onChange: () => {
      changes += 1
    },
  })
const people = (service: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ service, group: `${service} ${at}`, minutes: 40 }))
const counted = (desk: DemandDesk) => desk.current()?.demand.services.peel?.people
const kept = () => database.prepare("SELECT value FROM facts WHERE name = 'demand'").pluck().get() as string | undefined
/** Looks every five seconds, as the queue's pulse does. */
function minutesGoBy(desk: DemandDesk, minutes: number): void {
  const until = now + minutes * minuteMs
  while (now < until) {
    now += 5_000
    desk.look()
  }
}

test('two counts in a row are heeded, the smaller one, and the programme is told once', () => {
  const desk = open()
  desk.look()
  now += minuteMs
  waiting = people('peel', 4)
  desk.look()
  minutesGoBy(desk, 5)
  expect(counted(desk)).toBeUndefined()
  waiting = people('peel', 5)
  minutesGoBy(desk, 5)
  expect(counted(desk)).toBe(4)
  expect(changes).toBe(1)
  minutesGoBy(desk, 5)
  expect(counted(desk)).toBe(5)
})

test('a hub that comes back soon goes on with what it had counted; one that was away begins anew', () => {
  waiting = people('peel', 3)
  const desk = open()
  desk.look()
  minutesGoBy(desk, 6)
  expect(counted(desk)).toBe(3)
  now += minuteMs
  const soon = open()
  soon.look()
  expect(counted(soon)).toBe(3)
  now += 20 * minuteMs
  const late = open()
  late.look()
  expect(counted(late)).toBeUndefined()
})

test('the third of three is called: from that moment on nothing is known, and nothing below three is ever written', () => {
  waiting = [...people('peel', 3), ...people('filler', 2)]
  const desk = open()
  desk.look()
  minutesGoBy(desk, 6)
  expect(counted(desk)).toBe(3)
  expect(kept()).not.toContain('filler')
  waiting = [...people('peel', 2), ...people('filler', 2)]
  desk.look()
  expect(counted(desk)).toBeUndefined()
  minutesGoBy(desk, 6)
  expect(kept()).not.toContain('peel')
})

test('off, nobody is counted, and what was counted is erased', () => {
  waiting = people('peel', 5)
  const desk = open()
  desk.look()
  minutesGoBy(desk, 6)
  isOn = false
  desk.look()
  expect(desk.current()).toBeUndefined()
  expect(kept()).toBeUndefined()
})

test('how long people usually wait is not known before twenty have been called', () => {
  expect(usualWaitMs(database)).toBe(30 * minuteMs)
})

test('… and is the middle of their waits once the day is closed', () => {
  const day = simulatedDay()
  putIntoLog(day, place.folder)
  expect(usualWaitMs(database)).toBe(30 * minuteMs)
  const waits = historyOf(day.events).visits.flatMap(({ ticket, firstCalledAt }) =>
    firstCalledAt === undefined ? [] : [(firstCalledAt - ticket.arrivedAt) / minuteMs],
  )
  const [shorter, longer] = [0.4, 0.6].map(
    (share) => waits.sort((one, other) => one - other)[Math.floor(share * waits.length)],
  )
  const { length } = day.events
  database
    .prepare(
      "INSERT INTO queue_events (revision, type, body, at, caller, key) VALUES (?, 'day-closed', ?, ?, 'hub', NULL)",
    )
    .run(length + 1, JSON.stringify({ leftOpen: [] }), monday + 600 * minuteMs)
  const usual = usualWaitMs(database) / minuteMs
  expect(waits.length).toBeGreaterThan(20)
  expect(usual % 5).toBe(0)
  expect(usual).toBeGreaterThanOrEqual(Math.max(15, (shorter ?? 0) - 5))
  expect(usual).toBeLessThanOrEqual(Math.max(15, (longer ?? 0) + 5))
})
