/** The hub's only clock: the time, the clinic's zone, and whether the time can be believed. */
import type { Wall } from '../core/opening.ts'
import { EnvironmentFault } from './fault.ts'

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  /** IANA name of the clinic's time zone. */
  readonly zone: string
  /** False while the time cannot be right: undated items play, waits are hidden. */
  readonly isTrusted: () => boolean
}

interface ClockSettings {
  readonly zone?: string
  /** Where the clock starts, for rehearsals; it is believed. */
  readonly at?: string
  readonly builtAtMs: number
  /** The last instant this installation has seen, if any. */
  readonly lastSeenMs: number
}

// NTP slews and leap seconds stay far below; a step by hand or a dead battery does not.
const toleranceMs = 2 * 60_000

/** @throws EnvironmentFault for a zone or a start that does not exist */
export function startClock({ zone, at, builtAtMs, lastSeenMs }: ClockSettings): Clock {
  const zoneInForce = checkedZone(zone)
  const startedAtMs = at === undefined ? Date.now() : parsedStart(at)
  const monotonicStartMs = performance.now()
  const elapsed = () => performance.now() - monotonicStartMs
  if (at !== undefined) {
    return { zone: zoneInForce, now: () => Math.round(startedAtMs + elapsed()), isTrusted: () => true }
  }
  return {
    zone: zoneInForce,
    now: () => Date.now(),
    isTrusted: () => {
      const now = Date.now()
      const drift = Math.abs(now - startedAtMs - elapsed())
      return now >= builtAtMs && now >= lastSeenMs - toleranceMs && drift < toleranceMs
    },
  }
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function checkedZone(zone: string | undefined): string {
  if (zone === undefined) return new Intl.DateTimeFormat().resolvedOptions().timeZone
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch (cause) {
    throw new EnvironmentFault(`--zone ${zone} is not a time zone. Write it like Europe/Madrid or America/Chicago.`, {
      cause,
    })
  }
}

function parsedStart(at: string): number {
  const instant = /(Z|[+-]\d\d:?\d\d)$/.test(at) ? Date.parse(at) : Number.NaN
  if (Number.isNaN(instant)) {
    throw new EnvironmentFault(`--at ${at} is not an instant. Write it like 2026-11-21T14:00:00+01:00.`)
  }
  return instant
}

/** How the clinic's clocks show an instant: `14:40`. */
export function clockTimeIn(zone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return (ms) => format.format(ms)
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/**
 * When a day (`2026-11-21`) begins and ends on the clinic's clocks.
 *
 * A day is all the time its date is shown: one whose midnight is skipped begins at its first minute, and one that a zone left
 * out altogether (Samoa, 30 December 2011) begins and ends where the next one begins.
 */
export function daysIn(zone: string): (day: string) => { readonly startMs: number; readonly endMs: number } {
  // Swedish dates are ISO dates.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const starts = new Map<string, number>()
  const startOf = (day: string): number => {
    const known = starts.get(day)
    if (known !== undefined) return known
    // No zone is further than 15 hours from UTC, or off it by a part of a minute.
    let [early, late] = [Date.parse(`${day}T00:00:00Z`) - 15 * 60 * minuteMs, Date.parse(`${day}T00:00:00Z`) + dayMs]
    while (late - early > minuteMs) {
      const middle = early + Math.floor((late - early) / 2 / minuteMs) * minuteMs
      if (format.format(middle) >= day) late = middle
      else early = middle
    }
    starts.set(day, late)
    return late
  }
  const dayAfter = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + dayMs).toISOString().slice(0, 10)
  return (day) => ({ startMs: startOf(day), endMs: startOf(dayAfter(day)) })
}

/** The clinic's clocks, both ways. */
export function wallIn(zone: string): Wall {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
  /** What the clocks show, as if it were UTC. */
  const shownAt = (ms: number) => Date.parse(`${format.format(ms).replace(' ', 'T')}Z`)
  return {
    dateOf: (ms) => format.format(ms).slice(0, 10),
    instantOf: (date, minute, which) => {
      const wanted = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs
      // A day before and a day after: on both sides of a change of the clocks, if there is one.
      const found = [wanted - dayMs, wanted + dayMs].map((near) => wanted - (shownAt(near) - near))
      const right = found.filter((ms) => shownAt(ms) === wanted)
      if (right.length > 0) return which === 'first' ? Math.min(...right) : Math.max(...right)
      let [early, late] = [Math.min(...found), Math.max(...found)]
      while (late - early > minuteMs) {
        const middle = early + Math.floor((late - early) / 2 / minuteMs) * minuteMs
        if (shownAt(middle) > wanted) late = middle
        else early = middle
      }
      return late
    },
  }
}

/** The same with the day: `Tuesday 3 March, 14:40`. */
export function dayAndTimeIn(zone: string): (ms: number) => string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
  const time = clockTimeIn(zone)
  return (ms) => `${day.format(ms).replace(',', '')}, ${time(ms)}`
}

/** How the clinic's clocks show an instant, with their distance from UTC: `2026-11-23T09:00:00+01:00`. */
export function localIsoIn(zone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  return (ms) => {
    const shown = format.format(ms).replace(' ', 'T')
    const minutes = Math.round((Date.parse(`${shown}Z`) - ms) / minuteMs)
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
    const padded = (value: number) => String(value).padStart(2, '0')
    return `${shown}${minutes < 0 ? '-' : '+'}${padded(hours)}:${padded(rest)}`
  }
}

/** For commands that run without a hub. */
export const msNow = (): number => Date.now()

/** ISO 8601 UTC. */
export const isoOf = (ms: number): string => new Date(ms).toISOString()
export const msOf = (iso: string): number => Date.parse(iso)
