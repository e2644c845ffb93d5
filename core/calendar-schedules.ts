/** The one calendar in the programme: what plays before the clinic closes, and while it is closed, as schedules like others. */
import { daysAfter } from './calendar-date.ts'
import { isoOfMs } from './instant.ts'
import type { OpeningRules, Wall } from './opening.ts'
import { calendarNames, type Schedule, schedule } from './schedule-file.ts'
import type { Settings } from './settings.ts'

/** Stronger than what people schedule unless they say so, weaker than a takeover. */
const priority = 90
const minuteMs = 60_000

/**
 * @param date the first day
 * @param days how many days ahead
 * @returns one for each evening and each time the clinic is closed, in order
 */
export function calendarSchedules(
  { closing, closed }: Settings['programming'],
  rules: OpeningRules,
  wall: Wall,
  date: string,
  days: number,
): readonly Schedule[] {
  if (closing === undefined && closed === undefined) return []
  const [startMs, endMs] = [wall.instantOf(date, 0, 'first'), wall.instantOf(daysAfter(date, days), 0, 'first')]
  const found: Schedule[] = []
  const add = (name: string, playlist: string, fromMs: number, toMs: number) =>
    found.push(schedule.parse({ name, playlist, priority, startsAt: isoOfMs(fromMs), endsAt: isoOfMs(toMs) }))
  let openSince = startMs
  for (let at = startMs; at < endMs; ) {
    const opening = rules.openAt(at)
    if (opening.kind === 'unknown') {
      // A calendar without a week still has special days; the hours of the others nobody knows.
      at = wall.instantOf(daysAfter(wall.dateOf(at), 1), 0, 'first')
      openSince = at
      continue
    }
    if (opening.kind !== 'closed') {
      at = opening.until
      continue
    }
    const isEvening = at > startMs && rules.closesAt(wall.dateOf(at - 1)) === at
    if (closing !== undefined && isEvening)
      add(calendarNames.closing, closing.playlist, Math.max(openSince, at - closing.minutes * minuteMs), at)
    const opensMs = Math.min(opening.opensAt ?? endMs, endMs)
    if (closed !== undefined) add(calendarNames.closed, closed.playlist, at, opensMs)
    openSince = opensMs
    at = opensMs
  }
  return found
}
