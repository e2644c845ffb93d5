/** Times of the clinic's day, in a browser that may believe in another zone. */
import { expect, test } from 'vitest'
import { clockTime, dayName, daysBetween, duration, instantOf, msOfLocal } from '../../renderer/shared/clinic-time.ts'

const zone = 'Europe/Berlin'

test('a booked time belongs to the clinic’s day, also when UTC has another date', () => {
  expect(instantOf('14:30', '2026-03-03T13:32:00Z', zone)).toBe('2026-03-03T13:30:00.000Z')
  expect(instantOf('00:15', '2026-03-03T23:05:00Z', zone)).toBe('2026-03-03T23:15:00.000Z')
  expect(instantOf('18:00', '2026-03-04T02:00:00Z', 'America/Los_Angeles')).toBe('2026-03-04T02:00:00.000Z')
})

test('on the day the clocks change, both sides of the change are right', () => {
  const springDay = '2026-03-29T06:00:00Z'
  expect(instantOf('01:30', springDay, zone)).toBe('2026-03-29T00:30:00.000Z')
  expect(instantOf('03:30', springDay, zone)).toBe('2026-03-29T01:30:00.000Z')
  expect(instantOf('09:00', springDay, zone)).toBe('2026-03-29T07:00:00.000Z')
  expect(instantOf('09:00', '2026-10-25T06:00:00Z', zone)).toBe('2026-10-25T08:00:00.000Z')
})

test('midnight, not a day’s length, makes it yesterday', () => {
  expect(daysBetween('2026-03-03T22:50:00Z', '2026-03-03T23:10:00Z', zone)).toBe(1)
  expect(daysBetween('2026-03-03T06:00:00Z', '2026-03-03T22:50:00Z', zone)).toBe(0)
  expect(daysBetween('2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', zone)).toBe(2)
})

test('instants and lengths are said the clinic’s way', () => {
  expect(clockTime('2026-03-03T23:05:00Z', zone)).toBe('00:05')
  expect(dayName('2026-03-03T23:05:00Z', zone)).toBe('Wednesday 4 March')
  expect([0, 4, 60, 65, 1_300].map(duration)).toEqual(['0 min', '4 min', '1 h', '1 h 5 min', '21 h 40 min'])
})

test('a date and a time are an instant: of two the earlier, and where there is none one just behind', () => {
  const local = (date: string, time: string, where = zone) => new Date(msOfLocal(date, time, where)).toISOString()
  expect(local('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
  expect(local('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
  expect(local('2026-10-26', '00:00')).toBe('2026-10-25T23:00:00.000Z')
  expect(local('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
  expect(local('2026-11-22', '09:00', 'Pacific/Auckland')).toBe('2026-11-21T20:00:00.000Z')
})
