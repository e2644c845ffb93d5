/** The waiting times in force: computed when the queue moves and every half minute, and kept to what was promised. */

import { isWaiting, type QueueState, type TicketId } from '../core/queue-state.ts'
import { estimateWaits, promiseOf, type ToldWait, tellWait } from '../core/wait.ts'
import type { ClinicLists } from './clinic-lists.ts'
import { type Clock, clockTimeIn } from './clock.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { Promises } from './promises.ts'
import type { QueueLog } from './queue-log.ts'

const everyMs = 30_000

interface Parts {
  readonly log: QueueLog
  readonly lists: ClinicLists
  readonly clock: Clock
  readonly hours: OpeningHours
  readonly promises: Promises
}

export class WaitDesk {
  readonly #parts: Parts
  readonly #clockTime: (at: number) => string
  /** Of those who wait now: until when they were told. */
  readonly #promises = new Map<TicketId, number>()
  #waits: ReadonlyMap<TicketId, ToldWait> = new Map()
  #computedFor: QueueState | undefined
  #computedAt = 0

  constructor(parts: Parts) {
    this.#parts = parts
    this.#clockTime = clockTimeIn(parts.clock.zone)
    const { log, promises } = parts
    const kept = promises.since(0)
    for (const { id, state } of [...log.state.tickets.values()].filter(isWaiting)) {
      const promised = kept.get(id)
      // What was said before they were called, or put on hold, is over.
      if (promised !== undefined && promised.madeAt >= state.since) this.#promises.set(id, promised.until)
    }
    const forget = () => {
      this.#computedFor = undefined
    }
    parts.lists.onChange(forget)
    parts.hours.onChange(forget)
  }

  /** An entry for each waiting ticket. */
  waits(): ReadonlyMap<TicketId, ToldWait> {
    const { log, clock } = this.#parts
    const now = clock.now()
    const isFresh = this.#computedFor === log.state && Math.abs(now - this.#computedAt) < everyMs
    if (!isFresh) this.#compute(log.state, now)
    return this.#waits
  }

  #compute(state: QueueState, now: number): void {
    const { lists, clock } = this.#parts
    const estimates = estimateWaits(this.#withAbsences(state, now), lists.clinic, now)
    const isClockTrusted = clock.isTrusted()
    const waiting = [...state.tickets.values()].filter(isWaiting)
    const ids = new Set(waiting.map(({ id }) => id))
    for (const id of this.#promises.keys()) if (!ids.has(id)) this.#promises.delete(id)
    for (const [id, estimate] of estimates) {
      if (!isClockTrusted || !ids.has(id) || this.#promises.has(id)) continue
      const until = promiseOf(estimate, now)
      this.#promises.set(id, until)
      this.#parts.promises.note(id, { madeAt: now, until })
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

  /** Whoever is away by the calendar, or at lunch after having called somebody, is on a break until then. */
  #withAbsences(state: QueueState, now: number): QueueState {
    const { lists, hours } = this.#parts
    const { rules } = hours
    const opening = rules.openAt(now)
    const lunchUntil = opening.kind === 'lunch' ? opening.until : undefined
    const seen = new Set(
      [...state.tickets.values()].map(({ state: at }) => ('provider' in at ? at.provider : undefined)),
    )
    const away = lists.clinic.providers.flatMap(({ id }) => {
      if (state.presence.has(id)) return []
      const until = rules.awayUntil(id, now) ?? (seen.has(id) ? lunchUntil : undefined)
      return until === undefined ? [] : [[id, { kind: 'break', since: now, until }] as const]
    })
    return away.length === 0 ? state : { ...state, presence: new Map([...state.presence, ...away]) }
  }
}
