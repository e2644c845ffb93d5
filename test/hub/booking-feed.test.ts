/** The clinic's own calendar over HTTPS: read by itself, told when it cannot be, and never of an address inside. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AnswerBook } from '../../hub/answer-book.ts'
import { BookingFeed } from '../../hub/booking-feed.ts'
import { Bookings } from '../../hub/bookings.ts'
import { type AddressRule, fetchCalendar, isOutside } from '../../hub/calendar-request.ts'
import { ClinicLists } from '../../hub/clinic-lists.ts'
import { startClock } from '../../hub/clock.ts'
import { type Database, openDatabase } from '../../hub/database.ts'
import { Labels } from '../../hub/labels.ts'
import { Problems } from '../../hub/problems.ts'
import { QueueLog } from '../../hub/queue-log.ts'
import { certificate, key } from '../support/certificate.ts'
import { startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'

const calendar = (...times: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Clinic//Book//EN',
    ...times.flatMap((time) => [
      'BEGIN:VEVENT',
      `UID:${time}@clinic`,
      'DTSTAMP:20260301T080000Z',
      `DTSTART:20260303T${time}00Z`,
      'DURATION:PT15M',
      'SUMMARY:Zaphodina Quux',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

let place: Place
let server: Server
let database: Database
let answered = { status: 200, text: calendar('0930', '1000'), headers: {} as Record<string, string> }
let asked = 0
let address: string | undefined
let feed: BookingFeed
let bookings: Bookings
const problems = new Problems()
const anywhere: AddressRule = () => true

beforeEach(async () => {
  place = makePlace()
  asked = 0
  answered = { status: 200, text: calendar('0930', '1000'), headers: {} }
  server = createServer({ key, cert: certificate }, (_, response) => {
    asked += 1
    response.writeHead(answered.status, { 'content-type': 'text/calendar', ...answered.headers }).end(answered.text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `https://localhost:${(server.address() as AddressInfo).port}/book.ics?token=secret`
  database = openDatabase(path.join(place.content, '..', 'feed.sqlite'))
  const clock = startClock({ zone: 'Europe/Berlin', at: '2026-03-03T08:00:00+01:00', builtAtMs: 0, lastSeenMs: 0 })
  const answers = new AnswerBook(database)
  const lists = new ClinicLists(database, answers)
  const labels = new Labels(database)
  const draw = () => ({ id: 'id', token: 'token', share: 0 })
  const log = new QueueLog({ database, answers, lists, labels, draw })
  bookings = new Bookings({ database, answers, lists, log, clock })
  feed = makeFeed(anywhere)

  function makeFeed(mayAsk: AddressRule) {
    const authority = certificate
    return new BookingFeed({ bookings, clock, problems, address: () => address, mayAsk, authority })
  }
})

afterEach(async () => {
  feed.close()
  database.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  place.remove()
})

const times = () => bookings.list().bookings.map(({ at }) => at.slice(11, 16))

test('a calendar is read by its address, and again when it has changed; names are not kept', async () => {
  expect(await feed.read()).toEqual({ host: new URL(address ?? '').host, readAt: expect.any(String), text: '2 new' })
  expect([times(), JSON.stringify(bookings.list())]).toEqual([['09:30', '10:00'], expect.not.stringContaining('Quux')])
  expect((await feed.read()).text).toBe('Nothing new.')
  answered.text = calendar('0930', '1130')
  expect((await feed.read()).text).toBe('1 new, 1 cancelled, 1 as before')
  expect(times()).toEqual(['09:30', '11:30'])
})

test('while it cannot be read, what was read stays, and the reason is said without the address', async () => {
  await feed.read()
  for (const [status, text, headers, why] of [
    [500, '', {}, /answers with an error \(500\)/],
    [200, '<html></html>', {}, /no calendar \(iCal\)/],
    [200, `BEGIN:VCALENDAR\r\n${'X'.repeat(1_100_000)}`, {}, /more than 1 MB/],
    [302, '', { location: 'https://10.0.0.1/' }, /moved to 10\.0\.0\.1/],
  ] as const) {
    answered = { status, text, headers }
    expect(await feed.read()).toMatchObject({ text: '2 new', problem: expect.stringMatching(why) })
    const [problem] = problems.about('appointments')
    expect(problem?.message).toMatch(why)
    expect(problem?.message).not.toContain('secret')
  }
  expect(times()).toEqual(['09:30', '10:00'])
  answered = { status: 200, text: calendar('0930', '1000'), headers: {} }
  expect([(await feed.read()).problem, problems.about('appointments')]).toEqual([undefined, []])
})

test('what arrives after the address was taken away, or after the hub has ended, is nobody’s', async () => {
  for (const leave of [() => (address = undefined), () => feed.close()]) {
    const before = address
    const reading = feed.read()
    leave()
    expect([await reading, times()]).toEqual([{}, []])
    address = before
  }
  expect(asked).toBe(2)
})

test('a disk that takes nothing is said like anything else', async () => {
  database.exec('ALTER TABLE bookings RENAME TO gone')
  expect(await feed.read()).toMatchObject({ problem: expect.stringMatching(/could not be written down/) })
  database.exec('ALTER TABLE gone RENAME TO bookings')
})

test('nothing of this computer or the clinic’s network is asked', async () => {
  await expect(fetchCalendar(address ?? '', isOutside, certificate)).rejects.toThrow(/leads into this computer/)
  await expect(fetchCalendar('https://127.0.0.1:9/', isOutside)).rejects.toThrow(/leads into this computer/)
  await expect(fetchCalendar('https://[::1]:9/', isOutside)).rejects.toThrow(/leads into this computer/)
  expect(asked).toBe(0)
  for (const inside of [
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    'x',
  ])
    expect([inside, isOutside(inside)]).toEqual([inside, false])
  expect([isOutside('93.184.216.34'), isOutside('2606:4700::1111')]).toEqual([true, true])
})

test('a certificate that nobody vouches for is not believed', async () => {
  await expect(fetchCalendar(address ?? '', anywhere)).rejects.toThrow(/certificate/)
})

test('without an address nothing is asked; the settings take only encrypted ones', async () => {
  address = undefined
  expect([await feed.read(), asked]).toEqual([{}, 0])
  const hub = await startHub(place.args)
  const put = (feedAddress: string) =>
    fetch(`${hub.url}/api/settings`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'idempotency-key': feedAddress, 'if-match': '*' },
      body: JSON.stringify({ settings: { appointments: { feed: feedAddress } } }),
    })
  try {
    expect((await put('http://calendar.example/a.ics')).status).toBe(422)
    expect((await put('https://127.0.0.1:9/a.ics')).status).toBe(200)
    const read = await fetch(`${hub.url}/api/bookings/read-feed`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'read' },
      body: '{}',
    })
    expect(await read.json()).toMatchObject({ problem: expect.stringMatching(/leads into this computer/) })
  } finally {
    await hub.stop()
  }
})
