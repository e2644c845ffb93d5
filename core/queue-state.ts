/** What the queue is at a moment: today's tickets, who is where, what is announced, and what could be taken back. */
import type { Announcement } from './announcements.ts'
import type { Presence } from './presence.ts'

export type TicketId = string
export type Need = 'fetch' | 'speak' | 'more-time'

/** Why somebody goes first; nothing in it says what they are ill with. */
export const priorityReasons = ['unwell', 'with-child', 'hard-to-wait', 'delayed-by-us', 'other'] as const
export type PriorityReason = (typeof priorityReasons)[number]

/** What somebody on hold is busy with: a step of the visit that needs nobody beside them. */
export const holdSteps = ['numbing', 'forms', 'photos', 'resting'] as const
export type HoldStep = (typeof holdSteps)[number]

/** Times are milliseconds since 1970 UTC; `since` is when the ticket came into this state. */
export type TicketState =
  /** `firstFor`: the provider who left off with them calls them before anybody else. */
  | { readonly kind: 'waiting'; readonly since: number; readonly firstFor?: string }
  | { readonly kind: 'called'; readonly since: number; readonly provider: string; readonly room: string }
  | {
      readonly kind: 'in-service'
      readonly since: number
      readonly calledAt: number
      readonly provider: string
      readonly room: string
    }
  /** `isMissing`: called, and not there; the TV asks them to come to the desk. */
  | {
      readonly kind: 'held'
      readonly since: number
      readonly until?: number
      readonly firstFor?: string
      readonly step?: HoldStep
      readonly isMissing?: true
    }
  | { readonly kind: 'done'; readonly since: number; readonly provider: string; readonly room: string }
  | { readonly kind: 'no-show' | 'left'; readonly since: number }

/** What is known of a visit; what the desk got wrong, it edits. */
export interface Visit {
  readonly id: TicketId
  readonly code: string
  /** Opens the phone page of this ticket, and nothing else. */
  readonly token: string
  readonly service: string
  /** What comes after that, under the same code. */
  readonly further?: readonly string[]
  /** Only this provider. */
  readonly provider?: string
  readonly appointmentAt?: number
  /** The booking they came with. */
  readonly booking?: string
  readonly arrivedAt: number
  readonly language?: string
  readonly priority: boolean
  readonly priorityReason?: PriorityReason
  readonly needs: readonly Need[]
  readonly party?: string
  /** The whole party is called at once, not one after another. */
  readonly together?: boolean
  /** Written down while the hub was away: its times teach nothing. */
  readonly isPaper?: true
}

export interface Ticket extends Visit {
  readonly state: TicketState
}

type InState<Kind extends TicketState['kind']> = Ticket & { readonly state: Extract<TicketState, { kind: Kind }> }
export type WaitingTicket = InState<'waiting'>
export type ServingTicket = InState<'called' | 'in-service'>
export type HeldTicket = InState<'held'>

/** One press of a button that can still be taken back, with what it changed as it was before. */
export interface Step {
  /** The revision of its event. */
  readonly event: number
  readonly caller: string
  readonly isCall: boolean
  readonly before: readonly (readonly [TicketId, Ticket | undefined])[]
  /** Whose presence it changed. */
  readonly presence?: readonly [provider: string, before: Presence | undefined]
}

/** The newest first. Each knows the ones before it, so that a new one copies nothing of a long day. */
export interface Steps {
  readonly newest: Step
  readonly earlier: Steps | undefined
}

export interface QueueState {
  /** The number of the last event; it goes on counting over days. */
  readonly revision: number
  readonly day: 'open' | 'closed'
  /** In the order of check-in. */
  readonly tickets: ReadonlyMap<TicketId, Ticket>
  /** Every code handed out today, also those of check-ins that were taken back: a slip may have been written. */
  readonly codes: ReadonlySet<string>
  /** Codes kept back for slips that are written by hand while the hub is away. */
  readonly paperCodes: readonly string[]
  /** Providers who are late, away or finished; everybody else may call at any time. */
  readonly presence: ReadonlyMap<string, Presence>
  readonly announcements: readonly Announcement[]
  readonly steps: Steps | undefined
}

export const emptyQueue: QueueState = {
  revision: 0,
  day: 'open',
  tickets: new Map(),
  codes: new Set(),
  paperCodes: [],
  presence: new Map(),
  announcements: [],
  steps: undefined,
}

export const isWaiting = (ticket: Ticket): ticket is WaitingTicket => ticket.state.kind === 'waiting'

export const isHeld = (ticket: Ticket): ticket is HeldTicket => ticket.state.kind === 'held'

/** Stands under *now serving*. */
export const isServing = (ticket: Ticket): ticket is ServingTicket =>
  ticket.state.kind === 'called' || ticket.state.kind === 'in-service'

/** Its patient is still here. */
export const isHere = (ticket: Ticket): boolean => isWaiting(ticket) || isServing(ticket) || isHeld(ticket)

export const ticketsHere = (state: QueueState): readonly Ticket[] => [...state.tickets.values()].filter(isHere)

/** Whom a provider has in a room: one, or a party that was called together. */
export const servedBy = (state: QueueState, provider: string, room: string): readonly ServingTicket[] =>
  [...state.tickets.values()]
    .filter(isServing)
    .filter((ticket) => ticket.state.provider === provider && ticket.state.room === room)

/** Who came with a ticket and is still here, itself left out. */
export const companionsOf = (state: QueueState, { id, party }: Ticket): readonly Ticket[] =>
  party === undefined ? [] : ticketsHere(state).filter((other) => other.party === party && other.id !== id)
