/** Bookings on the disk: rows per day until the day is over, and counts of them from then on. */
import { createHash } from 'node:crypto'
import type { Column } from '../core/booking.ts'
import type { Booking, BookingState } from '../core/booking-merge.ts'
import { type Database, emptyLog } from './database.ts'
import { Facts } from './facts.ts'

interface Row {
  readonly id: string
  readonly at: number
  readonly service: string | null
  readonly provider: string | null
  readonly minutes: number | null
  readonly initials: string | null
  readonly key: string | null
  readonly source: string
  readonly state: BookingState
}

export interface KeptImport {
  readonly id: number
  readonly at: number
  readonly text: string
}

/** How many of a day, by hour of the clinic's clocks and service. */
export interface BookingCount {
  readonly hour: number
  /** Empty when the book did not say. */
  readonly service: string
  readonly booked: number
  readonly arrived: number
  readonly noShow: number
}

const initialsFact = 'bookings-keep-initials'
const columnsFact = 'bookings-columns'
const mostColumns = 200

/** What a book calls an appointment may hold a name: only its fingerprint is kept. */
export const fingerprint = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22)

export class BookingStore {
  readonly #database: Database
  readonly #facts: Facts

  constructor(database: Database) {
    this.#database = database
    this.#facts = new Facts(database)
  }

  transaction<Result>(act: () => Result): Result {
    return this.#database.transaction(act).immediate()
  }

  /** In the order of time, cancelled ones too. */
  of(day: string): readonly Booking[] {
    const rows = this.#database.prepare('SELECT * FROM bookings WHERE day = ? ORDER BY at, id').all(day) as Row[]
    return rows.map(({ id, at, source, state, ...rest }) => {
      const said = Object.entries(rest).filter(([name, value]) => name !== 'day' && value !== null)
      return { id, at, source, state, ...Object.fromEntries(said) }
    })
  }

  dayOf(id: string): string | undefined {
    const row = this.#database.prepare('SELECT day FROM bookings WHERE id = ?').get(id)
    return (row as { readonly day: string } | undefined)?.day
  }

  put(day: string, { id, at, service, provider, minutes, initials, key, source, state }: Booking): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO bookings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        id,
        day,
        at,
        service ?? null,
        provider ?? null,
        minutes ?? null,
        initials ?? null,
        key ?? null,
        source,
        state,
      )
  }

  remove(id: string): void {
    this.#database.prepare('DELETE FROM bookings WHERE id = ?').run(id)
  }

  noteImport(day: string, at: number, text: string, before: readonly Booking[], added: readonly string[]): number {
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO booking_imports (day, at, text, before, added) VALUES (?, ?, ?, ?, ?)')
      .run(day, at, text, JSON.stringify(before), JSON.stringify(added))
    return Number(lastInsertRowid)
  }

  lastImport(day: string): KeptImport | undefined {
    const row = this.#database
      .prepare('SELECT id, at, text FROM booking_imports WHERE day = ? ORDER BY id DESC LIMIT 1')
      .get(day)
    return row as KeptImport | undefined
  }

  /** What an import has changed and added, to be taken back once. */
  takeImport(id: number): {
    readonly day: string
    readonly before: readonly Booking[]
    readonly added: readonly string[]
  } {
    const row = this.#database.prepare('SELECT day, before, added FROM booking_imports WHERE id = ?').get(id) as {
      readonly day: string
      readonly before: string
      readonly added: string
    }
    this.#database.prepare('DELETE FROM booking_imports WHERE id = ?').run(id)
    return { day: row.day, before: JSON.parse(row.before), added: JSON.parse(row.added) }
  }

  /** @param isOver whether a day has gone by */
  daysOver(isOver: (day: string) => boolean): readonly string[] {
    const days = this.#database
      .prepare('SELECT DISTINCT day FROM bookings UNION SELECT DISTINCT day FROM booking_imports')
      .all() as { readonly day: string }[]
    return days.map(({ day }) => day).filter(isOver)
  }

  erase(day: string): void {
    this.#database.prepare('DELETE FROM bookings WHERE day = ?').run(day)
    this.#database.prepare('DELETE FROM booking_imports WHERE day = ?').run(day)
  }

  /** Adds to what is counted of a day: it may be closed more than once. */
  count(day: string, { hour, service, booked, arrived, noShow }: BookingCount): void {
    this.#database
      .prepare(
        `INSERT INTO booking_counts VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
         booked = booked + excluded.booked, arrived = arrived + excluded.arrived, no_show = no_show + excluded.no_show`,
      )
      .run(day, hour, service, booked, arrived, noShow)
  }

  countsOf(day: string): readonly BookingCount[] {
    return this.#database
      .prepare(
        'SELECT hour, service, booked, arrived, no_show AS noShow FROM booking_counts WHERE day = ? ORDER BY hour, service',
      )
      .all(day) as BookingCount[]
  }

  get keepsInitials(): boolean {
    return this.#facts.valueOf(initialsFact) === 'yes'
  }

  set keepsInitials(value: boolean) {
    this.#facts.keep(initialsFact, value ? 'yes' : 'no')
  }

  forgetInitials(): void {
    this.#database.prepare('UPDATE bookings SET initials = NULL').run()
    this.#database.prepare('DELETE FROM booking_imports').run()
  }

  /** What columns of a name were taken for last. */
  get columns(): readonly Column[] {
    return JSON.parse(this.#facts.valueOf(columnsFact) ?? '[]') as Column[]
  }

  rememberColumns(columns: readonly Column[]): void {
    const fresh = new Set(columns.map(({ header }) => header))
    const all = [...columns, ...this.columns.filter(({ header }) => !fresh.has(header))]
    this.#facts.keep(columnsFact, JSON.stringify(all.slice(0, mostColumns)))
  }

  /** Deleted rows are overwritten; this empties the write-ahead log of them. @returns whether it could */
  wipe(): boolean {
    return emptyLog(this.#database)
  }
}
