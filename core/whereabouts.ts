/** Where a ticket is, in the sentences that say why a button does nothing. */
import { type Clinic, nameOf } from './clinic.ts'
import { type Refusal, refuse } from './queue-command.ts'
import type { Ticket } from './queue-state.ts'

export function whereabouts({ state }: Ticket, clinic: Clinic): string {
  switch (state.kind) {
    case 'called':
      return `is called to ${nameOf(clinic.rooms, state.room)} already`
    case 'in-service':
      return `is already in ${nameOf(clinic.rooms, state.room)}`
    case 'waiting':
      return 'is waiting'
    case 'held':
      return 'is on hold'
    case 'done':
      return 'is done'
    case 'left':
      return 'has left'
    case 'no-show':
      return 'was marked as not having come'
  }
}

export const over = (ticket: Ticket): Refusal =>
  refuse(
    'already-over',
    `${ticket.code} ${whereabouts(ticket, noClinic)}. If that was a mistake, undo it, or have them return.`,
  )

/** Whoever is over is in no room. */
const noClinic: Clinic = { services: [], providers: [], rooms: [] }

export const inside = (ticket: Ticket, clinic: Clinic): Refusal =>
  refuse('already-started', `${ticket.code} ${whereabouts(ticket, clinic)}.`)
