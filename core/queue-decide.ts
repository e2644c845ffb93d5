/** What a button does in the queue as it is, or why it does nothing. Nothing is changed here. */
import { slotForCall } from './announcements.ts'
import { nextFor } from './call-order.ts'
import { checkIn } from './check-in.ts'
import { type Clinic, nameOf } from './clinic.ts'
import { type Circumstances, type Command, type Decision, type Refusal, refuse } from './queue-command.ts'
import { isHere, isServing, isWaiting, type QueueState, servedBy, type Ticket, ticketsHere } from './queue-state.ts'
import { takeBack } from './take-back.ts'

export function decide(state: QueueState, command: Command, circumstances: Circumstances): Decision {
  const { clinic, now } = circumstances
  switch (command.type) {
    case 'check-in':
      return checkIn(state, command.arrival, circumstances)
    case 'call-next': {
      const nowhere = unknownPlace(clinic, command)
      if (nowhere !== undefined) return nowhere
      const next = nextFor(state.tickets.values(), command.provider, clinic, now)
      return next === undefined ? nobodyFor(state, command.provider, clinic) : calling(state, next, command, now)
    }
    case 'call': {
      const nowhere = unknownPlace(clinic, command)
      if (nowhere !== undefined) return nowhere
      const ticket = state.tickets.get(command.ticket)
      if (ticket === undefined) return unknownTicket
      if (isServing(ticket)) return refuse('already-called', `${ticket.code} ${whereabouts(ticket, clinic)}.`)
      return isHere(ticket) ? calling(state, ticket, command, now) : over(ticket)
    }
    case 'recall':
    case 'start':
    case 'finish':
    case 'no-show':
    case 'leave': {
      const ticket = state.tickets.get(command.ticket)
      if (ticket === undefined) return unknownTicket
      return isHere(ticket) ? aboutTicket(state, command.type, ticket, circumstances) : over(ticket)
    }
    case 'undo':
      return takeBack(state, command.event, circumstances)
    case 'close-day':
      return closing(state, command.anyway)
  }
}

function aboutTicket(
  state: QueueState,
  type: 'recall' | 'start' | 'finish' | 'no-show' | 'leave',
  ticket: Ticket,
  { clinic, now }: Circumstances,
): Decision {
  const { id, code } = ticket
  const happened = (event: 'started' | 'finished' | 'no-show' | 'left'): Decision => ({
    ok: true,
    event: { type: event, ticket: id },
  })
  const notCalled = () => refuse('not-called', `${code} has not been called yet. Call it first.`)
  switch (type) {
    case 'recall':
      if (!isServing(ticket)) return notCalled()
      if (ticket.state.kind === 'in-service') return inside(ticket, clinic)
      return { ok: true, event: { type: 'recalled', ticket: id, announce: slotForCall(state.announcements, now) } }
    case 'start':
      if (!isServing(ticket)) return notCalled()
      return ticket.state.kind === 'in-service' ? inside(ticket, clinic) : happened('started')
    case 'finish':
      return isServing(ticket) ? happened('finished') : notCalled()
    case 'no-show':
      return ticket.state.kind === 'in-service' ? inside(ticket, clinic) : happened('no-show')
    case 'leave':
      return happened('left')
  }
}

function calling(
  state: QueueState,
  { id }: Ticket,
  { provider, room }: { readonly provider: string; readonly room: string },
  now: number,
): Decision {
  const before = servedBy(state, provider, room)
  const announce = slotForCall(state.announcements, now)
  const finishes = before === undefined ? {} : { finishes: before.id }
  return { ok: true, event: { type: 'called', ticket: id, provider, room, announce, ...finishes } }
}

function closing(state: QueueState, anyway: boolean): Decision {
  if (state.day === 'closed') return refuse('already-closed', 'The day is closed already. The next check-in opens one.')
  const here = ticketsHere(state)
  if (here.length > 0 && !anyway) {
    const people = here.length === 1 ? '1 person is' : `${here.length} people are`
    const codes = here.map(({ code }) => code).join(', ')
    return refuse('still-open', `${people} still here: ${codes}. Keep the day open, or close it anyway.`)
  }
  return { ok: true, event: { type: 'day-closed', leftOpen: here.map(({ id }) => id) } }
}

function nobodyFor(state: QueueState, provider: string, clinic: Clinic): Refusal {
  const others = [...state.tickets.values()].filter(isWaiting).length
  const rest = others === 0 ? '' : `; ${others === 1 ? '1 person waits' : `${others} people wait`} for somebody else`
  return refuse('nobody-waiting', `Nobody is waiting for ${nameOf(clinic.providers, provider)}${rest}.`)
}

function unknownPlace(
  clinic: Clinic,
  { provider, room }: { readonly provider: string; readonly room: string },
): Refusal | undefined {
  if (!clinic.providers.some(({ id }) => id === provider)) {
    return refuse('unknown-provider', `There is no provider "${provider}". There are: ${idsOf(clinic.providers)}.`)
  }
  return clinic.rooms.some(({ id }) => id === room)
    ? undefined
    : refuse('unknown-room', `There is no room "${room}". There are: ${idsOf(clinic.rooms)}.`)
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(', ')

const unknownTicket = refuse(
  'unknown-ticket',
  'There is no such ticket today. Its check-in was taken back, or its day was closed.',
)

const inside = (ticket: Ticket, clinic: Clinic) =>
  refuse('already-started', `${ticket.code} ${whereabouts(ticket, clinic)}.`)

function over({ code, state }: Ticket): Refusal {
  const words = state.kind === 'done' ? 'is done' : state.kind === 'left' ? 'has left' : 'was marked as not having come'
  return refuse('already-over', `${code} ${words}. If that was a mistake, undo it where it was entered.`)
}

function whereabouts({ state }: Ticket, clinic: Clinic): string {
  if (state.kind !== 'called' && state.kind !== 'in-service') return 'is waiting'
  const where = nameOf(clinic.rooms, state.room)
  return state.kind === 'called' ? `is called to ${where} already` : `is already in ${where}`
}
