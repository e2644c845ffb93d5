/** What can be done with one ticket: which buttons it has in which state, their keys, and how each is told afterwards. */
import type { QueueTicket } from '../../core/queue-contract.ts'

export interface TicketButton {
  readonly name: 'start' | 'recall' | 'finish' | 'leave' | 'no-show'
  readonly key: string
  readonly label: string
  /** Completes "Which one?": what the key does. */
  readonly does: string
  /** @param room its name, once the ticket was called */
  readonly words: (code: string, room: string) => string
}

export const ticketButtons = [
  { name: 'start', key: 'h', label: 'Here', does: 'is in the room', words: (code, room) => `${code} is in ${room}` },
  { name: 'recall', key: 'r', label: 'Call again', does: 'is called again', words: (code) => `${code} called again` },
  { name: 'finish', key: 'f', label: 'Finish', does: 'is finished', words: (code) => `${code} finished` },
  { name: 'leave', key: 'g', label: 'Gone', does: 'has gone', words: (code) => `${code} has gone` },
  { name: 'no-show', key: 'x', label: 'No-show', does: 'did not come', words: (code) => `${code} did not come` },
] as const satisfies readonly TicketButton[]

type Name = TicketButton['name']

/** The buttons on the ticket itself. *No-show* is for booked patients who were never called. */
export function buttonsOf({ state, appointmentAt }: QueueTicket): readonly TicketButton[] {
  const away: readonly Name[] = appointmentAt === undefined ? ['leave'] : ['leave', 'no-show']
  const names: Readonly<Record<QueueTicket['state'], readonly Name[]>> = {
    waiting: away,
    held: away,
    called: ['start', 'recall', 'leave'],
    'in-service': ['finish'],
    done: [],
    'no-show': [],
    left: [],
  }
  return ticketButtons.filter(({ name }) => names[state].includes(name))
}

/** States in which a key means something even when nobody has chosen a ticket, as long as only one can be meant. */
const meant: Partial<Record<Name, readonly QueueTicket['state'][]>> = {
  start: ['called'],
  recall: ['called'],
  finish: ['called', 'in-service'],
}

/**
 * The ticket a key is about: the chosen one, else the only one it can be about.
 *
 * @returns undefined when somebody has to choose first
 */
export function meantBy(
  { name }: TicketButton,
  tickets: readonly QueueTicket[],
  chosen: QueueTicket | undefined,
): QueueTicket | undefined {
  if (chosen !== undefined) return chosen
  const possible = tickets.filter(({ state }) => meant[name]?.includes(state))
  return possible.length === 1 ? possible[0] : undefined
}
