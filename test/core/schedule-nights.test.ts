/** The nights the clocks change: what is skipped does not play, what comes twice plays twice, in every zone. */
import { describe, expect, test } from 'vitest'
import { compilePlan, rowsBetween, schedule } from '../../core/schedule.ts'
import { wallIn } from '../../hub/clock.ts'

const at = (iso: string) => Date.parse(iso)
const planOf = (wishes: readonly object[], zone = 'Europe/Berlin') =>
  compilePlan(
    wishes.map((wish) => schedule.parse({ name: 's', ...wish })),
    [],
    ['screen-1'],
    wallIn(zone),
  )
/** `from to playlist`, as UTC without seconds. */
const rowsOf = (plan: ReturnType<typeof planOf>, from: string, to: string) =>
  rowsBetween(plan, 'screen-1', 'main', at(from), at(to)).map(({ fromMs, toMs, airing }) => [
    new Date(fromMs).toISOString().slice(5, 16),
    new Date(toMs).toISOString().slice(5, 16),
    airing.playlist,
  ])

describe('the nights the clocks change', () => {
  const early = { playlist: 'early', start: '02:15', end: '02:45' }
  test('a time that is skipped does not play: Berlin, 29 March 2026', () => {
    expect(rowsOf(planOf([early]), '2026-03-28T23:00Z', '2026-03-29T22:00Z')).toEqual([
      ['03-28T23:00', '03-29T22:00', 'default'],
    ])
    const until = { playlist: 'until', start: '01:30', end: '02:30' }
    expect(rowsOf(planOf([until]), '2026-03-29T00:00Z', '2026-03-29T03:00Z')[1]).toEqual([
      '03-29T00:30',
      '03-29T01:00',
      'until',
    ])
  })

  test('a time that comes twice plays twice: Berlin, 25 October 2026', () => {
    expect(rowsOf(planOf([early]), '2026-10-25T00:00Z', '2026-10-25T03:00Z')).toEqual([
      ['10-25T00:00', '10-25T00:15', 'default'],
      ['10-25T00:15', '10-25T00:45', 'early'],
      ['10-25T00:45', '10-25T01:15', 'default'],
      ['10-25T01:15', '10-25T01:45', 'early'],
      ['10-25T01:45', '10-25T03:00', 'default'],
    ])
    const across = { playlist: 'across', start: '01:00', end: '04:00' }
    expect(rowsOf(planOf([across]), '2026-10-24T22:00Z', '2026-10-25T04:00Z')[1]).toEqual([
      '10-24T23:00',
      '10-25T03:00',
      'across',
    ])
  })

  test.each([
    ['America/New_York', 'spring', '2026-03-08T05:00Z', [['03-08T05:00', '03-09T05:00', 'default']]],
    [
      'America/New_York',
      'autumn',
      '2026-11-01T04:00Z',
      [
        ['11-01T04:00', '11-01T07:15', 'default'],
        ['11-01T07:15', '11-01T07:45', 'early'],
        ['11-01T07:45', '11-02T04:00', 'default'],
      ],
    ],
    // Half an hour: at 02:00 it is 02:30.
    [
      'Australia/Lord_Howe',
      'spring',
      '2026-10-03T14:00Z',
      [
        ['10-03T14:00', '10-03T15:30', 'default'],
        ['10-03T15:30', '10-03T15:45', 'early'],
        ['10-03T15:45', '10-04T14:00', 'default'],
      ],
    ],
    // From 02:00 back to 01:30.
    [
      'Australia/Lord_Howe',
      'autumn',
      '2026-04-04T13:00Z',
      [
        ['04-04T13:00', '04-04T15:45', 'default'],
        ['04-04T15:45', '04-04T16:15', 'early'],
        ['04-04T16:15', '04-05T13:00', 'default'],
      ],
    ],
    [
      'Asia/Kolkata',
      'no change',
      '2026-03-28T18:30Z',
      [
        ['03-28T18:30', '03-28T20:45', 'default'],
        ['03-28T20:45', '03-28T21:15', 'early'],
        ['03-28T21:15', '03-29T18:30', 'default'],
      ],
    ],
  ])('%s, %s', (zone, _, from, rows) => {
    const to = new Date(at(from) + 24 * 3_600_000).toISOString()
    expect(rowsOf(planOf([early], zone), from, to)).toEqual(rows)
  })

  test('New York plays 01:15 to 01:45 twice on 1 November 2026', () => {
    const plan = planOf([{ playlist: 'twice', start: '01:15', end: '01:45' }], 'America/New_York')
    expect(rowsOf(plan, '2026-11-01T04:00Z', '2026-11-01T12:00Z').filter(([, , name]) => name === 'twice')).toEqual([
      ['11-01T05:15', '11-01T05:45', 'twice'],
      ['11-01T06:15', '11-01T06:45', 'twice'],
    ])
  })

  test('where midnight itself is skipped, the day begins at 01:00: Beirut, 29 March 2026', () => {
    const plan = planOf([{ playlist: 'sunday', weekdays: ['sun'] }], 'Asia/Beirut')
    expect(rowsOf(plan, '2026-03-28T00:00Z', '2026-03-30T00:00Z')[1]).toEqual(['03-28T22:00', '03-29T21:00', 'sunday'])
  })
})
