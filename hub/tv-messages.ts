/** What the desk has the TV say: one sentence at a time, always with an end, back after a restart. */
import { randomBytes } from 'node:crypto'
import type { Message } from '../core/tv-contract.ts'
import { isoOf } from './clock.ts'
import type { Database } from './database.ts'

/** Nobody's day is longer. */
const longestDayMs = 12 * 3_600_000
const minuteMs = 60_000

interface Row {
  readonly id: string
  readonly text: string
  readonly at: number
  readonly until: number
  readonly untilClosing: number
}

export type End = { readonly minutes: number } | { readonly untilClosing: true }

export class TvMessages {
  readonly #database: Database
  #current: Row | undefined

  constructor(database: Database) {
    this.#database = database
    this.#current = database
      .prepare('SELECT id, text, at, until, until_closing AS untilClosing FROM tv_messages ORDER BY at DESC LIMIT 1')
      .get() as Row | undefined
  }

  at(now: number): Message | undefined {
    const current = this.#current
    return current === undefined || now >= current.until ? undefined : wordsOf(current)
  }

  /** In the place of the one before. */
  say(text: string, end: End, now: number): Message {
    const untilClosing = 'untilClosing' in end ? 1 : 0
    const until = now + ('minutes' in end ? end.minutes * minuteMs : longestDayMs)
    const row = { id: randomBytes(9).toString('base64url'), text, at: now, until, untilClosing }
    this.#database.prepare('DELETE FROM tv_messages').run()
    this.#database
      .prepare('INSERT INTO tv_messages (id, text, at, until, until_closing) VALUES (?, ?, ?, ?, ?)')
      .run(row.id, text, now, until, untilClosing)
    this.#current = row
    return wordsOf(row)
  }

  /** @returns whether it was still there */
  unsay(id: string): boolean {
    if (this.#current?.id !== id) return false
    this.#database.prepare('DELETE FROM tv_messages WHERE id = ?').run(id)
    this.#current = undefined
    return true
  }

  dayClosed(): void {
    if (this.#current?.untilClosing === 1) this.unsay(this.#current.id)
  }
}

const wordsOf = ({ id, text, at, until, untilClosing }: Row): Message => ({
  id,
  text,
  at: isoOf(at),
  until: isoOf(until),
  ...(untilClosing === 1 ? { untilClosing: true as const } : {}),
})
