/** Reads instants as they travel, for rules that have no clock and no calendar of the platform's. */

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
