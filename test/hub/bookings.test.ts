/** Bookings in a real hub: taken over all or nothing, merged, marked by who comes, and gone with their day. */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type BookingList, bookingList, importPreview } from '../../core/booking-contract.ts'
import { deskAt, follow, send } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { type OpenHub, openHubForEach } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'

const morning = '2026-03-03T08:00:00+01:00'
let place: Place
let hub: RunningHub
let startAgain: OpenHub['startAgain']

openHubForEach(['--at', morning], (opened) => {
  ;({ hub, place, startAgain } = opened)
})

const press = (name: string, body: object, key: string = randomUUID()) =>
  send(`${hub.url}/api/bookings/${name}`, { headers: { 'idempotency-key': key }, body })
const list = (day = '') => hub.get<BookingList>(`/api/bookings${day === '' ? '' : `?day=${day}`}`)
const times = async () => (await list()).bookings.map(({ at }) => at.slice(11, 16))
const again = (at: string) => startAgain(['--at', at])

const table = [
  'No;Time;Patient;Service;Provider',
  '17;10:30;Zaphodina Quux;Consultation;Provider 1',
  '18;11:00;Ford Quux;Consultation;',
].join('\n')

test('a table is looked at first, then taken over; the names in it are nowhere', async () => {
  const { body: preview } = await press('preview', { text: table })
  expect(importPreview.parse(preview)).toMatchObject({ text: '2 new', hadNames: true, problems: [], form: 'table' })
  expect((await list()).bookings).toEqual([])
  const { status, body } = await press('import', { text: table })
  expect([status, body]).toEqual([200, { import: 1, text: '2 new', bookings: 2 }])
  expect(bookingList.parse(await list())).toMatchObject({
    day: '2026-03-03',
    keepsInitials: false,
    bookings: [
      { at: '2026-03-03T09:30:00.000Z', service: 'consultation', provider: 'p1', state: 'expected' },
      { at: '2026-03-03T10:00:00.000Z', service: 'consultation', state: 'expected' },
    ],
  })
  for (const file of readdirSync(place.data).filter((name) => name.includes('sqlite'))) {
    expect(readFileSync(path.join(place.data, file)).includes('Quux')).toBe(false)
  }
})

test('the same table again changes nothing; a moved and a missing line are moved and cancelled', async () => {
  await press('import', { text: table })
  const before = await list()
  expect((await press('import', { text: table })).body.text).toBe('2 as before')
  const later = table.replace('10:30', '15:00').replace(/\n18;.*/, '\n19;11:00;A B;Consultation;Provider 1')
  expect((await press('preview', { text: later })).body.text).toBe('1 new, 1 moved')
  await press('import', { text: later })
  expect(await times()).toEqual(['10:00', '10:00', '14:00'])
  const moved = (await list()).bookings.find(({ at }) => at.includes('T14:00'))
  expect(moved?.id).toBe(before.bookings[0]?.id)
})

test('one line that is not understood keeps all of it out, unless it is left out', async () => {
  const text = `${table}\n19;later;Ada;Consultation;`
  const refused = await press('import', { text })
  expect([refused.status, refused.body]).toEqual([
    422,
    {
      reason: 'not-understood',
      message: 'One line is not understood, so nothing was imported. Line 4: What stands there is no time.',
    },
  ])
  expect(await times()).toEqual([])
  expect((await press('import', { text, leaveOut: true })).body.text).toBe('2 new')
})

test('an import sent twice is one; taking it back leaves what was there before', async () => {
  await press('import', { text: '0900 consultation' })
  const key = randomUUID()
  const first = await press('import', { text: table }, key)
  expect((await press('import', { text: table }, key)).body).toEqual(first.body)
  expect(await times()).toEqual(['08:00', '09:30', '10:00'])
  expect((await list()).lastImport).toMatchObject({ id: 2, text: '2 new' })
  await press('undo-import', { import: 2 })
  expect(await times()).toEqual(['08:00'])
  expect((await press('undo-import', { import: 2 })).body.reason).toBe('cannot-undo')
})

test('taking an import back moves back what it moved, and keeps whoever has come', async () => {
  await press('import', { text: table })
  await press('import', { text: `${table.replace('10:30', '15:00')}\n19;12:00;x;Consultation;Provider 1` })
  const [, noon] = (await list()).bookings.slice(0, 2)
  const desk = deskAt(hub.url)
  await desk.checkIn({ booking: noon?.id ?? '' })
  await press('undo-import', { import: 2 })
  expect(await times()).toEqual(['09:30', '10:00', '11:00'])
})

