/** Why somebody is called later than they were told: what nobody could know then. */
import { fits } from './call-order.ts'
import { type Clinic, minutesOf } from './clinic.ts'
import { isServing, type QueueState, type Ticket, type WaitingTicket } from './queue-state.ts'

const minuteMs = 60_000
/** A visit that much longer than planned holds up everybody after it. */
const longMs = 10 * minuteMs

export const laterReasons = ['provider-away', 'long-visit', 'others-first', 'busy'] as const
export type LaterReason = (typeof laterReasons)[number]

/** The strongest of the reasons that hold now. @param madeAt when the time before this one was told, milliseconds since 1970 UTC */
export function laterBecause(
  ticket: WaitingTicket,
  { tickets, presence }: Pick<QueueState, 'tickets' | 'presence'>,
  clinic: Clinic,
  { madeAt, now }: { readonly madeAt: number; readonly now: number },
): LaterReason {
  const isOwn = (provider: string) => fits(ticket, provider, clinic)
  const isAway = [...presence].some(([provider, { since }]) => isOwn(provider) && since > madeAt)
  if (isAway) return 'provider-away'
  const all = [...tickets.values()]
  if (all.some((other) => isServing(other) && isOwn(other.state.provider) && isLong(other, clinic, now))) {
    return 'long-visit'
  }
  const goesFirst = (other: Ticket) =>
    other.id !== ticket.id && other.arrivedAt > madeAt && (other.priority || other.appointmentAt !== undefined)
  return all.some(goesFirst) ? 'others-first' : 'busy'
}

function isLong({ state, service }: Ticket, clinic: Clinic, now: number): boolean {
  const calledAt = state.kind === 'in-service' ? state.calledAt : state.since
  return now - calledAt > minutesOf(clinic, service) * minuteMs + longMs
}
