/** Reads and writes instants as they travel, for rules that have no clock and no calendar of the platform's. */
import { dateOfNumber, dayNumber } from './calendar-date.ts'

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?Z$/
const dayMs = 86_400_000

/**
 * Milliseconds since 1970 of an instant as the hub writes it: ISO 8601 UTC, with or without milliseconds.
 *
 * @throws RangeError for anything else: such an instant did not come from the hub
 */
export function msOfInstant(iso: string): number {
  const found = form.exec(iso)
  if (found === null) throw new RangeError(`"${iso}" is not an instant in UTC`)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = found.slice(1).map((it = '0') => +it)
  return dayNumber(year, month, day) * dayMs + ((hour * 60 + minute) * 60 + second) * 1_000 + ms
}

const writtenForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(?:Z|([+-])(\d\d):?(\d\d))$/

/**
 * Milliseconds since 1970 of an instant as people and programs write it: with `Z` or a distance from UTC, seconds as they like.
 *
 * @throws RangeError for anything else
 */
export function msOfWritten(iso: string): number {
  const found = writtenForm.exec(iso)
  if (found === null) throw new RangeError(`"${iso}" is not an instant`)
  const [, minutes = '', seconds = '00', fraction = '', sign = '+', hours = '0', rest = '0'] = found
  const ms = msOfInstant(`${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`)
  return ms - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest)) * 60_000
}

/** ISO 8601 UTC with milliseconds, as the hub writes it. @param ms since 1970, of a year with four digits */
export function isoOfMs(ms: number): string {
  const days = Math.floor(ms / dayMs)
  const rest = ms - days * dayMs
  const [hour, minute, second] = [
    Math.floor(rest / 3_600_000),
    Math.floor(rest / 60_000) % 60,
    Math.floor(rest / 1_000),
  ]
  return `${dateOfNumber(days)}T${padded(hour)}:${padded(minute)}:${padded(second % 60)}.${padded(rest % 1_000, 3)}Z`
}

const padded = (number: number, length = 2): string => String(number).padStart(length, '0')
