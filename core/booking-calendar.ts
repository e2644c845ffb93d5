/** A calendar (iCalendar) → the appointments of one day: repeated ones, moved ones, cancelled ones, in any zone. */
import ICAL from 'ical.js'
import { type BookedRow, mostRows, type ReadBook, type Reading, type RowRemark, unreadable } from './booking.ts'
import { tooMany } from './booking-lines.ts'
import { longestIn, meantProvider, meantService } from './booking-names.ts'

const calendar = 'calendar'
const minuteMs = 60_000
const longestMinutes = 600
/** Steps through repetitions, in all of a file. */
const mostSteps = 30_000

export function readCalendar(text: string, reading: Reading): ReadBook {
  const roots = componentsOf(text)
  if (roots === undefined) {
    return unreadable(calendar, 'This calendar cannot be read to its end. Export it again, or save it as a table.')
  }
  const source = `${calendar}:${roots.map((root) => textOf(root, 'x-wr-calname') || textOf(root, 'prodid')).join(',')}`
  const lines = [...text.matchAll(/^BEGIN:VEVENT/gim)].map(({ index }) => text.slice(0, index).split('\n').length)
  const events = roots
    .flatMap((root) => root.getAllSubcomponents('vevent').map((event) => ({ root, event })))
    .map((found, index) => ({ ...found, line: lines[index] ?? 1 }))
  if (events.length > mostRows) return unreadable(source, tooMany)
  const book: Book = { reading, rows: new Map(), problems: [], notes: [], otherDays: 0, steps: 0, replaced: new Set() }
  for (const one of events) {
    const replaces = timeOf(one, 'recurrence-id', reading)
    if (replaces !== undefined) book.replaced.add(keyOf(one, replaces))
  }
  for (const one of events) {
    try {
      const message = readEvent(one, book)
      if (message !== undefined) book.problems.push({ row: one.line, message })
    } catch {
      book.problems.push({ row: one.line, message: 'This entry is damaged, or repeats by an impossible rule.' })
    }
  }
  const { problems, notes, otherDays } = book
  return { source, rows: [...book.rows.values()].map(({ row }) => row), problems, notes, otherDays, hadNames: true }
}

interface Event {
  readonly root: ICAL.Component
  readonly event: ICAL.Component
  readonly line: number
}

interface Book {
  readonly reading: Reading
  /** By key: an entry that stands twice counts in its newest version. */
  readonly rows: Map<string, { readonly row: BookedRow; readonly version: number }>
  readonly problems: RowRemark[]
  readonly notes: RowRemark[]
  /** Repetitions that have an entry of their own. */
  readonly replaced: Set<string>
  otherDays: number
  steps: number
}

function componentsOf(text: string): readonly ICAL.Component[] | undefined {
  try {
    // Several calendars in one file come as a list of them.
    const parsed = ICAL.parse(text) as unknown[]
    const all = (Array.isArray(parsed[0]) ? parsed : [parsed]) as ConstructorParameters<typeof ICAL.Component>[0][]
    const roots = all.map((one) => new ICAL.Component(one)).filter(({ name }) => name === 'vcalendar')
    return roots.length === 0 ? undefined : roots
  } catch {
    return undefined
  }
}

/** @returns what is wrong with it, in a sentence */
function readEvent(one: Event, book: Book): string | undefined {
  const { event } = one
  const { reading } = book
  const start = event.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time)) return 'It has no beginning.'
  if (start.isDate) return undefined
  const replaces = timeOf(one, 'recurrence-id', reading)
  if (replaces !== undefined || !(event.hasProperty('rrule') || event.hasProperty('rdate'))) {
    const at = timeOf(one, 'dtstart', reading)
    if (at === undefined) return 'Its time is skipped on that day.'
    take(one, at, replaces === undefined ? textOf(event, 'uid') : keyOf(one, replaces), book)
    return undefined
  }
  const rules = event.getAllProperties('rrule').map((rule) => rule.getFirstValue())
  if (rules.some((rule) => rule instanceof ICAL.Recur && ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(rule.freq))) {
    return 'It repeats more than once a day.'
  }
  let isToday = false
  const repetitions = new ICAL.RecurExpansion({ component: event, dtstart: nearStart(start, event, reading.day) })
  for (let next = repetitions.next(); next; next = repetitions.next()) {
    book.steps += 1
    if (book.steps > mostSteps) {
      return 'The repetitions of this calendar reach too far back.'
    }
    const date = dateOf(next)
    // In another zone the day may be the one before or after.
    if (date > dayAfter(reading.day)) break
    if (date < dayBefore(reading.day)) continue
    const at = instantOf(next, one, 'dtstart', reading)
    if (at === undefined || reading.clocks.dateOf(at) !== reading.day) continue
    isToday = true
    if (!book.replaced.has(keyOf(one, at))) take(one, at, keyOf(one, at), book)
  }
  if (!isToday) book.otherDays += 1
  return undefined
}

