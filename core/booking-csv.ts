/** A table of appointments → the appointments of one day. Names and everything nobody asked for stay behind. */
import {
  type BookedRow,
  type Column,
  type ColumnMeaning,
  initialsOf,
  mostRows,
  type ReadBook,
  type Reading,
  type RowRemark,
  unreadable,
} from './booking.ts'
import { columnsOf } from './booking-columns.ts'
import { skipped, tooMany } from './booking-lines.ts'
import { folded, longestIn, type Meant, meantProvider, meantService } from './booking-names.ts'
import { delimiterOf, rowsOf, type TableRow } from './booking-table.ts'
import { type DateOrder, type Moment, momentOf, orderOf } from './booking-time.ts'

const table = 'table'
const minuteMs = 60_000
const longestMinutes = 600
const mostColumns = 100
/** What programs write into a column of states when nobody will come. */
const cancelled = /^(cancel|storn|abgesagt|annul|anul|deleted|geloscht|entfallt|(yes|ja|true|x|1)$)/

export function readTable(text: string, reading: Reading): ReadBook {
  const delimiter = delimiterOf(text)
  if (delimiter === undefined) return unreadable(table, 'This is no table: no sign divides its lines into columns.')
  const all = rowsOf(text, delimiter)
  if (all.length > mostRows) return unreadable(table, tooMany)
  if (all.some(({ cells }) => cells.length > mostColumns)) {
    return unreadable(table, `A table of appointments has at most ${mostColumns} columns.`)
  }
  const { columns, hasHeader } = columnsOf(
    all.map(({ cells }) => cells),
    reading,
  )
  const source = `${table}:${columns.map(({ header }) => folded(header)).join(',')}`
  const has = (meaning: ColumnMeaning) => columns.some((column) => column.meaning === meaning)
  if (!has('time')) {
    return { ...unreadable(source, 'Which column has the time of the appointment? Say so under Columns.'), columns }
  }
  const rows = all.slice(hasHeader ? 1 : 0)
  const parsed = rowsToBook(rows, { columns, reading })
  return { source, ...parsed, hadNames: has('name'), columns }
}

interface Table {
  readonly columns: readonly Column[]
  readonly reading: Reading
}

function rowsToBook(rows: readonly TableRow[], { columns, reading }: Table): Omit<ReadBook, 'source' | 'hadNames'> {
  const cellsOf = (meaning: ColumnMeaning, { cells }: TableRow) =>
    columns.flatMap((column, index) => (column.meaning === meaning ? [cells[index] ?? ''] : []))
  const dates = rows.flatMap((row) => [...cellsOf('date', row), ...cellsOf('time', row)])
  const order = orderOf(dates, reading.day)
  const people = peopleColumns(columns)
  const booked: BookedRow[] = []
  const problems: RowRemark[] = []
  const notes: RowRemark[] = []
  const seen = new Map<string, number>()
  let otherDays = 0
  for (const row of rows) {
    const { line, cells } = row
    const same = seen.get(cells.join('\n'))
    if (same !== undefined) {
      notes.push({ row: line, message: `This line is the same as line ${same}: it counts once.` })
      continue
    }
    seen.set(cells.join('\n'), line)
    const cell = (meaning: ColumnMeaning) => cellsOf(meaning, row)[0] ?? ''
    const when = whenOf(cell('date'), cell('time'), order, reading)
    if (typeof when === 'string') problems.push({ row: line, message: when })
    else if (reading.clocks.dateOf(when.at) !== reading.day) otherDays += 1
    else {
      const read = detailsOf({ line, cell, names: people.map((index) => cells[index] ?? '') }, when.end, reading)
      booked.push({ row: line, at: when.at, ...read.details })
      notes.push(...read.notes)
    }
  }
  return { rows: booked, problems, notes, otherDays }
}

/** Columns of names proper, without telephones and notes; first names first. */
function peopleColumns(columns: readonly Column[]): readonly number[] {
  const found = columns.flatMap(({ header, meaning }, index) =>
    meaning === 'name' && isPerson.test(folded(header)) ? [{ index, isFirst: isFirstName.test(folded(header)) }] : [],
  )
  return found.sort((one, other) => Number(other.isFirst) - Number(one.isFirst)).map(({ index }) => index)
}

const isPerson = /name|patient|client|kund|guest|gast|paciente|nom|prenom|nombre|apellid/
const isFirstName = /^(first|given|vor|pre|nombre)/

