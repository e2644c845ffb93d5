/** What an event makes of the queue. The log alone decides: folding it twice gives the same queue. */
import { type Destination, type Slot, withCall, withoutCall } from './announcements.ts'
import { LayeredMap } from './layered-map.ts'
import type { Presence } from './presence.ts'
import type { PaperVisit, Recorded } from './queue-event.ts'
import {
  emptyQueue,
  isServing,
  type QueueState,
  type Step,
  type Steps,
  type Ticket,
  type TicketId,
  type TicketState,
  type Visit,
} from './queue-state.ts'
import { findStep, withoutStep } from './steps.ts'

/** The log contradicts itself: it was changed from outside, or this program is at fault. */
export class QueueLogInvalidError extends Error {
  override readonly name = 'QueueLogInvalidError'
}

/** @throws QueueLogInvalidError for an event about something that is not there */
export function evolve(state: QueueState, event: Recorded): QueueState {
  const { at } = event
  switch (event.type) {
    case 'checked-in': {
      const { visit } = event
      const ticket = { ...visit, state: { kind: 'waiting', since: at } } as const
      const paperCodes = [...state.paperCodes, ...(event.paperCodes ?? [])]
      const codes = new Set(state.codes).add(visit.code)
      for (const code of paperCodes) codes.add(code)
      return { ...changed(state, event, [[visit.id, ticket]]), codes, paperCodes }
    }
    case 'called': {
      const { provider, room } = event
      const before = (event.finishes ?? []).map((id) => finished(state, event, id))
      const called = about(state, event).map((ticket) => into(ticket, { kind: 'called', since: at, provider, room }))
      const next = present(changed(state, event, [...before, ...called]), provider, undefined)
      return announced(next, event, { ...event, room, to: event.to ?? 'room' })
    }
    case 'recalled': {
      const { room } = serving(state, event, event.ticket).state
      return announced(changed(state, event, same(state, event)), event, { ...event, room, to: event.to ?? 'room' })
    }
    case 'asked':
      return announced(changed(state, event, same(state, event)), event, { ...event, to: 'desk' })
    case 'started': {
      const started = about(state, event).map(({ id }) => {
        const ticket = serving(state, event, id)
        const { since: calledAt, provider, room } = ticket.state
        return into(ticket, { kind: 'in-service', since: at, calledAt, provider, room })
      })
      return changed(state, event, started)
    }
    case 'finished':
      return changed(
        state,
        event,
        about(state, event).map(({ id }) => finished(state, event, id)),
      )
    case 'no-show':
    case 'left': {
      const { type: kind } = event
      return changed(
        state,
        event,
        about(state, event).map((ticket) => into(ticket, { kind, since: at })),
      )
    }
    case 'held': {
      const { until, firstFor, step, isMissing } = event
      const held: TicketState = {
        kind: 'held',
        since: at,
        ...(until === undefined ? {} : { until }),
        ...(firstFor === undefined ? {} : { firstFor }),
        ...(step === undefined ? {} : { step }),
        ...(isMissing === undefined ? {} : { isMissing }),
      }
      return changed(
        state,
        event,
        about(state, event).map((ticket) => into(ticket, held)),
      )
    }
    case 'resumed':
    case 'returned':
      return changed(
        state,
        event,
        about(state, event).map((ticket) => {
          const firstFor = ticket.state.kind === 'held' ? ticket.state.firstFor : undefined
          return into(ticket, { kind: 'waiting', since: at, ...(firstFor === undefined ? {} : { firstFor }) })
        }),
      )
    case 'transferred': {
      const { provider: _, ...visit } = ticketOf(state, event, event.ticket)
      const wanted = event.provider === undefined ? {} : { provider: event.provider }
      return changed(state, event, [
        into({ ...visit, service: event.service, ...wanted }, { kind: 'waiting', since: at }),
      ])
    }
    case 'edited': {
      const { state: place, ...visit } = ticketOf(state, event, event.ticket)
      const edited = Object.entries({ ...visit, ...event.changes }).filter(([, value]) => value !== null)
      return changed(state, event, [into(Object.fromEntries(edited) as unknown as Visit, place)])
    }
    case 'provider-late': {
      const { provider, minutes, isShown } = event
      const late = { kind: 'late', since: at, minutes, until: at + minutes * minuteMs, isShown } as const
      return present(changed(state, event, []), provider, late)
    }
    case 'provider-break':
      return present(changed(state, event, []), event.provider, { kind: 'break', since: at, until: event.until })
    case 'provider-done':
      return present(changed(state, event, []), event.provider, { kind: 'done', since: at })
    case 'provider-back':
      return present(changed(state, event, []), event.provider, undefined)
    case 'paper-added': {
      const tickets = event.visits.map(fromPaper)
      const codes = new Set([...state.codes, ...tickets.map(([, { code }]) => code)])
      return { ...changed(state, event, tickets), codes }
    }
    case 'undone':
      return takenBack(state, event)
    case 'day-closed':
      return { ...emptyQueue, revision: event.revision, day: 'closed' }
  }
}

