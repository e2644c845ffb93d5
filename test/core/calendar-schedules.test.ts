/** The calendar in the programme: closing time every evening, what plays while closed, early closings and holidays included. */
import { expect, test } from 'vitest'
import { calendar } from '../../core/calendar.ts'
import { calendarSchedules } from '../../core/calendar-schedules.ts'
import { OpeningRules } from '../../core/opening.ts'
import { airingAt, compilePlan, rowsBetween, schedule } from '../../core/schedule.ts'
import { wallIn } from '../../hub/clock.ts'

const day = [
  { start: '09:00', end: '12:30' },
  { start: '13:30', end: '18:00' },
]
const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }
const berlin = wallIn('Europe/Berlin')
const closing = { playlist: 'goodbye', minutes: 15 }

const madeOf = (parts: object, days: number, programming: object) => {
  const holidays = new Map([['2026-11-26', 'Thanksgiving']])
  const rules = new OpeningRules(calendar.parse(parts), holidays, berlin)
  return calendarSchedules(programming, rules, berlin, '2026-11-24', days).map(
    ({ name, startsAt = '', endsAt = '' }) => `${name} ${startsAt.slice(5, 16)} ${endsAt.slice(5, 16)}`,
  )
}

test('before closing, on days that have hours, whenever they end', () => {
  const special = [{ date: '2026-11-25', hours: [{ start: '09:00', end: '11:00' }] }]
  expect(madeOf({ weekly, special }, 6, { closing })).toEqual([
    'Closing time 11-24T16:45 11-24T17:00',
    'Closing time 11-25T09:45 11-25T10:00',
    'Closing time 11-27T16:45 11-27T17:00',
  ])
})

test('while closed: at night, between the hours, on holidays and weekends', () => {
  expect(madeOf({ weekly }, 4, { closed: { playlist: 'night' } })).toEqual([
    'While closed 11-23T23:00 11-24T08:00',
    'While closed 11-24T11:30 11-24T12:30',
    'While closed 11-24T17:00 11-25T08:00',
    'While closed 11-25T11:30 11-25T12:30',
    'While closed 11-25T17:00 11-27T08:00',
    'While closed 11-27T11:30 11-27T12:30',
    'While closed 11-27T17:00 11-27T23:00',
  ])
})

test('nothing comes in between what was chosen for the night, unless it was given hours of its own', () => {
  const rules = new OpeningRules(calendar.parse({ weekly }), new Map(), berlin)
  const night = calendarSchedules({ closed: { playlist: 'night' } }, rules, berlin, '2026-11-24', 2)
  const interrupts = [
    { name: 'Offers', playlist: 'offers', kind: 'interrupt', share: 20 },
    { name: 'Cleaners', playlist: 'cleaners', kind: 'interrupt', share: 30, start: '19:00', end: '21:00' },
  ]
  const base = { name: 'Base', playlist: 'base', priority: 95, from: '2026-11-25', until: '2026-11-25' }
  const written = [...interrupts, base].map((one) => schedule.parse(one))
  const plan = compilePlan([...night, ...written], [], ['screen-1'], berlin)
  const at = (time: string) => {
    const { playlist, with: others } = airingAt(plan, 'screen-1', 'main', Date.parse(`2026-11-${time}:00+01:00`))
    return [playlist, ...others.map((other) => other.playlist)]
  }
  expect(at('24T10:00')).toEqual(['default', 'offers'])
  expect(at('24T18:30')).toEqual(['night'])
  expect(at('24T20:00')).toEqual(['night', 'cleaners'])
  // Somebody wants something else in the night: then it is a time like any other.
  expect(at('25T18:30')).toEqual(['base', 'offers'])
  const [until] = rowsBetween(
    plan,
    'screen-1',
    'main',
    Date.parse('2026-11-24T17:30:00Z'),
    Date.parse('2026-11-25T00:00:00Z'),
  )
  expect(until?.toMs).toBe(Date.parse('2026-11-24T18:00:00Z'))
})

test('not before it has opened: closing time is never longer than the clinic is open', () => {
  const short = { ...weekly, tue: [{ start: '09:00', end: '09:10' }] }
  expect(madeOf({ weekly: short }, 1, { closing })).toEqual(['Closing time 11-24T08:00 11-24T08:10'])
})

test('a clinic that never closes at midnight has no closing time there', () => {
  const whole = [{ start: '00:00', end: '24:00' }]
  const always = Object.fromEntries(Object.keys(weekly).map((name) => [name, whole]))
  expect(madeOf({ weekly: always, holidays: { ticked: [] } }, 2, { closing, closed: { playlist: 'night' } })).toEqual(
    [],
  )
})

test('nothing where nobody has said anything, and nothing while nobody knows the hours', () => {
  expect(madeOf({ weekly }, 6, {})).toEqual([])
  expect(madeOf({}, 6, { closing })).toEqual([])
})
