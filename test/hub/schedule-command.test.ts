/** `anteroom schedule`: what plays when by the file alone, and taking a file in with and without a running hub. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AiredRow, ScheduleList } from '../../core/schedule-contract.ts'
import { anteroom } from '../support/command.ts'
import { startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
const file = (text: string, name = 'schedule.yaml') => writeFileSync(path.join(place.playlists, name), text)
const ask = (at: string, ...more: readonly string[]) =>
  anteroom(['schedule', '--playlists', place.playlists, '--zone', 'Europe/Berlin', '--at', at, ...more])
const rowsAt = async (at: string, ...more: readonly string[]) => {
  const { code, out, err } = await ask(at, '--json', ...more)
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as readonly AiredRow[]
}

beforeAll(() =>
  file(`schedules:
  - { name: Night, playlist: night, weekdays: [fri], start: "22:00", end: "02:00" }
  - { name: Morning, playlist: a, start: "08:00", end: "12:00" }
  - { name: Morning 2, playlist: b, start: "08:00", end: "12:00" }
  - { name: Flu, playlist: flu, kind: interrupt, share: 20, start: "08:00", end: "12:00" }
  - { name: Parking, playlist: parking, zone: ticker, weekdays: [mon] }
`),
)

afterAll(() => place.remove())

test('prints a day as rows: contiguous instants with their distance from UTC, and why', async () => {
  const rows = await rowsAt('2026-11-23T00:00')
  const base = { screen: 'all', zone: 'main' }
  const nothing = { playlist: 'default', with: [], because: { schedule: null, kind: 'default', priority: 0 } }
  expect(rows).toEqual([
    { ...base, from: '2026-11-23T00:00:00+01:00', to: '2026-11-23T08:00:00+01:00', ...nothing },
    {
      ...base,
      from: '2026-11-23T08:00:00+01:00',
      to: '2026-11-23T12:00:00+01:00',
      playlist: 'a',
      with: [{ playlist: 'b' }, { playlist: 'flu', share: 20 }],
      because: { schedule: 'Morning', kind: 'normal', priority: 50 },
    },
    { ...base, from: '2026-11-23T12:00:00+01:00', to: '2026-11-24T00:00:00+01:00', ...nothing },
    {
      ...base,
      zone: 'ticker',
      from: '2026-11-23T00:00:00+01:00',
      to: '2026-11-24T00:00:00+01:00',
      playlist: 'parking',
      with: [],
      because: { schedule: 'Parking', kind: 'normal', priority: 50 },
    },
  ])
})

test('of a doubled hour the earlier is meant, and an instant is an instant', async () => {
  const first = async (at: string) => (await rowsAt(at, '--for', '30m'))[0]?.from
  expect(await first('2026-10-25T02:30')).toBe('2026-10-25T02:30:00+02:00')
  expect(await first('2026-10-25T01:30:00Z')).toBe('2026-10-25T02:30:00+01:00')
})

test('screens are those that somebody counts, or that the file names', async () => {
  expect(
    (await rowsAt('2026-11-28T01:00', '--for', '10m', '--screens', '2')).map(({ screen, playlist }) => [
      screen,
      playlist,
    ]),
  ).toEqual([
    ['screen-1', 'night'],
    ['screen-2', 'night'],
  ])
})

test('for people it is a line for each row', async () => {
  const { code, out } = await ask('2026-11-23T08:00', '--for', '2h')
  expect([code, out.split('\n')[0]]).toEqual([
    0,
    '2026-11-23T08:00:00+01:00  2026-11-23T10:00:00+01:00  all       main    a + b + flu 20 %          Morning (normal, 50)',
  ])
})

test('with the content folder, what is not there gives way to those beside it, then to the default playlist', async () => {
  writeFileSync(path.join(place.content, 'here.jpg'), '')
  file('items: [here.jpg]', 'b.yaml')
  file('items: [{ playlist: b }, away.jpg]', 'flu.yaml')
  const rows = await rowsAt('2026-11-23T00:00', '--for', '12h', '--content', place.content)
  expect(
    rows.map(({ from, playlist, with: others, because }) => [from.slice(11, 16), playlist, others, because.schedule]),
  ).toEqual([
    ['00:00', 'default', [], null],
    ['08:00', 'b', [{ playlist: 'flu', share: 20 }], 'Morning'],
  ])
})

describe('ends', () => {
  test('with 2 when used wrongly', async () => {
    for (const [words, why] of [
      [['schedule', '--zone', 'Europe/Atlantis', '--at', '2026-11-23T08:00'], 'not a time zone'],
      [['schedule', '--zone', 'Europe/Berlin', '--at', 'tomorrow'], '--at tomorrow is not a time'],
      [['schedule', '--zone', 'Europe/Berlin', '--at', '2026-02-30T08:00'], 'is not a time'],
      [['schedule', '--zone', 'Europe/Berlin', '--at', '2026-11-23T08:00', '--for', '0h'], 'is not a length'],
      [['schedule', 'export'], 'schedule import FILE'],
      [['schedule', '--whatever'], '--whatever'],
    ] as const) {
      const { code, err } = await anteroom(words)
      expect([words, code, err]).toEqual([words, 2, expect.stringContaining(why)])
    }
  })

  test('with 3 when there is no such folder, and with 1 when the file is wrong, by line', async () => {
    const away = path.join(place.folder, 'away')
    expect((await anteroom(['schedule', '--playlists', away, '--at', '2026-11-23'])).code).toBe(3)
    file('schedules:\n  - { name: A, playlist: a, start: "25:00" }\n', 'wrong.yaml')
    const { code, err } = await anteroom(['schedule', 'import', path.join(place.playlists, 'wrong.yaml')])
    expect([code, err]).toEqual([1, expect.stringContaining('Line 2: A time is expected')])
    expect((await anteroom(['schedule', 'import', 'nothing.yaml'])).code).toBe(1)
  })
})

test('a folder without schedule.yaml plays the default playlist', async () => {
  const { code, out } = await anteroom(['schedule', '--playlists', place.content, '--at', '2026-11-23', '--json'])
  expect([code, (JSON.parse(out) as AiredRow[]).map(({ playlist }) => playlist)]).toEqual([0, ['default']])
})

test('a file is taken in without a hub, and through the hub that runs', async () => {
  const yaml = path.join(place.playlists, 'more.yaml')
  file('schedules: [{ name: Alone, playlist: default }]', 'more.yaml')
  const importing = () => anteroom(['schedule', 'import', yaml, '--data', place.data, '--playlists', place.playlists])
  expect(await importing()).toMatchObject({ code: 0, out: '1 schedule imported.\n' })
  const hub = await startHub(place.args)
  try {
    const names = async () => (await hub.get<ScheduleList>('/api/schedules')).schedules.map(({ name }) => name)
    expect(await names()).toContain('Alone')
    file('schedules: [{ name: Together, playlist: nowhere }]', 'more.yaml')
    const { code, out } = await importing()
    expect([code, out]).toEqual([0, expect.stringContaining('There is no playlist "nowhere"')])
    expect(await names()).toEqual(expect.arrayContaining(['Alone', 'Together']))
  } finally {
    await hub.stop()
  }
})
