/** What the queue is at a moment: today's tickets, who is where, what is announced, and what could be taken back. */
import type { Announcement } from './announcements.ts'

export type TicketId = string
export type Need = 'fetch' | 'speak' | 'more-time'

/** Times are milliseconds since 1970 UTC; `since` is when the ticket came into this state. */
export type TicketState =
  | { readonly kind: 'waiting'; readonly since: number }
  | { readonly kind: 'called'; readonly since: number; readonly provider: string; readonly room: string }
  | {
      readonly kind: 'in-service'
      readonly since: number
      readonly calledAt: number
      readonly provider: string
      readonly room: string
    }
  | { readonly kind: 'held'; readonly since: number; readonly until?: number }
  | { readonly kind: 'done'; readonly since: number; readonly provider: string; readonly room: string }
  | { readonly kind: 'no-show' | 'left'; readonly since: number }

/** What is known of a visit when it begins. */
export interface Visit {
  readonly id: TicketId
  readonly code: string
  /** Opens the phone page of this ticket, and nothing else. */
  readonly token: string
  readonly service: string
  /** Only this provider. */
  readonly provider?: string
  readonly appointmentAt?: number
  readonly arrivedAt: number
  readonly language?: string
  readonly priority: boolean
  readonly needs: readonly Need[]
  readonly party?: string
}

export interface Ticket extends Visit {
  readonly state: TicketState
}

type InState<Kind extends TicketState['kind']> = Ticket & { readonly state: Extract<TicketState, { kind: Kind }> }
export type WaitingTicket = InState<'waiting'>
export type ServingTicket = InState<'called' | 'in-service'>

/** One press of a button that can still be taken back, with the tickets as they were before it. */
export interface Step {
  /** The revision of its event. */
  readonly event: number
  readonly caller: string
  readonly isCall: boolean
  readonly before: readonly (readonly [TicketId, Ticket | undefined])[]
}

export interface QueueState {
  /** The number of the last event; it goes on counting over days. */
  readonly revision: number
  readonly day: 'open' | 'closed'
  /** In the order of check-in. */
  readonly tickets: ReadonlyMap<TicketId, Ticket>
  /** Every code handed out today, also those of check-ins that were taken back: a slip may have been written. */
  readonly codes: ReadonlySet<string>
  readonly announcements: readonly Announcement[]
  readonly steps: readonly Step[]
}

export const emptyQueue: QueueState = {
  revision: 0,
  day: 'open',
  tickets: new Map(),
  codes: new Set(),
  announcements: [],
  steps: [],
}

export const isWaiting = (ticket: Ticket): ticket is WaitingTicket => ticket.state.kind === 'waiting'

/** Stands under *now serving*. */
export const isServing = (ticket: Ticket): ticket is ServingTicket =>
  ticket.state.kind === 'called' || ticket.state.kind === 'in-service'

/** Its patient is still here. */
export const isHere = (ticket: Ticket): boolean =>
  isWaiting(ticket) || isServing(ticket) || ticket.state.kind === 'held'

export const ticketsHere = (state: QueueState): readonly Ticket[] => [...state.tickets.values()].filter(isHere)

/** Whom a provider has in a room; there is never more than one. */
export function servedBy(state: QueueState, provider: string, room: string): ServingTicket | undefined {
  for (const ticket of state.tickets.values()) {
    if (isServing(ticket) && ticket.state.provider === provider && ticket.state.room === room) return ticket
  }
  return undefined
}
