/** What each ticket was told at first, kept for the day report and across a restart: a row per ticket, a month long. */
import type { TicketId } from '../core/queue-state.ts'
import type { Database } from './database.ts'
import { reasonOf } from './fault.ts'

const keptMs = 31 * 24 * 3_600_000

export interface Promised {
  readonly madeAt: number
  /** The end of the window. */
  readonly until: number
}

export class Promises {
  readonly #database: Database
  readonly #unwritten = new Map<TicketId, Promised>()

  constructor(database: Database) {
    this.#database = database
  }

  /** The first one counts. It is written with the next ones: no press waits for the disk because of it. */
  note(ticket: TicketId, promised: Promised): void {
    if (!this.#unwritten.has(ticket)) this.#unwritten.set(ticket, promised)
  }

  /** What tickets were told first, by ticket. */
  since(at: number): ReadonlyMap<TicketId, Promised> {
    const rows = this.#database
      .prepare('SELECT ticket, made_at AS madeAt, until FROM promises WHERE made_at >= ?')
      .all(at) as (Promised & { readonly ticket: TicketId })[]
    const written = rows.map(({ ticket, ...promised }) => [ticket, promised] as const)
    return new Map([...this.#unwritten, ...written])
  }

  write(now: number): void {
    if (this.#unwritten.size === 0) return
    try {
      const keep = this.#database.prepare('INSERT OR IGNORE INTO promises (ticket, made_at, until) VALUES (?, ?, ?)')
      this.#database
        .transaction(() => {
          for (const [ticket, { madeAt, until }] of this.#unwritten) keep.run(ticket, madeAt, until)
          this.#database.prepare('DELETE FROM promises WHERE made_at < ?').run(now - keptMs)
        })
        .immediate()
      this.#unwritten.clear()
    } catch (cause) {
      console.error(`What patients were told could not be written (${reasonOf(cause)}). It is tried again.`)
    }
  }
}
