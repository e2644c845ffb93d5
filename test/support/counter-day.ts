/** Steps of a day at the counter, in minutes after eight, for tests of the rules. */
import type { Arrival } from '../../core/queue-command.ts'
import { minuteMs, monday } from './items.ts'
import { Day } from './queue.ts'

export const room1 = { provider: 'p1', room: '1' } as const
export const at = (minute: number) => monday + minute * minuteMs
export const arrive = (day: Day, more: Partial<Arrival> = {}, minute = 0) =>
  day.press(
    { type: 'check-in', arrival: { service: 'consultation', ...more } },
    at(minute),
    'desk',
    day.presses.length / 40,
  )
export const callNext = (day: Day, minute = 0) => day.press({ type: 'call-next', ...room1 }, at(minute))
export const stateOf = (day: Day, id: string) => day.ticket(id).state.kind
export const refusalOf = ({ decision }: { readonly decision: Day['presses'][number]['decision'] }) =>
  decision.ok ? undefined : [decision.reason, decision.message]

/** As many people as said wait since eight. */
export function dayWith(people: number): Day {
  const day = new Day()
  for (let count = 0; count < people; count += 1) arrive(day)
  return day
}
