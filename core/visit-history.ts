/** What became of each visit of a day, folded once from its events: waits, calls, how long it took, how it ended. */
import { evolve } from './queue.ts'
import type { Recorded } from './queue-event.ts'
import { emptyQueue, isHere, type QueueState, type Ticket, type TicketId } from './queue-state.ts'

/** From being called to the end; times are milliseconds since 1970 UTC. */
export interface Leg {
  readonly service: string
  readonly provider: string
  readonly calledAt: number
  readonly startedAt?: number
  readonly endedAt: number
  /** Out of the room in between: its length says nothing. */
  readonly wasHeld: boolean
}

export interface VisitHistory {
  /** As it was at the end. */
  readonly ticket: Ticket
  readonly firstCalledAt?: number
  readonly legs: readonly Leg[]
  /** When it stood in the line: half-open. The last one is open while it still does. */
  readonly waits: readonly { readonly from: number; readonly to?: number }[]
  /** `open`: still here when the day was closed. `here`: the day goes on. */
  readonly end: 'done' | 'left' | 'no-show' | 'open' | 'here'
  readonly endedAt?: number
}

export interface DayHistory {
  /** In the order of check-in. */
  readonly visits: readonly VisitHistory[]
  readonly calls: number
  readonly recalls: number
  /** Called, and not there. */
  readonly inVain: number
  /** Asked to come to the desk. */
  readonly asked: number
  /** Announced, and taken back. */
  readonly retracted: number
  /** How often the TV said that somebody is late. */
  readonly delaysTold: number
}

interface Growing {
  ticket: Ticket
  firstCalledAt?: number
  leg?: Omit<Leg, 'endedAt'>
  legs: Leg[]
  waits: { from: number; to?: number }[]
  endedAt?: number
}

/** @param events of one day, from its first to its `day-closed` if it has come; what was taken back never happened */
export function historyOf(events: readonly Recorded[]): DayHistory {
  const undone = new Set(events.flatMap((event) => (event.type === 'undone' ? [event.event] : [])))
  const happened = events.filter(({ type, revision }) => type !== 'undone' && !undone.has(revision))
  const growing = new Map<TicketId, Growing>()
  let state: QueueState = emptyQueue
  let isClosed = false
  for (const event of happened) {
    if (event.type === 'day-closed') {
      isClosed = true
      continue
    }
    const before = state
    state = evolve(before, event)
    for (const [id, was] of state.steps?.newest.before ?? []) {
      const now = state.tickets.get(id)
      if (now !== undefined) grow(growing, was, now, event)
    }
  }
  const count = (type: Recorded['type']) => happened.filter((event) => event.type === type).length
  return {
    visits: [...growing.values()].map((visit) => finished(visit, isClosed)),
    calls: count('called'),
    recalls: count('recalled'),
    asked: count('asked'),
    inVain: happened.filter((event) => event.type === 'held' && event.isMissing).length,
    retracted: events.filter((event) => event.type === 'undone' && event.retraction !== undefined).length,
    delaysTold: count('provider-late'),
  }
}

function grow(growing: Map<TicketId, Growing>, was: Ticket | undefined, ticket: Ticket, event: Recorded): void {
  const visit = growing.get(ticket.id) ?? { ticket, legs: [], waits: [] }
  growing.set(ticket.id, visit)
  visit.ticket = ticket
  if (was?.state === ticket.state) return
  const { at } = event
  const { state } = ticket
  const line = visit.waits.at(-1)
  if (line !== undefined && line.to === undefined && was?.state.kind === 'waiting') line.to = at
  // A call ends the visits before it, a `finished` its own; whatever else ends a leg has not finished it.
  const isFinished = event.type === 'finished' || (event.type === 'called' && state.kind !== 'called')
  if (visit.leg !== undefined && isFinished) visit.legs.push({ ...visit.leg, endedAt: at })
  if (isFinished || state.kind === 'waiting' || (state.kind === 'held' && state.isMissing)) {
    if (!isHeldMidway(was)) delete visit.leg
  }
  switch (state.kind) {
    case 'waiting':
      visit.waits.push({ from: was === undefined ? ticket.arrivedAt : at })
      return
    case 'called': {
      visit.firstCalledAt ??= at
      const { provider } = state
      const wasHeld = visit.leg !== undefined
      visit.leg = {
        ...(visit.leg ?? {}),
        service: ticket.service,
        provider,
        calledAt: visit.leg?.calledAt ?? at,
        wasHeld,
      }
      return
    }
    case 'in-service':
      if (visit.leg !== undefined) visit.leg = { ...visit.leg, startedAt: visit.leg.startedAt ?? at }
      return
    case 'held':
      if (visit.leg !== undefined) visit.leg = { ...visit.leg, wasHeld: true }
      return
    case 'done':
    case 'left':
    case 'no-show':
      visit.endedAt = at
  }
}

/** Somebody who waits again after a hold in the middle of a visit goes on with it. */
const isHeldMidway = (was: Ticket | undefined): boolean =>
  was?.state.kind === 'held' && was.state.firstFor !== undefined && !was.state.isMissing

function finished({ ticket, firstCalledAt, legs, waits, endedAt }: Growing, isClosed: boolean): VisitHistory {
  const { kind } = ticket.state
  const isOver = !isHere(ticket) && (kind === 'done' || kind === 'left' || kind === 'no-show')
  // Back-dating an arrival moves the beginning of the first wait.
  const [first, ...later] = waits
  const own = first === undefined ? [] : [{ ...first, from: Math.min(ticket.arrivedAt, first.to ?? ticket.arrivedAt) }]
  return {
    ticket,
    ...(firstCalledAt === undefined ? {} : { firstCalledAt }),
    legs,
    waits: [...own, ...later],
    end: isOver ? kind : isClosed ? 'open' : 'here',
    ...(isOver && endedAt !== undefined ? { endedAt } : {}),
  }
}
