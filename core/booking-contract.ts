/** Bookings as they travel: the day's list, what an import would do, and its addresses. Instants are ISO 8601 UTC. */
import { z } from 'zod'
import { columnMeanings, mostBytes } from './booking.ts'
import type { Operation, Role } from './operation.ts'
import { id, instant, ticketState } from './queue-contract.ts'
import { keyParameter } from './queue-operations.ts'

/** `2026-03-03`, on the clinic's calendar. */
export const dayName = z.iso.date({ error: 'A day is expected, such as 2026-03-03.' })

export const booking = z.object({
  id,
  at: instant,
  service: id.optional(),
  provider: id.optional(),
  minutes: z.int().positive().optional(),
  /** Only where the clinic keeps them; erased with the booking. */
  initials: z.string().optional(),
  state: z.enum(['expected', 'arrived', 'no-show']),
  /** Whoever has checked in with it last. */
  ticket: z.object({ id, code: z.string(), state: ticketState }).optional(),
})
export type BookingWords = z.infer<typeof booking>

/** `GET /api/bookings` and topic `bookings`: in the order of time; cancelled ones are not in it. */
export const bookingList = z.object({
  day: dayName,
  bookings: z.array(booking),
  keepsInitials: z.boolean(),
  /** The last import of this day that can still be taken back. */
  lastImport: z.object({ id: z.int().positive(), at: instant, text: z.string() }).optional(),
})
export type BookingList = z.infer<typeof bookingList>

export const column = z.strictObject({ header: z.string().max(200), meaning: z.enum(columnMeanings) })

const book = z.strictObject({
  /** A table (CSV), a calendar (iCalendar), or lines such as "1030 L filler". */
  text: z
    .string()
    .min(1, 'There is nothing in it.')
    .max(mostBytes, 'This is more than 1 MB. Take the appointments of one day.'),
  /** Left out, today. */
  day: dayName.optional(),
  /** What columns mean, where somebody knows better; remembered for the next time. */
  columns: z.array(column).max(200).optional(),
})

export const bookingBodies = {
  preview: book,
  /** `leaveOut`: the lines that are not understood; otherwise one of them keeps all of it out. */
  import: book.extend({ leaveOut: z.boolean().optional() }),
  'undo-import': z.strictObject({ import: z.int().positive() }),
  mark: z.strictObject({ booking: id, as: z.enum(['no-show', 'expected']) }),
  settings: z.strictObject({ keepsInitials: z.boolean() }),
  'read-feed': z.strictObject({}),
} as const
export type BookingButton = keyof typeof bookingBodies

const remark = z.object({ row: z.int().positive(), message: z.string() })
const changed = z.object({ at: instant, service: id.optional(), provider: id.optional() })

export const importPreview = z.object({
  day: dayName,
  form: z.enum(['table', 'calendar', 'lines']),
  /** `12 new, 2 moved, 1 cancelled` */
  text: z.string(),
  added: z.array(changed),
  moved: z.array(changed.extend({ from: instant })),
  changed: z.array(changed),
  cancelled: z.array(changed),
  /** As before. */
  same: z.int(),
  /** Imported before, not in this book, but of providers it does not speak of, or perhaps on a line that is not understood: they stay. */
  staying: z.int(),
  otherDays: z.int(),
  /** Lines that are not understood: while there are any, nothing is imported unless they are left out. */
  problems: z.array(remark),
  notes: z.array(remark),
  /** There were names: they are not kept. */
  hadNames: z.boolean(),
  columns: z.array(column).optional(),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importAnswer = z.object({ import: z.int().positive(), text: z.string(), bookings: z.int() })

/** What became of asking the clinic's own calendar; empty while none is asked. */
export const feedState = z.object({
  host: z.string().optional(),
  /** When it was last read. */
  readAt: instant.optional(),
  /** What that brought. */
  text: z.string().optional(),
  /** Why it could not be read since. */
  problem: z.string().optional(),
})
export type FeedState = z.infer<typeof feedState>

const staff = ['desk', 'manager', 'administrator'] as const satisfies readonly Role[]

export const bookingOperations = {
  bookings: {
    method: 'get',
    path: '/api/bookings',
    summary: 'Who is booked on a day, without names, and who of them has come; topic `bookings` is the same for today',
    roles: staff,
    parameters: [{ in: 'query', name: 'day', schema: dayName.optional(), description: 'left out, today' }],
    answer: bookingList,
  },
  previewBookings: {
    method: 'post',
    path: '/api/bookings/preview',
    summary: 'What an import would do; changes nothing',
    roles: staff,
    parameters: [keyParameter],
    body: bookingBodies.preview,
    answer: importPreview,
  },
  importBookings: {
    method: 'post',
    path: '/api/bookings/import',
    summary:
      'Takes over the appointments of one day, all or nothing: what has moved is moved, what its book no longer has is cancelled, nothing comes twice. 422 `not-understood` names the lines',
    roles: staff,
    parameters: [keyParameter],
    body: bookingBodies.import,
    answer: importAnswer,
  },
  undoImport: {
    method: 'post',
    path: '/api/bookings/undo-import',
    summary: 'Takes back the last import; whoever has come stays. 409 `cannot-undo` when it is not the last one',
    roles: staff,
    parameters: [keyParameter],
    body: bookingBodies['undo-import'],
    answer: bookingList,
  },
  markBooking: {
    method: 'post',
    path: '/api/bookings/mark',
    summary: 'Somebody who was booked has not come, or may come after all. 409 `already-here`',
    roles: staff,
    parameters: [keyParameter],
    body: bookingBodies.mark,
    answer: bookingList,
  },
  bookingFeed: {
    method: 'get',
    path: '/api/bookings/feed',
    summary: 'When the calendar of the settings was last read, and why it could not be',
    roles: staff,
    answer: feedState,
  },
  readBookingFeed: {
    method: 'post',
    path: '/api/bookings/read-feed',
    summary: 'Asks the calendar of the settings now, and tells what that brought',
    roles: staff,
    parameters: [keyParameter],
    body: bookingBodies['read-feed'],
    answer: feedState,
  },
  bookingSettings: {
    method: 'post',
    path: '/api/bookings/settings',
    summary: 'Whether initials are taken over as desk labels, until the day is closed; off at first',
    roles: ['manager', 'administrator'],
    parameters: [keyParameter],
    body: bookingBodies.settings,
    answer: bookingBodies.settings,
  },
} as const satisfies Record<string, Operation>

/** Live topics of the bookings, with who may listen once people sign in. */
export const bookingTopics: Readonly<Record<string, readonly Role[]>> = { bookings: staff }
