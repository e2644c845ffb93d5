/** The waiting times in force: reckoned apart from the queue, told with it, and kept to what was promised. */
import { type PlannedWait, plannedRange, plannedWaits } from '../core/planned-waits.ts'
import type { Recorded } from '../core/queue-event.ts'
import { isWaiting, type QueueState, type TicketId, type WaitingTicket } from '../core/queue-state.ts'
import { promiseOf, type ToldWait, tellWait } from '../core/wait.ts'
import type { WaitRange } from '../core/wait-calibration.ts'
import type { Moment } from '../core/wait-moment.ts'
import { type LaterReason, laterBecause } from '../core/wait-reason.ts'
import { type Promised, promisedWindow } from '../core/wait-window.ts'
import type { Bookings } from './bookings.ts'
import type { ClinicLists } from './clinic-lists.ts'
import { type Clock, clockTimeIn, isoOf, msOf } from './clock.ts'
import type { Database } from './database.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { Promises } from './promises.ts'
import { eventsFrom, type QueueLog } from './queue-log.ts'
import { WaitModelRow } from './wait-model-row.ts'
import type { WaitAnswer, WaitQuestion } from './wait-reckoner.ts'
import { WaitThread } from './wait-thread.ts'

/** Words are put anew after this long: time passes. */
const everyMs = 5_000
/** And everything is reckoned anew. */
const reckonedEveryMs = 30_000
/** A worker that has not answered for this long is not waited for: planned minutes are promised then. */
const patienceMs = 3_000
/** A window that ends so much later than the first one owns up to it. */
const laterByMs = 5 * 60_000
/** Of a booking that does not say what for. */
const someService = ''

interface Parts {
  readonly database: Database
  readonly log: QueueLog
  readonly lists: ClinicLists
  readonly bookings: Bookings
  readonly clock: Clock
  readonly hours: OpeningHours
  readonly promises: Promises
  /** A demonstration teaches nothing. */
  readonly isDemo: boolean
}

interface Told {
  readonly window: Promised
  /** When this window was told. */
  readonly madeAt: number
  /** The end of what was told first. */
  readonly until: number
  readonly later?: LaterReason
}

