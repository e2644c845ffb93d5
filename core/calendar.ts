/** The one calendar: when the clinic is open, what differs from that on certain days, and who is away. */

import { z } from 'zod'
import { weekdays } from './calendar-date.ts'
import { oneLine } from './one-line.ts'

const time = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time is expected, such as 09:30, at most 24:00.')
const date = z.iso.date({ error: 'A date is expected, such as 2026-12-24.' })
const reason = oneLine().min(1).max(60)

/** A part of a day on the clinic's clocks: from `start` until just before `end`. */
export const span = z.strictObject({ start: time, end: time })
export type Span = z.infer<typeof span>

const hours = z.array(span).max(6)

/** An ISO 3166 country, and its state or city where the holidays differ: `DE-BY`, `US`, `CH-ZH`. */
export const holidayRegion = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$/i, 'A region is expected, such as DE-BY or US.')

/** Closed on these days, both included. */
export const closedDays = z.strictObject({ from: date, to: date.optional(), reason: reason.optional() })
/** Other hours than usual: an early closing, or an opening on a day that is otherwise closed. */
export const specialDay = z.strictObject({ date, hours: hours.min(1), reason: reason.optional() })
/** A provider is away on these days, both included; with `hours`, for that part of each of them. */
export const absence = z.strictObject({
  provider: z.string().min(1).max(64),
  from: date,
  to: date.optional(),
  hours: span.optional(),
})
export type Absence = z.infer<typeof absence>

export const calendar = z.strictObject({
  /** Absent until somebody has said so: then nothing is ever taken for closed. */
  weekly: z.strictObject(Object.fromEntries(weekdays.map((day) => [day, hours])) as WeekShape).optional(),
  /** A break within the hours of every day: the clinic is open, and calls nobody. */
  lunch: span.optional(),
  closed: z.array(closedDays).max(400).default([]),
  special: z.array(specialDay).max(400).default([]),
  absences: z.array(absence).max(1_000).default([]),
  /** Public holidays on which the clinic is closed, by the names they have in `GET /api/holidays`. */
  holidays: z
    .strictObject({
      region: holidayRegion.optional(),
      ticked: z.array(z.string().min(1).max(200)).max(200).default([]),
    })
    .default({ ticked: [] }),
})
export type Calendar = z.infer<typeof calendar>
type WeekShape = Record<(typeof weekdays)[number], typeof hours>
export type Week = NonNullable<Calendar['weekly']>

/** What a fresh installation knows. */
export const firstCalendar: Calendar = calendar.parse({})

/** Names of ticked public holidays by date, for the years that matter. */
export type Holidays = ReadonlyMap<string, string>
