/** Settings and calendar as rows: read at once, replaced as a whole by whoever has seen the latest. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Calendar, calendar, firstCalendar } from '../core/calendar.ts'
import { firstSettings, type Settings, settings } from '../core/settings.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import type { Database } from './database.ts'

interface Rows {
  readonly settings: Settings
  readonly calendar: Calendar
}
export type RowName = keyof Rows

interface Edit {
  readonly now: number
  readonly request: Request
  /** The ETag of what was edited. */
  readonly match: string
  /** Why it cannot be taken in, if it cannot; asked once it is known to be a new request. */
  readonly refusal?: () => Answer | undefined
}

export class SettingsRows {
  readonly #database: Database
  readonly #answers: AnswerBook
  readonly #listeners = new Set<(name: RowName) => void>()
  #rows: Rows

  constructor(database: Database, answers: AnswerBook) {
    this.#database = database
    this.#answers = answers
    this.#rows = {
      settings: this.#read('settings', settings, firstSettings),
      calendar: this.#read('calendar', calendar, firstCalendar),
    }
  }

  /** Told after a change, when it is on the disk. */
  onChange(listener: (name: RowName) => void): void {
    this.#listeners.add(listener)
  }

  get settings(): Settings {
    return this.#rows.settings
  }

  get calendar(): Calendar {
    return this.#rows.calendar
  }

  etagOf(name: RowName): string {
    return `"${createHash('sha256').update(JSON.stringify(this.#rows[name])).digest('hex').slice(0, 16)}"`
  }

  /** @returns the answer: the row as it is now, or why it was not changed */
  replace<Name extends RowName>(name: Name, row: Rows[Name], { now, request, match, refusal }: Edit): Answer {
    let isChanged = false
    const answer = this.#database.transaction((): Answer => {
      const known = this.#answers.find(request)
      if (known !== undefined) return known
      const refused = match !== '*' && match !== this.etagOf(name) ? changedMeanwhile : refusal?.()
      if (refused === undefined) {
        this.#database
          .prepare('INSERT OR REPLACE INTO settings (name, body) VALUES (?, ?)')
          .run(name, JSON.stringify(row))
        isChanged = true
      }
      const said = refused ?? { status: 200, body: { [name]: row } }
      this.#answers.keep(request, said, now)
      return said
    })()
    if (isChanged) {
      this.#rows = { ...this.#rows, [name]: row }
      for (const listener of this.#listeners) listener(name)
    }
    return answer
  }

  #read<Schema extends z.ZodType>(name: RowName, schema: Schema, first: z.output<Schema>): z.output<Schema> {
    const row = this.#database.prepare('SELECT body FROM settings WHERE name = ?').get(name)
    if (row === undefined) return first
    // What a later version has added gets its first value; what this one cannot read at all is not guessed at.
    const read = schema.safeParse(JSON.parse((row as { readonly body: string }).body))
    if (read.success) return read.data
    console.error(`The ${name} cannot be read (${read.error.issues[0]?.message}). Those of the first day hold.`)
    return first
  }
}

const changedMeanwhile: Answer = {
  status: 412,
  body: {
    reason: 'changed-meanwhile',
    message: 'Somebody else has changed this meanwhile. Look at it again, then change it.',
  },
}
