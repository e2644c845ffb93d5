/** The hub's clock: what time it is, where, and whether that can be believed. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { daysIn, isoOf, msOf, startClock } from '../../hub/clock.ts'
import { EnvironmentFault } from '../../hub/fault.ts'

const monday = msOf('2026-03-02T08:00:00Z')
const minuteMs = 60_000
const settings = { zone: 'Europe/Berlin', builtAtMs: monday - 1_000, lastSeenMs: monday - 1_000 }

beforeEach(() => {
  vi.useFakeTimers({ now: monday, toFake: ['Date', 'performance'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the computer’s own time', () => {
  test('is taken as it is, and believed', () => {
    const clock = startClock(settings)
    vi.advanceTimersByTime(90 * minuteMs)
    expect(isoOf(clock.now())).toBe('2026-03-02T09:30:00.000Z')
    expect(clock.isTrusted()).toBe(true)
  })

  test('is not believed before the day this program was built', () => {
    expect(startClock({ ...settings, builtAtMs: monday + 1 }).isTrusted()).toBe(false)
  })

  test('is not believed when this installation has seen a later one; two minutes are a correction', () => {
    expect(startClock({ ...settings, lastSeenMs: monday + 3 * minuteMs }).isTrusted()).toBe(false)
    expect(startClock({ ...settings, lastSeenMs: monday + 1 * minuteMs }).isTrusted()).toBe(true)
  })

  test.each([
    ['an hour ahead', 60],
    ['an hour back', -60],
  ])('is not believed after a step of %s, and believed again when that is undone', (_, minutes) => {
    const clock = startClock(settings)
    vi.setSystemTime(monday + minutes * minuteMs)
    expect(clock.isTrusted()).toBe(false)
    vi.setSystemTime(monday)
    expect(clock.isTrusted()).toBe(true)
  })
})

describe('a time given for a rehearsal', () => {
  test.each(['2026-11-21T14:00:00+01:00', '2026-11-21T13:00:00Z', '2026-11-21T14:00+0100'])('%s', (at) => {
    const clock = startClock({ ...settings, at })
    expect(isoOf(clock.now())).toBe('2026-11-21T13:00:00.000Z')
    vi.advanceTimersByTime(1_500)
    expect(isoOf(clock.now())).toBe('2026-11-21T13:00:01.500Z')
  })

  test('is believed, however early, and steps of the computer do not touch it', () => {
    const clock = startClock({ ...settings, at: '1999-12-31T23:59:59Z' })
    vi.setSystemTime(monday + 60 * minuteMs)
    expect(clock.isTrusted()).toBe(true)
    expect(isoOf(clock.now())).toBe('1999-12-31T23:59:59.000Z')
  })

  test.each(['', 'tomorrow', '2026-11-21', '2026-11-21T14:00', '2026-11-31T14:00:00Zebra'])('%j is refused', (at) => {
    expect(() => startClock({ ...settings, at })).toThrow(EnvironmentFault)
  })
})

describe('the zone', () => {
  test('is the computer’s own when nobody says', () => {
    const { zone: _, ...rest } = settings
    expect(startClock(rest).zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone)
  })

  test.each(['Mars/Olympus', 'Berlin', '', '+25:00'])('%j is refused in a sentence', (zone) => {
    expect(() => startClock({ ...settings, zone })).toThrow(/is not a time zone\. Write it like/)
  })
})

describe('a day of the clinic', () => {
  const told = (zone: string, day: string) => {
    const { startMs, endMs } = daysIn(zone)(day)
    return [isoOf(startMs), isoOf(endMs)].map((iso) => iso.slice(0, 16))
  }

  test.each([
    ['begins at its own midnight', 'Europe/Berlin', '2026-06-10', '2026-06-09T22:00', '2026-06-10T22:00'],
    ['is an hour shorter in spring', 'Europe/Berlin', '2026-03-29', '2026-03-28T23:00', '2026-03-29T22:00'],
    ['is an hour longer in autumn', 'Europe/Berlin', '2026-10-25', '2026-10-24T22:00', '2026-10-25T23:00'],
    ['begins at one where midnight is skipped', 'Africa/Cairo', '2026-04-24', '2026-04-23T22:00', '2026-04-24T21:00'],
    ['lies ahead on Kiribati', 'Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00', '2026-01-01T10:00'],
    ['lies behind on Samoa’s neighbour', 'Pacific/Pago_Pago', '2026-01-01', '2026-01-01T11:00', '2026-01-02T11:00'],
    ['need not be on the hour', 'Asia/Kathmandu', '2026-02-28', '2026-02-27T18:15', '2026-02-28T18:15'],
    [
      'has no time at all when a zone left it out',
      'Pacific/Apia',
      '2011-12-30',
      '2011-12-30T10:00',
      '2011-12-30T10:00',
    ],
    ['may be the last of a leap February', 'UTC', '2028-02-29', '2028-02-29T00:00', '2028-03-01T00:00'],
  ])('%s', (_, zone, day, from, to) => {
    expect(told(zone, day)).toEqual([from, to])
  })
})