const minuteMs = 60_000

type Change = readonly [TicketId, Ticket]

const into = (visit: Visit, state: TicketState): Change => [visit.id, { ...visit, state }]

function changed(state: QueueState, event: Recorded, changes: readonly Change[]): QueueState {
  const step: Step = {
    event: event.revision,
    caller: event.caller,
    isCall: event.type === 'called' || event.type === 'asked',
    before: changes.map(([id]) => [id, state.tickets.get(id)]),
  }
  return {
    ...state,
    revision: event.revision,
    day: changes.length > 0 ? 'open' : state.day,
    tickets: changes.length > 0 ? LayeredMap.with(state.tickets, changes) : state.tickets,
    steps: { newest: step, earlier: state.steps },
  }
}

/** Notes who is there or not, as part of the step that was just made. */
function present(state: QueueState, provider: string, now: Presence | undefined): QueueState {
  const before = state.presence.get(provider)
  if (before === undefined && now === undefined) return state
  const { newest, earlier } = state.steps as Steps
  const steps = { newest: { ...newest, presence: [provider, before] as const }, earlier }
  return { ...state, steps, presence: withPresence(state, provider, now) }
}

function withPresence({ presence }: QueueState, provider: string, now: Presence | undefined) {
  const all = new Map(presence)
  if (now === undefined) all.delete(provider)
  else all.set(provider, now)
  return all
}

interface Told {
  readonly ticket: TicketId
  readonly with?: readonly TicketId[]
  readonly room?: string
  readonly to: Destination
  readonly announce: Slot
}

function announced(state: QueueState, event: Recorded, { ticket, with: others = [], room, to, announce }: Told) {
  const tickets = [ticket, ...others]
  const codes = tickets.map((id) => ticketOf(state, event, id).code)
  const place = room === undefined ? {} : { room }
  const call = { event: event.revision, tickets, codes, ...place, to, at: event.at, ...announce, isRetracted: false }
  return { ...state, announcements: withCall(state.announcements, call) }
}

/** The visit is over, or goes on with the next of its services. */
function finished(state: QueueState, event: Recorded, id: TicketId): Change {
  const ticket = serving(state, event, id)
  const { provider, room } = ticket.state
  const [service, ...rest] = ticket.further ?? []
  if (service === undefined) return into(ticket, { kind: 'done', since: event.at, provider, room })
  const { provider: _, further: __, ...visit } = ticket
  const onward = { ...visit, service, ...(rest.length === 0 ? {} : { further: rest }) }
  return into(onward, { kind: 'waiting', since: event.at })
}

function fromPaper({ visit, ended }: PaperVisit): Change {
  if (ended === undefined) return into(visit, { kind: 'waiting', since: visit.arrivedAt })
  const { kind, at, provider = '', room = '' } = ended
  return into(visit, kind === 'left' ? { kind, since: at } : { kind, since: at, provider, room })
}

function takenBack(state: QueueState, event: Recorded & { readonly type: 'undone' }): QueueState {
  const step = findStep(state.steps, (known) => known.event === event.event)
  if (step === undefined) throw invalid(event, `takes back event ${event.event}, which is not there`)
  const tickets = new Map(state.tickets)
  for (const [id, ticket] of step.before) {
    if (ticket === undefined) tickets.delete(id)
    else tickets.set(id, ticket)
  }
  return {
    ...state,
    revision: event.revision,
    tickets,
    ...(step.presence === undefined ? {} : { presence: withPresence(state, ...step.presence) }),
    announcements: withoutCall(state.announcements, step.event, event.at, event.retraction),
    steps: withoutStep(state.steps, step),
  }
}

const about = (
  state: QueueState,
  event: Recorded & { readonly ticket: TicketId; readonly with?: readonly TicketId[] },
): readonly Ticket[] => [event.ticket, ...(event.with ?? [])].map((id) => ticketOf(state, event, id))

const same = (state: QueueState, event: Recorded & { readonly ticket: TicketId }): readonly Change[] => [
  [event.ticket, ticketOf(state, event, event.ticket)],
]

function ticketOf(state: QueueState, event: Recorded, id: TicketId): Ticket {
  const ticket = state.tickets.get(id)
  if (ticket === undefined) throw invalid(event, `is about ticket ${id}, which is not there`)
  return ticket
}

function serving(state: QueueState, event: Recorded, id: TicketId) {
  const ticket = ticketOf(state, event, id)
  if (!isServing(ticket)) throw invalid(event, `needs ticket ${id} to be called, but it is ${ticket.state.kind}`)
  return ticket
}

const invalid = ({ revision, type }: Recorded, problem: string) =>
  new QueueLogInvalidError(`Event ${revision} (${type}) ${problem}. The hub does not guess what the queue is.`)
