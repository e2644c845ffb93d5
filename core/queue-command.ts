/** What people ask of the queue, what they ask it with, and how it says no. */
import type { Destination } from './announcements.ts'
import type { Clinic } from './clinic.ts'
import type { QueueEvent } from './queue-event.ts'
import type { HoldStep, PriorityReason, TicketId, Visit } from './queue-state.ts'

/** A check-in as somebody at the desk types it; what it lacks, the queue gives. */
export type Arrival = Partial<Omit<Visit, 'id' | 'code' | 'token' | 'service' | 'isPaper'>> & Pick<Visit, 'service'>

/** What an edit may set; `null` takes away. */
export interface Edit {
  readonly service?: string
  readonly further?: readonly string[] | null
  readonly provider?: string | null
  readonly appointmentAt?: number | null
  readonly booking?: string | null
  readonly arrivedAt?: number
  readonly language?: string | null
  readonly priority?: boolean
  readonly priorityReason?: PriorityReason | null
  readonly needs?: Visit['needs']
  readonly party?: string | null
  readonly together?: boolean | null
}

/** One line of what was written down by hand; instants are milliseconds since 1970 UTC. */
export interface PaperLine {
  readonly code: string
  readonly service: string
  readonly arrivedAt: number
  readonly provider?: string
  readonly room?: string
  readonly endedAt?: number
  readonly end?: 'done' | 'left'
}

interface AboutTicket {
  readonly ticket: TicketId
  /** Whoever came with it does the same, as far as they can. */
  readonly party?: boolean
}

export type Command =
  | { readonly type: 'check-in'; readonly arrival: Arrival }
  | {
      readonly type: 'call-next'
      readonly provider: string
      readonly room: string
      readonly to?: Destination
      readonly finishes?: readonly TicketId[]
    }
  | (AboutTicket & {
      readonly type: 'call'
      readonly provider: string
      readonly room: string
      readonly to?: Destination
      /** Whose visits whoever presses knows to end; left out, whoever is in that room. */
      readonly finishes?: readonly TicketId[]
    })
  /** `here`: the patient has come, which starts the visit. `ask`: please come to the desk. */
  | (AboutTicket & {
      readonly type: 'recall' | 'ask' | 'here' | 'start' | 'finish' | 'no-show' | 'leave'
    })
  /** `not-here`: called in vain; the provider is free, and the ticket comes first when it is back. */
  | (AboutTicket & { readonly type: 'not-here' | 'back' | 'resume' | 'return' })
  | (AboutTicket & { readonly type: 'hold'; readonly until?: number; readonly step?: HoldStep })
  /** `provider: null`: whoever performs the service. */
  | {
      readonly type: 'transfer'
      readonly ticket: TicketId
      readonly service?: string
      readonly provider?: string | null
    }
  | { readonly type: 'edit'; readonly ticket: TicketId; readonly edit: Edit }
  | {
      readonly type: 'provider-late'
      readonly provider: string
      readonly minutes: number
      readonly show: boolean
    }
  | { readonly type: 'provider-break'; readonly provider: string; readonly until: number }
  | { readonly type: 'provider-done' | 'provider-back'; readonly provider: string }
  | { readonly type: 'add-paper'; readonly lines: readonly PaperLine[] }
  /** Without `event`, whatever the caller did last. */
  | { readonly type: 'undo'; readonly event?: number }
  | { readonly type: 'close-day'; readonly anyway: boolean }

/** What chance contributes, drawn beforehand. */
export interface Chance {
  readonly id: TicketId
  /** At least 128 bits. */
  readonly token: string
  /** From 0 to below 1: which of the free codes. */
  readonly share: number
}

export interface Circumstances {
  readonly now: number
  /** The desk or room that asks. */
  readonly caller: string
  readonly clinic: Clinic
  readonly chance: Chance
}

export type RefusalReason =
  | `unknown-${'ticket' | 'service' | 'provider' | 'room'}`
  | 'bad-input'
  | 'does-not-perform'
  | 'no-code-left'
  | 'code-taken'
  | 'already-here'
  | 'nobody-waiting'
  | 'already-called'
  | 'called-meanwhile'
  | 'already-started'
  | 'already-over'
  | 'not-booked'
  | 'not-called'
  | 'not-held'
  | 'not-over'
  | 'not-away'
  | 'cannot-undo'
  | 'still-open'
  | 'already-closed'

export interface Refusal {
  readonly ok: false
  readonly reason: RefusalReason
  /** A sentence for the person who pressed the button. */
  readonly message: string
  /** The field of the input, when that is what is wrong. */
  readonly field?: string
}

/** One press, one event: so taking back a press is taking back an event. */
export type Decision = { readonly ok: true; readonly event: QueueEvent } | Refusal

export const refuse = (reason: RefusalReason, message: string, field?: string): Refusal => ({
  ok: false,
  reason,
  message,
  ...(field === undefined ? {} : { field }),
})

export const happens = (event: QueueEvent): Decision => ({ ok: true, event })
