/** Who is next: the one rule behind the *Call next* button and behind every waiting time. */
import { type Clinic, performs } from './clinic.ts'
import { isWaiting, type Ticket, type WaitingTicket } from './queue-state.ts'

/** A booked patient's turn may come this much before the appointment. */
const dueBeforeMs = 5 * 60_000

/** A walk-in who has waited this long takes their turn among the booked: a long line of bookings keeps nobody for hours. */
const patienceMs = 45 * 60_000

/** Why somebody is next, from the strongest reason to the weakest. */
export type Reason = 'first-for' | 'priority' | 'appointment' | 'long-wait' | 'arrival' | 'early'

export interface Next {
  readonly ticket: WaitingTicket
  readonly reason: Reason
}

/** Whom a provider calls next. @param tickets in the order of check-in, which decides between equals */
export const nextFor = (
  tickets: Iterable<Ticket>,
  provider: string,
  clinic: Clinic,
  now: number,
): WaitingTicket | undefined => nextWithReason(tickets, provider, clinic, now)?.ticket

/**
 * Whom a provider calls next, and why: whoever this provider left off with, then priority, then booked patients whose
 * time has come, by appointment, and walk-ins who have waited long, then whoever has waited longest, then booked
 * patients who are early: a provider with nothing else to do does not leave them sitting, and coming early costs nothing.
 */
export function nextWithReason(
  tickets: Iterable<Ticket>,
  provider: string,
  clinic: Clinic,
  now: number,
): Next | undefined {
  let first: { readonly ticket: WaitingTicket; readonly rank: Rank } | undefined
  for (const ticket of tickets) {
    if (!isWaiting(ticket) || !fits(ticket, provider, clinic)) continue
    const rank = rankOf(ticket, provider, now)
    if (first === undefined || comesBefore(rank, first.rank)) first = { ticket, rank }
  }
  return first === undefined ? undefined : { ticket: first.ticket, reason: first.rank.reason }
}

/** Whether a provider may take a ticket without anybody deciding so. */
export function fits(ticket: Ticket, provider: string, clinic: Clinic): boolean {
  if (isWaiting(ticket) && ticket.state.firstFor === provider) return true
  return (ticket.provider === undefined || ticket.provider === provider) && performs(clinic, provider, ticket.service)
}

/** Group, then the time that counts in it. */
interface Rank {
  readonly reason: Reason
  readonly by: readonly [group: number, time: number, arrivedAt: number]
}

function rankOf({ state, priority, appointmentAt, arrivedAt }: WaitingTicket, provider: string, now: number): Rank {
  if (state.firstFor === provider) return { reason: 'first-for', by: [0, state.since, arrivedAt] }
  if (priority) return { reason: 'priority', by: [1, arrivedAt, arrivedAt] }
  if (appointmentAt !== undefined) {
    return appointmentAt <= now + dueBeforeMs
      ? { reason: 'appointment', by: [2, appointmentAt, arrivedAt] }
      : { reason: 'early', by: [4, appointmentAt, arrivedAt] }
  }
  const waitedLongAt = arrivedAt + patienceMs
  return waitedLongAt <= now
    ? { reason: 'long-wait', by: [2, waitedLongAt, arrivedAt] }
    : { reason: 'arrival', by: [3, arrivedAt, arrivedAt] }
}

function comesBefore({ by: one }: Rank, { by: other }: Rank): boolean {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
