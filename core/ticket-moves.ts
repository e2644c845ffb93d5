/** What the buttons of one ticket do to it, and to whoever came with it. */
import { type Destination, slotForCall } from './announcements.ts'
import { codesInUse } from './check-in.ts'
import { type Circumstances, type Command, type Decision, happens, type Refusal, refuse } from './queue-command.ts'
import {
  companionsOf,
  type HoldStep,
  isHeld,
  isHere,
  isServing,
  type QueueState,
  type Ticket,
  type TicketId,
} from './queue-state.ts'
import { likenessOf } from './ticket-code.ts'
import { inside, over, whereabouts } from './whereabouts.ts'

const longestHoldMs = 12 * 3_600_000

export type TicketCommand = Extract<
  Command,
  {
    readonly type:
      | 'recall'
      | 'ask'
      | 'here'
      | 'start'
      | 'finish'
      | 'no-show'
      | 'leave'
      | 'not-here'
      | 'back'
      | 'resume'
      | 'return'
      | 'hold'
  }
>

export function ticketMove(
  state: QueueState,
  ticket: Ticket,
  command: TicketCommand,
  { clinic, now }: Circumstances,
): Decision {
  const { id } = ticket
  if (command.type === 'return') return returning(state, ticket)
  if (!isHere(ticket)) return over(ticket)
  const announce = slotForCall(state.announcements, now)
  const party = (can: (other: Ticket) => boolean) => withParty(state, ticket, command.party, can)
  switch (command.type) {
    case 'recall': {
      if (ticket.state.kind !== 'called') return isServing(ticket) ? inside(ticket, clinic) : notCalled(ticket)
      const to = lastDestination(state, id)
      return happens({ type: 'recalled', ticket: id, ...(to === 'room' ? {} : { to }), announce })
    }
    case 'ask':
      return ticket.state.kind === 'in-service'
        ? inside(ticket, clinic)
        : happens({ type: 'asked', ticket: id, announce })
    case 'here':
    case 'start':
      if (!isServing(ticket)) return notCalled(ticket)
      if (ticket.state.kind === 'in-service') return inside(ticket, clinic)
      return happens({ type: 'started', ...party(({ state: { kind } }) => kind === 'called') })
    case 'finish':
      return isServing(ticket) ? happens({ type: 'finished', ...party(isServing) }) : notCalled(ticket)
    case 'no-show':
      if (ticket.state.kind === 'in-service') return inside(ticket, clinic)
      if (!isBooked(ticket)) return notBooked(ticket)
      return happens({ type: 'no-show', ...party((other) => other.state.kind !== 'in-service' && isBooked(other)) })
    case 'leave':
      return happens({ type: 'left', ...party(isHere) })
    case 'not-here': {
      if (ticket.state.kind !== 'called') return isServing(ticket) ? inside(ticket, clinic) : notCalled(ticket)
      const { provider } = ticket.state
      const isCalledToo = ({ state: place }: Ticket) => place.kind === 'called' && place.provider === provider
      return happens({ type: 'held', ...party(isCalledToo), firstFor: provider, isMissing: true })
    }
    case 'back':
    case 'resume':
      if (!isHeld(ticket)) return refuse('not-held', `${ticket.code} ${whereabouts(ticket, clinic)}, not on hold.`)
      return happens({ type: 'resumed', ...party(isHeld) })
    case 'hold':
      return unfitUntil(command.until, now) ?? happens({ type: 'held', ...party(isHere), ...holdOf(ticket, command) })
  }
}

/** Whoever goes along, in the order of check-in. */
export function withParty(
  state: QueueState,
  ticket: Ticket,
  party: boolean | undefined,
  can: (other: Ticket) => boolean,
): { readonly ticket: TicketId; readonly with?: readonly TicketId[] } {
  const others = party ? companionsOf(state, ticket).filter(can) : []
  return { ticket: ticket.id, ...(others.length === 0 ? {} : { with: others.map(({ id }) => id) }) }
}

const notCalled = ({ code }: Ticket): Refusal => refuse('not-called', `${code} has not been called yet. Call it first.`)

const isBooked = ({ appointmentAt }: Ticket): boolean => appointmentAt !== undefined

/** Whoever came without an appointment was here, and has gone: the figures of those who never came are about bookings. */
const notBooked = ({ code }: Ticket): Refusal =>
  refuse('not-booked', `${code} has no booking. Who has come and gone again is Gone.`)

/** Whoever is held in the middle of a visit comes first for the same provider afterwards. */
function holdOf({ state }: Ticket, { until, step }: { readonly until?: number; readonly step?: HoldStep }) {
  const firstFor = 'provider' in state ? state.provider : 'firstFor' in state ? state.firstFor : undefined
  return {
    ...(until === undefined ? {} : { until }),
    ...(firstFor === undefined ? {} : { firstFor }),
    ...(step === undefined ? {} : { step }),
  }
}

function unfitUntil(until: number | undefined, now: number): Refusal | undefined {
  if (until === undefined) return undefined
  if (until <= now) return refuse('bad-input', 'until: This time is over already.', 'until')
  return until > now + longestHoldMs
    ? refuse('bad-input', 'until: At most twelve hours are possible.', 'until')
    : undefined
}

function returning(state: QueueState, ticket: Ticket): Decision {
  const { id, code } = ticket
  if (isHere(ticket)) return refuse('not-over', `${code} is still here.`)
  const like = codesInUse(state).find((other) => likenessOf(other) === likenessOf(code))
  return like === undefined
    ? happens({ type: 'returned', ticket: id })
    : refuse('code-taken', `${like} is here by now and would be mixed up with ${code}. Check in anew.`)
}

const lastDestination = (state: QueueState, id: TicketId): Destination =>
  state.announcements.findLast(({ tickets, to }) => tickets.includes(id) && to !== 'desk')?.to ?? 'room'
