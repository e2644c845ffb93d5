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
  servedBy,
  type Ticket,
  type TicketId,
  ticketsHere,
} from './queue-state.ts'
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
      return calling(state, withParty(state, next, next.together, canCome), command, now)
    }
    case 'call': {
      const nowhere = unknownPlace(clinic, command)
      if (nowhere !== undefined) return nowhere
      const ticket = state.tickets.get(command.ticket)
      if (ticket === undefined) return unknownTicket
      if (isServing(ticket)) return refuse('already-called', `${ticket.code} ${whereabouts(ticket, clinic)}.`)
      if (!isHere(ticket)) return over(ticket)
      const canCome = (other: Ticket) => isWaiting(other) || isHeld(other)
      return calling(state, withParty(state, ticket, command.party, canCome), command, now)
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
}

function calling(state: QueueState, called: Called, { provider, room, to }: Place, now: number): Decision {
  const finishes = servedBy(state, provider, room).map(({ id }) => id)
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
