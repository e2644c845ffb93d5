/** Whom each provider would call now, with the sentence that explains it at a tap. */
import { fits, nextWithReason, type Reason } from './call-order.ts'
import type { Clinic } from './clinic.ts'
import { isWaiting, type QueueState, type TicketId, type WaitingTicket } from './queue-state.ts'
import { withParty } from './ticket-moves.ts'

export interface NextFor {
  readonly provider: string
  readonly ticket: TicketId
  readonly with?: readonly TicketId[]
  readonly reason: Reason
  readonly text: string
}

/** @param clockTime an instant as the clinic's clocks show it: `14:40` */
export function nextCalls(
  state: QueueState,
  clinic: Clinic,
  now: number,
  clockTime: (at: number) => string,
): readonly NextFor[] {
  return clinic.providers.flatMap(({ id: provider }) => {
    const next = nextWithReason(state.tickets.values(), provider, clinic, now)
    if (next === undefined) return []
    const { ticket, reason } = next
    const called = withParty(state, ticket, ticket.together, (one) => isWaiting(one) && fits(one, provider, clinic))
    return [{ provider, ...called, reason, text: sentenceFor(ticket, reason, clockTime) }]
  })
}

function sentenceFor(ticket: WaitingTicket, reason: Reason, clockTime: (at: number) => string): string {
  const { appointmentAt, arrivedAt } = ticket
  const arrived = clockTime(arrivedAt)
  const booked = clockTime(appointmentAt ?? arrivedAt)
  switch (reason) {
    case 'first-for':
      return 'You were not done with them yet: whoever is put on hold or was called in vain comes first.'
    case 'priority':
      return `Goes first: marked so at the desk. Here since ${arrived}.`
    case 'appointment':
      return `Booked for ${booked}, the earliest appointment that is due.`
    case 'long-wait':
      return `Without an appointment, here since ${arrived}: after 45 minutes they count like a booking.`
    case 'arrival':
      return `Nobody booked is due. Has waited longest, since ${arrived}.`
    case 'early':
      return `Booked for ${booked} and early; nobody else is waiting for you.`
  }
}
