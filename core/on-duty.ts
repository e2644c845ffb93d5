/** What a ticket says about who is at work: whoever has called somebody lately is. */
import { silentMs } from './presence.ts'
import type { Ticket } from './queue-state.ts'

/** The provider whom a ticket has left free, lately: a visit is over, on hold, or somebody was called in vain. */
export function freedBy({ state }: Ticket, now: number): string | undefined {
  if (state.since < now - silentMs) return undefined
  switch (state.kind) {
    case 'done':
      return state.provider
    case 'waiting':
    case 'held':
      return state.firstFor
    case 'called':
    case 'in-service':
    case 'no-show':
    case 'left':
      return undefined
  }
}
