/** Services, providers and rooms: whole lists, changed only by whoever has seen the latest, never from under a ticket. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { providerList, roomList, serviceList } from '../../core/clinic-entries.ts'
import { deskAt, send } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { type OpenHub, openHubForEach } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'

let hub: RunningHub
let place: Place
let startAgain: OpenHub['startAgain']
let keys = 0

openHubForEach([], (opened) => {
  ;({ hub, place, startAgain } = opened)
})

type Name = 'services' | 'providers' | 'rooms'
const etagOf = async (name: Name) => (await fetch(`${hub.url}/api/${name}`)).headers.get('etag') ?? ''
const put = async (name: Name, list: readonly object[], match?: string, key = `key-${++keys}`) =>
  send(`${hub.url}/api/${name}`, {
    method: 'PUT',
    headers: { 'if-match': match ?? (await etagOf(name)), 'idempotency-key': key },
    body: { [name]: list },
  })

const consultation = { id: 'consultation', name: 'Consultation', minutes: 15 }
const laser = { id: 'laser', name: 'Laser', minutes: 30, providers: ['p1'] }

test('a fresh clinic has one service, one provider, one room', async () => {
  const services = await hub.get<object>('/api/services')
  const providers = await hub.get<object>('/api/providers')
  const rooms = await hub.get<object>('/api/rooms')
  expect(services).toEqual({ services: [consultation] })
  expect(providers).toEqual({ providers: [{ id: 'p1', name: 'Provider 1', room: '1' }] })
  expect(rooms).toEqual({ rooms: [{ id: '1', name: 'Room 1' }] })
  expect([serviceList.safeParse(services), providerList.safeParse(providers), roomList.safeParse(rooms)]).toMatchObject(
    [{ success: true }, { success: true }, { success: true }],
  )
})

test('a list is replaced as a whole, answers as it is now, and survives a restart', async () => {
  const { status, body, headers } = await put('services', [laser, consultation])
  expect([status, body]).toEqual([200, { services: [laser, consultation] }])
  expect(headers.get('etag')).toBe(await etagOf('services'))
  await hub.stop('SIGKILL')
  await startAgain()
  expect(await hub.get('/api/services')).toEqual({ services: [laser, consultation] })
})

test('of two people who edit the same list, the second is told to look again', async () => {
  const seen = await etagOf('services')
  expect((await put('services', [consultation, laser], seen)).status).toBe(200)
  const { status, body } = await put('services', [{ ...consultation, minutes: 20 }], seen)
  expect([status, body.reason]).toEqual([412, 'changed-meanwhile'])
  expect(await hub.get('/api/services')).toEqual({ services: [consultation, laser] })
})

test('without saying which list was seen, nothing is changed', async () => {
  const headers = { 'idempotency-key': 'key' }
  const { status, body } = await send(`${hub.url}/api/rooms`, {
    method: 'PUT',
    headers,
    body: { rooms: [{ id: 'a', name: 'A' }] },
  })
  expect([status, body.reason]).toEqual([428, 'if-match-missing'])
})

test('a repeated key answers again; for another list it is refused', async () => {
  const seen = await etagOf('services')
  await put('services', [consultation, laser], seen, 'once')
  expect((await put('services', [consultation, laser], seen, 'once')).status).toBe(200)
  expect((await put('services', [laser], seen, 'once')).body.reason).toBe('key-reused')
})

test('what somebody here needs cannot be taken out', async () => {
  const desk = deskAt(hub.url)
  const { id } = await desk.checkIn()
  await desk.press('call-next', { provider: 'p1', room: '1' })
  const reason = async (name: Name, list: readonly object[]) => {
    const { status, body } = await put(name, list)
    return [status, body.reason]
  }
  expect(await reason('services', [laser])).toEqual([409, 'in-use'])
  expect(await reason('providers', [{ id: 'p2', name: 'Dr B' }])).toEqual([409, 'in-use'])
  expect(await reason('rooms', [{ id: '2', name: 'Room 2' }])).toEqual([409, 'in-use'])
  await desk.press('finish', { ticket: id })
  expect(await reason('services', [laser])).toEqual([200, undefined])
})

test('no two rooms, providers or services have one name', async () => {
  const refused = async (name: Name, list: readonly object[]) => {
    const { status, body } = await put(name, list)
    return [status, body.reason, body.message]
  }
  const rooms = [
    { id: '1', name: 'Laser' },
    { id: '2', name: ' laser' },
  ]
  expect(await refused('rooms', rooms)).toEqual([
    409,
    'name-taken',
    'Two rooms are called "laser". Patients would not know which one is meant.',
  ])
  expect(await hub.get('/api/rooms')).toEqual({ rooms: [{ id: '1', name: 'Room 1' }] })
  const people = [
    { id: 'p1', name: 'Dr Lind' },
    { id: 'p2', name: 'Dr  Lind' },
  ]
  expect((await refused('providers', people))[1]).toBe('name-taken')
  expect((await refused('services', [laser, { ...consultation, name: 'LASER' }]))[1]).toBe('name-taken')
})

test('two rooms that had one name before hold nobody up who changes something else', async () => {
  await hub.stop()
  const database = new Database(path.join(place.data, 'anteroom.sqlite'))
  database
    .prepare("INSERT INTO clinic_entries (list, place, id, body) VALUES ('rooms', 1, '2', ?)")
    .run(JSON.stringify({ id: '2', name: 'Room 1' }))
  database.close()
  await startAgain()
  expect((await put('providers', [{ id: 'p1', name: 'Dr Lind', room: '2' }])).status).toBe(200)
  expect(await hub.get('/api/rooms')).toMatchObject({ rooms: [{ name: 'Room 1' }, { name: 'Room 1' }] })
})

test('an entry cannot name one that is not there', async () => {
  const { status, body } = await put('services', [{ ...laser, providers: ['p9'] }])
  expect([status, body]).toEqual([
    409,
    {
      reason: 'dangling',
      message: 'The service Laser names provider "p9", who is not in the list of providers. Change that first.',
    },
  ])
})

test.each([
  [[], 'services: "services" is empty.'],
  [[consultation, consultation], 'services: Every id is possible only once.'],
  [[{ ...consultation, minutes: 0 }], 'services.0.minutes: "minutes" must be at least 1.'],
  [[{ ...consultation, id: 'a b' }], 'services.0.id: Only letters, digits, - _ and . are possible.'],
])('%j is refused in a sentence', async (list, message) => {
  const { status, body } = await put('services', list)
  expect([status, body.message]).toEqual([422, message])
})
