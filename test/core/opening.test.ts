/** When the clinic is open: the calendar on the clinic's clocks, in both nights the clocks change. */
import { describe, expect, test } from 'vitest'
import { type Calendar, calendar, type Week } from '../../core/calendar.ts'
import { OpeningRules } from '../../core/opening.ts'
import { wallIn } from '../../hub/clock.ts'

const day = [
  { start: '09:00', end: '12:30' },
  { start: '13:30', end: '18:00' },
]
const week: Week = { mon: day, tue: day, wed: day, thu: day, fri: [{ start: '09:00', end: '14:00' }], sat: [], sun: [] }
const night: Week = { ...week, sat: [{ start: '20:00', end: '24:00' }], sun: [{ start: '00:00', end: '03:00' }] }

const berlin = wallIn('Europe/Berlin')
const rulesOf = (parts: Partial<Calendar> = {}, holidays = new Map<string, string>()) =>
  new OpeningRules({ ...calendar.parse({ weekly: week }), ...parts }, holidays, berlin)
const at = (iso: string) => Date.parse(iso)

test('nobody has said the hours: nothing is taken for closed', () => {
  const rules = new OpeningRules(calendar.parse({}), new Map(), berlin)
  expect(rules.openAt(at('2026-11-22T03:00:00+01:00'))).toEqual({ kind: 'unknown' })
  expect([rules.nextOpening(at('2026-11-22T03:00:00Z')), rules.closesAt('2026-11-22')]).toEqual([undefined, undefined])
})

describe('a week with two spans a day', () => {
  const rules = rulesOf()
  test.each([
    ['2026-11-23T08:59:59+01:00', { kind: 'closed', opensAt: at('2026-11-23T09:00:00+01:00') }],
    ['2026-11-23T09:00:00+01:00', { kind: 'open', until: at('2026-11-23T12:30:00+01:00') }],
    ['2026-11-23T12:30:00+01:00', { kind: 'closed', opensAt: at('2026-11-23T13:30:00+01:00') }],
    ['2026-11-23T17:59:59+01:00', { kind: 'open', until: at('2026-11-23T18:00:00+01:00') }],
    ['2026-11-27T14:00:00+01:00', { kind: 'closed', opensAt: at('2026-11-30T09:00:00+01:00') }],
  ])('%s', (now, opening) => {
    expect(rules.openAt(at(now))).toEqual(opening)
  })

  test('closes when its last hours end', () => {
    expect(rules.closesAt('2026-11-23')).toBe(at('2026-11-23T18:00:00+01:00'))
    expect(rules.closesAt('2026-11-28')).toBeUndefined()
  })
})

test('at lunch the clinic is open and calls nobody', () => {
  const hours = [{ start: '09:00', end: '18:00' }]
  const rules = rulesOf({ weekly: { ...week, mon: hours }, lunch: { start: '12:00', end: '13:00' } })
  expect(rules.openAt(at('2026-11-23T12:59:00+01:00'))).toEqual({
    kind: 'lunch',
    until: at('2026-11-23T13:00:00+01:00'),
  })
  expect(rules.openAt(at('2026-11-23T13:00:00+01:00')).kind).toBe('open')
})

test('special hours go before closed days, closed days before holidays, holidays before the week', () => {
  const special = { date: '2026-12-24', hours: [{ start: '09:00', end: '12:00' }], reason: 'Christmas Eve' }
  const rules = rulesOf(
    { special: [special], closed: [{ from: '2026-12-24', to: '2026-12-31', reason: 'Holidays' }] },
    new Map([['2027-01-01', "New Year's Day"]]),
  )
  expect(rules.openAt(at('2026-12-24T11:00:00+01:00')).kind).toBe('open')
  const opensAt = at('2027-01-04T09:00:00+01:00')
  expect(rules.openAt(at('2026-12-24T12:00:00+01:00'))).toEqual({ kind: 'closed', opensAt, reason: 'Christmas Eve' })
  expect(rules.openAt(at('2026-12-28T11:00:00+01:00'))).toEqual({ kind: 'closed', opensAt, reason: 'Holidays' })
  expect(rules.openAt(at('2027-01-01T11:00:00+01:00'))).toEqual({ kind: 'closed', opensAt, reason: "New Year's Day" })
})

test('a clinic that is closed for good says no next opening', () => {
  const closed = [{ from: '2026-11-23', to: '2099-12-31' }]
  expect(rulesOf({ closed }).openAt(at('2026-11-23T10:00:00+01:00'))).toEqual({ kind: 'closed' })
})

describe('in the night the clocks go forward (29 March 2026, 02:00 → 03:00)', () => {
  test('hours that begin in the hour that is skipped begin when the clocks jump', () => {
    const rules = rulesOf({ weekly: { ...week, sun: [{ start: '02:30', end: '04:00' }] } })
    expect(rules.nextOpening(at('2026-03-28T20:00:00+01:00'))).toBe(at('2026-03-29T01:00:00Z'))
    expect(rules.closesAt('2026-03-29')).toBe(at('2026-03-29T02:00:00Z'))
  })

  test('a night until 03:00 is an hour shorter', () => {
    const rules = rulesOf({ weekly: night })
    expect(rules.openAt(at('2026-03-29T00:59:59Z'))).toEqual({ kind: 'open', until: at('2026-03-29T01:00:00Z') })
    expect(rules.openAt(at('2026-03-29T01:00:00Z')).kind).toBe('closed')
  })
})

describe('in the night the clocks go back (25 October 2026, 03:00 → 02:00)', () => {
  test('the hour that comes twice is open twice, without a gap', () => {
    const rules = rulesOf({ weekly: { ...week, sun: [{ start: '02:00', end: '02:45' }] } })
    expect(rules.openAt(at('2026-10-25T00:00:00Z'))).toEqual({ kind: 'open', until: at('2026-10-25T01:45:00Z') })
    expect(rules.openAt(at('2026-10-24T23:59:59Z')).kind).toBe('closed')
    expect(rules.openAt(at('2026-10-25T01:45:00Z')).kind).toBe('closed')
  })

  test('the morning after opens by the new time', () => {
    expect(rulesOf().nextOpening(at('2026-10-24T12:00:00Z'))).toBe(at('2026-10-26T08:00:00Z'))
  })
})

test('a provider is away for whole days or a part of each', () => {
  const absences = [
    { provider: 'p1', from: '2026-11-23', to: '2026-11-24' },
    { provider: 'p2', from: '2026-11-23', hours: { start: '14:00', end: '15:30' } },
  ]
  const rules = rulesOf({ absences })
  expect(rules.awayUntil('p1', at('2026-11-24T23:00:00+01:00'))).toBe(at('2026-11-25T00:00:00+01:00'))
  expect(rules.awayUntil('p1', at('2026-11-25T00:00:00+01:00'))).toBeUndefined()
  expect(rules.awayUntil('p2', at('2026-11-23T14:00:00+01:00'))).toBe(at('2026-11-23T15:30:00+01:00'))
  expect(rules.awayUntil('p2', at('2026-11-23T13:59:00+01:00'))).toBeUndefined()
})
