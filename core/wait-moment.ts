/** When each waiting ticket will be called, as a calibrated range: the queue of a moment, rolled forward with what was learned. */
import { fits, standingOf, turnRule } from './call-order.ts'
import { type Clinic, minutesOf, performs } from './clinic.ts'
import { freedBy } from './on-duty.ts'
import { backAt, silentMs } from './presence.ts'
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
import { calibrated, cellOf, type WaitRange } from './wait-calibration.ts'
import { forecast } from './wait-forecast.ts'
import {
  gapLengths,
  givingUp,
  missedShare,
  offsetsOf,
  outOfTurnShare,
  visitLengths,
  type WaitModel,
} from './wait-model.ts'
import { paceOf } from './wait-pace.ts'
import type { Comer, OnDuty, Scene } from './wait-scene.ts'

const minuteMs = 60_000
/** Nothing farther from now matters for anybody's wait, minutes. */
const farthest = 24 * 60

/** Somebody booked for today who has not been seen yet. Times are milliseconds since 1970 UTC. */
export interface Expected {
  readonly id: string
  readonly at: number
  readonly service: string
  readonly provider?: string
}

export interface Moment {
  readonly state: Pick<QueueState, 'tickets' | 'presence'>
  readonly clinic: Clinic
  readonly now: number
  readonly expected: readonly Expected[]
  /** Today's, if it is still to come: everybody takes it after the visit during which it begins. */
  readonly lunch?: { readonly from: number; readonly until: number }
  /** When each provider first called somebody today, milliseconds since 1970 UTC; nothing where nobody knows. */
  readonly begun?: ReadonlyMap<string, number>
  /** Who has been estimated before: a first estimate is judged among first ones. */
  readonly known: ReadonlySet<TicketId>
}

export interface Estimate {
  /** Minutes from now until the call. */
  readonly range: WaitRange
  /** As rolled forward, and what it is judged with. */
  readonly raw: WaitRange
  readonly cell: string
}

/**
 * @param model what past visits taught
 * @param seed same moment, same seed, same answer: the TV must not jitter
 * @returns by ticket that waits, or is to wait again at a set time; no entry when nobody who is on may take it
 */
export function estimateWaits(moment: Moment, model: WaitModel, seed: number): ReadonlyMap<TicketId, Estimate> {
  const estimates = new Map<TicketId, Estimate>()
  const { tickets } = moment.state
  for (const [id, raw] of forecast(sceneOf(moment, model), seed)) {
    const cell = cellOf(raw, !moment.known.has(id))
    if (tickets.has(id)) estimates.set(id, { raw, cell, range: calibrated(model, raw, cell) })
  }
  // A party that is called together is called when the first of it is.
  for (const ticket of tickets.values()) {
    const first = leaderOf(ticket, tickets)
    const estimate = first === undefined ? undefined : estimates.get(first)
    if (estimate !== undefined && (isWaiting(ticket) || isHeld(ticket))) estimates.set(ticket.id, estimate)
  }
  return estimates
}

export function sceneOf(moment: Moment, model: WaitModel): Scene {
  const { state, clinic, now, expected } = moment
  const tickets = [...state.tickets.values()]
  const line = tickets
    .flatMap((ticket) => lineUp(ticket, now))
    .filter((one) => leaderOf(one, state.tickets) === undefined)
  const onDuty = whoIsOn(moment)
  const lengthsFor = (service: string, mayTake: (provider: string) => boolean): Comer['lengths'] =>
    onDuty.map(({ id }) => (mayTake(id) ? visitLengths(model, service, id, minutesOf(clinic, service)) : undefined))
  const waiting = line.map((ticket): Comer => {
    const { id, service, appointmentAt } = ticket
    const standing = standingOf(ticket)
    return {
      id,
      standing: {
        ...standing,
        since: fromNow(standing.since, now),
        arrivedAt: fromNow(standing.arrivedAt, now),
        appointmentAt: appointmentAt === undefined ? undefined : fromNow(appointmentAt, now),
      },
      lengths: lengthsFor(service, (provider) => fits(ticket, provider, clinic)),
      comes:
        isWaiting(ticket) && ticket.state.since <= now
          ? { kind: 'here' }
          : { kind: 'at', at: fromNow(standing.since, now) },
      givingUp: givingUp(model, appointmentAt !== undefined),
    }
  })
  const booked = expected.map(({ id, at, service, provider }): Comer => {
    const bookedAt = fromNow(at, now)
    return {
      id: `booking ${id}`,
      standing: {
        firstFor: undefined,
        since: bookedAt,
        isPriority: false,
        appointmentAt: bookedAt,
        arrivedAt: bookedAt,
      },
      lengths: lengthsFor(
        service,
        (each) => (provider === undefined || provider === each) && performs(clinic, each, service),
      ),
      comes: { kind: 'booked', at: bookedAt },
      givingUp: givingUp(model, true),
    }
  })
  const { dueBefore, patience, earliest } = turnRule
  return {
    rule: { dueBefore: dueBefore / minuteMs, patience: patience / minuteMs, earliest: earliest / minuteMs },
    providers: onDuty.map((provider) => ({
      ...doing(provider, line, moment, model),
      ...paceFor(provider, moment, model),
    })),
    comers: [...waiting, ...booked],
    gaps: gapLengths(model),
    offsets: offsetsOf(model),
    missed: missedShare(model),
    outOfTurn: outOfTurnShare(model),
  }
}

