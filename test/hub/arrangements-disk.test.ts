/** What was arranged with somebody while the disk takes nothing: nothing is shown that is not on it, and no press of the queue suffers by it. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AnswerBook } from '../../hub/answer-book.ts'
import { Arrangements } from '../../hub/arrangements.ts'
import { ClinicLists } from '../../hub/clinic-lists.ts'
import { msOf, startClock } from '../../hub/clock.ts'
import { type Database, openDatabase } from '../../hub/database.ts'
import { Labels } from '../../hub/labels.ts'
import { QueueLog } from '../../hub/queue-log.ts'
import { makePlace, type Place } from '../support/place.ts'

const morning = '2026-03-03T09:00:00+01:00'
const clock = startClock({ zone: 'Europe/Berlin', at: morning, builtAtMs: 0, lastSeenMs: 0 })
let place: Place
let database: Database
let log: QueueLog
let arrangements: Arrangements
let app: Hono
/** How often the desks were told. */
let news = 0
/** Comes before what is arranged hears of it. */
let onPress = () => {}

beforeEach(() => {
  place = makePlace()
  database = openDatabase(path.join(place.folder, 'anteroom.sqlite'))
  open()
})

afterEach(() => {
  onPress = () => {}
  vi.restoreAllMocks()
  database.close()
  place.remove()
})

/** As a hub does it that starts. */
function open(): void {
  const answers = new AnswerBook(database)
  const lists = new ClinicLists(database, answers)
  const draw = () => ({ id: randomUUID(), token: randomUUID(), share: 0.5 })
  log = new QueueLog({ database, answers, lists, labels: new Labels(database), draw })
  log.onChange(() => onPress())
  arrangements = new Arrangements({ database, answers, log, clock })
  news = 0
  arrangements.onChange(() => {
    news += 1
  })
  app = new Hono()
  arrangements.mount(app)
}

const press = (command: Parameters<QueueLog['press']>[0]) => log.press(command, { now: msOf(morning), caller: 'desk' })
const checkIn = (): string => {
  const { body } = press({ type: 'check-in', arrival: { service: 'consultation' } })
  return (body as { readonly ticket: { readonly id: string } }).ticket.id
}
const tell = async (ticket: string, key: string = randomUUID()) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  const body = JSON.stringify({ arranged: [{ ticket, how: 'told' }] })
  const response = await app.request('/api/arranged', { method: 'POST', headers, body })
  return { status: response.status, body: (await response.json()) as { reason?: string; message?: string } }
}
const shown = () => arrangements.all.map(({ ticket }) => ticket)

/** The disk refuses all of it, or fails with the last of what belongs together. */
const refusing = {
  everything: {
    begin: 'PRAGMA query_only = 1',
    end: 'PRAGMA query_only = 0',
  },
  'the answer': {
    begin: "CREATE TEMP TRIGGER full BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'full'); END",
    end: 'DROP TRIGGER full',
  },
} as const

test.each(['everything', 'the answer'] as const)(
  'while the disk refuses %s, nothing is shown and the desk is told; the same press works once it does not',
  async (what) => {
    vi.spyOn(console, 'error').mockReturnValue()
    const [first, second] = [checkIn(), checkIn()]
    expect((await tell(first)).status).toBe(200)
    database.exec(refusing[what].begin)
    expect(await tell(second, 'press-1')).toEqual({
      status: 503,
      body: {
        reason: 'not-written',
        message:
          'It could not be written down, so nothing has happened. Press again; if that does not help, the disk may be full.',
      },
    })
    expect([shown(), news]).toEqual([[first], 1])
    database.exec(refusing[what].end)
    expect((await tell(second, 'press-1')).status).toBe(200)
    expect([shown(), news]).toEqual([[first, second], 2])
    open()
    expect(shown()).toEqual([first, second])
  },
)

test('a day is closed, and everybody hears of it, though the disk does not forget what was arranged', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  await tell(checkIn())
  const heard = vi.fn()
  log.onChange(heard)
  // Full at the very moment in which the press has come to the disk.
  onPress = () => database.exec(refusing.everything.begin)
  expect(press({ type: 'close-day', anyway: true }).status).toBe(200)
  expect([heard.mock.calls.length, shown()]).toEqual([1, []])
  expect(said.mock.calls.flat().join()).toMatch(/could not be written down .*The press stands\./)
  onPress = () => {}
  database.exec(refusing.everything.end)
  // Nor does a hub that starts show what belongs to yesterday.
  open()
  const next = checkIn()
  expect(shown()).toEqual([])
  await tell(next)
  expect(shown()).toEqual([next])
  press({ type: 'close-day', anyway: true })
  expect(database.prepare("SELECT 1 FROM facts WHERE name = 'arranged'").get()).toBeUndefined()
})

test('what was arranged with somebody who has gone is not shown, and is again when that is taken back', async () => {
  const ticket = checkIn()
  await tell(ticket)
  press({ type: 'leave', ticket })
  expect(shown()).toEqual([])
  press({ type: 'undo' })
  expect(shown()).toEqual([ticket])
})
