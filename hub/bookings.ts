/** Who is booked today, without names: taken over from the clinic's own book, marked by who comes, erased with the day. */
import { randomBytes } from 'node:crypto'
import { type BookedRow, type Column, mostBytes, type ReadBook } from '../core/booking.ts'
import { formOf, readBook } from '../core/booking-book.ts'
import type { BookingList, ImportPreview } from '../core/booking-contract.ts'
import { typed } from '../core/booking-lines.ts'
import { type Booking, type Change, type Merge, mergeBook, mergeWords } from '../core/booking-merge.ts'
import type { QueueState, Ticket } from '../core/queue-state.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import { type BookingCount, BookingStore, fingerprint } from './booking-store.ts'
import { previewOf, wordsOf } from './booking-words.ts'
import { refusal } from './changing.ts'
import { clinicClocks } from './clinic-clocks.ts'
import type { ClinicLists } from './clinic-lists.ts'
import { type Clock, isoOf } from './clock.ts'
import type { Database } from './database.ts'
import { reasonOf } from './fault.ts'
import type { QueueLog } from './queue-log.ts'

const farthestMs = 31 * 24 * 3_600_000

interface Parts {
  readonly database: Database
  readonly answers: AnswerBook
  readonly lists: ClinicLists
  readonly log: QueueLog
  readonly clock: Clock
}

export interface Book {
  readonly text: string
  readonly day?: string | undefined
  readonly columns?: readonly Column[] | undefined
}

export class Bookings {
  readonly #parts: Parts
  readonly #store: BookingStore
  readonly #clocks: ReturnType<typeof clinicClocks>
  readonly #listeners = new Set<() => void>()
  /** The queue of the day that is open: asked, when it is closed, who had come. */
  #open: QueueState | undefined
  // The hub before this one may have died between deleting and wiping.
  #isWipeDue = true

