/** What every part of the room needs to show a ticket and to act on it. */
import { createContext, useContext } from 'react'
import type { Call } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'

export interface RoomContext {
  readonly clinic: ClinicLists
  /** The hub's time of what is shown, ISO 8601 UTC. */
  readonly at: string
  /** The newest calls. */
  readonly called: readonly Call[]
  /** False while the hub is away: every button that would change something is off. */
  readonly canPress: boolean
}

const Context = createContext<RoomContext | undefined>(undefined)
export const RoomProvider = Context.Provider

export function useRoom(): RoomContext {
  const room = useContext(Context)
  if (room === undefined) throw new Error('A part of the room stands outside of it.')
  return room
}
