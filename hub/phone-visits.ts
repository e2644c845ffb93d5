/** What the holder of a token may see and do of one visit: its own, from check-in until twelve hours after its end. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type PhoneSnapshot, pageLivesHours, type phoneBodies } from '../core/phone-contract.ts'
import type { Command } from '../core/queue-command.ts'
import type { TicketSnapshot } from '../core/queue-contract.ts'
import { isHere, type Ticket } from '../core/queue-state.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import { refusal } from './changing.ts'
import type { ClinicLists } from './clinic-lists.ts'
import { type Clock, isoOf } from './clock.ts'
import type { Database } from './database.ts'
import { Feedback } from './feedback.ts'
import { PastVisits } from './past-visits.ts'
import type { QueueLog } from './queue-log.ts'
import type { QueueView } from './queue-view.ts'

const livesMs = pageLivesHours * 3_600_000

interface Parts {
  readonly database: Database
  readonly answers: AnswerBook
  readonly log: QueueLog
  readonly lists: ClinicLists
  readonly view: QueueView
  readonly clock: Clock
}

interface Page {
  readonly ticket: () => TicketSnapshot['ticket']
  /** Of a visit that is over and can be rated. */
  readonly over?: { readonly openUntil: number; readonly service: string }
}

export class PhoneVisits {
  readonly #parts: Parts
  readonly #past: PastVisits
  readonly feedback: Feedback
  #seenDay: QueueLog['state']['day']

  constructor(parts: Parts) {
    this.#parts = parts
    this.#past = new PastVisits(parts.database, livesMs)
    this.feedback = new Feedback(parts.database, parts.clock)
    this.#past.look(parts.clock.now())
    this.#seenDay = parts.log.state.day
    parts.log.onChange(() => {
      const { day } = parts.log.state
      if (day === 'closed' && this.#seenDay === 'open') this.#past.look(parts.clock.now())
      this.#seenDay = day
    })
  }

  knows(token: string): boolean {
    return this.#pageOf(token) !== undefined
  }

  /** @returns undefined for a token that is wrong, or over */
  snapshot(token: string): PhoneSnapshot | undefined {
    const page = this.#pageOf(token)
    if (page === undefined) return undefined
    const { over } = page
    const rated = over !== undefined && this.feedback.isRated(token)
    const aftercare = this.#parts.lists.clinic.services.find(({ id }) => id === over?.service)?.aftercare
    return this.#said(page.ticket(), { rated, ...(aftercare === undefined ? {} : { aftercare }) })
  }

  /** The page that a phone opens to show that it can. */
  trial(): PhoneSnapshot {
    return { ...this.#said(null, { rated: false }), trial: true }
  }

  moreTime(token: string, { needed }: z.infer<(typeof phoneBodies)['more-time']>, request: Request): Answer {
    const ticket = this.#parts.view.withToken(token)
    if (ticket === undefined || !isHere(ticket) || ticket.state.kind === 'in-service') return notPossible
    const others = ticket.needs.filter((need) => need !== 'more-time')
    const needs = needed ? [...others, 'more-time' as const] : others
    if (needs.length === ticket.needs.length) return this.#done(token)
    return this.#press(token, ticket, { type: 'edit', ticket: ticket.id, edit: { needs } }, request)
  }

  leave(token: string, request: Request): Answer {
    const ticket = this.#parts.view.withToken(token)
    if (ticket?.state.kind === 'left') return this.#done(token)
    if (ticket === undefined || ticket.state.kind === 'in-service') return notPossible
    return this.#press(token, ticket, { type: 'leave', ticket: ticket.id }, request)
  }

  rate(token: string, { rating, about = [] }: z.infer<(typeof phoneBodies)['feedback']>, request: Request): Answer {
    const { database, answers, clock } = this.#parts
    const { over } = this.#pageOf(token) ?? {}
    if (over === undefined) return notPossible
    const refused = database.transaction((): Answer | undefined => {
      const known = answers.find(request)
      if (known !== undefined) return known.status === 200 ? undefined : known
      this.feedback.keep(token, over.openUntil, { rating, about })
      // What was answered says whose it was, and is kept for a day: it does not say what.
      answers.keep(request, { status: 200, body: {} }, clock.now())
      return undefined
    })()
    return refused ?? this.#done(token)
  }

  /** What a ticket's own button answers says more than a phone may know: only whether it was done gets through. */
  #press(token: string, { id }: Ticket, command: Command, request: Request): Answer {
    const { log, clock } = this.#parts
    const answer = log.press(command, { now: clock.now(), caller: `phone-${id}`, request })
    if (answer.status === 200) return this.#done(token)
    return answer.status === 422 ? answer : notPossible
  }

  #done(token: string): Answer {
    const snapshot = this.snapshot(token)
    return snapshot === undefined ? notPossible : { status: 200, body: snapshot }
  }

  #pageOf(token: string): Page | undefined {
    const { view, clock } = this.#parts
    const ticket = view.withToken(token)
    if (ticket !== undefined) {
      const own = () => view.ticket(token).ticket
      if (isHere(ticket)) return { ticket: own }
      const openUntil = ticket.state.since + livesMs
      if (clock.now() >= openUntil) return undefined
      return ticket.state.kind === 'done'
        ? { ticket: own, over: { openUntil, service: ticket.service } }
        : { ticket: own }
    }
    const past = this.#past.find(token)
    if (past === undefined || clock.now() >= past.endedAt + livesMs) return undefined
    const { code, service, endedAt, language } = past
    const known = language === undefined ? {} : { language }
    return {
      ticket: () => ({ code, state: 'done', since: isoOf(endedAt), ...known }),
      over: { openUntil: endedAt + livesMs, service },
    }
  }

  #said(ticket: TicketSnapshot['ticket'], afterwards: Pick<PhoneSnapshot, 'rated' | 'aftercare'>): PhoneSnapshot {
    const { view, clock } = this.#parts
    const version = createHash('sha256')
      .update(JSON.stringify([ticket, afterwards]))
      .digest('base64url')
      .slice(0, 22)
    return { ...view.common(), ticket, zone: clock.zone, ...afterwards, version }
  }
}

const notPossible = refusal(409, 'not-possible', 'This is not possible now. Please ask at the desk.')
