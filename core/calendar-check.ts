/** What in a calendar contradicts itself, in sentences for whoever filled it in. */
import type { Calendar, Holidays, Span } from './calendar.ts'
import { dateWords, minuteOf, weekdayNames, weekdayOf, weekdays } from './calendar-date.ts'

export interface Contradiction {
  readonly message: string
  /** Means nothing at all, so it is not taken in; what is only odd is taken in and said. */
  readonly isRefused: boolean
}

interface Around {
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  /** Of the ticked ones. */
  readonly holidays: Holidays
}

/** @returns what is refused first */
export function contradictionsIn(calendar: Calendar, around: Around): readonly Contradiction[] {
  const all = [
    ...weekdays.flatMap((day) => inHours(calendar.weekly?.[day] ?? [], weekdayNames[day])),
    ...inLunch(calendar),
    ...inDays(calendar, around.holidays),
    ...inAbsences(calendar, around.providers),
  ]
  return all.toSorted((one, other) => Number(other.isRefused) - Number(one.isRefused))
}

const refused = (message: string): Contradiction => ({ message, isRefused: true })
const odd = (message: string): Contradiction => ({ message, isRefused: false })

function inHours(hours: readonly Span[], when: string): readonly Contradiction[] {
  const backwards = hours.filter(isBackwards).map((span) => refused(`${when}: closes at ${span.end}, before it opens.`))
  if (backwards.length > 0) return backwards
  const sorted = hours.toSorted((one, other) => minuteOf(one.start) - minuteOf(other.start))
  return sorted.flatMap((span, index) => {
    const next = sorted[index + 1]
    return next === undefined || minuteOf(next.start) >= minuteOf(span.end)
      ? []
      : [refused(`${when}: ${words(span)} and ${words(next)} overlap.`)]
  })
}

function inLunch({ lunch, weekly }: Calendar): readonly Contradiction[] {
  if (lunch === undefined) return []
  if (isBackwards(lunch)) return [refused(`Lunch ends at ${lunch.end}, before it begins.`)]
  const isWithin = ({ start, end }: Span) =>
    minuteOf(start) <= minuteOf(lunch.start) && minuteOf(lunch.end) <= minuteOf(end)
  const isEver = weekly === undefined || weekdays.some((day) => weekly[day].some(isWithin))
  return isEver ? [] : [odd(`Lunch (${words(lunch)}) is outside the opening hours of every day.`)]
}

function inDays({ closed, special }: Calendar, holidays: Holidays): readonly Contradiction[] {
  const dates = special.map(({ date }) => date)
  const twice = dates.filter((date, index) => dates.indexOf(date) !== index)
  return [
    ...closed.flatMap(({ from, to }) =>
      to !== undefined && to < from
        ? [refused(`Closed days end on ${dateWords(to)}, before they begin on ${dateWords(from)}.`)]
        : [],
    ),
    ...special.flatMap(({ date, hours }) => inHours(hours, dayWords(date))),
    ...[...new Set(twice)].map((date) => refused(`${dayWords(date)} has special hours twice. Keep one.`)),
    ...special.flatMap(({ date }) => {
      const isClosed = closed.some(({ from, to = from }) => from <= date && date <= to)
      return isClosed ? [odd(`${dayWords(date)} is a closed day and has special hours. The special hours count.`)] : []
    }),
    ...special.flatMap(({ date }) => {
      const holiday = holidays.get(date)
      return holiday === undefined
        ? []
        : [odd(`${dayWords(date)} is a public holiday (${holiday}) and has special hours. The special hours count.`)]
    }),
  ]
}

function inAbsences({ absences }: Calendar, providers: Around['providers']): readonly Contradiction[] {
  return absences.flatMap(({ provider, from, to, hours }) => {
    const who = providers.find(({ id }) => id === provider)?.name
    if (who === undefined)
      return [refused(`An absence from ${dateWords(from)} names "${provider}", who is not in the list of providers.`)]
    if (to !== undefined && to < from)
      return [refused(`${who}: the absence ends on ${dateWords(to)}, before it begins on ${dateWords(from)}.`)]
    return hours !== undefined && isBackwards(hours)
      ? [refused(`${who}, ${dateWords(from)}: the absence ends at ${hours.end}, before it begins.`)]
      : []
  })
}

const isBackwards = ({ start, end }: Span): boolean => minuteOf(end) <= minuteOf(start)
const words = ({ start, end }: Span): string => `${start}–${end}`
/** `Thursday 24 December 2026` */
const dayWords = (date: string): string => `${weekdayNames[weekdayOf(date)]} ${dateWords(date)}`
