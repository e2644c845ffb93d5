/** Settings, calendar, brand and holidays over HTTP: changed by whoever has seen the latest, kept over a restart. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstCalendar } from '../../core/calendar.ts'
import type { BoardSnapshot, TicketSnapshot } from '../../core/queue-contract.ts'
import { firstSettings } from '../../core/settings.ts'
import { calendarAnswer, holidayList, settingsBody, shownSettingsBody } from '../../core/settings-contract.ts'
import { deskAt, follow, send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { tellTimes } from '../support/promises.ts'

let place: Place
let hub: RunningHub
let keys = 0
/** A Monday. */
const at = (iso: string) => ['--at', iso]

beforeEach(async () => {
  place = makePlace()
  hub = await startHub([...place.args, ...at('2026-11-23T10:00:00+01:00')])
})

afterEach(async () => {
  await hub.stop()
  place.remove()
})

type Name = 'settings' | 'calendar' | 'brand'
const etagOf = async (name: Name) => (await fetch(`${hub.url}/api/${name}`)).headers.get('etag') ?? ''
const put = async (name: Name, value: object, match?: string, key = `key-${++keys}`) =>
  send(`${hub.url}/api/${name}`, {
    method: 'PUT',
    headers: { 'if-match': match ?? (await etagOf(name)), 'idempotency-key': key },
    body: { [name]: value },
  })
const restart = async (iso: string) => {
  await hub.stop('SIGKILL')
  hub = await startHub([...place.args, ...at(iso)])
}

const day = [{ start: '09:00', end: '18:00' }]
const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }

test('a fresh clinic answers with what holds on the first day', async () => {
  const answered = { settings: await hub.get('/api/settings'), calendar: await hub.get('/api/calendar') }
  expect(answered).toEqual({
    settings: { settings: firstSettings },
    calendar: { calendar: firstCalendar, contradictions: [], opening: { kind: 'unknown' } },
  })
  expect([settingsBody.safeParse(answered.settings), calendarAnswer.safeParse(answered.calendar)]).toMatchObject([
    { success: true },
    { success: true },
  ])
})

test('what is decided is kept, also when the hub is killed', async () => {
  const seen = await etagOf('settings')
  const { status, headers } = await put('settings', {
    profile: 'medical',
    tv: { screenInches: 43, farthestSeatMetres: 3 },
  })
  expect([status, headers.get('etag')]).toEqual([200, await etagOf('settings')])
  expect((await put('settings', {}, seen)).body.reason).toBe('changed-meanwhile')
  await restart('2026-11-23T11:00:00+01:00')
  expect(await hub.get('/api/settings')).toMatchObject({ settings: { profile: 'medical', tv: { screenInches: 43 } } })
})

test('a repeated key answers again; without If-Match or a real time zone nothing changes', async () => {
  const seen = await etagOf('settings')
  await put('settings', { profile: 'medical' }, seen, 'once')
  expect((await put('settings', { profile: 'medical' }, seen, 'once')).status).toBe(200)
  expect((await put('settings', {}, seen, 'once')).body.reason).toBe('key-reused')
  expect((await put('settings', { zone: 'Europe/Atlantis' })).body).toMatchObject({ field: 'settings.zone' })
  const headers = { 'idempotency-key': 'without' }
  const unseen = await send(`${hub.url}/api/calendar`, { method: 'PUT', headers, body: { calendar: {} } })
  expect([unseen.status, unseen.body.reason]).toEqual([428, 'if-match-missing'])
})

test('the zone of the settings holds from the next start on; an option wins over it', async () => {
  const zoneOf = async () => (await hub.health()).clock.zone
  await put('settings', { zone: 'America/Chicago' })
  await restart('2026-11-23T11:00:00+01:00')
  expect(await zoneOf()).toBe('Europe/Berlin')
  await hub.stop()
  const without = place.args.filter((arg, index) => arg !== '--zone' && place.args[index - 1] !== '--zone')
  hub = await startHub(without, { ANTEROOM_ZONE: '' })
  expect(await zoneOf()).toBe('America/Chicago')
})

