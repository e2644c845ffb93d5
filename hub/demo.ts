/** `--demo`: an invented clinic day that presses the real buttons, so that a newcomer sees everything alive at once. */
import type { BookingWords } from '../core/booking-contract.ts'
import { firstClinic } from '../core/clinic.ts'
import type { Arrival, Command } from '../core/queue-command.ts'
import { isServing, isWaiting, type ServingTicket, ticketsHere } from '../core/queue-state.ts'
import type { ClinicLists } from './clinic-lists.ts'
import { type Clock, msOf } from './clock.ts'
import type { DemoBook } from './demo-book.ts'
import { demoClinic, diceOf, pick, somebody } from './demo-clinic.ts'
import { reasonOf } from './fault.ts'
import type { QueueLog } from './queue-log.ts'

const seed = 8_710
const tickMs = 1_000
const secondMs = 1_000
const minuteMs = 60_000
/** What a newcomer sees began this long ago … */
const historyMs = 50 * minuteMs
/** … at the pace of a real clinic: a demonstration runs several times faster from then on. */
const historyPace = 5
const historyTickMs = 5 * secondMs
/** A day is closed and begun anew at this many tickets, before the codes run short. */
const longestDay = 300
const resumeWithinMs = 10 * minuteMs

interface Parts {
  readonly clock: Clock
  readonly lists: ClinicLists
  readonly log: QueueLog
  readonly book: DemoBook
}

/** What becomes of a call, decided when it is made. */
interface Fate {
  readonly recallAt?: number
  readonly endAt: number
  readonly end: 'start' | 'leave' | 'no-show'
}

export class Demo {
  readonly #parts: Parts
  readonly #dice = diceOf(seed)
  readonly #fates = new Map<string, Fate>()
  #pace = 1
  #callAt = 0
  #finishAt: number | undefined
  #arrivalAt = 0
  #timer: NodeJS.Timeout | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  start(): void {
    const { lists, clock } = this.#parts
    if (JSON.stringify(lists.clinic) === JSON.stringify(firstClinic)) lists.fill(demoClinic)
    const now = clock.now()
    if (!this.#isLively(now)) this.#beginDay(now)
    this.#timer = setInterval(() => this.#tick(), tickMs)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #tick(): void {
    const { log, clock } = this.#parts
    try {
      if (log.state.tickets.size > longestDay) this.#beginDay(clock.now())
      else this.#live(clock.now())
    } catch (cause) {
      console.error(`The demonstration pauses: ${reasonOf(cause)}. It tries again in a second.`)
    }
  }

  /** Whether a hub that comes back may go on with the day it left. */
  #isLively(now: number): boolean {
    const here = ticketsHere(this.#parts.log.state)
    return here.length > 4 && here.some(({ state }) => Math.abs(now - state.since) < resumeWithinMs)
  }

