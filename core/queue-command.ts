/** What people ask of the queue, what they ask it with, and how it says no. */
import type { Clinic } from './clinic.ts'
import type { QueueEvent } from './queue-event.ts'
import type { TicketId, Visit } from './queue-state.ts'

/** A check-in as somebody at the desk types it; what it lacks, the queue gives. */
export type Arrival = Partial<Omit<Visit, 'id' | 'code' | 'token' | 'service'>> & Pick<Visit, 'service'>

export type Command =
  | { readonly type: 'check-in'; readonly arrival: Arrival }
  | { readonly type: 'call-next'; readonly provider: string; readonly room: string }
  | { readonly type: 'call'; readonly ticket: TicketId; readonly provider: string; readonly room: string }
  | { readonly type: 'recall' | 'start' | 'finish' | 'no-show' | 'leave'; readonly ticket: TicketId }
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
  | 'nobody-waiting'
  | 'already-called'
  | 'already-started'
  | 'already-over'
  | 'not-called'
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
