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

export class PastVisits {
  readonly #database: Database
  readonly #livesMs: number
  #visits: ReadonlyMap<string, PastVisit> = new Map()

  constructor(database: Database, livesMs: number) {
    this.#database = database
    this.#livesMs = livesMs
  }

  /** To be called at the start, and when a day has been closed. */
  look(now: number): void {
    const closings = this.#database
      .prepare("SELECT revision, at FROM queue_events WHERE type = 'day-closed' ORDER BY revision")
      .all() as readonly { readonly revision: number; readonly at: number }[]
    const visits = new Map<string, PastVisit>()
    for (const [index, { revision, at }] of closings.entries()) {
      if (at <= now - this.#livesMs) continue
      const day = fold(eventsFrom(this.#database, closings[index - 1]?.revision ?? 1, revision))
      for (const { token, code, service, language, state } of day.tickets.values()) {
        if (state.kind !== 'done') continue
        visits.set(token, { code, service, endedAt: state.since, ...(language === undefined ? {} : { language }) })
      }
    }
    this.#visits = visits
  }

  find(token: string): PastVisit | undefined {
    return this.#visits.get(token)
  }
}
