/** What can be done with whom I have called: the buttons and their keys. */
import type { QueueTicket } from '../../core/queue-contract.ts'
import { minutesSince } from '../shared/clinic-time.ts'
import type { Visit } from './my-queue.ts'

export interface VisitButton {
  readonly name: 'here' | 'not-here' | 'recall' | 'finish' | 'hold' | 'send-on'
  readonly key: string
  readonly label: string
  /** For the page behind `?`. */
  readonly does: string
  readonly when: readonly QueueTicket['state'][]
}

export const visitButtons: readonly VisitButton[] = [
  { name: 'here', key: 'h', label: 'Here', does: 'Here: the called patient has come', when: ['called'] },
  {
    ...{ name: 'not-here', key: 'm', label: 'Not here' },
    does: 'Not here: they come first once they are back',
    when: ['called'],
  },
  { name: 'recall', key: 'r', label: 'Call again', does: 'Calls them again', when: ['called'] },
  { name: 'finish', key: 'f', label: 'Done', does: 'Done: the visit is over', when: ['called', 'in-service'] },
  {
    ...{ name: 'hold', key: 'p', label: 'Hold until …' },
    does: 'Holds them until a time; then they are first',
    when: ['called', 'in-service'],
  },
  {
    ...{ name: 'send-on', key: 's', label: 'Send on …' },
    does: 'Sends them on to another service or provider',
    when: ['called', 'in-service'],
  },
]

/** Called this long ago, either nobody has come, or nobody has said so. */
const longMinutes = 3

/** @param at the hub's time */
const isCalledLongAgo = ({ tickets: [{ state, since }] }: Visit, at: string): boolean =>
  state === 'called' && minutesSince(since, at) >= longMinutes

export function buttonsOf(visit: Visit, at: string): readonly VisitButton[] {
  const [{ state }] = visit.tickets
  // Whoever has just been called is not done: the button would only be in the way of a thumb.
  const isTooEarly = state === 'called' && !isCalledLongAgo(visit, at)
  return visitButtons.filter(({ name, when }) => when.includes(state) && !(name === 'finish' && isTooEarly))
}

/** `K47 + M36` */
export const codesOf = (tickets: readonly { readonly code: string }[]): string =>
  tickets.map(({ code }) => code).join(' + ')