  constructor(parts: Parts) {
    this.#parts = parts
    this.#store = new BookingStore(parts.database)
    this.#clocks = clinicClocks(parts.clock.zone)
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  get today(): string {
    return this.#clocks.dateOf(this.#parts.clock.now())
  }

  list(day: string = this.today): BookingList {
    const tickets = this.#tickets()
    const last = this.#store.lastImport(day)
    return {
      day,
      bookings: this.#store
        .of(day)
        .filter(({ state }) => state !== 'cancelled')
        .map((one) => wordsOf(one, tickets.get(one.id))),
      keepsInitials: this.#store.keepsInitials,
      ...(last === undefined ? {} : { lastImport: { ...last, at: isoOf(last.at) } }),
    }
  }

  /** Yesterday is over, and a book of next year is a mistake. */
  mayTake(day: string = this.today): boolean {
    return day >= this.today && day <= this.#clocks.dateOf(this.#parts.clock.now() + farthestMs)
  }

  preview(book: Book): ImportPreview {
    const { day, form, read, merge } = this.#read(book)
    return previewOf(day, form, read, merge)
  }

  /** @param leaveOut the lines that are not understood */
  import(book: Book, leaveOut: boolean, request: Request): Answer {
    return this.#once(request, () => {
      const { day, form, read, merge } = this.#read(book)
      const [problem] = read.problems
      if (problem !== undefined && (!leaveOut || read.rows.length === 0)) {
        const lines = read.problems.length === 1 ? 'One line is' : `${read.problems.length} lines are`
        const message = `${lines} not understood, so nothing was imported. Line ${problem.row}: ${problem.message}`
        return refusal(422, 'not-understood', message)
      }
      const changes = changesOf(merge)
      const added = merge.added.map((row) => bookingOf(row, read.source))
      for (const { after } of changes) this.#store.put(day, after)
      for (const one of added) this.#store.put(day, one)
      if (form === 'table' && read.columns !== undefined) this.#store.rememberColumns(read.columns)
      const text = mergeWords(merge)
      const ids = added.map(({ id }) => id)
      const before = changes.map((change) => change.before)
      const number = this.#store.noteImport(day, this.#parts.clock.now(), text, before, ids)
      return { status: 200, body: { import: number, text, bookings: this.list(day).bookings.length } }
    })
  }

  undoImport(id: number, request: Request): Answer {
    return this.#once(request, () => {
      const days = [this.today, ...this.#store.daysOver(() => true)]
      const day = days.find((one) => this.#store.lastImport(one)?.id === id)
      if (day === undefined) {
        return refusal(409, 'cannot-undo', 'Only the last import can be taken back, until its day is closed.')
      }
      const { before, added } = this.#store.takeImport(id)
      const tickets = this.#tickets()
      for (const one of before) this.#store.put(day, one)
      for (const one of added) if (!tickets.has(one)) this.#store.remove(one)
      this.#isWipeDue = true
      return { status: 200, body: this.list(day) }
    })
  }

  mark(id: string, as: 'no-show' | 'expected', request: Request): Answer {
    return this.#once(request, () => {
      const day = this.#store.dayOf(id)
      const booking = this.#store.of(day ?? '').find((one) => one.id === id)
      if (day === undefined || booking === undefined || booking.state === 'cancelled') {
        return refusal(404, 'unknown-booking', 'There is no such booking any more.')
      }
      const ticket = this.#tickets().get(id)
      if (ticket !== undefined) return refusal(409, 'already-here', `This booking has come as ${ticket.code}.`)
      this.#store.put(day, { ...booking, state: as })
      return { status: 200, body: this.list(day) }
    })
  }

  keepInitials(keepsInitials: boolean, request: Request): Answer {
    return this.#once(request, () => {
      this.#store.keepsInitials = keepsInitials
      if (!keepsInitials) {
        this.#store.forgetInitials()
        this.#isWipeDue = true
      }
      return { status: 200, body: { keepsInitials } }
    })
  }

  /** What was booked on a day, by hour and service: of the rows while they are there, else what was counted of them. */
  countsOf(day: string): readonly BookingCount[] {
    const state = this.#open !== undefined && this.#dayOf(this.#open) === day ? this.#open : this.#parts.log.state
    return [...this.#store.countsOf(day), ...this.#counted(day, comers(state))]
  }

  /** To be called after every event. */
  queueChanged(): void {
    const { state } = this.#parts.log
    if (state.tickets.size > 0) this.#open = state
    else if (this.#open !== undefined) this.look()
  }

  /** Erases what is over, and counts it first. To be called now and then. */
  look(): void {
    try {
      const { state } = this.#parts.log
      const before = this.#open
      if (state.tickets.size > 0) this.#open = state
      else if (state.day === 'closed') this.#open = undefined
      const last = before !== undefined && this.#open === undefined ? before : undefined
      const closed = last === undefined ? '' : this.#dayOf(last)
      const open = this.#open === undefined ? this.today : this.#dayOf(this.#open)
      // Bookings of a day that nobody has closed are still needed.
      const oldest = [this.today, open].sort()[0] ?? open
      const over = this.#store.daysOver((one) => one < oldest || one <= closed)
      for (const one of over) this.#end(one, last !== undefined && one === closed ? comers(last) : new Set())
      if (over.length > 0) for (const listener of this.#listeners) listener()
      if (this.#isWipeDue) this.#isWipeDue = !this.#store.wipe()
    } catch (cause) {
      console.error(`Bookings of a day that is over could not be erased (${reasonOf(cause)}). It is tried again.`)
    }
  }

  #end(day: string, come: ReadonlySet<string>): void {
    this.#store.transaction(() => {
      for (const count of this.#counted(day, come)) this.#store.count(day, count)
      this.#store.erase(day)
    })
    this.#isWipeDue = true
  }

  #counted(day: string, come: ReadonlySet<string>): readonly BookingCount[] {
    return this.#store
      .of(day)
      .filter(({ state }) => state !== 'cancelled')
      .map(({ id, at, service = '', state }) => {
        const hour = Math.floor(this.#clocks.minuteAt(at) / 60)
        const hasCome = come.has(id)
        const noShow = state === 'no-show' && !hasCome
        return { hour, service, booked: 1, arrived: Number(hasCome), noShow: Number(noShow) }
      })
  }

  #read({ text, day = this.today, columns }: Book) {
    const { lists } = this.#parts
    const form = formOf(text)
    const read = tooLarge(text) ?? readBook(text, this.#reading(day, columns, lists))
    const rows = read.rows.map((row) => (row.key === undefined ? row : { ...row, key: fingerprint(row.key) }))
    const tickets = this.#tickets()
    const book = { source: read.source, rows, isWhole: read.source !== typed, hasGaps: read.problems.length > 0 }
    return { day, form, read, merge: mergeBook(this.#store.of(day), book, (id) => tickets.has(id)) }
  }

  #reading(day: string, columns: readonly Column[] | undefined, { clinic }: ClinicLists) {
    const remembered = [...(columns ?? []), ...this.#store.columns]
    return { day, clinic, clocks: this.#clocks, keepsInitials: this.#store.keepsInitials, remembered }
  }

  #tickets(): ReadonlyMap<string, Ticket> {
    return ticketsByBooking(this.#parts.log.state)
  }

  #dayOf({ tickets }: QueueState): string {
    return this.#clocks.dateOf(Math.min(...[...tickets.values()].map(({ arrivedAt }) => arrivedAt)))
  }

  #once(request: Request, act: () => Answer): Answer {
    const { answers, clock } = this.#parts
    const answer = this.#store.transaction(() => {
      const known = answers.find(request)
      if (known !== undefined) return known
      const said = act()
      answers.keep(request, said, clock.now())
      return said
    })
    if (answer.status === 200) for (const listener of this.#listeners) listener()
    return answer
  }
}

/** By booking: whoever has checked in with it last. */
const ticketsByBooking = ({ tickets }: QueueState): ReadonlyMap<string, Ticket> =>
  new Map(
    [...tickets.values()].flatMap((ticket) =>
      ticket.booking === undefined ? [] : [[ticket.booking, ticket] as const],
    ),
  )

const comers = (state: QueueState): ReadonlySet<string> => new Set(ticketsByBooking(state).keys())

function tooLarge(text: string): ReadBook | undefined {
  if (Buffer.byteLength(text) <= mostBytes) return undefined
  const problem = { row: 1, message: 'This is more than 1 MB. Take the appointments of one day.' }
  return { source: typed, rows: [], problems: [problem], notes: [], otherDays: 0, hadNames: false }
}

const changesOf = ({ moved, changed, cancelled, adopted }: Merge): readonly Change[] => [
  ...moved,
  ...changed,
  ...cancelled,
  ...adopted,
]

function bookingOf({ row: _, isCancelled: __, ...said }: BookedRow, source: string): Booking {
  return { ...said, id: randomBytes(9).toString('base64url'), source, state: 'expected' }
}