test('a calendar says whether the clinic is open; what means nothing is refused, what is odd is said', async () => {
  const special = [{ date: '2026-12-25', hours: day }]
  const holidays = { region: 'DE-BY', ticked: ['Christmas Day'] }
  const { status, body } = await put('calendar', { weekly, special, holidays })
  expect([status, body.opening, body.contradictions]).toEqual([
    200,
    { kind: 'open', until: '2026-11-23T17:00:00.000Z' },
    ['Friday 25 December 2026 is a public holiday (Christmas Day) and has special hours. The special hours count.'],
  ])
  const refused = await put('calendar', { weekly, absences: [{ provider: 'p9', from: '2026-12-01' }] })
  expect([refused.status, refused.body.reason]).toEqual([409, 'contradiction'])
  const nowhere = await put('calendar', { weekly, holidays: { region: 'XX', ticked: [] } })
  expect([nowhere.status, nowhere.body.field]).toEqual([422, 'calendar.holidays.region'])
  expect((await put('calendar', { weekly: { ...weekly, mon: [{ start: '9', end: '18:00' }] } })).status).toBe(422)
  expect(await hub.get('/api/calendar')).toMatchObject({ calendar: { special } })
})

test('on a ticked holiday the clinic is closed, and every board knows when it opens', async () => {
  await put('calendar', { weekly, holidays: { region: 'DE-BY', ticked: ['Christmas Day', "New Year's Day"] } })
  await restart('2026-12-25T10:00:00+01:00')
  expect(await hub.get('/api/calendar')).toMatchObject({
    opening: { kind: 'closed', opensAt: '2026-12-28T08:00:00.000Z', reason: 'Christmas Day' },
  })
  const tv = await follow(hub.url, 'board:screen-1')
  const { opensAt } = await tv.until<BoardSnapshot>('board:screen-1', () => true)
  tv.stop()
  expect(opensAt).toBe('2026-12-28T08:00:00.000Z')
})

test('waiting times allow for lunch, and for who is away', async () => {
  const desk = deskAt(hub.url)
  await desk.checkIn()
  const { body } = await desk.press('call-next', { provider: 'p1', room: '1' })
  await desk.press('finish', { ticket: body.ticket.id })
  const { id } = await desk.checkIn()
  const shown = async () => (await desk.ticket(id)).wait?.shown.text ?? ''
  expect(await shown()).toBe('Next')
  const always = [{ start: '09:00', end: '18:00' }]
  await put('calendar', { weekly: { ...weekly, mon: always }, lunch: { start: '09:30', end: '10:50' } })
  expect(await shown()).toMatch(/^about 30–70 min|^about 3\d–70 min/)
  const away = { provider: 'p1', from: '2026-11-23', hours: { start: '09:00', end: '10:30' } }
  await put('calendar', { weekly, absences: [away] })
  expect(await shown()).toMatch(/^about 20–45 min/)
  await put('calendar', { weekly })
  await expect.poll(shown).toBe('Next')
})

test('at lunch the TV, the phone and the desk know until when nobody is called', async () => {
  const desk = deskAt(hub.url)
  const { token } = await desk.checkIn()
  const [tv, phone] = [await follow(hub.url, 'board:screen-1'), await follow(hub.url, `ticket:${token}`)]
  await tv.until<BoardSnapshot>('board:screen-1', ({ pause }) => pause === undefined)
  await put('calendar', { weekly, lunch: { start: '09:45', end: '10:45' } })
  const until = '2026-11-23T09:45:00.000Z'
  await tv.until<BoardSnapshot>('board:screen-1', ({ pause }) => pause?.until === until)
  await phone.until<TicketSnapshot>(`ticket:${token}`, ({ ticket }) => ticket?.pausedUntil === until)
  expect((await desk.queue()).away).toEqual([{ provider: 'p1', why: 'lunch', until }])
  // Whoever works on anyway has somebody with them.
  await desk.checkIn()
  await desk.press('call-next', { provider: 'p1', room: '1' })
  await tv.until<BoardSnapshot>('board:screen-1', ({ pause, serving }) => pause === undefined && serving.length === 1)
  await put('calendar', { weekly, absences: [{ provider: 'p1', from: '2026-11-23' }] })
  expect((await desk.queue()).away).toEqual([{ provider: 'p1', why: 'calendar' }])
  tv.stop()
  phone.stop()
})

