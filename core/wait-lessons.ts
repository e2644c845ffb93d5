/** What a day taught: its events read once more, and nothing learned from what was taken back, forgotten or written by hand. */
import { fits, nextFor } from './call-order.ts'
import { type Clinic, minutesOf } from './clinic.ts'
import { evolve } from './queue.ts'
import type { Recorded } from './queue-event.ts'
import { emptyQueue, isServing, isWaiting, type QueueState, type TicketId } from './queue-state.ts'
import { withArrival, withCall, withGap, withNoShow, withVisit, withWait } from './wait-learn.ts'
import type { WaitModel } from './wait-model.ts'

const minuteMs = 60_000
/** Between two visits there is a turnover, a break or a fire drill; only the first is one, minutes. */
const longestGap = 30
/** Somebody this far from their appointment has the wrong one, minutes. */
const farthestOffset = 240
/** A visit that the next call ended was over by then, if somebody had been waiting this long for that call. */
const pressedMs = 5 * minuteMs
/** And only if it is no more than so many times its plan: nobody pressed *Done*. */
const mostPlansUnpressed = 3
/** A clock that jumps further between two events was set, or nobody was there. */
const longestSilenceMs = 6 * 60 * minuteMs

interface Ended {
  readonly at: number
  /** Somebody was waiting for them then. */
  readonly wasWanted: boolean
}

/** When each provider first called somebody, and was not taken back. @param events of one day, from its first on */
export function begunIn(events: readonly Recorded[]): ReadonlyMap<string, number> {
  const undone = new Set(events.flatMap((event) => (event.type === 'undone' ? [event.event] : [])))
  const begun = new Map<string, number>()
  for (const event of events)
    if (event.type === 'called' && !undone.has(event.revision) && !begun.has(event.provider))
      begun.set(event.provider, event.at)
  return begun
}

/** @param events of one day, from its first on */
export function taughtBy(model: WaitModel, events: readonly Recorded[], clinic: Clinic): WaitModel {
  const undone = new Set(events.flatMap((event) => (event.type === 'undone' ? [event.event] : [])))
  const ended = new Map<string, Ended>()
  const held = new Set<TicketId>()
  const begun = new Map<string, number>()
  let taught = model
  let state: QueueState = emptyQueue
  let lastAt = events[0]?.at ?? 0
  for (const event of events) {
    if (event.type === 'undone' || undone.has(event.revision)) continue
    const before = state
    state = evolve(before, event)
    const isSteady = event.at >= lastAt && event.at - lastAt < longestSilenceMs
    lastAt = event.at
    // Times before and after the clock was set cannot be subtracted.
    if (!isSteady) {
      ended.clear()
      begun.clear()
      for (const { id } of before.tickets.values()) held.add(id)
    }
    taught = withEvent(taught, event, { before, after: state, clinic, ended, held, begun })
  }
  return taught
}

interface Around {
  readonly before: QueueState
  readonly after: QueueState
  readonly clinic: Clinic
  /** By provider: how their last visit ended. */
  readonly ended: Map<string, Ended>
  /** Whose times say nothing any more: out of the room in between, or measured by two clocks. */
  readonly held: Set<TicketId>
  /** By provider: when they first called somebody. */
  readonly begun: Map<string, number>
}

function withEvent(model: WaitModel, event: Recorded, around: Around): WaitModel {
  const { before, after, clinic, ended, held } = around
  switch (event.type) {
    case 'checked-in': {
      const { appointmentAt, arrivedAt, isPaper } = event.visit
      if (appointmentAt === undefined || isPaper === true) return model
      const offset = (arrivedAt - appointmentAt) / minuteMs
      return Math.abs(offset) > farthestOffset ? model : withArrival(model, offset)
    }
    case 'called':
      return withCalled(model, event, around)
    case 'finished': {
      let taught = model
      for (const id of [event.ticket, ...(event.with ?? [])]) {
        taught = withEnd(taught, id, event.at, around)
        const ticket = before.tickets.get(id)
        if (ticket === undefined || !isServing(ticket)) continue
        const { provider } = ticket.state
        const wasWanted = [...after.tickets.values()].some((other) => isWaiting(other) && fits(other, provider, clinic))
        ended.set(provider, { at: event.at, wasWanted })
      }
      return taught
    }
    case 'left':
    case 'no-show': {
      const ticket = before.tickets.get(event.ticket)
      if (ticket === undefined || ticket.isPaper === true || held.has(ticket.id)) return model
      if (event.type === 'no-show') return ticket.appointmentAt === undefined ? model : withNoShow(model)
      const minutes = (event.at - ticket.arrivedAt) / minuteMs
      return isWaiting(ticket) ? withWait(model, minutes, ticket.appointmentAt !== undefined, true) : model
    }
    case 'held':
      for (const id of [event.ticket, ...(event.with ?? [])]) held.add(id)
      return model
    case 'provider-late':
    case 'provider-break':
    case 'provider-done':
      ended.delete(event.provider)
      return model
    default:
      return model
  }
}

function withCalled(model: WaitModel, event: Recorded & { readonly type: 'called' }, around: Around): WaitModel {
  const { before, clinic, ended, held, begun } = around
  const { at, provider } = event
  if (!begun.has(provider)) begun.set(provider, at)
  const ticket = before.tickets.get(event.ticket)
  let taught = model
  const last = ended.get(provider)
  const gap = last === undefined ? 0 : (at - last.at) / minuteMs
  if (last?.wasWanted && gap <= longestGap) taught = withGap(taught, gap)
  ended.delete(provider)
  if (ticket === undefined || !isWaiting(ticket)) return taught
  const hasPressed = at - ticket.state.since >= pressedMs
  for (const id of event.finishes ?? []) if (hasPressed) taught = withEnd(taught, id, at, around, mostPlansUnpressed)
  if (ticket.isPaper === true || held.has(ticket.id)) return taught
  const isBooked = ticket.appointmentAt !== undefined
  taught = withWait(taught, (at - ticket.arrivedAt) / minuteMs, isBooked, false)
  const couldBe = [...before.tickets.values()].filter((other) => isWaiting(other) && fits(other, provider, clinic))
  if (couldBe.length < 2) return taught
  return withCall(taught, nextFor(couldBe, provider, clinic, at)?.id === ticket.id)
}

/** @param mostPlans a visit that is longer teaches nothing */
function withEnd(
  model: WaitModel,
  id: TicketId,
  at: number,
  { before, clinic, held, begun }: Around,
  mostPlans = Number.POSITIVE_INFINITY,
) {
  const ticket = before.tickets.get(id)
  if (ticket === undefined || !isServing(ticket) || held.has(id) || ticket.isPaper === true) return model
  const { state, service } = ticket
  const calledAt = state.kind === 'in-service' ? state.calledAt : state.since
  const minutes = (at - calledAt) / minuteMs
  const first = begun.get(state.provider)
  const since = first === undefined ? undefined : Math.max(0, (calledAt - first) / minuteMs)
  const planned = minutesOf(clinic, service)
  return minutes > mostPlans * planned
    ? model
    : withVisit(model, { service, provider: state.provider, planned, minutes, since })
}
