/** How visits were rated: one answer for each, changeable while its page is open, and nobody's afterwards. */
import { createHash } from 'node:crypto'
import { type FeedbackSums, feedbackKeptMonths } from '../core/phone-contract.ts'
import { type FeedbackTopic, feedbackTopics } from '../core/phone-words/words.ts'
import { type Clock, wallIn } from './clock.ts'
import type { Database } from './database.ts'

export interface Rating {
  readonly rating: number
  readonly about: readonly FeedbackTopic[]
}

const dayMs = 24 * 3_600_000
const keptMs = feedbackKeptMonths * 31 * dayMs
const lookBackMs = 30 * dayMs

export class Feedback {
  readonly #database: Database
  readonly #clock: Clock
  readonly #day: (ms: number) => string

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
    this.#day = wallIn(clock.zone).dateOf
  }

  /** @param openUntil when the page of the visit closes: from then on nobody can tell whose answer this was */
  keep(token: string, openUntil: number, { rating, about }: Rating): void {
    this.#database
      .prepare(
        `INSERT INTO feedback (visit, open_until, day, rating, about) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (visit) DO UPDATE SET rating = excluded.rating, about = excluded.about`,
      )
      .run(digestOf(token), openUntil, this.#day(this.#clock.now()), rating, JSON.stringify([...new Set(about)]))
  }

  isRated(token: string): boolean {
    return this.#database.prepare('SELECT 1 FROM feedback WHERE visit = ?').get(digestOf(token)) !== undefined
  }

  /** @param from day; left out, thirty days ago @param to the day after the last one; left out, tomorrow */
  sums(from = this.#day(this.#clock.now() - lookBackMs), to = this.#day(this.#clock.now() + dayMs)): FeedbackSums {
    const rows = this.#database
      .prepare('SELECT rating, about FROM feedback WHERE day >= ? AND day < ?')
      .all(from, to) as readonly { readonly rating: number; readonly about: string }[]
    const topics = rows.flatMap(({ about }) => JSON.parse(about) as readonly FeedbackTopic[])
    return {
      from,
      to,
      answers: rows.length,
      ratings: [1, 2, 3, 4, 5].map((value) => rows.filter(({ rating }) => rating === value).length),
      about: Object.fromEntries(feedbackTopics.map((topic) => [topic, topics.filter((one) => one === topic).length])),
    } as FeedbackSums
  }

  /** Forgets whose answers they were once their pages are closed, and the answers when they are old. */
  sweep(): void {
    const now = this.#clock.now()
    this.#database.prepare('UPDATE feedback SET visit = NULL, open_until = NULL WHERE open_until <= ?').run(now)
    this.#database.prepare('DELETE FROM feedback WHERE day < ?').run(this.#day(now - keptMs))
  }
}

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url')
