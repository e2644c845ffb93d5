/** What each ticket was told at first and when it was called, kept for reports and across a restart: a row per ticket, a month long. */
import type { TicketId } from '../core/queue-state.ts'
import type { Database } from './database.ts'
import { reasonOf } from './fault.ts'

const keptMs = 31 * 24 * 3_600_000

/** Milliseconds since 1970 UTC. */
export interface FirstPromise {
  readonly madeAt: number
  /** The window; what was promised before windows were kept has no beginning. */
  readonly opens?: number
  readonly middle?: number
  readonly until: number
}

export interface KeptPromise extends FirstPromise {
  readonly ticket: TicketId
  /** Undefined for whoever has not been called. */
  readonly calledAt?: number
}

interface Row {
  readonly ticket: TicketId
  readonly madeAt: number
  readonly opens: number | null
  readonly middle: number | null
  readonly until: number
  readonly calledAt: number | null
}

export class Promises {
  readonly #database: Database
  readonly #unwritten = new Map<TicketId, FirstPromise>()
  readonly #calls = new Map<TicketId, number | undefined>()

  constructor(database: Database) {
    this.#database = database
  }

  /** The first one counts. It is written with the next ones: no press waits for the disk because of it. */
  note(ticket: TicketId, promised: FirstPromise): void {
    if (!this.#unwritten.has(ticket)) this.#unwritten.set(ticket, promised)
  }

  /** @param at undefined when the call was taken back */
  noteCall(ticket: TicketId, at: number | undefined): void {
    this.#calls.set(ticket, at)
  }

  /** What tickets were told first, by ticket. */
  since(at: number): ReadonlyMap<TicketId, KeptPromise> {
    const rows = this.#database
      .prepare(
        'SELECT ticket, made_at AS madeAt, opens, middle, until, called_at AS calledAt FROM promises WHERE made_at >= ?',
      )
      .all(at) as Row[]
    const written = rows.map(({ ticket, madeAt, until, opens, middle, calledAt }) => ({
      ...{ ticket, madeAt, until },
      ...(opens === null ? {} : { opens }),
      ...(middle === null ? {} : { middle }),
      ...(calledAt === null ? {} : { calledAt }),
    }))
    const all = new Map<TicketId, KeptPromise>(
      [...this.#unwritten].map(([ticket, promised]) => [ticket, { ticket, ...promised }]),
    )
    for (const one of written) all.set(one.ticket, one)
    for (const [ticket, calledAt] of this.#calls) {
      const known = all.get(ticket)
      if (known === undefined) continue
      const { calledAt: _, ...others } = known
      all.set(ticket, calledAt === undefined ? others : { ...others, calledAt })
    }
    return all
  }

  write(now: number): void {
    if (this.#unwritten.size === 0 && this.#calls.size === 0) return
    try {
      const keep = this.#database.prepare(
        'INSERT OR IGNORE INTO promises (ticket, made_at, opens, middle, until) VALUES (?, ?, ?, ?, ?)',
      )
      const call = this.#database.prepare('UPDATE promises SET called_at = ? WHERE ticket = ?')
      this.#database
        .transaction(() => {
          for (const [ticket, { madeAt, opens, middle, until }] of this.#unwritten) {
            keep.run(ticket, madeAt, opens ?? null, middle ?? null, until)
          }
          for (const [ticket, at] of this.#calls) call.run(at ?? null, ticket)
          this.#database.prepare('DELETE FROM promises WHERE made_at < ?').run(now - keptMs)
        })
        .immediate()
      this.#unwritten.clear()
      this.#calls.clear()
    } catch (cause) {
      console.error(`What patients were told could not be written (${reasonOf(cause)}). It is tried again.`)
    }
  }
}
