/** What a button does in the queue as it is, or why it does nothing. Nothing is changed here. */
import { type Destination, slotForCall } from './announcements.ts'
import { fits, nextFor } from './call-order.ts'
import { checkIn } from './check-in.ts'
import { type Clinic, nameOf } from './clinic.ts'
import { unknownPlace, unknownTicket } from './known.ts'
import { addPaper } from './paper.ts'
import { providerMove } from './provider-moves.ts'
import { type Circumstances, type Command, type Decision, happens, type Refusal, refuse } from './queue-command.ts'
import {
  isHeld,
  isHere,
  isServing,
  isWaiting,
  type QueueState,
  type ServingTicket,
  servedBy,
  type Ticket,
  type TicketId,
  ticketsHere,
} from './queue-state.ts'
import { findStep } from './steps.ts'
import { takeBack } from './take-back.ts'
import { edited, transferred } from './ticket-edit.ts'
import { ticketMove, withParty } from './ticket-moves.ts'
import { over, whereabouts } from './whereabouts.ts'

export function decide(state: QueueState, command: Command, circumstances: Circumstances): Decision {
  const { clinic, now } = circumstances
  switch (command.type) {
    case 'check-in':
      return checkIn(state, command.arrival, circumstances)
    case 'call-next': {
      const nowhere = unknownPlace(clinic, command)
      if (nowhere !== undefined) return nowhere
      const { provider } = command
      const next = nextFor(state.tickets.values(), provider, clinic, now)
      if (next === undefined) return nobodyFor(state, provider, clinic)
      const canCome = (other: Ticket) => isWaiting(other) && fits(other, provider, clinic)
      return calling(state, withParty(state, next, next.together, canCome), command, circumstances)
    }
    case 'call': {
      const nowhere = unknownPlace(clinic, command)
      if (nowhere !== undefined) return nowhere
      const ticket = state.tickets.get(command.ticket)
      if (ticket === undefined) return unknownTicket
      if (isServing(ticket)) return refuse('already-called', `${ticket.code} ${whereabouts(ticket, clinic)}.`)
      if (!isHere(ticket)) return over(ticket)
      const canCome = (other: Ticket) => isWaiting(other) || isHeld(other)
      return calling(state, withParty(state, ticket, command.party, canCome), command, circumstances)
    }
    case 'transfer':
    case 'edit': {
      const ticket = state.tickets.get(command.ticket)
      if (ticket === undefined) return unknownTicket
      return command.type === 'edit'
        ? edited(state, ticket, command.edit, circumstances)
        : transferred(ticket, command, circumstances)
    }
    case 'provider-late':
    case 'provider-break':
    case 'provider-done':
    case 'provider-back':
      return providerMove(state, command, circumstances)
    case 'add-paper':
      return addPaper(state, command.lines, circumstances)
    case 'undo':
      return takeBack(state, command.event, circumstances)
    case 'close-day':
      return closing(state, command.anyway)
    default: {
      const ticket = state.tickets.get(command.ticket)
      return ticket === undefined ? unknownTicket : ticketMove(state, ticket, command, circumstances)
    }
  }
}

interface Called {
  readonly ticket: TicketId
  readonly with?: readonly TicketId[]
}

interface Place {
  readonly provider: string
  readonly room: string
  readonly to?: Destination
  readonly finishes?: readonly TicketId[]
}

/** So long a page may show a call that somebody else has made before everybody at that page has noticed it. */
const unnoticedMs = 3_000

function calling(state: QueueState, called: Called, place: Place, { now, caller }: Circumstances): Decision {
  const { provider, room, to, finishes: known } = place
  const served = servedBy(state, provider, room)
  // Two who press at once would end the visit of somebody who was called a moment ago and still gets up from the seat.
  // A clock that was set back may not hold anybody up.
  const isNoticed = ({ id, state: { since } }: ServingTicket) =>
    known?.includes(id) && (Math.abs(now - since) >= unnoticedMs || calledBy(state, id) === caller)
  const unnoticed = known === undefined ? [] : served.filter((ticket) => !isNoticed(ticket))
  if (unnoticed.length > 0) return calledMeanwhile(unnoticed)
  const finishes = served.map(({ id }) => id)
  return happens({
    type: 'called',
    ...called,
    provider,
    room,
    ...(to === undefined || to === 'room' ? {} : { to }),
    announce: slotForCall(state.announcements, now),
    ...(finishes.length === 0 ? {} : { finishes }),
  })
}

/** Who pressed the call; undefined when that was too long ago to be kept. */
const calledBy = (state: QueueState, id: TicketId): string | undefined =>
  findStep(state.steps, ({ isCall, before }) => isCall && before.some(([ticket]) => ticket === id))?.caller

function calledMeanwhile(tickets: readonly Ticket[]): Decision {
  const codes = tickets.map(({ code }) => code).join(', ')
  return refuse(
    'called-meanwhile',
    `Nobody was called: somebody else has just called ${codes}, and this would finish their visit. If that is meant, press again.`,
  )
}

function closing(state: QueueState, anyway: boolean): Decision {
  if (state.day === 'closed') return refuse('already-closed', 'The day is closed already. The next check-in opens one.')
  const here = ticketsHere(state)
  if (here.length > 0 && !anyway) {
    const people = here.length === 1 ? '1 person is' : `${here.length} people are`
    const codes = here.map(({ code }) => code).join(', ')
    return refuse('still-open', `${people} still here: ${codes}. Keep the day open, or close it anyway.`)
  }
  return happens({ type: 'day-closed', leftOpen: here.map(({ id }) => id) })
}

function nobodyFor(state: QueueState, provider: string, clinic: Clinic): Refusal {
  const others = [...state.tickets.values()].filter(isWaiting).length
  const rest = others === 0 ? '' : `; ${others === 1 ? '1 person waits' : `${others} people wait`} for somebody else`
  return refuse('nobody-waiting', `Nobody is waiting for ${nameOf(clinic.providers, provider)}${rest}.`)
}
