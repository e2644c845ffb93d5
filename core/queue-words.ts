/** The queue's own values as they travel: instants in ISO 8601, a state as one word, refusals with their status. */
import type { Announcement } from './announcements.ts'
import { isoOfMs as isoOf } from './instant.ts'
import type { Presence } from './presence.ts'
import type { Command, Refusal } from './queue-command.ts'
import type { AnsweredTicket, Call, PresenceWords } from './queue-contract.ts'
import type { Recorded } from './queue-event.ts'
import { isServing, type QueueState, type Ticket, type TicketId } from './queue-state.ts'
import { findStep } from './steps.ts'

/** What a button is answered with: an HTTP status, and what is sent as JSON. */
interface Answer {
  readonly status: number
  readonly body: object
}

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
  const { id, code, service, further, appointmentAt, arrivedAt, needs, priority, isPaper, state } = ticket
  const provider = 'provider' in state ? state.provider : ticket.provider
  const { booking, language, priorityReason, party, together } = ticket
  const { until, step, isMissing } = state.kind === 'held' ? state : {}
  return {
    id,
    code,
    service,
    ...given({ further: further && [...further], provider }),
    ...('room' in state ? { room: state.room } : {}),
    state: state.kind,
    since: isoOf(state.since),
    ...given({
      heldUntil: until === undefined ? undefined : isoOf(until),
      step,
      missing: isMissing,
      firstFor: 'firstFor' in state ? state.firstFor : undefined,
      appointmentAt: appointmentAt === undefined ? undefined : isoOf(appointmentAt),
      booking,
    }),
    arrivedAt: isoOf(arrivedAt),
    ...given({ language }),
    priority,
    ...given({ priorityReason }),
    needs: [...needs],
    ...given({ party, together, paper: isPaper }),
  }
})

type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

/** Without what is not there: it does not travel. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const there: Given<Fields> = {}
  for (const name in fields) if (fields[name] !== undefined) there[name] = fields[name] as never
  return there
}

/** Of a provider who cannot be counted on. */
export function presenceWords(provider: string, presence: Presence): PresenceWords {
  const { kind, since } = presence
  return {
    provider,
    kind,
    since: isoOf(since),
    ...(presence.kind === 'done' ? {} : { until: isoOf(presence.until) }),
    ...(presence.kind === 'late' ? { minutes: presence.minutes } : {}),
  }
}

export const callWords = once(
  ({ codes: [code = '', ...others], room = deskRoom, to, at, from, until, isRetracted }: Announcement): Call => ({
    code,
    ...(others.length === 0 ? {} : { with: others }),
    room,
    ...(to === 'room' ? {} : { to }),
    at: isoOf(at),
    announceFrom: isoOf(from),
    announceUntil: isoOf(until),
    ...(isRetracted ? { retracted: true } : {}),
  }),
)

/** Where whoever is called to no room is to go. */
const deskRoom = 'desk'

/** Calls, the newest first: of each code the last, and whatever is still to be announced. */
export function callsAt(announcements: readonly Announcement[], now: number): readonly Announcement[] {
  const newest = [...announcements].sort((one, other) => other.event - one.event)
  const codes = new Set<string>()
  return newest.filter(({ codes: [code = ''], until, isRetracted }) => {
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
  const words = (id: TicketId) => {
    const ticket = after.tickets.get(id)
    if (ticket === undefined) throw new Error(`${command.type} lost ticket ${id}`)
    return ticketWords(ticket)
  }
  switch (event.type) {
    case 'checked-in': {
      const { id, code, token, service } = event.visit
      return { status: 201, body: { revision, ticket: { id, code, token, service, state: 'waiting' } } }
    }
    case 'undone': {
      const step = findStep(before.steps, (known) => known.event === event.event)
      const tickets = (step?.before ?? []).map(([id]) => after.tickets.get(id)).filter((ticket) => ticket !== undefined)
      const retracted = event.retraction !== undefined
      return { status: 200, body: { revision, undone: event.event, retracted, tickets: tickets.map(ticketWords) } }
    }
    case 'day-closed': {
      const leftOpen = event.leftOpen.map((id) => before.tickets.get(id)?.code ?? id)
      return { status: 200, body: { revision, leftOpen } }
    }
    case 'provider-late':
    case 'provider-break':
    case 'provider-done':
    case 'provider-back': {
      const { provider } = event
      const presence = after.presence.get(provider)
      return {
        status: 200,
        body: { revision, provider, ...given({ presence: presence && presenceWords(provider, presence) }) },
      }
    }
    case 'paper-added':
      return { status: 200, body: { revision, tickets: event.visits.map(({ visit }) => words(visit.id)) } }
    default: {
      const others = 'with' in event ? (event.with ?? []) : []
      const party = others.length === 0 ? {} : { with: others.map(words) }
      return { status: 200, body: { revision, ticket: words(event.ticket), ...party } }
    }
  }
}

export function refusalAnswer({ reason, message, field }: Refusal): Answer {
  const status = reason.startsWith('unknown-') ? 404 : reason === 'bad-input' ? 422 : 409
  return { status, body: { reason, message, ...(field === undefined ? {} : { field }) } }
}
