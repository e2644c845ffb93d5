/** Desk labels: what reception knows a ticket by. Never in the log, and gone from the disk when the day is closed. */
import type { Database } from './database.ts'

export class Labels {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
    // Deleted rows are overwritten, not only unlinked.
    database.pragma('secure_delete = ON')
  }

  all(): ReadonlyMap<string, string> {
    const rows = this.#database.prepare('SELECT ticket, text FROM labels').all()
    return new Map((rows as { ticket: string; text: string }[]).map(({ ticket, text }) => [ticket, text]))
  }

  keep(ticket: string, text: string): void {
    this.#database.prepare('INSERT INTO labels (ticket, text) VALUES (?, ?)').run(ticket, text)
  }

  forget(ticket: string): void {
    this.#database.prepare('DELETE FROM labels WHERE ticket = ?').run(ticket)
  }

  forgetAll(): void {
    this.#database.prepare('DELETE FROM labels').run()
  }

  /** After the transaction that deleted: the write-ahead log still holds the pages as they were. */
  wipe(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)')
  }
}
