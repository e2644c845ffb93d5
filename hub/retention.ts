/** Forgets what is older than the clinic keeps it: the events of old days become counts, and are overwritten on the disk. */
import type { Wall } from '../core/opening.ts'
import type { AnswerBook } from './answer-book.ts'
import type { Clock } from './clock.ts'
import { type Database, emptyLog } from './database.ts'
import { reasonOf } from './fault.ts'
import type { SettingsRows } from './settings-rows.ts'

const dayMs = 24 * 3_600_000
const everyMs = 600_000

interface Parts {
  /** Deleted rows have to be overwritten: labels.ts sets `secure_delete`. */
  readonly database: Database
  readonly answers: AnswerBook
  readonly clock: Clock
  readonly wall: Wall
  readonly rows: SettingsRows
}

export class Retention {
  readonly #parts: Parts
  // The hub before this one may have died between deleting and wiping.
  #isWipeDue = true
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

  /** Forgets what is due. What the disk does not take now is tried again at the next look. */
  look(): void {
    const { clock, rows, answers, database } = this.#parts
    // A clock that jumped ahead must not erase what the clinic still needs.
    if (!clock.isTrusted()) return
    try {
      const now = clock.now()
      answers.forgetOld(now)
      this.#forgetDays(now - rows.settings.retentionDays * dayMs)
      if (!this.#isWipeDue) return
      this.#isWipeDue = !emptyLog(database)
    } catch (cause) {
      console.error(`What is too old is not forgotten yet (${reasonOf(cause)}). It is tried again in ten minutes.`)
    }
  }

  /** Whole days only; the event that closed the last of them stays, without those it left open, since the next one begins with it. */
  #forgetDays(before: number): void {
    const { database, wall } = this.#parts
    database.transaction(() => {
      const { revision } = database
        .prepare(`SELECT max(revision) AS revision FROM queue_events WHERE type = 'day-closed' AND at < ?`)
        .get(before) as { readonly revision: number | null }
      if (revision === null) return
      const old = database.prepare('SELECT type, at FROM queue_events WHERE revision < ?').all(revision) as {
        readonly type: string
        readonly at: number
      }[]
      if (old.length === 0) return
      const count = database.prepare(
        'INSERT INTO day_counts (day, type, events) VALUES (?, ?, 1) ON CONFLICT (day, type) DO UPDATE SET events = events + 1',
      )
      for (const { type, at } of old) count.run(wall.dateOf(at), type)
      database.prepare('DELETE FROM queue_events WHERE revision < ?').run(revision)
      database
        .prepare(`UPDATE queue_events SET body = json_set(body, '$.leftOpen', json('[]')) WHERE revision = ?`)
        .run(revision)
      this.#isWipeDue = true
    })()
  }
}
