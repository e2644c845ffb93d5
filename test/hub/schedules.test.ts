/** Schedules over HTTP: kept, answered once, previewed, imported and exported; what is wrong is said in words. */
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Preview, preview, type ScheduleList, scheduleList } from '../../core/schedule-contract.ts'
import { follow, send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

let place: Place
let hub: RunningHub
let keys = 0

const start = async (iso = '2026-11-23T10:00:00+01:00') => {
  hub = await startHub([...place.args, '--screens', '2', '--at', iso])
}
const file = (text: string) => writeFileSync(path.join(place.playlists, 'schedule.yaml'), text)
const call = async (method: 'PUT' | 'POST' | 'DELETE', route: string, body: object = {}, key = `key-${++keys}`) => {
  const response = await fetch(`${hub.url}/api/${route}`, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}
const put = (wish: Readonly<Record<string, unknown>> & { readonly name: string }, key?: string) =>
  call('PUT', `schedules/${encodeURIComponent(wish.name)}`, wish, key)
const list = () => hub.get<ScheduleList>('/api/schedules')
const names = async () => (await list()).schedules.map(({ name }) => name)
const plays = (from: string, to: string, more = '') =>
  hub.get<Preview>(`/api/schedule?screen=screen-1&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}${more}`)
const lunch = { name: 'Lunch / calm', playlist: 'default', weekdays: ['mon'], start: '12:00', end: '13:00' }

beforeEach(() => {
  place = makePlace()
})

afterEach(async () => {
  await hub.stop()
  place.remove()
})

describe('one schedule', () => {
  beforeEach(() => start())

  test('is put, listed, kept when the hub is killed, and taken out; what was there comes back', async () => {
    const first = await put(lunch)
    expect([first.status, first.body.before, first.body.schedule]).toEqual([
      200,
      null,
      { ...lunch, screens: ['all'], zone: 'main', priority: 50, kind: 'normal' },
    ])
    const changed = await put({ ...lunch, end: '14:00' })
    expect(changed.body.before).toMatchObject({ end: '13:00' })
    await hub.stop('SIGKILL')
    await start()
    const all = await list()
    expect([all.schedules[0]?.end, scheduleList.safeParse(all).success]).toEqual(['14:00', true])
    const gone = await call('DELETE', `schedules/${encodeURIComponent(lunch.name)}`)
    expect([gone.status, gone.body.before.end, await names()]).toEqual([200, '14:00', []])
    expect((await put(gone.body.before)).status).toBe(200)
    expect((await call('DELETE', 'schedules/nobody')).body.reason).toBe('unknown-schedule')
  })

  test('is answered once for a key, and not without one', async () => {
    await put(lunch, 'once')
    expect((await put(lunch, 'once')).body.before).toBeNull()
    expect((await put({ ...lunch, end: '15:00' }, 'once')).body.reason).toBe('key-reused')
    const bare = await send(`${hub.url}/api/schedules/x`, { method: 'PUT', body: { name: 'x', playlist: 'default' } })
    expect([bare.status, bare.body.reason]).toEqual([400, 'key-missing'])
  })

  test('that names what is not there is taken, and says so to the list and to the health of the hub', async () => {
    writeFileSync(path.join(place.playlists, 'night.yaml'), 'items: []\n')
    await eventually(
      () => hub.get<{ playlists: { name: string }[] }>('/api/playlists'),
      ({ playlists }) => playlists.some(({ name }) => name === 'night'),
    )
    await put({ ...lunch, playlist: 'nigth', screens: ['screen-7', 'Upstars'] })
    await call('PUT', 'screens/groups', { groups: [{ name: 'Upstairs', screens: [] }] })
    expect((await list()).schedules[0]?.problems).toEqual([
      'There is no playlist "nigth". Did you mean "night"? The default playlist plays instead.',
      'There is no "screen-7" now. It plays there as soon as there is one.',
      'There is no screen or group "Upstars". Did you mean "Upstairs"? Nothing plays there.',
    ])
    expect((await hub.health()).problems).toContainEqual({
      about: 'schedules',
      message:
        '“Lunch / calm”: There is no playlist "nigth". Did you mean "night"? The default playlist plays instead.',
    })
  })

  test('is told to everybody who follows the schedules', async () => {
    const follower = await follow(hub.url, 'schedules')
    await put(lunch)
    await follower.until<ScheduleList>('schedules', ({ schedules }) => schedules.length === 1)
    follower.stop()
  })
})

test('groups are replaced as a list, and before is what was there', async () => {
  await start()
  const groups = [{ name: 'Upstairs', screens: ['screen-2'] }]
  expect((await call('PUT', 'screens/groups', { groups })).body).toEqual({ groups, before: [] })
  expect((await call('PUT', 'screens/groups', { groups: [] })).body.before).toEqual(groups)
  const twice = await call('PUT', 'screens/groups', { groups: [...groups, ...groups] })
  expect([twice.status, twice.body.field]).toEqual([422, 'groups.1.name'])
})

describe('what plays when', () => {
  const monday = ['2026-11-23T00:00:00+01:00', '2026-11-24T00:00:00+01:00'] as const
  beforeEach(() => start())

  test('is what is in force; a preview shows what would be, and changes nothing', async () => {
    await put(lunch)
    const inForce = await plays(...monday)
    expect(preview.safeParse(inForce).success).toBe(true)
    expect(inForce.rows.map(({ from, playlist, because }) => [from.slice(11, 16), playlist, because.schedule])).toEqual(
      [
        ['23:00', 'default', null],
        ['11:00', 'default', 'Lunch / calm'],
        ['12:00', 'default', null],
      ],
    )
    const asked = { screen: 'screen-1', from: monday[0], to: monday[1] }
    const moved = await call('POST', 'schedules/preview', { ...asked, schedule: { ...lunch, start: '11:00' } })
    expect(moved.body.rows[1]).toMatchObject({ from: '2026-11-23T10:00:00.000Z', to: '2026-11-23T12:00:00.000Z' })
    const without = await call('POST', 'schedules/preview', { ...asked, without: lunch.name })
    expect(without.body.rows).toHaveLength(1)
    expect(await plays(...monday)).toEqual(inForce)
  })

  test('the night the clocks go back has 25 hours', async () => {
    await put({ ...lunch, weekdays: undefined, start: '02:15', end: '02:45' })
    const { rows } = await plays('2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')
    const twice = rows.filter(({ because }) => because.schedule !== null).map(({ from }) => from)
    expect(twice).toEqual(['2026-10-25T00:15:00.000Z', '2026-10-25T01:15:00.000Z'])
    expect([rows[0]?.from, rows.at(-1)?.to]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
  })

  test('remarks name conflicts, gaps and what never plays', async () => {
    drop(place.content, 'offers/a.jpg', sample('photo.jpg'))
    await hub.judged('offers/a.jpg')
    await put({ ...lunch, playlist: 'offers', name: 'Lunch' })
    await put({ ...lunch, playlist: 'nothing', name: 'Early', start: '11:30', priority: 20 })
    const { remarks } = await plays(...monday)
    expect(remarks.map(({ kind, schedule }) => [kind, schedule])).toEqual([
      ['conflict', 'Early'],
      ['gap', 'Early'],
    ])
  })
})

describe('schedule.yaml', () => {
  const text = 'schedules:\n  - { name: Lunch, playlist: default, start: "12:00", end: "13:00" }\n'

  test('is imported at the very first start; later it changes nothing until somebody says so', async () => {
    file(text)
    await start()
    expect([await names(), (await list()).file]).toEqual([['Lunch'], { isNewer: false }])
    await call('DELETE', 'schedules/Lunch')
    await hub.stop()
    await start()
    expect(await names()).toEqual([])
    file(text.replace('Lunch', 'Dinner'))
    expect([await names(), (await list()).file]).toEqual([[], { isNewer: true }])
    expect((await call('POST', 'schedules/import')).body).toEqual({
      ...{ imported: 1, problems: [] },
      before: { added: ['Dinner'], replaced: [], groups: [] },
    })
    expect([await names(), (await list()).file]).toEqual([['Dinner'], { isNewer: false }])
  })

  test('adds and replaces by name, and what it does not name stays', async () => {
    await start()
    expect((await list()).file).toBeUndefined()
    await put(lunch)
    await put({ ...lunch, name: 'Lunch', priority: 7 })
    file(`groups:\n  - { name: Upstairs, screens: [screen-2] }\n${text}`)
    const { before } = (await call('POST', 'schedules/import')).body
    expect(before).toMatchObject({ added: [], replaced: [{ name: 'Lunch', priority: 7 }], groups: [] })
    const { schedules, groups } = await list()
    expect(schedules.map(({ name, priority }) => [name, priority])).toEqual([
      ['Lunch', 50],
      ['Lunch / calm', 50],
    ])
    expect(groups).toEqual([{ name: 'Upstairs', screens: ['screen-2'] }])
  })

  test('with a mistake is not imported, and says the line and the word that was meant', async () => {
    await start()
    file('schedules:\n  - name: Lunch\n    playlst: calm\n')
    const { status, body } = await call('POST', 'schedules/import', {}, 'pressed')
    expect((await call('POST', 'schedules/import', {}, 'pressed')).body).toEqual(body)
    expect([status, body.reason, body.problems]).toEqual([
      409,
      'not-imported',
      ['Line 3: "playlst" is not known here. Did you mean "playlist"?'],
    ])
    const told = await eventually(
      () => hub.health(),
      ({ problems }) => problems.some(({ about }) => about === 'playlists/schedule.yaml'),
    )
    expect(told.problems).toContainEqual(expect.objectContaining({ line: 3 }))
    rmSync(path.join(place.playlists, 'schedule.yaml'))
    expect((await call('POST', 'schedules/import')).body.reason).toBe('no-file')
  })

  test('with a rule that never comes, a name given twice or a takeover without end is refused by line', async () => {
    await start()
    file(`schedules:
  - { name: A, playlist: default, rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 }
  - { name: B, playlist: default, kind: takeover }
`)
    const { body } = await call('POST', 'schedules/import')
    expect(body.problems).toEqual([
      'Line 2: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" never comes: no day of the calendar fits all of it.',
      expect.stringContaining('Line 3: A takeover must end'),
    ])
    file('schedules:\n  - { name: A, playlist: default }\n  - { name: A, playlist: default }\n')
    expect((await call('POST', 'schedules/import')).body.problems).toEqual([
      'Line 3: This name is given twice. Keep one of them.',
    ])
  })

  test('is what an export is, and an export imported changes nothing', async () => {
    await start()
    await put({ ...lunch, rrule: 'FREQ=MONTHLY;BYDAY=1MO', weekdays: undefined, except: ['2026-12-07'] })
    await call('PUT', 'screens/groups', { groups: [{ name: 'Upstairs', screens: ['screen-2'] }] })
    const before = await list()
    const yaml = await (await fetch(`${hub.url}/api/schedules/export`)).text()
    expect(yaml).toContain('start: "12:00"')
    expect(yaml).not.toContain('priority')
    expect((await call('POST', 'schedules/import', { yaml })).body.imported).toBe(1)
    expect(await list()).toEqual(before)
  })
})

test('the opening hours play what the settings say, before closing and while closed', async () => {
  await start()
  const day = [{ start: '09:00', end: '18:00' }]
  const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }
  const headers = { 'if-match': '*' }
  const change = (name: string, body: object) =>
    send(`${hub.url}/api/${name}`, { method: 'PUT', headers: { ...headers, 'idempotency-key': `c-${++keys}` }, body })
  await change('calendar', { calendar: { weekly, closed: [{ from: '2026-11-25' }] } })
  const programming = { closing: { playlist: 'default', minutes: 20 }, closed: { playlist: 'default' } }
  expect((await change('settings', { settings: { programming } })).status).toBe(200)
  const { rows } = await plays('2026-11-24T12:00:00+01:00', '2026-11-26T12:00:00+01:00')
  expect(rows.map(({ from, because }) => [from.slice(5, 16), because.schedule, because.priority])).toEqual([
    ['11-24T11:00', null, 0],
    ['11-24T16:40', 'Closing time', 90],
    ['11-24T17:00', 'While closed', 90],
    ['11-26T08:00', null, 0],
  ])
})
