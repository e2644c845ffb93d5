/** The desk's tally: what people asked about, day by day; neither who nor at what time. */
import { randomBytes } from 'node:crypto'
import type { AskedSum } from '../core/month-contract.ts'
import { playsKeptMonths } from '../core/play-limits.ts'
import type { Database } from './database.ts'

const keptMs = playsKeptMonths * 31 * 24 * 3_600_000

export class Asked {
  readonly #database: Database
  readonly #dayOf: (ms: number) => string

  /** @param dayOf the clinic's date of an instant */
  constructor(database: Database, dayOf: (ms: number) => string) {
    this.#database = database
    this.#dayOf = dayOf
  }

  /** @returns by which it can be taken back */
  note(about: AskedSum['about'], id: string, name: string, now: number): string {
    const asked = randomBytes(12).toString('base64url')
    this.#database
      .prepare('INSERT INTO asked (id, day, about, subject, name) VALUES (?, ?, ?, ?, ?)')
      .run(asked, this.#dayOf(now), about, id, name)
    return asked
  }

  /** @returns whether it was there */
  takeBack(asked: string): boolean {
    return this.#database.prepare('DELETE FROM asked WHERE id = ?').run(asked).changes > 0
  }

  /** @param from the first day @param to the day after the last one */
  sums(from: string, to: string): readonly AskedSum[] {
    return this.#database
      .prepare(
        `SELECT about, subject AS id, name, count(*) AS times, max(rowid) FROM asked WHERE day >= ? AND day < ?
         GROUP BY about, subject ORDER BY times DESC, name`,
      )
      .all(from, to)
      .map((row) => {
        const { about, id, name, times } = row as AskedSum
        return { about, id, name, times }
      })
  }

  firstDay(): string | undefined {
    return (this.#database.prepare('SELECT min(day) FROM asked').pluck().get() as string | null) ?? undefined
  }

  sweep(now: number): void {
    this.#database.prepare('DELETE FROM asked WHERE day < ?').run(this.#dayOf(now - keptMs))
  }
}
