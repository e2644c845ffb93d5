/** What a calendar says against itself: every contradiction is one sentence. */
import { expect, test } from 'vitest'
import { calendar } from '../../core/calendar.ts'
import { contradictionsIn } from '../../core/calendar-check.ts'
import { dateWords, daysAfter, weekdayOf } from '../../core/calendar-date.ts'

const none = { tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const span = (start: string, end: string) => ({ start, end })
const week = { mon: [span('09:00', '18:00')], ...none }
const around = { providers: [{ id: 'p1', name: 'Dr Lind' }], holidays: new Map([['2026-12-25', 'Christmas Day']]) }
const said = (parts: object) => contradictionsIn(calendar.parse(parts), around).map(({ message }) => message)

test('a plain calendar says nothing', () => {
  expect(said({ weekly: week, lunch: span('12:00', '13:00'), closed: [{ from: '2026-12-24' }] })).toEqual([])
})

test.each([
  [{ weekly: { mon: [span('09:00', '09:00')], ...none } }, 'Monday: closes at 09:00, before it opens.'],
  [
    { weekly: { mon: [span('12:00', '18:00'), span('09:00', '12:30')], ...none } },
    'Monday: 09:00–12:30 and 12:00–18:00 overlap.',
  ],
  [{ lunch: span('13:00', '12:00') }, 'Lunch ends at 12:00, before it begins.'],
  [
    { closed: [{ from: '2026-12-24', to: '2026-12-20' }] },
    'Closed days end on 20 December 2026, before they begin on 24 December 2026.',
  ],
  [
    { absences: [{ provider: 'p9', from: '2026-12-24' }] },
    'An absence from 24 December 2026 names "p9", who is not in the list of providers.',
  ],
  [
    { absences: [{ provider: 'p1', from: '2026-12-24', to: '2026-12-01' }] },
    'Dr Lind: the absence ends on 1 December 2026, before it begins on 24 December 2026.',
  ],
])('what means nothing is refused: %j', (parts, message) => {
  expect(contradictionsIn(calendar.parse(parts), around)).toEqual([{ message, isRefused: true }])
})

test.each([
  [
    { special: [{ date: '2026-12-25', hours: [span('09:00', '12:00')] }] },
    'Friday 25 December 2026 is a public holiday (Christmas Day) and has special hours. The special hours count.',
  ],
  [
    { special: [{ date: '2026-12-24', hours: [span('09:00', '12:00')] }], closed: [{ from: '2026-12-24' }] },
    'Thursday 24 December 2026 is a closed day and has special hours. The special hours count.',
  ],
  [{ weekly: week, lunch: span('19:00', '20:00') }, 'Lunch (19:00–20:00) is outside the opening hours of every day.'],
])('what is only odd is said: %j', (parts, message) => {
  expect(contradictionsIn(calendar.parse(parts), around)).toEqual([{ message, isRefused: false }])
})

test('days are counted over leap years and the turn of the year', () => {
  expect([daysAfter('2028-02-28', 1), daysAfter('2027-02-28', 1), daysAfter('2026-12-31', 1)]).toEqual([
    '2028-02-29',
    '2027-03-01',
    '2027-01-01',
  ])
  expect([weekdayOf('2026-11-22'), weekdayOf('1970-01-01'), weekdayOf('1969-12-31')]).toEqual(['sun', 'thu', 'wed'])
  expect(dateWords('2026-02-03')).toBe('3 February 2026')
})