/**
 * A later beginning with the same repetitions: a daily entry since ten years would take thousands of steps to today.
 * Whole weeks or days of the rule's own pace change nothing, as long as nobody counts them.
 */
function nearStart(start: ICAL.Time, event: ICAL.Component, day: string): ICAL.Time {
  const rules = event.getAllProperties('rrule').map((rule) => rule.getFirstValue())
  const [rule] = rules
  if (!(rule instanceof ICAL.Recur) || rules.length > 1 || rule.count) return start
  if (rule.freq !== 'DAILY' && rule.freq !== 'WEEKLY') return start
  const pace = Math.max(1, rule.interval) * (rule.freq === 'WEEKLY' ? 7 : 1)
  const days =
    ICAL.Time.fromDateString(day)
      .subtractDate(ICAL.Time.fromDateString(dateOf(start)))
      .toSeconds() / 86_400
  const paces = Math.floor(days / pace) - 2
  if (paces <= 0) return start
  const near = start.clone()
  near.adjust(paces * pace, 0, 0, 0)
  return near
}

function take({ root, event, line }: Event, at: number, key: string, book: Book): void {
  const { clocks, day, clinic } = book.reading
  if (clocks.dateOf(at) !== day) {
    book.otherDays += 1
    return
  }
  const version = Number(event.getFirstPropertyValue('sequence') ?? 0)
  if ((book.rows.get(key)?.version ?? -1) > version) return
  const isCancelled = /cancel/i.test(`${textOf(event, 'status')} ${textOf(root, 'method')}`)
  const summary = textOf(event, 'summary')
  const service = [
    ...valuesOf(event, 'categories').map((each) => meantService(each, clinic)),
    longestIn(summary, clinic.services),
    longestIn(textOf(event, 'description'), clinic.services),
  ].find(({ kind }) => kind === 'one')
  const provider = [
    ...valuesOf(event, 'resources'),
    ...namesOf(event, 'organizer'),
    ...namesOf(event, 'attendee'),
    textOf(root, 'x-wr-calname'),
  ]
    .map((name) => meantProvider(name, clinic))
    .find(({ kind }) => kind === 'one')
  if (service === undefined && !isCancelled) {
    book.notes.push({ row: line, message: 'It names none of the clinic’s services. The desk chooses one at check-in.' })
  }
  const minutes = minutesOf(event)
  book.rows.set(key, {
    version,
    row: {
      row: line,
      at,
      ...(service?.kind === 'one' ? { service: service.id } : {}),
      ...(provider?.kind === 'one' ? { provider: provider.id } : {}),
      ...(minutes === undefined ? {} : { minutes }),
      ...(key === '' ? {} : { key }),
      ...(isCancelled ? { isCancelled: true } : {}),
    },
  })
}

const keyOf = ({ event }: Event, at: number): string => `${textOf(event, 'uid')} ${at}`

const textOf = (component: ICAL.Component, name: string): string => {
  const value = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? value : ''
}

const valuesOf = (component: ICAL.Component, name: string): readonly string[] =>
  component
    .getAllProperties(name)
    .flatMap((property) => property.getValues().filter((each) => typeof each === 'string'))

/** What people are called, not their addresses. */
const namesOf = (component: ICAL.Component, name: string): readonly string[] =>
  component.getAllProperties(name).flatMap((property) => {
    const cn = property.getParameter('cn')
    return typeof cn === 'string' ? [cn] : []
  })

function timeOf(one: Event, name: 'dtstart' | 'recurrence-id', reading: Reading): number | undefined {
  const value = one.event.getFirstPropertyValue(name)
  return value instanceof ICAL.Time && !value.isDate ? instantOf(value, one, name, reading) : undefined
}

/** By the rules of a zone that the file brings along, else by the zone's name, else by the clinic's clocks. */
function instantOf(time: ICAL.Time, { root, event }: Event, name: string, { clocks }: Reading): number | undefined {
  if (time.zone !== null && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1_000
  const zone = event.getFirstProperty(name)?.getParameter('tzid') ?? textOf(root, 'x-wr-timezone')
  const minute = time.hour * 60 + time.minute
  const there = typeof zone === 'string' && zone !== '' ? clocks.instantOf(dateOf(time), minute, zone) : undefined
  return there ?? clocks.instantOf(dateOf(time), minute)
}

const dateOf = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function minutesOf(event: ICAL.Component): number | undefined {
  const { duration } = new ICAL.Event(event)
  const minutes = Math.round((duration.toSeconds() * 1_000) / minuteMs)
  return minutes < 1 || minutes > longestMinutes ? undefined : minutes
}

const shifted = (day: string, days: number): string => {
  const time = ICAL.Time.fromDateString(day)
  time.adjust(days, 0, 0, 0)
  return dateOf(time)
}
const dayAfter = (day: string) => shifted(day, 1)
const dayBefore = (day: string) => shifted(day, -1)
