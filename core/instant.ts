/** Reads instants as they travel, for rules that have no clock and no calendar of the platform's. */
import { dayNumber } from './calendar-date.ts'

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
