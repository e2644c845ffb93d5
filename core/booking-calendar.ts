/** A calendar (iCalendar) → the appointments of one day: repeated ones, moved ones, cancelled ones, in any zone. */
import ICAL from 'ical.js'
import { type BookedRow, mostRows, type ReadBook, type Reading, type RowRemark, unreadable } from './booking.ts'
import { tooMany } from './booking-lines.ts'
import { longestIn, meantProvider, meantService } from './booking-names.ts'
import { readRule } from './rule-days.ts'

const calendar = 'calendar'
const minuteMs = 60_000
const longestMinutes = 600

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
  const book: Book = { reading, rows: new Map(), problems: [], notes: [], otherDays: 0, replaced: new Set() }
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
  const repetitions = repetitionsOf(one, start, book.reading)
  if (typeof repetitions === 'string') return repetitions
  const today = repetitions.filter((at) => reading.clocks.dateOf(at) === reading.day)
  for (const at of today) if (!book.replaced.has(keyOf(one, at))) take(one, at, keyOf(one, at), book)
  if (today.length === 0) book.otherDays += 1
  return undefined
}

/** @returns when it takes place, of the day before to the day after; or what is wrong with its rule, in a sentence */
function repetitionsOf(one: Event, start: ICAL.Time, reading: Reading): readonly number[] | string {
  const { event } = one
  const first = dateOf(start)
  const rules = event.getAllProperties('rrule').flatMap((property) => {
    const rule = property.getFirstValue()
    return rule instanceof ICAL.Recur ? [rule] : []
  })
  if (rules.some(isWithinDay)) return 'It repeats more than once a day.'
  const instantAt = (time: ICAL.Time, name: string) => instantOf(time, one, name, reading)
  const read = rules.map((rule) => ({
    ...readRule(dayRule(rule), first),
    lastAt: rule.until === null ? undefined : rule.until.isDate ? undefined : instantAt(rule.until, 'dtstart'),
  }))
  const wrong = read.find(({ ok }) => !ok)
  if (wrong?.ok === false) return `It repeats by an impossible rule: ${wrong.message}`
  // In another zone the day may be the one before or after.
  const near = [dayBefore(reading.day), reading.day, dayAfter(reading.day)].flatMap((date) => {
    const at = instantAt(onDate(start, date), 'dtstart')
    const isOn =
      date === first || read.some((rule) => rule.ok && rule.days.has(date) && (at ?? 0) <= (rule.lastAt ?? at ?? 0))
    return at !== undefined && isOn && date >= first ? [at] : []
  })
  const others = timesOf(event, 'rdate').flatMap((time) => instantAt(time, 'rdate') ?? [])
  const left = timesOf(event, 'exdate')
  const isLeft = (at: number) =>
    left.some((time) => (time.isDate ? dateOf(time) === reading.clocks.dateOf(at) : instantAt(time, 'exdate') === at))
  return [...new Set([...near, ...others])].filter((at) => !isLeft(at))
}

const isWithinDay = ({ freq, parts }: ICAL.Recur): boolean =>
  ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq) ||
  ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => (parts[name as 'BYHOUR']?.length ?? 0) > 1)

/** The rule by its days alone: at what time, the beginning says. An end within a day is judged by its instant, in any zone. */
function dayRule(rule: ICAL.Recur): string {
  const { until } = rule
  const last = until === null ? '' : until.isDate ? dateOf(until) : dayAfter(dateOf(until))
  return rule
    .toString()
    .split(';')
    .filter((part) => !/^BY(HOUR|MINUTE|SECOND)=/.test(part))
    .map((part) => (part.startsWith('UNTIL=') ? `UNTIL=${last.replaceAll('-', '')}` : part))
    .join(';')
}

function onDate(time: ICAL.Time, date: string): ICAL.Time {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const moved = time.clone()
  moved.year = year
  moved.month = month
  moved.day = day
  return moved
}

const timesOf = (event: ICAL.Component, name: string): readonly ICAL.Time[] =>
  event
    .getAllProperties(name)
    .flatMap((property) => property.getValues())
    .flatMap((value) => (value instanceof ICAL.Time ? [value] : value instanceof ICAL.Period ? [value.start] : []))

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