/** Whoever waits, and whoever will again at a set time, as they will stand in line then. */
function lineUp(ticket: Ticket, now: number): readonly WaitingTicket[] {
  if (isWaiting(ticket)) return [ticket]
  if (!isHeld(ticket) || ticket.state.until === undefined) return []
  const { until, firstFor } = ticket.state
  const since = Math.max(until, now + 1)
  return [{ ...ticket, state: { kind: 'waiting', since, ...(firstFor === undefined ? {} : { firstFor }) } }]
}

/** Of a party that is called together: the first who waits, for all the others. */
function leaderOf(ticket: Ticket, tickets: QueueState['tickets']): TicketId | undefined {
  if (ticket.party === undefined || ticket.together !== true) return undefined
  for (const other of tickets.values()) {
    if (other.party === ticket.party && (isWaiting(other) || isHeld(other))) {
      return other.id === ticket.id ? undefined : other.id
    }
  }
  return undefined
}

interface Seen {
  readonly id: string
  readonly serving: readonly ServingTicket[]
  /** When their last visit ended, or their last call was in vain; undefined while neither is known. */
  readonly idleSince: number | undefined
  /** Not before this. */
  readonly backAt: number
}

/** Who has called somebody lately, or is expected back. */
function whoIsOn({ state, clinic, now }: Moment): readonly Seen[] {
  return clinic.providers.flatMap(({ id }): readonly Seen[] => {
    const presence = state.presence.get(id)
    const returnsAt = backAt(presence, now)
    if (returnsAt === undefined) return []
    const own = [...state.tickets.values()].filter(({ state: at }) => 'provider' in at && at.provider === id)
    const serving = own.filter(isServing).filter((ticket) => calledAt(ticket) > now - silentMs * 4)
    const ends = [...state.tickets.values()].flatMap((ticket) =>
      freedBy(ticket, now) === id ? [ticket.state.since] : [],
    )
    if (serving.length === 0 && ends.length === 0 && presence === undefined) return []
    return [{ id, serving, idleSince: ends.length === 0 ? undefined : Math.max(...ends), backAt: returnsAt }]
  })
}

const calledAt = ({ state }: ServingTicket): number => (state.kind === 'in-service' ? state.calledAt : state.since)

function doing(seen: Seen, line: readonly WaitingTicket[], moment: Moment, model: WaitModel): OnDuty {
  const { id, serving, idleSince, backAt: returnsAt } = seen
  const { clinic, now, lunch } = moment
  const pause =
    lunch === undefined || lunch.until <= now
      ? {}
      : { pause: { from: fromNow(lunch.from, now), minutes: (lunch.until - lunch.from) / minuteMs } }
  if (returnsAt > now) return { id, doing: { kind: 'away', until: fromNow(returnsAt, now) } }
  // Of a party in the room, whoever takes longest counts.
  const [longest] = serving.toSorted((one, other) => endOf(other, clinic) - endOf(one, clinic))
  if (longest !== undefined) {
    const lengths = visitLengths(model, longest.service, id, minutesOf(clinic, longest.service))
    const elapsed = Math.max(0, (now - calledAt(longest)) / minuteMs)
    return { id, doing: { kind: 'busy', with: longest.id, lengths, elapsed }, ...pause }
  }
  const wanted = line.filter((ticket) => ticket.state.since <= now && fits(ticket, id, clinic))
  const since = Math.min(now, ...wanted.map(({ state }) => state.since))
  const idle = wanted.length === 0 ? 0 : Math.max(0, (now - Math.max(idleSince ?? now, since)) / minuteMs)
  return { id, doing: { kind: 'free', idle }, ...pause }
}

/** Before the first call their day has not begun. */
function paceFor({ id }: Seen, { begun, now }: Moment, model: WaitModel): Pick<OnDuty, 'pace'> {
  if (begun === undefined) return {}
  const since = Math.max(0, -fromNow(begun.get(id) ?? now, now))
  return { pace: { since, factors: paceOf(model, id) } }
}

const endOf = (ticket: ServingTicket, clinic: Clinic): number =>
  calledAt(ticket) + minutesOf(clinic, ticket.service) * minuteMs

/** Minutes; whatever a clock that was wrong has written, it is a number. */
function fromNow(at: number, now: number): number {
  const minutes = (at - now) / minuteMs
  return Number.isFinite(minutes) ? Math.max(-farthest, Math.min(farthest, minutes)) : 0
}
