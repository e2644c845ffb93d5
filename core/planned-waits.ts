/** When each waiting ticket is called if everything takes as long as planned: what is told until the model has answered. */
import { fits, nextFor } from './call-order.ts'
import { type Clinic, minutesOf } from './clinic.ts'
import { freedBy } from './on-duty.ts'
import { backAt } from './presence.ts'
import {
  isHeld,
  isServing,
  isWaiting,
  type QueueState,
  type ServingTicket,
  type Ticket,
  type TicketId,
  type WaitingTicket,
} from './queue-state.ts'
import type { WaitRange } from './wait-calibration.ts'

const minuteMs = 60_000
/** Of a visit that takes longer than planned, this share of the plan is still to come. */
const overrunShare = 0.2

/** Planned minutes are missed by about this much, either way. */
const spread = { p20: 0.7, p80: 1.4, p90: 1.6 }

export interface PlannedWait {
  /** Minutes until it is called. */
  readonly minutes: number
  /** It alone is next, for a provider who is free. */
  readonly isNext: boolean
}

/**
 * Rolls the planned minutes forward, with the rule of the *Call next* button.
 *
 * @returns an entry for each ticket that waits, or is to wait again at a set time, and that somebody who is on may take
 */
export function plannedWaits(state: QueueState, clinic: Clinic, now: number): ReadonlyMap<TicketId, PlannedWait> {
  const free = whenFree(state, clinic, now)
  const left = new Map([...state.tickets.values()].flatMap((ticket) => lineUp(ticket, now)))
  const onlyNext = onlyNextOf(left, free, clinic, now)
  const estimates = new Map<TicketId, PlannedWait>()
  while (left.size > 0 && free.size > 0) {
    const [provider, at] = [...free].reduce((one, other) => (other[1] < one[1] ? other : one))
    const ticket = nextFor(hereAt(left, at), provider, clinic, at)
    if (ticket === undefined) {
      const laterAt = backFromHold(left, provider, clinic)
      if (laterAt === undefined) free.delete(provider)
      else free.set(provider, laterAt)
      continue
    }
    left.delete(ticket.id)
    free.set(provider, at + minutesOf(clinic, ticket.service) * minuteMs)
    estimates.set(ticket.id, { minutes: (at - now) / minuteMs, isNext: ticket.id === onlyNext })
  }
  return estimates
}

/** Whoever waits, and whoever will again at a set time, as they will stand in line then. */
function lineUp(ticket: Ticket, now: number): readonly (readonly [TicketId, WaitingTicket])[] {
  if (isWaiting(ticket)) return [[ticket.id, ticket]]
  if (!isHeld(ticket) || ticket.state.until === undefined) return []
  const { until, firstFor } = ticket.state
  const since = Math.max(until, now)
  return [
    [ticket.id, { ...ticket, state: { kind: 'waiting', since, ...(firstFor === undefined ? {} : { firstFor }) } }],
  ]
}

type Line = ReadonlyMap<TicketId, WaitingTicket>

const hereAt = (line: Line, at: number) => [...line.values()].filter(({ state }) => state.since <= at)

function backFromHold(line: Line, provider: string, clinic: Clinic): number | undefined {
  const times = [...line.values()].filter((ticket) => fits(ticket, provider, clinic)).map(({ state }) => state.since)
  return times.length === 0 ? undefined : Math.min(...times)
}

/** The one ticket that every free provider would call now, if there is just one. */
function onlyNextOf(line: Line, free: ReadonlyMap<string, number>, clinic: Clinic, now: number): TicketId | undefined {
  const next = new Set(
    [...free].flatMap(([id, at]) => (at > now ? [] : (nextFor(hereAt(line, now), id, clinic, now)?.id ?? []))),
  )
  return next.size === 1 ? [...next][0] : undefined
}

/** By provider who is on today: when they can call next. */
function whenFree(state: QueueState, clinic: Clinic, now: number): Map<string, number> {
  const free = new Map<string, number>()
  for (const ticket of state.tickets.values()) {
    const provider = isServing(ticket) ? ticket.state.provider : freedBy(ticket, now)
    if (provider === undefined || !clinic.providers.some(({ id }) => id === provider)) continue
    const ready = isServing(ticket) ? endOf(ticket, clinic, now) : now
    free.set(provider, Math.max(ready, free.get(provider) ?? now))
  }
  for (const [provider, presence] of state.presence) {
    const at = backAt(presence, now)
    if (at === undefined) free.delete(provider)
    // Somebody who is late or at lunch is expected, whether or not they have called anybody yet.
    else if (clinic.providers.some(({ id }) => id === provider))
      free.set(provider, Math.max(at, free.get(provider) ?? at))
  }
  return free
}

function endOf(ticket: ServingTicket, clinic: Clinic, now: number): number {
  const plannedMs = minutesOf(clinic, ticket.service) * minuteMs
  const calledAt = ticket.state.kind === 'in-service' ? ticket.state.calledAt : ticket.state.since
  return Math.max(calledAt + plannedMs, now + overrunShare * plannedMs)
}

/** A range around planned minutes. */
export const plannedRange = (minutes: number): WaitRange => ({
  p20: minutes * spread.p20,
  p50: minutes,
  p80: minutes * spread.p80,
  p90: minutes * spread.p90,
})
