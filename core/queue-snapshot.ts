/** The queue of a moment as desk and room read it: everything, in words. The hub sends it; practice makes its own. */
import { unusedPaperCodes } from './check-in.ts'
import type { Clinic } from './clinic.ts'
import { nextCalls } from './next-call.ts'
import type { QueueSnapshot, Wait } from './queue-contract.ts'
import type { QueueState, TicketId } from './queue-state.ts'
import { callsAt, callWords, presenceWords, ticketWords } from './queue-words.ts'

export interface Surroundings {
  readonly clinic: Clinic
  readonly now: number
  readonly labels: ReadonlyMap<TicketId, string>
  readonly waits: ReadonlyMap<TicketId, { readonly wait: Wait }>
  /** An instant as the clinic's clocks show it: `14:40`. */
  readonly clockTime: (at: number) => string
}

type InWords = Pick<QueueSnapshot, 'day' | 'tickets' | 'called' | 'presence' | 'next' | 'paperCodes'>

export function queueInWords(state: QueueState, { clinic, now, labels, waits, clockTime }: Surroundings): InWords {
  return {
    day: state.day,
    tickets: [...state.tickets.values()].map((ticket) => {
      const [label, wait] = [labels.get(ticket.id), waits.get(ticket.id)?.wait]
      return {
        ...ticketWords(ticket),
        ...(label === undefined ? {} : { label }),
        ...(wait === undefined ? {} : { wait }),
      }
    }),
    called: callsAt(state.announcements, now).map(callWords),
    presence: [...state.presence].map(([provider, presence]) => presenceWords(provider, presence)),
    next: nextCalls(state, clinic, now, clockTime).map(({ reason, text, with: others, ...next }) => ({
      ...next,
      ...(others === undefined ? {} : { with: [...others] }),
      because: { kind: reason, text },
    })),
    paperCodes: [...unusedPaperCodes(state)],
  }
}
