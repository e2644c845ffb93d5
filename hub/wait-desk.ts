/** The waiting times in force: computed when the queue moves and every half minute, and kept to what was promised. */

import { isWaiting, type QueueState, type TicketId } from '../core/queue-state.ts'
import { estimateWaits, promiseOf, type ToldWait, tellWait } from '../core/wait.ts'
import type { ClinicLists } from './clinic-lists.ts'
import { type Clock, clockTimeIn } from './clock.ts'
import type { Promises } from './promises.ts'
import type { QueueLog } from './queue-log.ts'

const everyMs = 30_000

export class WaitDesk {
  readonly #log: QueueLog
  readonly #lists: ClinicLists
  readonly #clock: Clock
  readonly #clockTime: (at: number) => string
  readonly #book: Promises
  /** Of those who wait now: until when they were told. */
  readonly #promises = new Map<TicketId, number>()
  #waits: ReadonlyMap<TicketId, ToldWait> = new Map()
  #computedFor: QueueState | undefined
  #computedAt = 0

  constructor(log: QueueLog, lists: ClinicLists, clock: Clock, book: Promises) {
    this.#log = log
    this.#lists = lists
    this.#clock = clock
    this.#book = book
    this.#clockTime = clockTimeIn(clock.zone)
    const kept = book.since(0)
    for (const { id, state } of [...log.state.tickets.values()].filter(isWaiting)) {
      const promised = kept.get(id)
      // What was said before they were called, or put on hold, is over.
      if (promised !== undefined && promised.madeAt >= state.since) this.#promises.set(id, promised.until)
    }
    lists.onChange(() => {
      this.#computedFor = undefined
    })
  }

  /** An entry for each waiting ticket. */
  waits(): ReadonlyMap<TicketId, ToldWait> {
    const now = this.#clock.now()
    const isFresh = this.#computedFor === this.#log.state && Math.abs(now - this.#computedAt) < everyMs
    if (!isFresh) this.#compute(this.#log.state, now)
    return this.#waits
  }

  #compute(state: QueueState, now: number): void {
    const estimates = estimateWaits(state, this.#lists.clinic, now)
    const isClockTrusted = this.#clock.isTrusted()
    const waiting = [...state.tickets.values()].filter(isWaiting)
    const ids = new Set(waiting.map(({ id }) => id))
    for (const id of this.#promises.keys()) if (!ids.has(id)) this.#promises.delete(id)
    for (const [id, estimate] of estimates) {
      if (!isClockTrusted || this.#promises.has(id)) continue
      const until = promiseOf(estimate, now)
      this.#promises.set(id, until)
      this.#book.note(id, { madeAt: now, until })
    }
    const telling = (id: TicketId) => ({
      now,
      promisedUntil: this.#promises.get(id),
      isClockTrusted,
      clockTime: this.#clockTime,
    })
    this.#waits = new Map(waiting.map(({ id }) => [id, tellWait(estimates.get(id), telling(id))]))
    this.#computedFor = state
    this.#computedAt = now
  }
}
