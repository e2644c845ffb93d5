/** The queue's own values as they travel: instants in ISO 8601, a state as one word, refusals with their status. */
import type { Announcement } from '../core/announcements.ts'
import type { Command, Refusal } from '../core/queue-command.ts'
import type { AnsweredTicket, Call } from '../core/queue-contract.ts'
import type { Recorded } from '../core/queue-event.ts'
import { isServing, type QueueState, type Ticket } from '../core/queue-state.ts'
import type { Answer } from './answer-book.ts'
import { isoOf } from './clock.ts'

/** A ticket, an announcement never changes; another takes its place. Two hundred are put into words once, not at every step. */
function once<Value extends object, Words>(wordsOf: (value: Value) => Words): (value: Value) => Words {
  const known = new WeakMap<Value, Words>()
  return (value) => {
    const words = known.get(value) ?? wordsOf(value)
    known.set(value, words)
    return words
  }
}

export const ticketWords = once((ticket: Ticket): AnsweredTicket => {
  const { id, code, service, appointmentAt, arrivedAt, language, priority, needs, party, state } = ticket
  const provider = 'provider' in state ? state.provider : ticket.provider
  return {
    id,
    code,
    service,
    ...(provider === undefined ? {} : { provider }),
    ...('room' in state ? { room: state.room } : {}),
    state: state.kind,
    since: isoOf(state.since),
    ...(appointmentAt === undefined ? {} : { appointmentAt: isoOf(appointmentAt) }),
    arrivedAt: isoOf(arrivedAt),
    ...(language === undefined ? {} : { language }),
    priority,
    needs: [...needs],
    ...(party === undefined ? {} : { party }),
  }
})

export const callWords = once(
  ({ code, room, at, from, until, isRetracted }: Announcement): Call => ({
    code,
    room,
    at: isoOf(at),
    announceFrom: isoOf(from),
    announceUntil: isoOf(until),
    ...(isRetracted ? { retracted: true } : {}),
  }),
)

/** Calls, the newest first: of each code the last, and whatever is still to be announced. */
export function callsAt(announcements: readonly Announcement[], now: number): readonly Announcement[] {
  const newest = [...announcements].sort((one, other) => other.event - one.event)
  const codes = new Set<string>()
  return newest.filter(({ code, until, isRetracted }) => {
    const isFirst = !codes.has(code)
    codes.add(code)
    return until > now || (isFirst && !isRetracted)
  })
}

/** What the TV says of where people are: the room of whoever is called or in it. */
export const roomOf = (ticket: Ticket): string | undefined => (isServing(ticket) ? ticket.state.room : undefined)

/** What a button answers when it did something. */
export function answerTo(command: Command, event: Recorded, before: QueueState, after: QueueState): Answer {
  const { revision } = event
  switch (event.type) {
    case 'checked-in': {
      const { id, code, token, service } = event.visit
      return { status: 201, body: { revision, ticket: { id, code, token, service, state: 'waiting' } } }
    }
    case 'undone': {
      const step = before.steps.find((known) => known.event === event.event)
      const tickets = (step?.before ?? []).map(([id]) => after.tickets.get(id)).filter((ticket) => ticket !== undefined)
      const retracted = event.retraction !== undefined
      return { status: 200, body: { revision, undone: event.event, retracted, tickets: tickets.map(ticketWords) } }
    }
    case 'day-closed': {
      const leftOpen = event.leftOpen.map((id) => before.tickets.get(id)?.code ?? id)
      return { status: 200, body: { revision, leftOpen } }
    }
    default: {
      const ticket = after.tickets.get(event.ticket)
      if (ticket === undefined) throw new Error(`${command.type} lost ticket ${event.ticket}`)
      return { status: 200, body: { revision, ticket: ticketWords(ticket) } }
    }
  }
}

export function refusalAnswer({ reason, message, field }: Refusal): Answer {
  const status = reason.startsWith('unknown-') ? 404 : reason === 'bad-input' ? 422 : 409
  return { status, body: { reason, message, ...(field === undefined ? {} : { field }) } }
}
