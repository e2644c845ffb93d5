/** What the clock on the clinic's wall shows, for rules that are told times as people write them. */
import type { ClinicClocks } from '../core/booking.ts'
import { daysIn } from './clock.ts'

const minuteMs = 60_000

interface Shown {
  readonly date: string
  readonly minute: number
}

/** @param zone IANA name of the clinic's */
export function clinicClocks(zone: string): ClinicClocks & { readonly minuteAt: (at: number) => number } {
  const own = wallClock(zone)
  const others = new Map<string, ReturnType<typeof wallClock> | undefined>()
  const clockIn = (name: string) => {
    if (!others.has(name)) others.set(name, isZone(name) ? wallClock(name) : undefined)
    return others.get(name)
  }
  return {
    instantOf: (date, minute, name) => (name === undefined ? own : clockIn(name))?.instantOf(date, minute),
    dateOf: (at) => own.shownAt(at).date,
    minuteAt: (at) => own.shownAt(at).minute,
  }
}

function wallClock(zone: string) {
  const startOf = daysIn(zone)
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const shownAt = (at: number): Shown => {
    // `2026-03-03 14:32`
    const [date = '', time = ''] = format.format(at).split(' ')
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return { date, minute: hour * 60 + minute }
  }
  return {
    shownAt,
    instantOf: (date: string, minute: number): number | undefined => {
      const guess = startOf(date).startMs + minute * minuteMs
      const off = minute - shownAt(guess).minute
      // A day on which the clocks change is an hour longer or shorter; a change at midnight moves its beginning.
      const at = guess + off * minuteMs
      const shown = shownAt(at)
      return shown.date === date && shown.minute === minute ? at : undefined
    },
  }
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
