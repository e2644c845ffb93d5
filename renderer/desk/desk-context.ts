/** What every part of the desk needs to show a ticket and to act on it. */
import { createContext, useContext } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import type { TicketButton } from './ticket-buttons.ts'

export interface DeskContext {
  readonly clinic: ClinicLists
  /** The hub's time of the list that is shown, ISO 8601 UTC. */
  readonly at: string
  /** False while the hub is away: every button that would change something is off. */
  readonly canPress: boolean
  /** Id of the ticket the keys are about. */
  readonly chosen: string | undefined
  readonly choose: (ticket: string | undefined) => void
  readonly onTicket: (button: TicketButton, ticket: QueueTicket) => void
}

const Context = createContext<DeskContext | undefined>(undefined)
export const DeskProvider = Context.Provider

export function useDesk(): DeskContext {
  const desk = useContext(Context)
  if (desk === undefined) throw new Error('A part of the desk stands outside of it.')
  return desk
}
