/** What the queue does by itself: whoever is on hold until a time waits again, and a day that is over is closed. */
import { isDayOver } from '../core/day-close.ts'
import { isHeld, ticketsHere } from '../core/queue-state.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import { reasonOf } from './fault.ts'
import { hubCaller as caller, dayBeganAt } from './last-close.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { QueueLog } from './queue-log.ts'

const everyMs = 1_000

interface Parts {
  readonly log: QueueLog
  readonly database: Database
  readonly clock: Clock
  readonly hours: OpeningHours
  /** An invented day ends when its inventor says so. */
  readonly isDemo: boolean
}

export class QueueKeeper {
  readonly #parts: Parts
  #timer: NodeJS.Timeout | undefined

  constructor(parts: Parts) {
    this.#parts = parts
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
      const now = this.#parts.clock.now()
      this.#endDay(now)
      this.#endHolds(now)
    } catch (cause) {
      console.error(`The queue cannot be kept up (${reasonOf(cause)}). It is tried again in a second.`)
    }
  }

  #endHolds(now: number): void {
    const { log } = this.#parts
    for (const { id, state } of ticketsHere(log.state).filter(isHeld)) {
      if (state.until !== undefined && state.until <= now) log.press({ type: 'resume', ticket: id }, { now, caller })
    }
  }

  #endDay(now: number): void {
    const { log, database, clock, hours, isDemo } = this.#parts
    // A clock that jumped must not send everybody home.
    if (isDemo || log.state.day === 'closed' || !clock.isTrusted()) return
    const beganAt = dayBeganAt(database)
    if (beganAt === undefined || !isDayOver(log.state, beganAt, now, hours.wall, hours.rules)) return
    log.press({ type: 'close-day', anyway: true }, { now, caller })
  }
}
