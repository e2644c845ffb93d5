/** Who is next: the one rule behind the *Call next* button and behind every waiting time. */
import { type Clinic, performs } from './clinic.ts'
import { isWaiting, type Ticket, type WaitingTicket } from './queue-state.ts'

/** How turns are given. Lengths of time, in the unit of the standings. */
export interface TurnRule {
  /** A booked patient's turn may come this much before the appointment. */
  readonly dueBefore: number
  /** A walk-in who has waited this long takes their turn among the booked: a long line of bookings keeps nobody for hours. */
  readonly patience: number
  /** Nobody booked is called earlier than this before the appointment, even if nobody else is there. */
  readonly earliest: number
}

/** What a turn depends on; times in one unit, from one origin. */
export interface Standing {
  /** The provider who left off with them, since when. */
  readonly firstFor: string | undefined
  readonly since: number
  readonly isPriority: boolean
  readonly appointmentAt: number | undefined
  readonly arrivedAt: number
}

/** The rule of this product, in milliseconds: a provider with nothing else to do does not leave those who are early sitting. */
export const turnRule: TurnRule = {
  dueBefore: 5 * 60_000,
  patience: 45 * 60_000,
  earliest: Number.POSITIVE_INFINITY,
}

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
  let first: { readonly ticket: WaitingTicket; readonly standing: Standing } | undefined
  for (const ticket of tickets) {
    if (!isWaiting(ticket) || !fits(ticket, provider, clinic)) continue
    const standing = standingOf(ticket)
    if (first === undefined || comesBefore(standing, first.standing, provider, now, turnRule)) {
      first = { ticket, standing }
    }
  }
  return first === undefined
    ? undefined
    : { ticket: first.ticket, reason: reasonOf(first.standing, provider, now, turnRule) }
}

/** Whether a provider may take a ticket without anybody deciding so. */
export function fits(ticket: Ticket, provider: string, clinic: Clinic): boolean {
  if (isWaiting(ticket) && ticket.state.firstFor === provider) return true
  return (ticket.provider === undefined || ticket.provider === provider) && performs(clinic, provider, ticket.service)
}

export const standingOf = ({ state, priority, appointmentAt, arrivedAt }: WaitingTicket): Standing => ({
  firstFor: state.firstFor,
  since: state.since,
  isPriority: priority,
  appointmentAt,
  arrivedAt,
})

/** Whether one of two is called before the other. It is asked millions of times an hour, and makes nothing. */
export function comesBefore(one: Standing, other: Standing, provider: string, now: number, rule: TurnRule): boolean {
  const group = groupOf(one, provider, now, rule)
  const otherGroup = groupOf(other, provider, now, rule)
  if (group !== otherGroup) return group < otherGroup
  const difference = timeIn(group, one, rule) - timeIn(group, other, rule)
  return difference === 0 ? one.arrivedAt < other.arrivedAt : difference < 0
}

const [firstFor, priority, due, arrival, early] = [0, 1, 2, 3, 4]

function groupOf(standing: Standing, provider: string, now: number, rule: TurnRule): number {
  if (standing.firstFor === provider) return firstFor
  if (standing.isPriority) return priority
  if (standing.appointmentAt !== undefined) return standing.appointmentAt <= now + rule.dueBefore ? due : early
  return standing.arrivedAt + rule.patience <= now ? due : arrival
}

/** The time that counts within a group. */
function timeIn(group: number, { appointmentAt, arrivedAt, since }: Standing, rule: TurnRule): number {
  if (group === firstFor) return since
  if (group === due) return appointmentAt ?? arrivedAt + rule.patience
  return group === early ? (appointmentAt ?? arrivedAt) : arrivedAt
}

function reasonOf(standing: Standing, provider: string, now: number, rule: TurnRule): Reason {
  switch (groupOf(standing, provider, now, rule)) {
    case firstFor:
      return 'first-for'
    case priority:
      return 'priority'
    case due:
      return standing.appointmentAt === undefined ? 'long-wait' : 'appointment'
    case arrival:
      return 'arrival'
    default:
      return 'early'
  }
}
