/** Desk labels: what reception knows a ticket by. Never in the log, and gone from the disk when the day is closed. */
import { type Database, emptyLog } from './database.ts'
import { reasonOf } from './fault.ts'

export class Labels {
  readonly #database: Database
  // The hub before this one may have died between deleting and wiping.
  #isWipeDue = true

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

  /** An edit, with what was there before, so that it can be taken back. @param text null for none */
  change(event: number, ticket: string, text: string | null): void {
    const row = this.#database.prepare('SELECT text FROM labels WHERE ticket = ?').get(ticket)
    const { text: before = null } = (row ?? {}) as { readonly text?: string }
    this.#database
      .prepare('INSERT INTO label_changes (event, ticket, before) VALUES (?, ?, ?)')
      .run(event, ticket, before)
    this.#set(ticket, text)
  }

  /** Takes back what an edit changed, if it changed a label. @param event its revision */
  changeBack(event: number): void {
    const row = this.#database.prepare('SELECT ticket, before FROM label_changes WHERE event = ?').get(event)
    if (row === undefined) return
    const { ticket, before } = row as { readonly ticket: string; readonly before: string | null }
    this.#set(ticket, before)
    this.#database.prepare('DELETE FROM label_changes WHERE event = ?').run(event)
  }

  forget(ticket: string): void {
    this.#database.prepare('DELETE FROM labels WHERE ticket = ?').run(ticket)
  }

  forgetAll(): void {
    this.#database.prepare('DELETE FROM labels').run()
    this.#database.prepare('DELETE FROM label_changes').run()
    this.#isWipeDue = true
  }

  #set(ticket: string, text: string | null): void {
    this.forget(ticket)
    if (text !== null) this.keep(ticket, text)
  }

  /**
   * Empties the write-ahead log, which holds deleted pages as they were. To be called outside of a transaction, and
   * again later: while somebody else reads the database it cannot be done.
   */
  wipe(): void {
    if (!this.#isWipeDue) return
    try {
      this.#isWipeDue = !emptyLog(this.#database)
    } catch (cause) {
      console.error(`Deleted desk labels are not wiped from the disk yet (${reasonOf(cause)}). It is tried again.`)
    }
  }
}
