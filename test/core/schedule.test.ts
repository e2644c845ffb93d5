/** Which playlist plays at a moment: parts of a day, dates, rules, priorities, shares and takeovers. */
import { describe, expect, test } from 'vitest'
import { airingAt, compilePlan, nextChangeAfter, rowsBetween, schedule, type Zone } from '../../core/schedule.ts'
import { wallIn } from '../../hub/clock.ts'

type Wish = Readonly<Record<string, unknown>>
const at = (iso: string) => Date.parse(iso)
const planOf = (wishes: readonly Wish[], zone = 'Europe/Berlin', groups: { name: string; screens: string[] }[] = []) =>
  compilePlan(
    wishes.map((wish, index) => schedule.parse({ name: `s${index}`, ...wish })),
    groups,
    ['screen-1', 'screen-2'],
    wallIn(zone),
  )
const playsAt = (wishes: readonly Wish[], iso: string, zone?: string) =>
  airingAt(planOf(wishes, zone), 'screen-1', 'main', at(iso)).playlist
/** `from to playlist`, as UTC without seconds. */
const rowsOf = (plan: ReturnType<typeof planOf>, from: string, to: string, zone: Zone = 'main', screen = 'screen-1') =>
  rowsBetween(plan, screen, zone, at(from), at(to)).map(({ fromMs, toMs, airing }) => [
    new Date(fromMs).toISOString().slice(5, 16),
    new Date(toMs).toISOString().slice(5, 16),
    airing.playlist,
  ])

test('nothing scheduled: the default playlist plays, and nothing ever changes', () => {
  const plan = planOf([])
  expect(airingAt(plan, 'screen-1', 'main', at('2026-11-23T09:00Z'))).toEqual({
    playlist: 'default',
    with: [],
    because: { schedule: null, kind: 'default', priority: 0 },
  })
  expect(airingAt(plan, 'screen-1', 'ticker', at('2026-11-23T09:00Z'))).toBeUndefined()
  expect(nextChangeAfter(plan, 'screen-1', 'main', at('2026-11-23T09:00Z'))).toBe(Number.POSITIVE_INFINITY)
})

describe('parts of a day', () => {
  const lunch = { playlist: 'calm', weekdays: ['mon', 'tue'], start: '12:00', end: '13:00' }
  test.each([
    ['2026-11-23T11:59:59.999+01:00', 'default'],
    ['2026-11-23T12:00:00+01:00', 'calm'],
    ['2026-11-23T12:59:59.999+01:00', 'calm'],
    ['2026-11-23T13:00:00+01:00', 'default'],
    ['2026-11-25T12:30:00+01:00', 'default'],
  ])('are half-open, on their weekdays only: %s', (iso, playlist) => {
    expect(playsAt([lunch], iso)).toBe(playlist)
  })

  const night = { playlist: 'night', weekdays: ['fri'], start: '22:00', end: '02:00' }
  test.each([
    ['2026-11-27T01:00:00+01:00', 'default'],
    ['2026-11-27T22:00:00+01:00', 'night'],
    ['2026-11-28T01:00:00+01:00', 'night'],
    ['2026-11-28T02:00:00+01:00', 'default'],
    ['2026-11-28T22:30:00+01:00', 'default'],
  ])('that cross midnight belong to the day they start on: %s', (iso, playlist) => {
    expect(playsAt([night], iso)).toBe(playlist)
  })

  test('with the same start and end last 24 hours', () => {
    const plan = planOf([{ playlist: 'round', weekdays: ['mon'], start: '10:00', end: '10:00' }])
    expect(rowsOf(plan, '2026-11-23T00:00Z', '2026-11-25T00:00Z')).toEqual([
      ['11-23T00:00', '11-23T09:00', 'default'],
      ['11-23T09:00', '11-24T09:00', 'round'],
      ['11-24T09:00', '11-25T00:00', 'default'],
    ])
  })

  test('that end at 24:00 or 00:00 end at midnight', () => {
    for (const end of ['24:00', '00:00']) {
      const late = { playlist: 'late', weekdays: ['mon'], start: '22:00', end }
      expect(rowsOf(planOf([late]), '2026-11-23T20:00Z', '2026-11-24T20:00Z')).toEqual([
        ['11-23T20:00', '11-23T21:00', 'default'],
        ['11-23T21:00', '11-23T23:00', 'late'],
        ['11-23T23:00', '11-24T20:00', 'default'],
      ])
    }
  })

  test('are judged by the day they start on, also at their first and last date', () => {
    const winter = { playlist: 'winter', start: '22:00', end: '02:00', from: '2026-12-01', until: '2026-12-31' }
    const shown = [
      '2026-12-01T01:00+01:00',
      '2026-12-01T23:00+01:00',
      '2027-01-01T01:00+01:00',
      '2027-01-01T23:00+01:00',
    ]
    expect(shown.map((iso) => playsAt([winter], iso))).toEqual(['default', 'winter', 'winter', 'default'])
  })

  test('do not begin on their exceptions', () => {
    const morning = { playlist: 'morning', start: '22:00', end: '10:00', except: ['2026-12-25'] }
    const shown = [
      '2026-12-25T09:00+01:00',
      '2026-12-25T23:00+01:00',
      '2026-12-26T09:00+01:00',
      '2026-12-26T23:00+01:00',
    ]
    expect(shown.map((iso) => playsAt([morning], iso))).toEqual(['morning', 'default', 'default', 'morning'])
  })
})

