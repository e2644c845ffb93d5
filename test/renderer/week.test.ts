/** The week as staff see it: every instant has one place, also in the nights in which the clocks change. */
import { describe, expect, test } from 'vitest'
import type { Row } from '../../renderer/studio/programming.ts'
import { changedSpans, hourLines, missingIn, piecesOf, placeOf, weekFrom } from '../../renderer/studio/schedule/week.ts'

const zone = 'Europe/Berlin'
const ms = (iso: string) => Date.parse(iso)
const row = (from: string, to: string, playlist: string): Row => ({
  ...{ from, to, screen: 'screen-1', zone: 'main', playlist, with: [] },
  because: { schedule: playlist, kind: 'normal', priority: 50 },
})

describe('an ordinary week', () => {
  const week = weekFrom('2026-11-16', zone)

  test('has seven days of 24 hours, one after the other', () => {
    expect(week.minutes).toBe(1440)
    expect(week.days.map(({ fromMs, toMs }) => (toMs - fromMs) / 3_600_000)).toEqual([24, 24, 24, 24, 24, 24, 24])
    expect(week.days.slice(1).map(({ fromMs }) => fromMs)).toEqual(week.days.slice(0, -1).map(({ toMs }) => toMs))
  })

  test('a night that crosses midnight is one piece on each of its days', () => {
    const night = row('2026-11-16T21:00:00Z', '2026-11-17T01:00:00Z', 'night')
    const pieces = week.days.map((day) => piecesOf(week, day, [night]).map(({ top, bottom }) => [top, bottom]))
    expect(pieces.slice(0, 3)).toEqual([[[1320, 1440]], [[0, 120]], []])
  })
})

describe('the week in which the clocks are set back', () => {
  const week = weekFrom('2026-10-22', zone)
  const [thursday, , , sunday] = week.days

  test('has one day of 25 hours, and room for the hour that comes twice', () => {
    expect(week.minutes).toBe(1500)
    expect(((sunday?.toMs ?? 0) - (sunday?.fromMs ?? 0)) / 3_600_000).toBe(25)
    expect(hourLines(week).map(({ label }) => label)).toEqual(expect.arrayContaining(['02:00', '03:00', '23:00']))
    expect(
      hourLines(week)
        .filter(({ label }) => label === '02:00')
        .map(({ isAgain }) => isAgain),
    ).toEqual([false, true])
  })

  test('both times it is 02:30 have a place of their own; 09:00 stands beside 09:00', () => {
    if (sunday === undefined || thursday === undefined) throw new Error('no such days')
    expect(placeOf(week, sunday, ms('2026-10-25T00:30:00Z'))).toBe(150)
    expect(placeOf(week, sunday, ms('2026-10-25T01:30:00Z'))).toBe(210)
    expect(placeOf(week, sunday, ms('2026-10-25T08:00:00Z'))).toBe(placeOf(week, thursday, ms('2026-10-22T07:00:00Z')))
  })

  test('every other day is hatched where it has no such hour', () => {
    expect(week.days.map((day) => missingIn(week, day) !== undefined)).toEqual([
      ...[true, true, true, false, true, true, true],
    ])
  })
})

describe('the week in which the clocks are set forward', () => {
  const week = weekFrom('2026-03-26', zone)
  const [, , , sunday, monday] = week.days

  test('has one day of 23 hours, and 02:00 to 03:00 is missing on it', () => {
    if (sunday === undefined || monday === undefined) throw new Error('no such days')
    expect((sunday.toMs - sunday.fromMs) / 3_600_000).toBe(23)
    expect(missingIn(week, sunday)).toEqual({ from: 120, to: 180 })
    expect(missingIn(week, monday)).toBeUndefined()
    expect(placeOf(week, sunday, ms('2026-03-29T01:00:00Z'))).toBe(180)
    expect(placeOf(week, sunday, sunday.toMs, true)).toBe(1440)
  })
})

test('in a zone without such nights, and in one that goes by half hours, no day is special or lost', () => {
  expect(weekFrom('2026-10-22', 'Asia/Kolkata').days.every(({ shift }) => shift === undefined)).toBe(true)
  const lord = weekFrom('2026-04-01', 'Australia/Lord_Howe')
  expect(lord.minutes).toBe(1470)
  expect(lord.days.filter(({ shift }) => shift !== undefined).map(({ date }) => date)).toEqual(['2026-04-05'])
})

test('what would change is told from when until when, and nothing else', () => {
  const before = [row('2026-11-16T06:00:00Z', '2026-11-16T12:00:00Z', 'a')]
  const after = [
    row('2026-11-16T06:00:00Z', '2026-11-16T08:00:00Z', 'a'),
    row('2026-11-16T08:00:00Z', '2026-11-16T09:00:00Z', 'b'),
    row('2026-11-16T09:00:00Z', '2026-11-16T10:00:00Z', 'c'),
    row('2026-11-16T10:00:00Z', '2026-11-16T12:00:00Z', 'a'),
  ]
  expect(changedSpans(before, after)).toEqual([
    { fromMs: ms('2026-11-16T08:00:00Z'), toMs: ms('2026-11-16T10:00:00Z') },
  ])
  expect(changedSpans(before, before)).toEqual([])
})
