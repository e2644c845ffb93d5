/** Whatever was pasted, dropped or typed: recognised, read for one day, and refused as a whole when it is too much. */
import { type BookedRow, mostBytes, type ReadBook, type Reading, type RowRemark, unreadable } from './booking.ts'
import { readCalendar } from './booking-calendar.ts'
import { readTable } from './booking-csv.ts'
import { readLines } from './booking-lines.ts'
import { delimiterOf } from './booking-table.ts'
import { minuteOf } from './booking-time.ts'
import { type Clinic, nameOf, performs } from './clinic.ts'

export type BookForm = 'calendar' | 'table' | 'lines'

export function formOf(text: string): BookForm {
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return 'calendar'
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const delimiter = delimiterOf(text)
  // `1030, L, filler` is typed by hand; programs that leave out the names of columns do not divide them by commas.
  const areTimed = lines.every((line) => minuteOf(line.trim().split(/[\s,;|]+/)[0] ?? '') !== undefined)
  return delimiter === undefined || (areTimed && delimiter === ',') ? 'lines' : 'table'
}

export function readBook(text: string, reading: Reading): ReadBook {
  const form = formOf(text)
  // A sign takes one byte at least.
  if (text.length > mostBytes) return unreadable(form, 'This is more than 1 MB. Take the appointments of one day.')
  return fitted(readAs(form, text, reading), reading.clinic)
}

function readAs(form: BookForm, text: string, reading: Reading): ReadBook {
  switch (form) {
    case 'calendar':
      return readCalendar(text, reading)
    case 'table':
      return readTable(text, reading)
    case 'lines':
      return readLines(text, reading)
  }
}

/** Somebody booked with a provider who does not perform that could not be checked in. */
function fitted(read: ReadBook, clinic: Clinic): ReadBook {
  const notes: RowRemark[] = []
  const rows = read.rows.map((row): BookedRow => {
    const { provider, service } = row
    if (provider === undefined || service === undefined || performs(clinic, provider, service)) return row
    const [who, what] = [nameOf(clinic.providers, provider), nameOf(clinic.services, service)]
    notes.push({ row: row.row, message: `${who} does not perform ${what}. It is for anyone who does.` })
    const { provider: _, ...rest } = row
    return rest
  })
  return notes.length === 0 ? read : { ...read, rows, notes: [...read.notes, ...notes] }
}
