/** What an event makes of the queue. The log alone decides: folding it twice gives the same queue. */
import { type Slot, withCall, withoutCall } from './announcements.ts'
import type { Recorded } from './queue-event.ts'
import { emptyQueue, isServing, type QueueState, type Step, type Ticket, type TicketId } from './queue-state.ts'

/** The log contradicts itself: it was changed from outside, or this program is at fault. */
export class QueueLogInvalidError extends Error {
  override readonly name = 'QueueLogInvalidError'
}

/** @throws QueueLogInvalidError for an event about something that is not there */
export function evolve(state: QueueState, event: Recorded): QueueState {
  switch (event.type) {
    case 'checked-in': {
      const { visit } = event
      const ticket = { ...visit, state: { kind: 'waiting', since: event.at } } as const
      return { ...changed(state, event, [[visit.id, ticket]]), codes: new Set([...state.codes, visit.code]) }
    }
    case 'called': {
      const { provider, room, finishes } = event
      const ticket: Ticket = {
        ...ticketOf(state, event, event.ticket),
        state: { kind: 'called', since: event.at, provider, room },
      }
      const before = finishes === undefined ? [] : [finished(state, event, finishes)]
      return announced(changed(state, event, [...before, [ticket.id, ticket]]), event, ticket, room, event.announce)
    }
    case 'recalled': {
      const ticket = serving(state, event, event.ticket)
      return announced(changed(state, event, [[ticket.id, ticket]]), event, ticket, ticket.state.room, event.announce)
    }
    case 'started': {
      const ticket = serving(state, event, event.ticket)
      const { since: calledAt, provider, room } = ticket.state
      const started = { kind: 'in-service', since: event.at, calledAt, provider, room } as const
      return changed(state, event, [[ticket.id, { ...ticket, state: started }]])
    }
    case 'finished':
      return changed(state, event, [finished(state, event, event.ticket)])
    case 'no-show':
    case 'left': {
      const ticket = ticketOf(state, event, event.ticket)
      return changed(state, event, [[ticket.id, { ...ticket, state: { kind: event.type, since: event.at } }]])
    }
    case 'undone':
      return takenBack(state, event)
    case 'day-closed':
      return { ...emptyQueue, revision: event.revision, day: 'closed' }
  }
}

type Change = readonly [TicketId, Ticket]

function changed(state: QueueState, event: Recorded, changes: readonly Change[]): QueueState {
  const step: Step = {
    event: event.revision,
    caller: event.caller,
    isCall: event.type === 'called',
    before: changes.map(([id]) => [id, state.tickets.get(id)]),
  }
  return {
    ...state,
    revision: event.revision,
    day: 'open',
    tickets: new Map([...state.tickets, ...changes]),
    steps: [...state.steps, step],
  }
}

function announced(state: QueueState, event: Recorded, ticket: Ticket, room: string, slot: Slot): QueueState {
  const { code, id } = ticket
  const call = { event: event.revision, ticket: id, code, room, at: event.at, ...slot, isRetracted: false }
  return { ...state, announcements: withCall(state.announcements, call) }
}

function finished(state: QueueState, event: Recorded, id: TicketId): Change {
  const ticket = serving(state, event, id)
  const { provider, room } = ticket.state
  return [id, { ...ticket, state: { kind: 'done', since: event.at, provider, room } }]
}

function takenBack(state: QueueState, event: Recorded & { readonly type: 'undone' }): QueueState {
  const step = state.steps.find((known) => known.event === event.event)
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
    announcements: withoutCall(state.announcements, step.event, event.at, event.retraction),
    steps: state.steps.filter((known) => known !== step),
  }
}

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
