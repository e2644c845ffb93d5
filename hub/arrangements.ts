/** What has been arranged with those who wait, kept until they have gone or the day is closed. */
import type { Hono } from 'hono'
import { type ArrangedBody, arrangedBody, withArranged } from '../core/arranged.ts'
import type { Arrangement } from '../core/queue-contract.ts'
import { ticketsHere } from '../core/queue-state.ts'
import type { AnswerBook } from './answer-book.ts'
import { changing, limitJson } from './changing.ts'
import { type Clock, isoOf } from './clock.ts'
import type { Database } from './database.ts'
import { Facts } from './facts.ts'
import type { QueueLog } from './queue-log.ts'

const fact = 'arranged'

interface Parts {
  readonly database: Database
  readonly answers: AnswerBook
  readonly log: QueueLog
  readonly clock: Clock
}

export class Arrangements {
  readonly #parts: Parts
  readonly #facts: Facts
  readonly #listeners = new Set<() => void>()
  #all: readonly Arrangement[]

  constructor(parts: Parts) {
    this.#parts = parts
    const { database, log } = parts
    this.#facts = new Facts(database)
    this.#all = JSON.parse(this.#facts.valueOf(fact) ?? '[]') as Arrangement[]
    log.onChange(() => {
      if (log.state.day !== 'closed' || this.#all.length === 0) return
      this.#write([])
      this.#all = []
    })
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** With those who are still here, whether or not the disk has forgotten the others. */
  get all(): readonly Arrangement[] {
    if (this.#all.length === 0) return this.#all
    const here = this.#here()
    return this.#all.filter(({ ticket }) => here.has(ticket))
  }

  mount(app: Hono): void {
    const { answers, clock } = this.#parts
    app.post('/api/arranged', limitJson, (context) =>
      changing(context, arrangedBody, (body, request) => {
        let all = this.#all
        const answer = answers.once(request, clock.now(), () => {
          all = this.#arranged(body)
          this.#write(all)
          return { status: 200, body: {} }
        })
        // Not before it is on the disk.
        this.#all = all
        for (const listener of this.#listeners) listener()
        return answer
      }),
    )
  }

  #arranged(body: ArrangedBody): readonly Arrangement[] {
    return withArranged(this.#all, body, this.#here(), isoOf(this.#parts.clock.now()))
  }

  #here(): ReadonlySet<string> {
    return new Set(ticketsHere(this.#parts.log.state).map(({ id }) => id))
  }

  #write(all: readonly Arrangement[]): void {
    if (all.length === 0) this.#facts.forget(fact)
    else this.#facts.keep(fact, JSON.stringify(all))
  }
}
