/** What pages are told of bookings, and of a book that somebody is about to import. */
import type { ReadBook } from '../core/booking.ts'
import type { BookForm } from '../core/booking-book.ts'
import type { BookingWords, ImportPreview } from '../core/booking-contract.ts'
import { type Booking, type Merge, mergeWords } from '../core/booking-merge.ts'
import type { Ticket } from '../core/queue-state.ts'
import { isoOf } from './clock.ts'

/** @param ticket of whoever has come with it */
export function wordsOf(
  { id, at, service, provider, minutes, initials, state }: Booking,
  ticket?: Ticket,
): BookingWords {
  return {
    ...shortOf({ at, ...(service === undefined ? {} : { service }), ...(provider === undefined ? {} : { provider }) }),
    id,
    ...(minutes === undefined ? {} : { minutes }),
    ...(initials === undefined ? {} : { initials }),
    state: ticket !== undefined ? 'arrived' : state === 'no-show' ? 'no-show' : 'expected',
    ...(ticket === undefined ? {} : { ticket: { id: ticket.id, code: ticket.code, state: ticket.state.kind } }),
  }
}

const shortOf = ({ at, service, provider }: Pick<Booking, 'at' | 'service' | 'provider'>) => ({
  at: isoOf(at),
  ...(service === undefined ? {} : { service }),
  ...(provider === undefined ? {} : { provider }),
})

/** What an import would do, before anybody has said yes to it. */
export function previewOf(day: string, form: BookForm, read: ReadBook, merge: Merge): ImportPreview {
  const { problems, notes, otherDays, hadNames, columns } = read
  return {
    day,
    form,
    text: mergeWords(merge),
    added: merge.added.map(shortOf),
    moved: merge.moved.map(({ before, after }) => ({ ...shortOf(after), from: isoOf(before.at) })),
    changed: merge.changed.map(({ after }) => shortOf(after)),
    cancelled: merge.cancelled.map(({ before }) => shortOf(before)),
    same: merge.same,
    staying: merge.staying,
    otherDays,
    problems: [...problems],
    notes: [...notes],
    hadNames,
    ...(columns === undefined ? {} : { columns: [...columns] }),
  }
}
