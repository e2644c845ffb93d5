/** What happened in the queue: one press of a button, one event. The log keeps them in this form for good. */
import type { Slot } from './announcements.ts'
import type { TicketId, Visit } from './queue-state.ts'

export type QueueEvent =
  | { readonly type: 'checked-in'; readonly visit: Visit }
  | {
      readonly type: 'called'
      readonly ticket: TicketId
      readonly provider: string
      readonly room: string
      readonly announce: Slot
      /** The visit before in that room, which this call ends. */
      readonly finishes?: TicketId
    }
  | { readonly type: 'recalled'; readonly ticket: TicketId; readonly announce: Slot }
  | { readonly type: 'started' | 'finished' | 'no-show' | 'left'; readonly ticket: TicketId }
  /** `event` is the revision of what was taken back; `retraction` is there when people had heard it. */
  | { readonly type: 'undone'; readonly event: number; readonly retraction?: Slot }
  /** `leftOpen`: whose patients were still here; their times teach nothing. */
  | { readonly type: 'day-closed'; readonly leftOpen: readonly TicketId[] }

/** An event with its place in the log. */
export type Recorded = QueueEvent & {
  /** From 1 on, without gaps. */
  readonly revision: number
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  /** The desk or room that pressed the button. */
  readonly caller: string
}
