/** What every part of the desk needs to show a ticket and to act on it. */
import { createContext, useContext } from 'react'
import type { ArrangedBody } from '../../core/arranged.ts'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import type { Errand } from './errand.ts'
import type { HandOut } from './hand-out.tsx'
import type { Scope } from './party.ts'
import type { Marks } from './speak.ts'
import type { TicketButton } from './ticket-buttons.ts'

export interface DeskContext {
  readonly clinic: ClinicLists
  readonly queue: QueueSnapshot
  /** The hub's time of the list that is shown, ISO 8601 UTC. */
  readonly at: string
  /** False while the hub is away: every button that would change something is off. */
  readonly canPress: boolean
  /** Id of the ticket the keys are about. */
  readonly chosen: string | undefined
  readonly choose: (ticket: string | undefined) => void
  /** @param scope left out: a party that is called at once moves at once */
  readonly onTicket: (button: TicketButton, ticket: QueueTicket, scope?: Scope) => void
  readonly handOut: HandOut
  /** Opens the dialog for it. */
  readonly begin: (errand: Errand) => void
  /** What has been arranged with whom. */
  readonly marks: Marks
  /** @returns whether it is noted */
  readonly arrange: (arranged: ArrangedBody) => Promise<boolean>
}

const Context = createContext<DeskContext | undefined>(undefined)
export const DeskProvider = Context.Provider

export function useDesk(): DeskContext {
  const desk = useContext(Context)
  if (desk === undefined) throw new Error('A part of the desk stands outside of it.')
  return desk
}
