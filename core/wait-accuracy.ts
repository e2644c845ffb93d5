/** Whether the waiting times came true: what was told first against when people were called, and why the worst went wrong. */
import type { Recorded } from './queue-event.ts'
import type { TicketId } from './queue-state.ts'
import type { VisitHistory } from './visit-history.ts'

const minuteMs = 60_000
/** The TV shows times when so many calls were told before, and this share of them came inside their window. */
export const earnedWith = { calls: 100, share: 0.75 } as const
const worstListed = 5
/** Less than this after the window is no miss worth a line. */
const worthALineMs = 5 * minuteMs
/** A visit that much longer than planned holds up everybody after it. */
const longMs = 10 * minuteMs

/** Milliseconds since 1970 UTC. */
export interface ToldFirst {
  readonly madeAt: number
  readonly opens: number
  readonly middle: number
  readonly until: number
  readonly calledAt: number
}

export interface Accuracy {
  /** Calls that were told before, with a window. */
  readonly calls: number
  readonly inside: number
  readonly early: number
  readonly late: number
  /** By how much calls came later than the middle of their window, on average, minutes; negative is earlier. */
  readonly bias: number
  /** Whether times may stand on the TV. */
  readonly isEarned: boolean
}

export function accuracyOf(told: readonly ToldFirst[]): Accuracy {
  const late = told.filter(({ until, calledAt }) => calledAt > until).length
  const early = told.filter(({ opens, calledAt }) => calledAt < opens).length
  const inside = told.length - late - early
  const off = told.reduce((sum, { middle, calledAt }) => sum + (calledAt - middle) / minuteMs, 0)
  return {
    ...{ calls: told.length, inside, early, late },
    bias: told.length === 0 ? 0 : Math.round((10 * off) / told.length) / 10,
    isEarned: told.length >= earnedWith.calls && inside >= earnedWith.share * told.length,
  }
}

export type MissCause = 'provider-away' | 'long-visit' | 'others-first' | 'unknown'

export interface Miss {
  readonly ticket: TicketId
  readonly told: ToldFirst
  readonly lateMinutes: number
  readonly cause: MissCause
}

interface Day {
  readonly events: readonly Recorded[]
  readonly visits: readonly VisitHistory[]
  readonly told: ReadonlyMap<TicketId, ToldFirst>
  /** Planned minutes. */
  readonly planned: (service: string) => number
}

/** The longest after the end of their window, the worst first. */
export function worstMisses({ events, visits, told, planned }: Day): readonly Miss[] {
  return visits
    .flatMap(({ ticket: { id } }) => {
      const own = told.get(id)
      return own === undefined || own.calledAt - own.until < worthALineMs ? [] : [{ id, own }]
    })
    .sort((one, other) => other.own.calledAt - other.own.until - (one.own.calledAt - one.own.until))
    .slice(0, worstListed)
    .map(({ id, own }) => ({
      ticket: id,
      told: own,
      lateMinutes: Math.round((own.calledAt - own.until) / minuteMs),
      cause: causeOf(id, own, { events, visits, planned }),
    }))
}

/** What happened between the promise and the call that nobody could know when it was made. */
function causeOf(
  id: TicketId,
  { madeAt, calledAt }: ToldFirst,
  { events, visits, planned }: Omit<Day, 'told'>,
): MissCause {
  const isBetween = (at: number) => at > madeAt && at < calledAt
  const isAway = ({ type, at }: Recorded) => (type === 'provider-late' || type === 'provider-break') && isBetween(at)
  if (events.some(isAway)) return 'provider-away'
  const own = visits.find(({ ticket }) => ticket.id === id)
  const provider = own?.legs[0]?.provider
  const before = visits.flatMap(({ legs }) => legs).filter((leg) => leg.provider === provider && isBetween(leg.endedAt))
  const isLong = (leg: (typeof before)[number]) => leg.endedAt - leg.calledAt > planned(leg.service) * minuteMs + longMs
  if (before.some(isLong)) return 'long-visit'
  const arrivedAfter = visits.some(
    ({ ticket, firstCalledAt }) =>
      ticket.id !== id && ticket.arrivedAt > madeAt && firstCalledAt !== undefined && firstCalledAt < calledAt,
  )
  return arrivedAfter ? 'others-first' : 'unknown'
}
