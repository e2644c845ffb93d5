/** Reads and writes instants as they travel, for rules that have no clock and no calendar of the platform's. */

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

/** Days since 1 January 1970. Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, days_from_civil */
function dayNumber(year: number, month: number, day: number): number {
  // Years that begin in March: the day that comes and goes is the last one.
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** ISO 8601 UTC with milliseconds, as the hub writes it. @param ms since 1970, of a year with four digits */
export function isoOfMs(ms: number): string {
  const days = Math.floor(ms / dayMs)
  const rest = ms - days * dayMs
  const { year, month, day } = dateOf(days)
  const [hour, minute, second] = [
    Math.floor(rest / 3_600_000),
    Math.floor(rest / 60_000) % 60,
    Math.floor(rest / 1_000),
  ]
  const date = `${padded(year, 4)}-${padded(month)}-${padded(day)}`
  return `${date}T${padded(hour)}:${padded(minute)}:${padded(second % 60)}.${padded(rest % 1_000, 3)}Z`
}

const padded = (number: number, length = 2): string => String(number).padStart(length, '0')

/** The date of a day since 1 January 1970. Source: as above, civil_from_days */
function dateOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const [fours, centuries] = [Math.floor(dayOfEra / 1_460), Math.floor(dayOfEra / 36_524)]
  const yearOfEra = Math.floor((dayOfEra - fours + centuries - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const march = Math.floor((5 * dayOfYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  const day = dayOfYear - Math.floor((153 * march + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}