test('whoever checks in with a booking is marked as come, everywhere at once', async () => {
  await press('import', { text: table })
  const [first, second] = (await list()).bookings
  const follower = await follow(hub.url, 'bookings')
  const desk = deskAt(hub.url)
  const { id, code } = await desk.checkIn({ booking: first?.id ?? '' })
  const seen = await follower.until<BookingList>('bookings', ({ bookings }) => bookings[0]?.state === 'arrived')
  expect(seen.bookings[0]).toMatchObject({ ticket: { id, code, state: 'waiting' } })
  const twice = await desk.press('check-in', { service: 'consultation', booking: first?.id })
  expect(twice.body).toMatchObject({ reason: 'already-here', message: expect.stringContaining(`as ${code}`) })
  expect((await press('mark', { booking: first?.id, as: 'no-show' })).body.reason).toBe('already-here')
  expect((await press('mark', { booking: second?.id, as: 'no-show' })).body.bookings[1].state).toBe('no-show')
  expect((await press('mark', { booking: second?.id, as: 'expected' })).body.bookings[1].state).toBe('expected')
  expect((await press('mark', { booking: 'nobody', as: 'no-show' })).status).toBe(404)
  follower.stop()
})

test('initials are kept only when the clinic says so, and go when it thinks again', async () => {
  await press('import', { text: table })
  expect((await list()).bookings[0]?.initials).toBeUndefined()
  await press('settings', { keepsInitials: true })
  await press('import', { text: table })
  expect((await list()).bookings[0]?.initials).toBe('ZQ')
  await press('settings', { keepsInitials: false })
  expect((await list()).bookings[0]?.initials).toBeUndefined()
})

test('columns that somebody has explained are known the next time', async () => {
  const text = 'Slot,Thing\n10:30,Consultation'
  expect((await press('preview', { text })).body.problems).toHaveLength(1)
  const columns = [
    { header: 'Slot', meaning: 'time' },
    { header: 'Thing', meaning: 'service' },
  ]
  await press('import', { text, columns })
  expect((await press('preview', { text })).body).toMatchObject({ problems: [], text: '1 as before' })
})

test('closing the day erases its bookings, also on the disk; those of other days stay', async () => {
  await press('settings', { keepsInitials: true })
  await press('import', { text: `${table}\n20;12:00;Wowbagger Xylo Zed;Consultation;` })
  await press('import', { text: '0900 consultation', day: '2026-03-04' })
  const desk = deskAt(hub.url)
  await desk.checkIn({ booking: (await list()).bookings[0]?.id ?? '' })
  await desk.press('close-day', { anyway: true })
  expect((await list()).bookings).toEqual([])
  expect((await list('2026-03-04')).bookings).toHaveLength(1)
  for (const file of readdirSync(place.data).filter((name) => name.includes('sqlite'))) {
    expect(readFileSync(path.join(place.data, file)).includes('WXZ')).toBe(false)
  }
})

test('a day nobody closed keeps its bookings until the night closes it; one on which nobody came does not', async () => {
  await press('import', { text: '1000 consultation' })
  await again('2026-03-04T07:00:00+01:00')
  expect((await list('2026-03-03')).bookings).toEqual([])
  await press('import', { text: '1000 consultation' })
  await deskAt(hub.url).checkIn()
  await again('2026-03-05T02:30:00+01:00')
  expect((await list('2026-03-04')).bookings).toHaveLength(1)
  await again('2026-03-05T07:00:00+01:00')
  await expect.poll(async () => (await list('2026-03-04')).bookings).toEqual([])
})

test.each([
  [{ text: '' }, 'text: There is nothing in it.'],
  [{ text: 'x', day: '2026-03-02' }, 'day: Appointments are taken over for today and the month that follows.'],
  [{ text: 'x', day: '2027-03-03' }, 'day: Appointments are taken over for today and the month that follows.'],
  [{ text: 'x', day: '3.3.2026' }, 'day: A day is expected, such as 2026-03-03.'],
])('%j is refused in a sentence', async (body, message) => {
  const said = await press('preview', body)
  expect([said.status, said.body.message]).toEqual([422, message])
})

test('a day of a thousand appointments is taken over', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => `${index};${8 + (index % 10)}:00;Some Body;Consultation;`)
  const { body } = await press('import', { text: `No;Time;Patient;Service;Provider\n${rows.join('\n')}` })
  expect(body.text).toBe('1000 new')
})