test('public holidays come from tables of this installation', async () => {
  const list = await hub.get<object>('/api/holidays?region=DE-BY&year=2026')
  expect(holidayList.safeParse(list).success).toBe(true)
  expect(list).toMatchObject({ region: 'DE-BY', year: 2026 })
  const { holidays } = list as { readonly holidays: readonly { readonly date: string; readonly name: string }[] }
  expect(holidays[1]).toEqual({ date: '2026-01-06', name: 'Epiphany' })
  expect(holidays).toHaveLength(12)
  const regions = await hub.get<{ readonly regions: readonly object[] }>('/api/holidays/regions?country=DE')
  expect(regions.regions).toContainEqual({ id: 'DE-BY', name: 'Bayern' })
  expect((await fetch(`${hub.url}/api/holidays?region=XX&year=2026`)).status).toBe(404)
  expect((await fetch(`${hub.url}/api/holidays?region=DE&year=soon`)).status).toBe(422)
})

test('the TV shows waiting times only when the clinic wants it', async () => {
  const desk = deskAt(hub.url)
  await desk.checkIn()
  await desk.press('call-next', { provider: 'p1', room: '1' })
  await desk.checkIn()
  await desk.checkIn()
  const tv = await follow(hub.url, 'board:screen-1')
  const shown = (board: BoardSnapshot) => board.waiting.map(({ shown: { kind } }) => kind)
  await tv.until<BoardSnapshot>('board:screen-1', (board) => shown(board).join() === 'none,none')
  tellTimes(place.data, { at: '2026-11-23T09:00:00+01:00', name: 'inside', calls: 100, calledAt: 9 })
  await put('settings', { times: { shownOn: 'tv', services: {} } })
  await tv.until<BoardSnapshot>('board:screen-1', (each) => shown(each).join() === 'range,range')
  await put('settings', { times: { shownOn: 'tv', services: { consultation: 'busy-quiet' } } })
  const words = (board: BoardSnapshot) => board.waiting.map(({ shown: { text } }) => text).join()
  await tv.until<BoardSnapshot>('board:screen-1', (each) => words(each).includes('a short wait'))
  tv.stop()
})

test('the name of the clinic is written into brand.yaml, comments and all', async () => {
  const file = path.join(place.content, 'brand.yaml')
  const colors =
    '  ground: "#10272e"\n  surface: "#1b3a42"\n  text: "#f5efe4"\n  muted: "#a9c1c1"\n  accent: "#f2b98c"\n'
  writeFileSync(file, `# As on our door.\nname: Old\ncolors:\n${colors}`)
  const brand = async () => (await hub.get<{ readonly brand: { readonly name: string } }>('/api/brand')).brand
  const before = await eventually(brand, ({ name }) => name === 'Old')
  const seen = await etagOf('brand')
  const { status, body } = await put('brand', { ...before, name: 'Am See' })
  expect([status, body.brand.name, (await brand()).name]).toEqual([200, 'Am See', 'Am See'])
  expect(readFileSync(file, 'utf8')).toBe(`# As on our door.\nname: Am See\ncolors:\n${colors}`)
  expect((await put('brand', { ...before, name: 'Other' }, seen)).status).toBe(412)
  const pale = await put('brand', { ...before, colors: { ...(body.brand.colors as object), text: '#222222' } })
  expect([pale.status, pale.body.message]).toEqual([422, expect.stringContaining('People far away need 7 to 1')])
})

test('the address of the calendar is for whoever may change it; everybody else is told that there is one', async () => {
  const feed = 'https://calendar.example/private-5f2c/basic.ics'
  const whole = async () => settingsBody.parse(await hub.get('/api/settings/whole')).settings
  await put('settings', { ...(await whole()), appointments: { feed } })
  const told = shownSettingsBody.parse(await hub.get('/api/settings'))
  expect(told.settings.appointments).toEqual({ hasFeed: true })
  expect((await whole()).appointments).toEqual({ feed })
  for (const route of ['settings', 'health', 'bookings/feed', 'bookings'])
    expect(await (await fetch(`${hub.url}/api/${route}`)).text()).not.toContain('private-5f2c')
  // What was read may be sent back, and loses nothing.
  expect((await put('settings', { ...told.settings, profile: 'medical' })).status).toBe(200)
  expect(await whole()).toMatchObject({ profile: 'medical', appointments: { feed } })
  await put('settings', { ...(await whole()), appointments: {} })
  expect(shownSettingsBody.parse(await hub.get('/api/settings')).settings.appointments).toEqual({})
})
