/** When a day of the queue is over without anybody closing it. */
import type { OpeningRules, Wall } from './opening.ts'
import { type QueueState, ticketsHere } from './queue-state.ts'

const nightMinute = 3 * 60
const quietMs = 30 * 60_000

/**
 * Whether the hub may close the day: at 03:00 what began before, whoever is still in the list; and once the opening
 * hours are over, half an hour after the last ticket ended.
 *
 * @param beganAt when the first thing of this day happened
 */
export function isDayOver(
  state: QueueState,
  beganAt: number,
  now: number,
  wall: Wall,
  rules: Pick<OpeningRules, 'closesAt'>,
): boolean {
  if (state.day === 'closed') return false
  const night = wall.instantOf(wall.dateOf(now), nightMinute, 'first')
  if (beganAt < night && night <= now) return true
  if (state.tickets.size === 0 || ticketsHere(state).length > 0) return false
  // A day without hours, such as a Sunday somebody came in on: 03:00 ends it.
  const closesAt = rules.closesAt(wall.dateOf(beganAt))
  const lastMs = Math.max(...[...state.tickets.values()].map(({ state: { since } }) => since))
  return closesAt !== undefined && now >= closesAt && now >= lastMs + quietMs
}
