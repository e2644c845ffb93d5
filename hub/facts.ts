/** Single things that the hub knows across restarts, each under a name of its own: all names stand here, so that no two parts take the same one. */
import type { Database, Statement } from './database.ts'

/** Never renamed: an installation has what it knows under the old one. */
export type FactName =
  | 'arranged'
  | 'bookings-columns'
  | 'bookings-keep-initials'
  | 'call-backs'
  | 'content-place'
  | 'demand'
  | 'film-pace'
  | 'last-seen'
  | 'made-for'
  | 'phones-tried'
  | 'schedule-imported'
  | 'times-hidden-on'
  | `answered:${string}`

/** Each call is one statement: it belongs to the transaction in which it is made. */
export class Facts {
  readonly #valueOf: Statement
  readonly #put: Statement
  readonly #delete: Statement
  readonly #allUnder: Statement

  constructor(database: Database) {
    this.#valueOf = database.prepare('SELECT value FROM facts WHERE name = ?').pluck()
    this.#put = database.prepare('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)')
    this.#delete = database.prepare('DELETE FROM facts WHERE name = ?')
    this.#allUnder = database.prepare('SELECT name, value FROM facts WHERE substr(name, 1, ?) = ?').raw()
  }

  valueOf(name: FactName): string | undefined {
    return this.#valueOf.get(name) as string | undefined
  }

  /** @returns values by their whole names */
  allUnder(prefix: 'answered:'): ReadonlyMap<string, string> {
    return new Map(this.#allUnder.all(prefix.length, prefix) as [string, string][])
  }

  keep(name: FactName, value: string): void {
    this.#put.run(name, value)
  }

  forget(name: FactName): void {
    this.#delete.run(name)
  }
}
