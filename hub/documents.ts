/** The last good version of each file people edit: it stays in force while the file is wrong, also across a restart. */
import type { Database } from './database.ts'

export class Documents {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** @param name path of the file as people know it: `brand.yaml`, `playlists/morning.yaml` */
  lastGood(name: string): string | undefined {
    const row = this.#database.prepare('SELECT text FROM documents WHERE name = ?').get(name)
    return (row as { text: string } | undefined)?.text
  }

  names(prefix: string): readonly string[] {
    const rows = this.#database
      .prepare('SELECT name FROM documents WHERE substr(name, 1, ?) = ?')
      .all(prefix.length, prefix)
    return (rows as { name: string }[]).map(({ name }) => name)
  }

  keep(name: string, text: string): void {
    if (this.lastGood(name) === text) return
    this.#database.prepare('INSERT OR REPLACE INTO documents (name, text) VALUES (?, ?)').run(name, text)
  }

  forget(name: string): void {
    this.#database.prepare('DELETE FROM documents WHERE name = ?').run(name)
  }
}