interface When {
  readonly at: number
  /** Minute of the day, when the cell says from when to when. */
  readonly end?: number
}

/** @returns a sentence for what is no time */
function whenOf(date: string, time: string, order: DateOrder, { day, clocks }: Reading): When | string {
  if (time === '') return 'The time is missing.'
  const [from = '', to = ''] = rangeOf(time)
  const moment = momentOf(from, order)
  if (moment?.minute === undefined) return `${quoted(time)} is no time.`
  const apart = date === '' ? undefined : momentOf(date, order)
  if (date !== '' && apart?.date === undefined) return `${quoted(date)} is no date.`
  const on = moment.date ?? apart?.date ?? day
  const at = instantAt(moment, on, clocks)
  if (at === undefined) return skipped(moment.minute)
  const end = to === '' ? undefined : momentOf(to, order)?.minute
  return { at, ...(end === undefined ? {} : { end }) }
}

/** `10:30 - 11:00`, `10:30–11:00`; a date has hyphens too, but nothing between them. */
function rangeOf(time: string): readonly string[] {
  const found = /^(.*\d(?:\s*[ap]\.?m\.?)?)\s*(?:\s[-–—]\s|–|—|\s(?:to|bis)\s)\s*(\d.*)$/i.exec(time)
  if (found !== null) return found.slice(1)
  const close = /^(\d{1,2}[:.]\d\d)-(\d{1,2}[:.]\d\d)$/.exec(time)
  return close === null ? [time] : close.slice(1)
}

function instantAt({ minute = 0, offset }: Moment, date: string, clocks: Reading['clocks']): number | undefined {
  if (offset === undefined) return clocks.instantOf(date, minute)
  const utc = clocks.instantOf(date, minute, 'UTC')
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? []
  const offMs = (Number(hours) * 60 + Number(minutes)) * minuteMs * (sign === '-' ? -1 : 1)
  return utc === undefined ? undefined : utc - offMs
}

/** Of a cell that may hold anything, only what can be part of a time is repeated. */
const quoted = (cell: string): string => (/^[\d\s:./,-]{1,24}$/.test(cell) ? `"${cell}"` : 'What stands there')

interface Cells {
  readonly line: number
  /** The first column of a meaning; empty when there is none. */
  readonly cell: (meaning: ColumnMeaning) => string
  /** What people are called, first names first. */
  readonly names: readonly string[]
}

function detailsOf(
  { cell, names, line }: Cells,
  end: number | undefined,
  { clinic, keepsInitials }: Reading,
): { readonly details: Omit<BookedRow, 'row' | 'at'>; readonly notes: readonly RowRemark[] } {
  const service = orInside(meantService(cell('service'), clinic), longestIn(cell('service'), clinic.services))
  const provider = meantProvider(cell('provider'), clinic)
  const unknown = [
    cell('service') !== '' && service.kind !== 'one' ? unknownService : undefined,
    cell('provider') !== '' && provider.kind !== 'one' ? unknownProvider : undefined,
  ]
  const minutes = lengthOf(cell, end)
  const initials = keepsInitials ? initialsOf(names.join(' ')) : undefined
  const details = {
    ...(service.kind === 'one' ? { service: service.id } : {}),
    ...(provider.kind === 'one' ? { provider: provider.id } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(initials === undefined ? {} : { initials }),
    ...(cell('number') === '' ? {} : { key: cell('number') }),
    ...(cancelled.test(folded(cell('status'))) ? { isCancelled: true as const } : {}),
  }
  return { details, notes: unknown.flatMap((message) => (message === undefined ? [] : [{ row: line, message }])) }
}

const unknownService = 'Its service is none of the clinic’s. The desk chooses one at check-in.'
const unknownProvider = 'Its provider is none of the clinic’s. It is for anyone who performs the service.'
const orInside = (one: Meant, other: Meant): Meant => (one.kind === 'one' ? one : other)

/** Planned minutes: as they are written, or from the beginning to the end. */
function lengthOf(cell: Cells['cell'], end: number | undefined): number | undefined {
  const [from = ''] = rangeOf(cell('time'))
  const [start, last] = [momentOf(from)?.minute, end ?? momentOf(cell('end'))?.minute]
  const length = start !== undefined && last !== undefined ? last - start : undefined
  const written = /^\d{1,3}(?=\D|$)/.exec(cell('minutes'))?.[0]
  const minutes = written === undefined ? length : Number(written)
  return minutes === undefined || minutes < 1 || minutes > longestMinutes ? undefined : minutes
}
