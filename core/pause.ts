/** Why nobody is called for a while, as far as it is known: lunch, a break, a day off. Nobody is told to expect a call then. */
import { fits } from './call-order.ts'
import type { Clinic } from './clinic.ts'
import { isServing, isWaiting, type QueueState, type WaitingTicket } from './queue-state.ts'

/** Whom the calendar says not to be there now. */
export interface Away {
  readonly provider: string
  readonly why: 'lunch' | 'calendar'
  /** Milliseconds since 1970 UTC; absent for the rest of the day. */
  readonly until?: number
}

/** Nobody will be called before `until`; absent when nobody knows until when. */
export interface Pause {
  readonly until?: number
}

/**
 * Whether somebody who waits can be called at all.
 *
 * @param waiting for whom: one of them, or all
 * @param away those of the calendar; what a provider has said themselves wins
 * @returns undefined while one of those who could call them is there
 */
export function pauseFor(
  waiting: readonly WaitingTicket[],
  { tickets, presence }: Pick<QueueState, 'tickets' | 'presence'>,
  clinic: Clinic,
  away: readonly Away[],
  now: number,
): Pause | undefined {
  const able = clinic.providers.filter(({ id }) => waiting.some((ticket) => fits(ticket, id, clinic)))
  if (able.length === 0) return undefined
  const working = workingIn(tickets)
  const ends: { readonly at: number; readonly isSaid: boolean }[] = []
  for (const { id } of able) {
    if (working.has(id)) return undefined
    const said = presence.get(id)
    const calendar = away.find(({ provider }) => provider === id)
    if (said === undefined && calendar === undefined) return undefined
    if (said?.kind === 'done') continue
    const at = said === undefined ? calendar?.until : said.until
    // How late somebody comes is the desk's to tell, and when a break is over that goes on nobody knows.
    if (at !== undefined) ends.push({ at, isSaid: said?.kind !== 'late' && at > now })
  }
  const [first] = ends.sort((one, other) => one.at - other.at)
  return first?.isSaid ? { until: first.at } : {}
}

/** Asked for every phone that is open; the tickets of a moment never change. */
const known = new WeakMap<QueueState['tickets'], ReadonlySet<string>>()

function workingIn(tickets: QueueState['tickets']): ReadonlySet<string> {
  const found =
    known.get(tickets) ?? new Set([...tickets.values()].filter(isServing).map(({ state }) => state.provider))
  known.set(tickets, found)
  return found
}

export const waitingIn = ({ tickets }: Pick<QueueState, 'tickets'>): readonly WaitingTicket[] =>
  [...tickets.values()].filter(isWaiting)
