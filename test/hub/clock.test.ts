/** The hub's clock: what time it is, where, and whether that can be believed. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isoOf, msOf, startClock } from '../../hub/clock.ts'
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
