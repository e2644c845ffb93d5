/** What a schedule says: which playlist plays on which screens and when. The file `schedule.yaml`, and every row. */

import { z } from 'zod'
import { minuteOf, weekdays } from './calendar-date.ts'
import { msOfWritten } from './instant.ts'
import { oneLine } from './one-line.ts'

/** How many schedules a clinic may have, and screens or groups one of them may name. */
export const mostSchedules = 2_000
const mostScreens = 100
const mostGroups = 100
const mostExceptions = 1_000
/** Interrupts leave this much of the loop time to what they interrupt, percent. */
export const mostShare = 80
export const usualShare = 25

const dayMinutes = 24 * 60
const nearYear = 'A year from 1900 to 2999 is expected.'
const time = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time is expected, from "00:00" to "24:00", in quotes.')
const date = z.iso.date({ error: 'A date is expected, such as 2026-12-24.' })
const instant = z.iso.datetime({
  offset: true,
  error: 'A date and time with their distance from UTC are expected, such as 2026-12-24T14:00:00+01:00.',
})

export const zones = ['main', 'ticker'] as const
export type Zone = (typeof zones)[number]
export const kinds = ['normal', 'interrupt', 'takeover'] as const

export const scheduleName = oneLine().min(1).max(80)

export const screenGroup = z.strictObject({
  name: oneLine()
    .min(1)
    .max(40)
    .refine((name) => name !== 'all' && !isScreenId(name), 'A group needs a name of its own, not one of a screen.'),
  screens: z.array(z.string().refine(isScreenId, 'A screen is expected, such as screen-1.')).max(mostScreens),
})
export type ScreenGroup = z.infer<typeof screenGroup>

export const schedule = z
  .strictObject({
    name: scheduleName,
    /** A playlist's name, or a folder's path. */
    playlist: oneLine().min(1).max(300),
    /** `all`, screens and groups. */
    screens: z.array(z.string().trim().min(1).max(40)).min(1).max(mostScreens).default(['all']),
    zone: z.enum(zones).default('main'),
    weekdays: z.array(z.enum(weekdays)).min(1).max(7).optional(),
    start: time.refine((start) => start !== '24:00', '"start" is at most "23:59".').default('00:00'),
    /** At or before `start`: on the next day. */
    end: time.default('24:00'),
    /** The first and the last day it may begin on. */
    from: date.refine(isNearYear, nearYear).optional(),
    until: date.optional(),
    /** RFC 5545, date parts only: chooses days instead of `weekdays`. */
    rrule: z.string().trim().min(1).max(300).optional(),
    except: z.array(date).max(mostExceptions).optional(),
    priority: z.int().min(0).max(100).default(50),
    kind: z.enum(kinds).default('normal'),
    /** Of an interrupt: percent of the loop time. */
    share: z.int().min(1).max(mostShare).optional(),
    /** Never before and never after. */
    startsAt: instant.refine(isNearYear, nearYear).optional(),
    endsAt: instant.refine(isNearYear, nearYear).optional(),
  })
  .superRefine((whole, context) => {
    for (const { field, message } of contradictions(whole)) context.addIssue({ code: 'custom', path: [field], message })
  })
export type Schedule = z.infer<typeof schedule>

export const groupList = z
  .array(screenGroup)
  .max(mostGroups)
  .superRefine((groups, context) => {
    for (const index of repeated(groups)) context.addIssue({ code: 'custom', path: [index, 'name'], message: twice })
  })

/** Counting from a year that was mistyped would take longer than anybody waits. */
function isNearYear(written: string): boolean {
  return '1900' <= written && written < '3000'
}

export const twice = 'This name is given twice. Keep one of them.'

export function repeated(list: readonly { readonly name: string }[]): readonly number[] {
  const names = list.map(({ name }) => name)
  return names.flatMap((name, index) => (names.indexOf(name) === index ? [] : [index]))
}

/** What the calendar plays by itself, and nobody else's schedule may be called. */
export const calendarNames = { closing: 'Closing time', closed: 'While closed' } as const
export const isCalendarName = (name: string): boolean => (Object.values(calendarNames) as string[]).includes(name)
export const calendarOnly = 'The opening hours make a schedule of this name themselves. Choose another name.'

export function isScreenId(name: string): boolean {
  return /^screen-[1-9]\d?$/.test(name)
}

/** Minutes after the midnight that its day begins with; `endMinute` is greater than 1440 when it ends on the next day. */
export function minutesOf({ start, end }: Pick<Schedule, 'start' | 'end'>) {
  const [startMinute, ends] = [minuteOf(start), minuteOf(end)]
  return { startMinute, endMinute: ends <= startMinute ? ends + dayMinutes : ends }
}

interface Contradiction {
  readonly field: string
  readonly message: string
}

function contradictions(whole: Schedule): readonly Contradiction[] {
  const { from, until, startsAt, endsAt, share, kind } = whole
  const found: Contradiction[] = []
  const add = (field: keyof Schedule, message: string) => found.push({ field, message })
  if (from !== undefined && until !== undefined && until < from)
    add('until', `It ends on ${until}, before it begins on ${from}.`)
  if (startsAt !== undefined && endsAt !== undefined && msOfWritten(endsAt) <= msOfWritten(startsAt))
    add('endsAt', 'It ends before it begins.')
  if (share !== undefined && kind !== 'interrupt') add('share', '"share" is for schedules of kind interrupt only.')
  if (kind === 'takeover' && !hasEnd(whole))
    add(
      'endsAt',
      'A takeover must end: say when in "endsAt", or give it an "end" on each day, or a last day in "until".',
    )
  return found
}

/** Whether somebody has said when it is over: every day around the clock is not an end. */
function hasEnd(whole: Schedule): boolean {
  const { endsAt, until, weekdays: days = weekdays, rrule } = whole
  if (endsAt !== undefined || until !== undefined) return true
  const { startMinute, endMinute } = minutesOf(whole)
  if (endMinute - startMinute < dayMinutes) return true
  return rrule === undefined
    ? new Set(days).size < weekdays.length
    : !/FREQ=DAILY/i.test(rrule) || /COUNT|UNTIL/i.test(rrule)
}
