/** Files that the desk has taken off every screen until somebody has checked them. */
import type { Database } from './database.ts'

export class HiddenFiles {
  readonly #database: Database
  readonly #since: Map<string, number>

  constructor(database: Database) {
    this.#database = database
    const rows = database.prepare('SELECT path, at FROM hidden_files').all() as readonly {
      readonly path: string
      readonly at: number
    }[]
    this.#since = new Map(rows.map(({ path, at }) => [path, at]))
  }

  has(path: string): boolean {
    return this.#since.has(path)
  }

  /** Paths, and since when they are hidden, milliseconds since 1970 UTC. */
  all(): ReadonlyMap<string, number> {
    return this.#since
  }

  hide(path: string, now: number): void {
    this.#database.prepare('INSERT OR IGNORE INTO hidden_files (path, at) VALUES (?, ?)').run(path, now)
    if (!this.#since.has(path)) this.#since.set(path, now)
  }

  /** @returns whether it was hidden */
  show(path: string): boolean {
    this.#database.prepare('DELETE FROM hidden_files WHERE path = ?').run(path)
    return this.#since.delete(path)
  }
}
