/** An appointment as the clinic's own book tells it: when, for what, with whom. Names are never part of it. */
import type { Clinic } from './clinic.ts'

/** What a book says of one appointment. `at` is milliseconds since 1970 UTC. */
export interface Appointment {
  readonly at: number
  readonly service?: string
  readonly provider?: string
  readonly minutes?: number
  /** Only where the clinic keeps them; at most four signs. */
  readonly initials?: string
}

/** An appointment as it stands in what was pasted or dropped. */
export interface BookedRow extends Appointment {
  /** The line it begins in, from 1 on. */
  readonly row: number
  /** What the book itself calls it (the UID of a calendar, the number of an export); it stays when the time moves. */
  readonly key?: string
  readonly isCancelled?: true
}

/** Something about one line, in a sentence for whoever imports it. */
export interface RowRemark {
  readonly row: number
  readonly message: string
}

/** What was read. Nothing of it is in force. */
export interface ReadBook {
  /** Where it comes from, in a word that stays the same when the same book comes again. */
  readonly source: string
  readonly rows: readonly BookedRow[]
  /** Lines that cannot be appointments as they stand. */
  readonly problems: readonly RowRemark[]
  /** Lines that are, but not quite as they stand. */
  readonly notes: readonly RowRemark[]
  /** How many appointments lie on other days. */
  readonly otherDays: number
  /** Names were there; they have been dropped. */
  readonly hadNames: boolean
  /** Of a table: what each column was taken for. */
  readonly columns?: readonly Column[]
}

export const columnMeanings = [
  'time',
  'date',
  'end',
  'minutes',
  'service',
  'provider',
  'number',
  'status',
  'name',
  'nothing',
] as const
export type ColumnMeaning = (typeof columnMeanings)[number]

export interface Column {
  /** As the table calls it. */
  readonly header: string
  readonly meaning: ColumnMeaning
}

/** What the clinic's clocks show, for a module that has none. */
export interface ClinicClocks {
  /**
   * The instant at which a clock shows a time; the earlier one where it is shown twice.
   *
   * @param date `2026-03-03`
   * @param minute of that day
   * @param zone IANA name; the clinic's own when nobody says
   * @returns undefined for a time that is skipped, or a zone that does not exist
   */
  readonly instantOf: (date: string, minute: number, zone?: string) => number | undefined
  /** The date in the clinic at an instant. */
  readonly dateOf: (at: number) => string
}

export interface Reading {
  /** The day whose appointments are wanted: `2026-03-03`. */
  readonly day: string
  readonly clinic: Clinic
  readonly clocks: ClinicClocks
  readonly keepsInitials: boolean
  /** What columns of this name were taken for before. */
  readonly remembered?: readonly Column[]
}

/** More would be a book of a year, pasted by mistake. */
export const mostRows = 5_000
export const mostBytes = 1_000_000

/** Nothing was read, for a reason that is about all of it. */
export const unreadable = (source: string, message: string, row = 1): ReadBook => ({
  source,
  rows: [],
  problems: [{ row, message }],
  notes: [],
  otherDays: 0,
  hadNames: false,
})

const longestInitials = 4

/** `Anna-Lena Müller` and `Müller, Anna-Lena` → `ALM`; undefined when there are no letters. */
export function initialsOf(name: string): string | undefined {
  const [last = '', first] = name.split(',', 2)
  const words = (first === undefined ? name : `${first} ${last}`).split(/[^\p{L}\p{M}]+/u)
  const letters = words.flatMap((word) => [...word].slice(0, 1)).join('')
  return letters === '' ? undefined : letters.toUpperCase().slice(0, longestInitials)
}