describe('who wins', () => {
  const noon = at('2026-11-23T12:00+01:00')
  const airing = (...wishes: readonly Wish[]) => airingAt(planOf(wishes), 'screen-1', 'main', noon)

  test('the higher priority hides the lower', () => {
    expect(airing({ playlist: 'low', priority: 49 }, { playlist: 'high', priority: 51, name: 'High' })).toEqual({
      playlist: 'high',
      with: [],
      because: { schedule: 'High', kind: 'normal', priority: 51 },
    })
  })

  test('equal ones take turns in the order of their names', () => {
    expect(airing({ playlist: 'b', name: 'B' }, { playlist: 'c', name: 'C' }, { playlist: 'a', name: 'A' })).toEqual({
      playlist: 'a',
      with: [{ playlist: 'b' }, { playlist: 'c' }],
      because: { schedule: 'A', kind: 'normal', priority: 50 },
    })
  })

  test('two equal ones with the same playlist are one turn', () => {
    expect(airing({ playlist: 'a' }, { playlist: 'a' }, { playlist: 'b' }).with).toEqual([{ playlist: 'b' }])
  })

  test('interrupts take their share, a quarter when nobody says, whatever the priority', () => {
    const news = { playlist: 'news', kind: 'interrupt', priority: 0 }
    expect(airing({ playlist: 'base', priority: 100 }, news)).toMatchObject({
      playlist: 'base',
      with: [{ playlist: 'news', share: 25 }],
    })
    expect(airing(news)).toMatchObject({ playlist: 'default', with: [{ playlist: 'news', share: 25 }] })
  })

  test('interrupts together get at most 80 %, the higher priority first', () => {
    const interrupt = (playlist: string, priority: number, share: number) => ({
      playlist,
      priority,
      share,
      kind: 'interrupt',
    })
    const { with: others } = airing(
      interrupt('c', 10, 30),
      interrupt('a', 60, 50),
      interrupt('b', 50, 20),
      interrupt('d', 5, 5),
    )
    expect(others).toEqual([
      { playlist: 'a', share: 50 },
      { playlist: 'b', share: 20 },
      { playlist: 'c', share: 10 },
    ])
  })

  test('a takeover plays alone, from its instant to its end, and of two the stronger', () => {
    const now = { kind: 'takeover', startsAt: '2026-11-23T11:59:30+01:00', endsAt: '2026-11-23T12:10:00+01:00' }
    const plan = planOf([
      { playlist: 'base', priority: 100 },
      { playlist: 'news', kind: 'interrupt' },
      { playlist: 'drill', name: 'Drill', priority: 0, ...now },
    ])
    expect(airingAt(plan, 'screen-1', 'main', noon)).toEqual({
      playlist: 'drill',
      with: [],
      because: { schedule: 'Drill', kind: 'takeover', priority: 0 },
    })
    expect(nextChangeAfter(plan, 'screen-1', 'main', at('2026-11-23T11:00+01:00'))).toBe(at(now.startsAt))
    expect(nextChangeAfter(plan, 'screen-1', 'main', noon)).toBe(at(now.endsAt))
    expect(airing({ playlist: 'z', name: 'Z', ...now }, { playlist: 'y', name: 'Y', ...now }).playlist).toBe('y')
    expect(airing({ playlist: 'z', priority: 60, ...now }, { playlist: 'y', ...now }).playlist).toBe('z')
  })
})