  /** One transaction: the morning that led here is on the TV at once, not press by press. */
  #beginDay(now: number): void {
    this.#fates.clear()
    if (this.#parts.log.state.tickets.size > 0) this.#press({ type: 'close-day', anyway: true }, now)
    this.#parts.book.fill(now, this.#parts.lists.clinic, this.#dice)
    this.#parts.log.together(() => {
      this.#pace = historyPace
      this.#callAt = now - historyMs + minuteMs
      this.#arrivalAt = now - historyMs
      for (let at = now - historyMs; at < now - historyTickMs; at += historyTickMs) this.#live(at)
    })
    this.#pace = 1
    this.#callAt = now + 12 * secondMs
    this.#finishAt = undefined
    this.#arrivalAt = now + 20 * secondMs
  }

  #live(now: number): void {
    for (const ticket of this.#serving()) if (ticket.state.kind === 'called') this.#follow(ticket, now)
    if (now >= this.#arrivalAt) this.#arrive(now)
    if (this.#finishAt !== undefined && now >= this.#finishAt) this.#finish(now)
    if (now >= this.#callAt) this.#callNext(now)
  }

  #arrive(now: number): void {
    const { log, lists, book } = this.#parts
    const waiting = [...log.state.tickets.values()].filter(isWaiting)
    const { length } = waiting
    const [least, most] = gapFor(length)
    this.#arrivalAt = now + this.#between(least, most)
    const who = somebody(this.#dice, lists.clinic, now)
    // Whoever is booked has come with a booking, if one is due.
    const booking = who?.arrival.appointmentAt === undefined ? undefined : book.due(now)
    if (who !== undefined) {
      const arrival = booking === undefined ? who.arrival : asBooked(who.arrival, booking)
      this.#press({ type: 'check-in', arrival }, now, who.label)
    }
    const impatient = length > 8 && this.#dice() < 0.06 ? pick(this.#dice, waiting) : undefined
    if (impatient !== undefined) this.#press({ type: 'leave', ticket: impatient.id }, now)
  }

  #callNext(now: number): void {
    this.#callAt = now + this.#between(25, 40)
    // Before most calls the room is empty for a moment: somebody is *next*.
    this.#finishAt = this.#dice() < 0.7 ? this.#callAt - this.#between(5, 9) : undefined
    const provider = this.#whoIsReady()
    const room = this.#parts.lists.clinic.providers.find(({ id }) => id === provider)?.room
    if (provider === undefined || room === undefined) return
    this.#press({ type: 'call-next', provider, room }, now)
    const called = this.#serving().find(({ state }) => state.kind === 'called' && state.since === now)
    if (called === undefined) return
    const luck = this.#dice()
    const late = this.#between(10, 16)
    if (luck < 0.05)
      this.#fates.set(called.id, {
        recallAt: now + late,
        endAt: now + 2 * late,
        end: luck < 0.03 ? 'leave' : 'no-show',
      })
    else if (luck < 0.15) this.#fates.set(called.id, { recallAt: now + late, endAt: now + 2 * late, end: 'start' })
    else this.#fates.set(called.id, { endAt: now + late, end: 'start' })
  }

  #follow({ id, appointmentAt }: ServingTicket, now: number): void {
    const fate = this.#fates.get(id) ?? { endAt: now, end: 'start' }
    if (fate.recallAt !== undefined && now >= fate.recallAt) {
      this.#fates.set(id, { endAt: fate.endAt, end: fate.end })
      this.#press({ type: 'recall', ticket: id }, now)
    }
    if (now < fate.endAt) return
    this.#fates.delete(id)
    const isBooked = appointmentAt !== undefined
    this.#press({ type: fate.end === 'no-show' && !isBooked ? 'leave' : fate.end, ticket: id }, now)
  }

  #finish(now: number): void {
    this.#finishAt = undefined
    const ready = this.#whoIsReady()
    const ticket = this.#serving().find(({ state }) => state.provider === ready && state.kind === 'in-service')
    if (ticket !== undefined) this.#press({ type: 'finish', ticket: ticket.id }, now)
  }

  /** A provider with nobody, else the one whose visit began first. */
  #whoIsReady(): string | undefined {
    const serving = this.#serving()
    const providers = this.#parts.lists.clinic.providers
    const sinceOf = (id: string) => serving.find(({ state }) => state.provider === id)?.state.since ?? 0
    return [...providers].sort((one, other) => sinceOf(one.id) - sinceOf(other.id))[0]?.id
  }

  #serving(): readonly ServingTicket[] {
    return [...this.#parts.log.state.tickets.values()].filter(isServing)
  }

  #press(command: Command, now: number, label?: string): void {
    const caller = 'provider' in command ? `demo-${command.provider}` : 'demo-desk'
    this.#parts.log.press(command, { now, caller, ...(label === undefined ? {} : { label }) })
  }

  #between(leastSeconds: number, mostSeconds: number): number {
    return Math.round((leastSeconds + this.#dice() * (mostSeconds - leastSeconds)) * secondMs) * this.#pace
  }
}

/** What the book does not say, they say at the desk. */
function asBooked(arrival: Arrival, { id, at, service, provider }: BookingWords): Arrival {
  const booked = { booking: id, appointmentAt: msOf(at) }
  if (service === undefined) return { ...arrival, ...booked }
  return { service, ...(provider === undefined ? {} : { provider }), ...booked }
}

/** Seconds until somebody else comes in: about as many wait in the end as fit on the TV. */
function gapFor(waiting: number): readonly [least: number, most: number] {
  if (waiting < 7) return [6, 15]
  return waiting < 11 ? [20, 45] : [50, 90]
}
