/** The day report from a real log: the day it belongs to, what is in it, and what never is. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { BookingList } from '../../core/booking-contract.ts'
import { rowsOf } from '../../core/booking-table.ts'
import { type DayReport, dayReport } from '../../core/report-contract.ts'
import { deskAt, send } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { type OpenHub, openHubForEach } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'
import { putIntoLog, simulatedDay } from '../support/simulated-day.ts'

let place: Place
let hub: RunningHub
let startAgain: OpenHub['startAgain']

openHubForEach(['--at', '2026-03-02T07:30:00+01:00'], (opened) => {
  ;({ hub, place, startAgain } = opened)
})

const again = async (at: string, signal: NodeJS.Signals = 'SIGTERM') => {
  await hub.stop(signal)
  await startAgain(['--at', at])
}
const report = (query = '') => hub.get<DayReport>(`/api/reports/day${query}`)
const here = { provider: 'p1', room: '1' }

test('a simulated day: today while it is open, later by its date', async () => {
  await hub.stop()
  const day = simulatedDay()
  putIntoLog(day, place.data)
  await again('2026-03-02T17:00:00+01:00')
  const open = dayReport.parse(await report())
  expect(open).toMatchObject({ day: '2026-03-02', isOpen: true, demo: false, counts: { arrived: 40 } })
  expect(open.counts.served + open.counts.left + open.counts.here).toBe(40)
  expect(open.waits?.count).toBeGreaterThan(30)
  expect(open.hours.reduce((sum, { arrived }) => sum + arrived, 0)).toBe(40)
  expect(open.providers).toBeUndefined()
  expect((await report('?providers=yes')).providers?.length).toBe(2)
  await deskAt(hub.url).press('close-day', { anyway: true })
  await again('2026-03-04T09:00:00+01:00')
  expect(await report()).toMatchObject({
    day: '2026-03-04',
    days: ['2026-03-04', '2026-03-02'],
    counts: { arrived: 0 },
  })
  const closed = await report('?day=2026-03-02')
  expect(closed).toMatchObject({ isOpen: false, waits: open.waits, visits: open.visits })
})

test('as CSV: a line for each visit, without labels, codes and tokens', async () => {
  const desk = deskAt(hub.url)
  const { code, token } = await desk.checkIn({ label: 'Zaphod Beeblebrox', appointmentAt: '2026-03-02T06:45:00Z' })
  await desk.press('call-next', here)
  await desk.checkIn()
  const response = await fetch(`${hub.url}/api/reports/day?day=2026-03-02&format=csv`)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="anteroom-2026-03-02.csv"')
  const text = await response.text()
  const [header, first, second, ...more] = rowsOf(text, ',')
  expect([header?.cells[0], more]).toEqual(['visit', []])
  expect(first?.cells.slice(0, 2)).toEqual(['1', 'Consultation'])
  expect(first?.cells[3]).toBe('2026-03-02T06:45:00.000Z')
  expect([first?.cells[6], second?.cells[6]]).toEqual(['here', 'here'])
  for (const secret of [code, token, 'Zaphod']) expect(text).not.toContain(secret)
})

test('what was told first survives a restart, and the report says whether it was kept', async () => {
  const desk = deskAt(hub.url)
  await desk.checkIn()
  await desk.press('call-next', here)
  const second = await desk.checkIn()
  await expect.poll(async () => (await desk.ticket(second.id)).wait?.shown.kind).toMatch(/next|soon|range/)
  // A promise is of an hour at most; two hours later it is broken, also for a hub that was not there.
  await again('2026-03-02T09:30:00+01:00')
  expect((await deskAt(hub.url).ticket(second.id)).wait?.shown.kind).toBe('over')
  await deskAt(hub.url).press('call-next', here)
  expect((await report()).promised).toEqual({ of: 1, kept: 0 })
})

test('who was booked is counted while the day is open and after its bookings are erased', async () => {
  const press = (name: string, body: object) =>
    send(`${hub.url}/api/bookings/${name}`, { headers: { 'idempotency-key': randomUUID() }, body })
  await press('import', { text: '0800 consultation\n0815 consultation\n0830 consultation' })
  const { bookings } = await hub.get<BookingList>('/api/bookings')
  await deskAt(hub.url).checkIn({ booking: bookings[0]?.id ?? '' })
  await press('mark', { booking: bookings[1]?.id, as: 'no-show' })
  const counted = { booked: 3, arrived: 1, noShow: 1 }
  expect((await report()).bookings).toEqual(counted)
  await deskAt(hub.url).press('close-day', { anyway: true })
  expect((await hub.get<BookingList>('/api/bookings')).bookings).toEqual([])
  await again('2026-03-03T09:00:00+01:00')
  expect(await report('?day=2026-03-02')).toMatchObject({ bookings: counted, hours: [{}, { hour: 8, noShow: 1 }] })
})

test('a day that was left open over night belongs to the date on which it was opened', async () => {
  await deskAt(hub.url).checkIn()
  await again('2026-03-03T01:00:00+01:00')
  await deskAt(hub.url).checkIn()
  expect(await report('?day=2026-03-02')).toMatchObject({ counts: { arrived: 2 } })
  expect(await report('?day=2026-03-03')).toMatchObject({ counts: { arrived: 0 } })
})

test('a day whose forerunner was purged is still there', async () => {
  for (const at of ['2026-03-03T09:00:00+01:00', '2026-03-04T09:00:00+01:00']) {
    await deskAt(hub.url).checkIn()
    await deskAt(hub.url).press('close-day', { anyway: true })
    await again(at)
  }
  await hub.stop()
  const database = new Database(path.join(place.data, 'anteroom.sqlite'))
  database.exec(
    "DELETE FROM queue_events WHERE revision <= (SELECT min(revision) FROM queue_events WHERE type = 'day-closed')",
  )
  database.close()
  await again('2026-03-04T09:00:00+01:00')
  expect(await report('?day=2026-03-03')).toMatchObject({
    days: ['2026-03-04', '2026-03-03'],
    counts: { arrived: 1, leftOpen: 1 },
  })
})

test.each([
  ['?day=yesterday', 'day: A day is expected, such as 2026-03-03.'],
  ['?format=pdf', 'format: json or csv is expected.'],
])('%s is refused in a sentence', async (query, message) => {
  const response = await fetch(`${hub.url}/api/reports/day${query}`)
  expect([response.status, ((await response.json()) as { message: string }).message]).toEqual([422, message])
})

test('what the desk has counted is in the report of its day, and can be taken back', async () => {
  const post = (route: string, body: object, key: string = randomUUID()) =>
    send(`${hub.url}/api/${route}`, { headers: { 'idempotency-key': key }, body })
  expect((await post('call-backs', { what: 'wanted', by: -1 })).body.reason).toBe('nothing-to-take-back')
  await post('call-backs', { what: 'wanted', by: 1 })
  await post('call-backs', { what: 'wanted', by: 1 }, 'once')
  await post('call-backs', { what: 'wanted', by: 1 }, 'once')
  expect((await post('call-backs', { what: 'returned', by: 1 })).body).toEqual({ wanted: 2, returned: 1 })
  await post('asked', { service: 'consultation' })
  const counted = {
    callBacks: { wanted: 2, returned: 1 },
    asked: [{ name: 'Consultation', times: 1 }],
  }
  expect(dayReport.parse(await report())).toMatchObject(counted)
  await again('2026-03-03T09:00:00+01:00', 'SIGKILL')
  expect(await report()).toMatchObject({ callBacks: { wanted: 0, returned: 0 }, asked: [] })
  expect(await report('?day=2026-03-02')).toMatchObject(counted)
})

test('ratings are in the report of a day from the fifth answer on: of fewer somebody could tell whose they are', async () => {
  const desk = deskAt(hub.url)
  const rate = async (rating: number) => {
    const { id, token } = await desk.checkIn()
    await desk.press('call', { ticket: id, ...here })
    await desk.press('finish', { ticket: id })
    const headers = { 'idempotency-key': randomUUID() }
    expect((await send(`${hub.url}/t/${token}/feedback`, { headers, body: { rating } })).status).toBe(200)
  }
  for (const rating of [5, 4, 4, 1]) await rate(rating)
  expect((await report()).rated).toBeUndefined()
  await rate(3)
  expect((await report()).rated).toEqual({ of: 5, kept: 3 })
})
