/** What happened in the queue: one press of a button, one event. The log keeps them in this form for good. */
import type { Destination, Slot } from './announcements.ts'
import type { HoldStep, TicketId, Visit } from './queue-state.ts'

/** What an edit sets; `null` takes away. What is not named stays. */
export type VisitChanges = {
  readonly [Name in keyof Omit<Visit, 'id' | 'code' | 'token' | 'isPaper'>]?: Exclude<Visit[Name], undefined> | null
}

/** A visit that was written down by hand, with what became of it. */
export interface PaperVisit {
  readonly visit: Visit
  /** Absent for somebody who still waits. */
  readonly ended?: {
    readonly kind: 'done' | 'left'
    readonly at: number
    readonly provider?: string
    readonly room?: string
  }
}

/** The tickets an event is about: one, and whoever came with it when they go together. */
interface AboutTickets {
  readonly ticket: TicketId
  readonly with?: readonly TicketId[]
}

export type QueueEvent =
  /** `paperCodes`: kept back from now on, for slips that are written by hand. */
  | { readonly type: 'checked-in'; readonly visit: Visit; readonly paperCodes?: readonly string[] }
  | (AboutTickets & {
      readonly type: 'called'
      readonly provider: string
      readonly room: string
      /** Into the room when nobody says. */
      readonly to?: Destination
      readonly announce: Slot
      /** The visits before in that room, which this call ends. */
      readonly finishes?: readonly TicketId[]
    })
  | { readonly type: 'recalled'; readonly ticket: TicketId; readonly to?: Destination; readonly announce: Slot }
  /** Please come to the desk: heard by everybody, changes nothing else. */
  | { readonly type: 'asked'; readonly ticket: TicketId; readonly announce: Slot }
  | (AboutTickets & { readonly type: 'started' | 'finished' | 'no-show' | 'left' | 'resumed' | 'returned' })
  | (AboutTickets & {
      readonly type: 'held'
      readonly until?: number
      readonly firstFor?: string
      readonly step?: HoldStep
      readonly isMissing?: true
    })
  /** On to something or somebody else, with the same code and the same time of arrival. */
  | {
      readonly type: 'transferred'
      readonly ticket: TicketId
      readonly service: string
      readonly provider?: string
    }
  | { readonly type: 'edited'; readonly ticket: TicketId; readonly changes: VisitChanges }
  | {
      readonly type: 'provider-late'
      readonly provider: string
      readonly minutes: number
      readonly isShown: boolean
    }
  | { readonly type: 'provider-break'; readonly provider: string; readonly until: number }
  | { readonly type: 'provider-done' | 'provider-back'; readonly provider: string }
  | { readonly type: 'paper-added'; readonly visits: readonly PaperVisit[] }
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
