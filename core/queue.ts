/** The queue of a day: `decide` says what a button does or why not, `evolve` what that makes of the queue. */
import type { Recorded } from './queue-event.ts'
import { evolve } from './queue-evolve.ts'
import { emptyQueue, type QueueState } from './queue-state.ts'

export type { Decision } from './queue-command.ts'
export { decide } from './queue-decide.ts'
export { evolve } from './queue-evolve.ts'
export type { QueueState } from './queue-state.ts'

/** @param events in order; those up to the last `day-closed` count only by their number */
export const fold = (events: readonly Recorded[]): QueueState => events.reduce(evolve, emptyQueue)
