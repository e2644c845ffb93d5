/** When each waiting ticket will be called, for now from planned minutes alone, and how that is said to people. */
import { fits, nextFor } from './call-order.ts'
import { type Clinic, minutesOf } from './clinic.ts'
import { backAt } from './presence.ts'
import type { TicketWindow, Wait } from './queue-contract.ts'
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
import type { WaitShown } from './settings.ts'

const minuteMs = 60_000
/** A provider who has not called anybody for this long is not counted on. */
const silentMs = 90 * minuteMs
/** Of a visit that takes longer than planned, this share of the plan is still to come. */
const overrunShare = 0.2

/** Planned minutes are missed by about this much, either way, until the clinic's own days have taught better. */
const spread = { low: 0.7, high: 1.4 }
const roundedTo = 5
/** Below this a number says less than a word. */
const soonMinutes = 5
const longestMinutes = 60
/** From here on a wait is called a longer one where minutes are not shown. */
const busyMinutes = 20

export interface Estimate {
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
export function estimateWaits(state: QueueState, clinic: Clinic, now: number): ReadonlyMap<TicketId, Estimate> {
  const free = whenFree(state, clinic, now)
  const left = new Map([...state.tickets.values()].flatMap((ticket) => lineUp(ticket, now)))
  const onlyNext = onlyNextOf(left, free, clinic, now)
  const estimates = new Map<TicketId, Estimate>()
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
    const { state: at } = ticket
    if (at.kind !== 'called' && at.kind !== 'in-service' && at.kind !== 'done') continue
    if (at.kind === 'done' && at.since < now - silentMs) continue
    const { provider } = at
    if (!clinic.providers.some(({ id }) => id === provider)) continue
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

interface Telling {
  readonly now: number
  /** The end of the window this ticket was promised first; undefined before there was one. */
  readonly promisedUntil?: number | undefined
  /** False hides every figure: the clock cannot be right. */
  readonly isClockTrusted: boolean
  /** An instant as the clinic's clocks show it: `14:40`. */
  readonly clockTime: (at: number) => string
}

/** A wait as desk and phone read it; the TV says the same without clock times. */
export interface ToldWait {
  readonly wait: Wait
  readonly onTv: Wait['shown']
  /** The figures that were said, for whoever says them in another language; absent when a word says more. */
  readonly window?: TicketWindow
}

/** @param estimate undefined when no provider who may take the ticket is on */
export function tellWait(estimate: Estimate | undefined, telling: Telling): ToldWait {
  if (!telling.isClockTrusted) return untold('none', '')
  if (estimate === undefined) return untold('unknown', 'Waiting time not yet known')
  const window = windowOf(estimate)
  const { kind, text, clockText, said } = words(estimate, window, telling)
  const [p50, p80] = [estimate.minutes, estimate.minutes * spread.high].map((value) => Math.round(value * 10) / 10)
  return {
    wait: { ...window, p50, p80, shown: { kind, text: clockText ?? text } },
    onTv: { kind, text },
    ...(said === undefined ? {} : { window: said }),
  }
}

/** Until when the ticket is called if the window holds, milliseconds since 1970 UTC. */
export const promiseOf = (estimate: Estimate, now: number): number =>
  now + Math.max(windowOf(estimate).high, 2 * soonMinutes) * minuteMs

function windowOf({ minutes }: Estimate): { readonly low: number; readonly high: number } {
  return {
    low: Math.floor((minutes * spread.low) / roundedTo) * roundedTo,
    high: Math.ceil((minutes * spread.high) / roundedTo) * roundedTo,
  }
}

interface Words {
  readonly kind: Wait['shown']['kind']
  readonly text: string
  readonly clockText?: string
  readonly said?: TicketWindow
}

function words(
  { minutes, isNext }: Estimate,
  { low, high }: { readonly low: number; readonly high: number },
  { now, promisedUntil, clockTime }: Telling,
): Words {
  if (minutes < soonMinutes && isNext) return { kind: 'next', text: 'Next' }
  if (promisedUntil !== undefined && now > promisedUntil) {
    return { kind: 'over', text: 'Taking longer than we said. You have not been forgotten.' }
  }
  if (minutes < soonMinutes) return { kind: 'soon', text: 'Soon' }
  if (minutes > longestMinutes) {
    return { kind: 'range', text: `more than ${longestMinutes} min`, said: { low: longestMinutes } }
  }
  const until = clockTime(now + high * minuteMs)
  if (low === 0) {
    const text = `up to ${high} min`
    return { kind: 'range', text, clockText: `${text} (until ${until})`, said: { low, high, until } }
  }
  const text = `about ${low}–${high} min`
  const from = clockTime(now + low * minuteMs)
  return { kind: 'range', text, clockText: `${text} (${from}–${until})`, said: { low, high, from, until } }
}

/** How a waiting time looks on the TV of a clinic that shows it as `shown`; whose turn comes is always said. */
export function waitOnTv({ wait: { p50 }, onTv }: ToldWait, shown: WaitShown): Wait['shown'] {
  if (shown === 'minutes' || onTv.kind === 'next' || onTv.kind === 'soon') return onTv
  if (shown === 'nothing' || p50 === undefined) return { kind: 'none', text: '' }
  return { kind: onTv.kind, text: p50 < busyMinutes ? 'a short wait' : 'a longer wait' }
}

const untold = (kind: 'none' | 'unknown', text: string): ToldWait => ({
  wait: { shown: { kind, text } },
  onTv: { kind, text },
})
