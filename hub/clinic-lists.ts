/** Services, providers and rooms as rows: read at once, replaced as whole lists by whoever has seen the latest. */
import { createHash } from 'node:crypto'
import { type Clinic, findDangling, firstClinic } from '../core/clinic.ts'
import { findTwice } from '../core/clinic-names.ts'
import { isHere, isServing, type QueueState } from '../core/queue-state.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import type { Database } from './database.ts'

export type ListName = keyof Clinic
export const listNames = ['services', 'providers', 'rooms'] as const satisfies readonly ListName[]

interface Edit {
  readonly now: number
  readonly request: Request
  /** The ETag of the list that was edited. */
  readonly match: string
  /** What nobody may pull from under a ticket. */
  readonly queue: QueueState
}

export class ClinicLists {
  readonly #database: Database
  readonly #answers: AnswerBook
  readonly #listeners = new Set<() => void>()
  #clinic: Clinic

  constructor(database: Database, answers: AnswerBook) {
    this.#database = database
    this.#answers = answers
    const isFresh = database.prepare('SELECT 1 FROM clinic_entries').get() === undefined
    if (isFresh) this.fill(firstClinic)
    this.#clinic = this.#read()
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  get clinic(): Clinic {
    return this.#clinic
  }

  /** For a fresh installation: all lists at once, nobody asked. */
  fill(clinic: Clinic): void {
    this.#database.transaction(() => {
      for (const name of listNames) this.#write(name, clinic)
    })()
    this.#clinic = this.#read()
  }

  etagOf(name: ListName): string {
    return `"${createHash('sha256').update(JSON.stringify(this.#clinic[name])).digest('hex').slice(0, 16)}"`
  }

  /** @returns the answer: the list as it is now, or why it was not changed */
  replace(name: ListName, list: Clinic[ListName], { now, request, match, queue }: Edit): Answer {
    const wanted: Clinic = { ...this.#clinic, [name]: list }
    let changed: Clinic | undefined
    const answer = this.#database.transaction((): Answer => {
      const known = this.#answers.find(request)
      if (known !== undefined) return known
      const refusal = this.#refusal(name, wanted, match, queue)
      const said = refusal ?? { status: 200, body: { [name]: list } }
      if (refusal === undefined) {
        this.#write(name, wanted)
        changed = wanted
      }
      this.#answers.keep(request, said, now)
      return said
    })()
    if (changed !== undefined) {
      this.#clinic = changed
      for (const listener of this.#listeners) listener()
    }
    return answer
  }

  #refusal(name: ListName, wanted: Clinic, match: string, queue: QueueState): Answer | undefined {
    if (match !== '*' && match !== this.etagOf(name)) {
      const message = 'Somebody else has changed this list meanwhile. Look at it again, then change it.'
      return { status: 412, body: { reason: 'changed-meanwhile', message } }
    }
    const needed = neededBy(queue, name).find((id) => !wanted[name].some((entry) => entry.id === id))
    if (needed !== undefined) {
      const message = `"${needed}" cannot be taken out: somebody who is here today needs it. Close the day first.`
      return { status: 409, body: { reason: 'in-use', message } }
    }
    // Of this list only: what an older version took elsewhere holds nobody up here.
    const twice = findTwice(name, wanted[name])
    if (twice !== undefined) return { status: 409, body: { reason: 'name-taken', message: twice } }
    const dangling = findDangling(wanted)
    return dangling === undefined ? undefined : { status: 409, body: { reason: 'dangling', message: dangling } }
  }

  #read(): Clinic {
    const list = (name: ListName) =>
      this.#database
        .prepare('SELECT body FROM clinic_entries WHERE list = ? ORDER BY place')
        .all(name)
        .map((row) => JSON.parse((row as { body: string }).body) as unknown)
    return { services: list('services'), providers: list('providers'), rooms: list('rooms') } as unknown as Clinic
  }

  #write(name: ListName, clinic: Clinic): void {
    this.#database.prepare('DELETE FROM clinic_entries WHERE list = ?').run(name)
    const insert = this.#database.prepare('INSERT INTO clinic_entries (list, place, id, body) VALUES (?, ?, ?, ?)')
    for (const [place, entry] of clinic[name].entries()) insert.run(name, place, entry.id, JSON.stringify(entry))
  }
}

function neededBy(queue: QueueState, name: ListName): readonly string[] {
  const here = [...queue.tickets.values()].filter(isHere)
  switch (name) {
    case 'services':
      return here.map(({ service }) => service)
    case 'providers':
      return here.flatMap((ticket) => (isServing(ticket) ? ticket.state.provider : (ticket.provider ?? [])))
    case 'rooms':
      return here.filter(isServing).map(({ state }) => state.room)
  }
}
