/** People who came together: who they are, and how a sentence names them. */
import type { QueueTicket } from '../../core/queue-contract.ts'
import { isHere } from './lanes.ts'
import type { Subject } from './ticket-buttons.ts'

/** Whom a button is about: one ticket, or whoever came with it too. */
export type Scope = 'alone' | 'party'

/** Who came with a ticket and is still here, itself left out. */
export const companionsOf = ({ id, party }: QueueTicket, tickets: readonly QueueTicket[]): readonly QueueTicket[] =>
  party === undefined ? [] : tickets.filter((other) => other.party === party && other.id !== id && isHere(other))

/** A party that is called at once moves at once, unless somebody says otherwise. */
export const usualScope = (ticket: QueueTicket): Scope => (ticket.together === true ? 'party' : 'alone')

export function subjectOf(codes: readonly string[]): Subject {
  return codes.length > 1
    ? { codes: inWords(codes), is: 'are', has: 'have' }
    : { codes: inWords(codes), is: 'is', has: 'has' }
}

/** `K47`, `K47 and M36`, `K47, M36 and R92` */
export function inWords(all: readonly string[]): string {
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`
}

/** `both`, `all 3` */
export const allOf = (count: number): string => (count === 2 ? 'both' : `all ${count}`)
