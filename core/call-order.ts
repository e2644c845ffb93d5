/** Who is next: the one rule behind the *Call next* button and behind every waiting time. */
import { type Clinic, performs } from './clinic.ts'
import { isWaiting, type Ticket, type WaitingTicket } from './queue-state.ts'

/** A booked patient's turn may come this much before the appointment. */
const dueBeforeMs = 5 * 60_000

/**
 * Whom a provider calls next: priority, then booked patients whose time has come, by appointment, then whoever has
 * waited longest, then booked patients who are early: a provider with nothing else to do does not leave them sitting.
 *
 * @param tickets in the order of check-in, which decides between equals
 */
export function nextFor(
  tickets: Iterable<Ticket>,
  provider: string,
  clinic: Clinic,
  now: number,
): WaitingTicket | undefined {
  let first: { readonly ticket: WaitingTicket; readonly rank: Rank } | undefined
  for (const ticket of tickets) {
    if (!isWaiting(ticket) || !fits(ticket, provider, clinic)) continue
    const rank = rankOf(ticket, now)
    if (first === undefined || comesBefore(rank, first.rank)) first = { ticket, rank }
  }
  return first?.ticket
}

/** Whether a provider may take a ticket without anybody deciding so. */
export const fits = (ticket: Ticket, provider: string, clinic: Clinic): boolean =>
  (ticket.provider === undefined || ticket.provider === provider) && performs(clinic, provider, ticket.service)

/** Group, then the time that counts in it. */
type Rank = readonly [group: number, time: number, arrivedAt: number]

function rankOf({ priority, appointmentAt, arrivedAt }: WaitingTicket, now: number): Rank {
  if (priority) return [0, arrivedAt, arrivedAt]
  if (appointmentAt === undefined) return [2, arrivedAt, arrivedAt]
  return [appointmentAt <= now + dueBeforeMs ? 1 : 3, appointmentAt, arrivedAt]
}

function comesBefore(one: Rank, other: Rank): boolean {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
