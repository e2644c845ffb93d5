/** What somebody at the desk is in the middle of, in a dialog: about a ticket, about a provider, or looking for someone. */
import type { QueueTicket } from '../../core/queue-contract.ts'
import type { Presses } from '../shared/presses.ts'
import type { Lane } from './lanes.ts'
import { companionsOf, type Scope, subjectOf } from './party.ts'
import type { AskingButton, Subject } from './ticket-buttons.ts'

export type Errand =
  | { readonly about: 'ticket'; readonly name: AskingButton['name']; readonly ticket: string; readonly scope: Scope }
  | { readonly about: 'late'; readonly provider: string; readonly minutes?: number }
  | { readonly about: 'break'; readonly provider: string }
  /** Whoever is done or has gone, to have them back. */
  | { readonly about: 'over' }

/** What every dialog of an errand is given. */
export interface ErrandState {
  readonly presses: Presses
  readonly lanes: readonly Lane[]
  readonly onClose: () => void
}

export interface TicketErrand extends ErrandState {
  readonly ticket: QueueTicket
  readonly scope: Scope
}

/** Whom an errand is about. */
export function subjectFor(ticket: QueueTicket, scope: Scope, tickets: readonly QueueTicket[]): Subject {
  const others = scope === 'party' ? companionsOf(ticket, tickets) : []
  return subjectOf([ticket, ...others].map(({ code }) => code))
}
