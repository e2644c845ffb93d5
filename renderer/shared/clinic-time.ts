/** Instants as the clinic's clocks show them, whatever zone this browser believes in. */

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** `14:32` */
export const clockTime = (iso: string, zone: string): string => format(Date.parse(iso), zone, timeParts)

/** `Tuesday 3 March` */
export const dayName = (iso: string, zone: string): string =>
  format(Date.parse(iso), zone, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')

/** `Tuesday 3 March, 14:32` */
export const dayAndTime = (iso: string, zone: string): string => `${dayName(iso, zone)}, ${clockTime(iso, zone)}`

/** `2026-11-21` */
export function dayOf(iso: string, zone: string): string {
  const { year = 0, month = 1, day = 1 } = partsOf(Date.parse(iso), zone)
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

/** How many midnights lie between two instants. */
export function daysBetween(from: string, to: string, zone: string): number {
  const dateOf = (iso: string) => {
    const { year = 0, month = 1, day = 1 } = partsOf(Date.parse(iso), zone)
    return Date.UTC(year, month - 1, day)
  }
  return Math.round((dateOf(to) - dateOf(from)) / dayMs)
}

/** A clinic's day ends in the small hours, when the hub closes what was left open. */
const dayEndsMs = 3 * 60 * minuteMs

/** Whether the day of `at` has ended `ageMs` later. */
export function isDayOver(at: string, ageMs: number, zone: string): boolean {
  const shifted = (ms: number) => new Date(ms - dayEndsMs).toISOString()
  return daysBetween(shifted(Date.parse(at)), shifted(Date.parse(at) + ageMs), zone) > 0
}

export const minutesSince = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / minuteMs))

/** `4 min`, `1 h 5 min` */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/**
 * @param time `14:30`, on the clinic's day that contains `on`
 * @returns ISO 8601 UTC; of a time that occurs twice, or never, when the clocks change, one that is at most an hour off
 */
export function instantOf(time: string, on: string, zone: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const { year = 0, month = 1, day = 1 } = partsOf(Date.parse(on), zone)
  const wanted = Date.UTC(year, month - 1, day, hour, minute)
  // The zone's distance from UTC at a guess may be another one at the answer: the second round settles it.
  const first = wanted - offsetMs(wanted, zone)
  return new Date(wanted - offsetMs(first, zone)).toISOString()
}

/** `2026-11-21`: the date on the clinic's calendar at an instant. */
export function dateOf(iso: string, zone: string): string {
  const { year = 0, month = 1, day = 1 } = partsOf(Date.parse(iso), zone)
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
}

/**
 * @param time `14:30`
 * @returns milliseconds since 1970; of a time that clocks show twice the earlier, of one that they skip as much later
 */
export function msOfLocal(date: string, time: string, zone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const both = [-dayMs, dayMs].map((apart) => wanted - offsetMs(wanted + apart, zone))
  const shown = both.filter((at) => at + offsetMs(at, zone) === wanted)
  return shown.length > 0 ? Math.min(...shown) : Math.max(...both)
}

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
export function offsetMs(at: number, zone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = partsOf(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / minuteMs) * minuteMs
}

const timeParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

function partsOf(at: number, zone: string): Partial<Record<Intl.DateTimeFormatPartTypes, number>> {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    ...timeParts,
    timeZone: zone,
  }).formatToParts(at)
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]))
}

const format = (at: number, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(at)