test('a screen plays what is for it, for a group it is in, or for all', () => {
  const groups = [{ name: 'Upstairs', screens: ['screen-2'] }]
  const plan = planOf(
    [
      { playlist: 'all', priority: 1 },
      { playlist: 'up', screens: ['Upstairs'] },
      { playlist: 'one', screens: ['screen-1', 'screen-9'], start: '10:00', end: '11:00' },
    ],
    'Europe/Berlin',
    groups,
  )
  const on = (screen: string, iso: string) => airingAt(plan, screen, 'main', at(iso)).playlist
  expect(on('screen-2', '2026-11-23T10:30+01:00')).toBe('up')
  expect(on('screen-1', '2026-11-23T10:30+01:00')).toBe('one')
  expect(on('screen-1', '2026-11-23T11:30+01:00')).toBe('all')
})

test('the ticker has its own plan, and says nothing in between', () => {
  const plan = planOf([
    { playlist: 'main' },
    { playlist: 'parking', zone: 'ticker', start: '09:00', end: '10:00' },
    { playlist: 'tea', zone: 'ticker', kind: 'interrupt', start: '09:30', end: '10:30' },
  ])
  expect(rowsOf(plan, '2026-11-23T00:00Z', '2026-11-24T00:00Z', 'ticker')).toEqual([
    ['11-23T08:00', '11-23T08:30', 'parking'],
    ['11-23T08:30', '11-23T09:00', 'parking'],
    ['11-23T09:00', '11-23T09:30', 'tea'],
  ])
})

test('rules choose days: the first Monday, the last working day, the leap day', () => {
  const first = { playlist: 'first', rrule: 'FREQ=MONTHLY;BYDAY=1MO', start: '22:00', end: '02:00' }
  expect(
    ['2026-12-07T23:00', '2026-12-08T01:00', '2026-12-14T23:00'].map((iso) => playsAt([first], `${iso}+01:00`)),
  ).toEqual(['first', 'first', 'default'])
  const last = { playlist: 'last', rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' }
  expect(['2026-10-30T12:00', '2026-10-31T12:00'].map((iso) => playsAt([last], `${iso}+01:00`))).toEqual([
    'last',
    'default',
  ])
  const leap = planOf([{ playlist: 'leap', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' }])
  expect(nextChangeAfter(leap, 'screen-1', 'main', at('2026-11-23T12:00Z'))).toBe(at('2028-02-29T00:00+01:00'))
  expect(nextChangeAfter(leap, 'screen-1', 'main', at('2028-02-29T12:00Z'))).toBe(at('2028-03-01T00:00+01:00'))
  expect(nextChangeAfter(leap, 'screen-1', 'main', at('2097-01-01T12:00Z'))).toBe(at('2104-02-29T00:00+01:00'))
})

test('a change in fifty years is known today, and a range of two hundred years costs nothing', () => {
  const plan = planOf([{ playlist: 'far', from: '2076-05-01', until: '2276-05-01' }])
  expect(nextChangeAfter(plan, 'screen-1', 'main', at('2026-11-23T12:00Z'))).toBe(at('2076-05-01T00:00+02:00'))
  expect(nextChangeAfter(plan, 'screen-1', 'main', at('2100-01-01T12:00Z'))).toBe(at('2276-05-02T00:00+02:00'))
})

test('a change that comes some days after a first date is found, however quiet it was before', () => {
  for (const from of ['2026-11-24', '2026-12-01', '2026-12-02', '2026-12-08', '2027-05-04']) {
    const plan = planOf([{ playlist: 'mondays', weekdays: ['mon'], from, start: '10:00', end: '11:00' }])
    const monday = { '2027-05-04': '2027-05-10T10:00+02:00', '2026-12-08': '2026-12-14T10:00+01:00' }[from]
    const expected = monday ?? (from < '2026-12-01' ? '2026-11-30T10:00+01:00' : '2026-12-07T10:00+01:00')
    expect(nextChangeAfter(plan, 'screen-1', 'main', at('2026-11-23T12:00+01:00'))).toBe(at(expected))
  }
})

test('rules that something else always hides are given up in time', () => {
  const plan = planOf([
    { playlist: 'always', priority: 90 },
    { playlist: 'hidden', rrule: 'FREQ=MONTHLY;BYDAY=1MO' },
    { playlist: 'hidden', rrule: 'FREQ=DAILY' },
    { playlist: 'hidden', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU' },
  ])
  expect(nextChangeAfter(plan, 'screen-1', 'main', at('2026-11-23T12:00Z'))).toBe(Number.POSITIVE_INFINITY)
})

test('what rows from an older version say too much of is limited when it is read', () => {
  const row = { ...schedule.parse({ name: 's', playlist: 'p', kind: 'interrupt' }), share: 4_000, priority: 900 }
  const plan = compilePlan([row], [], ['screen-1'], wallIn('UTC'))
  expect(airingAt(plan, 'screen-1', 'main', 0).with).toEqual([{ playlist: 'p', share: 80 }])
})
