/** What the queue does by itself: whoever is on hold until a time waits again when it has come. */
import { isHeld, ticketsHere } from '../core/queue-state.ts'
import type { Clock } from './clock.ts'
import { reasonOf } from './fault.ts'
import type { QueueLog } from './queue-log.ts'

/** Whose presses these are, in the log. */
const caller = 'hub'
const everyMs = 1_000

export class QueueKeeper {
  readonly #log: QueueLog
  readonly #clock: Clock
  #timer: NodeJS.Timeout | undefined

  constructor(log: QueueLog, clock: Clock) {
    this.#log = log
    this.#clock = clock
  }

  start(): void {
    this.look()
    this.#timer = setInterval(() => this.look(), everyMs)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  /** Does what is due. A disk that does not take it is asked again at the next look. */
  look(): void {
    try {
      const now = this.#clock.now()
      for (const { id, state } of ticketsHere(this.#log.state).filter(isHeld)) {
        if (state.until !== undefined && state.until <= now)
          this.#log.press({ type: 'resume', ticket: id }, { now, caller })
      }
    } catch (cause) {
      console.error(`The queue cannot be kept up (${reasonOf(cause)}). It is tried again in a second.`)
    }
  }
}