export class WaitDesk {
  readonly #parts: Parts
  readonly #clockTime: (at: number) => string
  readonly #row: WaitModelRow
  readonly #thread: WaitThread
  readonly #listeners = new Set<() => void>()
  /** Of those who wait now: the window in force, and the end of the first one. */
  readonly #windows = new Map<TicketId, Told>()
  /** Of promised tickets that are not waiting any more. */
  readonly #called = new Set<TicketId>()
  /** What has happened since the last question. */
  #news: Recorded[] = []
  #ranges: ReadonlyMap<TicketId, WaitRange> = new Map()
  #answered: { readonly revision: number; readonly at: number } | undefined
  #askedFor: QueueState | undefined
  #askedAt = Number.NEGATIVE_INFINITY
  #waits: ReadonlyMap<TicketId, ToldWait> = new Map()
  #toldFor: QueueState | undefined
  #toldAt = 0
  #isLast = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#clockTime = clockTimeIn(parts.clock.zone)
    this.#row = new WaitModelRow(parts.database)
    this.#thread = new WaitThread({
      program: new URL('./wait-worker.mjs', import.meta.url),
      mayLearn: !parts.isDemo,
      learned: () => this.#row.learned,
      question: (since) => this.#question(since),
      onAnswer: (answer) => this.#hear(answer),
    })
    const { log, promises } = parts
    const kept = promises.since(0)
    for (const { id, state } of [...log.state.tickets.values()].filter(isWaiting)) {
      const promised = kept.get(id)
      // What was said before they were called, or put on hold, is over.
      if (promised === undefined || promised.madeAt < state.since) continue
      const { madeAt, opens: from = madeAt, until } = promised
      this.#windows.set(id, { window: { from, until, isGenerous: false }, madeAt, until })
    }
    const forget = () => {
      this.#toldFor = undefined
      this.#askedFor = undefined
    }
    parts.lists.onChange(forget)
    parts.hours.onChange(forget)
    // Whether or not anybody looks: what happens is learned from.
    log.onChange((events) => {
      this.#news.push(...events)
      this.#thread.ask()
    })
  }

  /** Called when what is told has changed though nothing was pressed. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** An entry for each waiting ticket. */
  waits(): ReadonlyMap<TicketId, ToldWait> {
    const { log, clock } = this.#parts
    const now = clock.now()
    if (this.#askedFor !== log.state || Math.abs(now - this.#askedAt) >= reckonedEveryMs) {
      this.#askedFor = log.state
      this.#askedAt = now
      this.#thread.ask()
    }
    if (this.#toldFor !== log.state || Math.abs(now - this.#toldAt) >= everyMs) this.#tell(log.state, now)
    return this.#waits
  }

  /** As topic `waits` sends it. */
  list() {
    const waits = [...this.waits()].map(([ticket, { wait }]) => ({ ticket, wait }))
    const { revision, at } = this.#answered ?? { revision: 0, at: this.#parts.clock.now() }
    return { revision, at: isoOf(at), waits }
  }

  /** To be called now and then: time passes, and what was promised comes to the disk. */
  write(): void {
    this.waits()
    const now = this.#parts.clock.now()
    this.#parts.promises.write(now)
  }

  close(): void {
    this.#thread.close()
    // What was told is told, also if the model had no time to say better.
    this.#isLast = true
    const now = this.#parts.clock.now()
    this.#tell(this.#parts.log.state, now)
    this.#parts.promises.write(now)
    this.#row.write(now)
  }

  #question(since: number): WaitQuestion {
    const { database, log, lists, bookings, clock, hours } = this.#parts
    const { state } = log
    const now = clock.now()
    const lunch = hours.rules.lunchOn(now)
    const expected = bookings
      .list()
      .bookings.flatMap(({ id, at, service = someService, provider, state: booked }) =>
        booked === 'expected' ? [{ id, at: msOf(at), service, ...(provider === undefined ? {} : { provider }) }] : [],
      )
    const { tickets, presence } = this.#withAbsences(state, now)
    const moment: Omit<Moment, 'known'> = {
      // A plain map: only those can be sent to another thread.
      state: { tickets: new Map(tickets), presence },
      clinic: lists.clinic,
      ...{ now, expected },
      ...(lunch === undefined ? {} : { lunch }),
    }
    const news = this.#news
    this.#news = []
    const isWhole = news[0] !== undefined && news[0].revision <= since + 1
    const events = isWhole ? news.filter(({ revision }) => revision > since) : eventsFrom(database, since + 1)
    return { revision: state.revision, moment, events }
  }

  #hear({ revision, ranges, learned }: WaitAnswer): void {
    const { log, clock, isDemo } = this.#parts
    const now = clock.now()
    this.#ranges = ranges
    this.#answered = { revision, at: now }
    if (!isDemo) this.#row.keep(learned, now)
    const before = JSON.stringify([...this.#waits])
    this.#tell(log.state, now)
    if (JSON.stringify([...this.#waits]) !== before) for (const listener of this.#listeners) listener()
  }

  #tell(state: QueueState, now: number): void {
    const { lists, clock } = this.#parts
    const planned = plannedWaits(this.#withAbsences(state, now), lists.clinic, now)
    const isClockTrusted = clock.isTrusted()
    const waiting = [...state.tickets.values()].filter(isWaiting)
    this.#noteCalls(state)
    this.#waits = new Map(
      waiting.map((ticket) => {
        const { id } = ticket
        const plan = planned.get(id)
        const range = this.#rangeOf(id, plan)
        if (range === undefined || plan === undefined) return [id, tellWait(undefined, this.#telling(id, now))]
        if (isClockTrusted) this.#promise(ticket, range, now)
        return [id, tellWait({ range, isNext: plan.isNext }, this.#telling(id, now))]
      }),
    )
    this.#toldFor = state
    this.#toldAt = now
  }

  /** What the model says, or the plan until it has said something. */
  #rangeOf(id: TicketId, plan: PlannedWait | undefined): WaitRange | undefined {
    return this.#ranges.get(id) ?? (plan === undefined ? undefined : plannedRange(plan.minutes))
  }

  #telling(id: TicketId, now: number) {
    const known = this.#windows.get(id)
    return {
      now,
      window: known?.window,
      promisedUntil: known?.until,
      later: known?.later,
      isClockTrusted: this.#parts.clock.isTrusted(),
      clockTime: this.#clockTime,
    }
  }

  #promise(ticket: WaitingTicket, range: WaitRange, now: number): void {
    const { id } = ticket
    const isReckoned = this.#ranges.has(id)
    // A fresh ticket is promised nothing before the model has spoken, unless the model says nothing at all.
    if (!isReckoned && !this.#isLast && !this.#thread.isSilent(patienceMs)) return
    const before = this.#windows.get(id)
    const window = promisedWindow(before?.window, range, now)
    if (before === undefined) {
      const until = promiseOf(window, now)
      this.#windows.set(id, { window, madeAt: now, until })
      const middle = Math.round(now + range.p50 * 60_000)
      this.#parts.promises.note(id, { madeAt: now, opens: window.from, middle, until })
    } else if (window !== before.window) this.#windows.set(id, this.#moved(ticket, before, window, now))
  }

  /** A window that comes later than the first one says why. */
  #moved(ticket: WaitingTicket, before: Told, window: Promised, now: number): Told {
    const { log, lists } = this.#parts
    const { madeAt, until, later } = before
    if (window.until < until + laterByMs) return { window, madeAt: now, until }
    const isSame = window.until <= before.window.until && later !== undefined
    const why = isSame ? later : laterBecause(ticket, this.#withAbsences(log.state, now), lists.clinic, { madeAt, now })
    return { window, madeAt: now, until, later: why }
  }

  /** When those who were promised something are called, and that they are not, after all. */
  #noteCalls(state: QueueState): void {
    const { promises } = this.#parts
    for (const id of this.#called) {
      if (state.tickets.get(id)?.state.kind !== 'waiting') continue
      this.#called.delete(id)
      promises.noteCall(id, undefined)
    }
    for (const id of this.#windows.keys()) {
      const at = state.tickets.get(id)?.state
      if (at?.kind === 'waiting') continue
      this.#windows.delete(id)
      if (at?.kind !== 'called' && at?.kind !== 'in-service') continue
      this.#called.add(id)
      promises.noteCall(id, at.kind === 'called' ? at.since : at.calledAt)
    }
  }

  /** Whoever is away by the calendar, or at lunch after having called somebody, is on a break until then. */
  #withAbsences(state: QueueState, now: number): QueueState {
    const { lists, hours } = this.#parts
    const { rules } = hours
    const opening = rules.openAt(now)
    const lunchUntil = opening.kind === 'lunch' ? opening.until : undefined
    const seen = new Set(
      [...state.tickets.values()].map(({ state: at }) => ('provider' in at ? at.provider : undefined)),
    )
    const away = lists.clinic.providers.flatMap(({ id }) => {
      if (state.presence.has(id)) return []
      const until = rules.awayUntil(id, now) ?? (seen.has(id) ? lunchUntil : undefined)
      return until === undefined ? [] : [[id, { kind: 'break', since: now, until }] as const]
    })
    return away.length === 0 ? state : { ...state, presence: new Map([...state.presence, ...away]) }
  }
}
