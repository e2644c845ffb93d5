/** Where the waiting times keep what they have learned: one row, written now and then; damaged or unknown, it begins anew. */
import { untaught, type WaitModel } from '../core/wait-model.ts'
import type { Database } from './database.ts'
import { reasonOf } from './fault.ts'
import type { Learned } from './wait-reckoner.ts'

const writtenEveryMs = 5 * 60_000

export class WaitModelRow {
  readonly #database: Database
  #unwritten: Learned | undefined
  #written: Learned
  #writtenAt = 0

  constructor(database: Database) {
    this.#database = database
    this.#written = this.#read()
  }

  get learned(): Learned {
    return this.#unwritten ?? this.#written
  }

  /** A closed day is written at once, anything else with the next ones. */
  keep(learned: Learned, now: number): void {
    if (learned.revision === this.#written.revision && now - this.#writtenAt < writtenEveryMs) {
      this.#unwritten = learned
      return
    }
    this.#unwritten = learned
    this.write(now)
  }

  write(now: number): void {
    const { revision, model } = this.#unwritten ?? this.#written
    if (this.#unwritten === undefined) return
    try {
      this.#database
        .prepare('INSERT OR REPLACE INTO wait_model (place, revision, body) VALUES (1, ?, ?)')
        .run(revision, JSON.stringify(model))
      this.#written = this.#unwritten
      this.#unwritten = undefined
      this.#writtenAt = now
    } catch (cause) {
      console.error(`What waiting times have learned could not be written (${reasonOf(cause)}). It is tried again.`)
    }
  }

  #read(): Learned {
    const row = this.#database.prepare('SELECT revision, body FROM wait_model').get() as
      | { readonly revision: number; readonly body: string }
      | undefined
    if (row === undefined) return { revision: 0, model: untaught }
    try {
      const model = JSON.parse(row.body) as WaitModel
      if (model.version === untaught.version) return { revision: row.revision, model }
    } catch (cause) {
      console.error(`What waiting times had learned cannot be read (${reasonOf(cause)}). They begin anew.`)
    }
    return { revision: 0, model: untaught }
  }
}
