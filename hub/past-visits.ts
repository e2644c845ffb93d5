/** Visits of days that are closed, for as long as their phone pages live: an evening's thoughts come after closing time. */
import { fold } from '../core/queue.ts'
import type { Database } from './database.ts'
import { eventsFrom } from './queue-log.ts'

export interface PastVisit {
  readonly code: string
  readonly service: string
  readonly language?: string
  /** Milliseconds since 1970 UTC. */
  readonly endedAt: number
}

/** By the token of the page. */
type Visits = ReadonlyMap<string, PastVisit>

export class PastVisits {
  readonly #database: Database
  readonly #livesMs: number
  /** By the revision of the closing: what a day was does not change, and reading it takes a while. */
  #days: ReadonlyMap<number, Visits> = new Map()

  constructor(database: Database, livesMs: number) {
    this.#database = database
    this.#livesMs = livesMs
  }

  /** To be called at the start, and when a day has been closed. */
  look(now: number): void {
    const closings = this.#database
      .prepare("SELECT revision, at FROM queue_events WHERE type = 'day-closed' ORDER BY revision")
      .all() as readonly { readonly revision: number; readonly at: number }[]
    const days = new Map<number, Visits>()
    for (const [index, { revision, at }] of closings.entries()) {
      if (at <= now - this.#livesMs) continue
      days.set(revision, this.#days.get(revision) ?? this.#visitsBetween(closings[index - 1]?.revision ?? 1, revision))
    }
    this.#days = days
  }

  find(token: string): PastVisit | undefined {
    return [...this.#days.values()].findLast((visits) => visits.has(token))?.get(token)
  }

  #visitsBetween(from: number, before: number): Visits {
    const visits = new Map<string, PastVisit>()
    for (const ticket of fold(eventsFrom(this.#database, from, before)).tickets.values()) {
      const { token, code, service, language, state } = ticket
      if (state.kind !== 'done') continue
      visits.set(token, { code, service, endedAt: state.since, ...(language === undefined ? {} : { language }) })
    }
    return visits
  }
}
