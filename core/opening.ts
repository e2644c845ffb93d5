/** Whether the clinic is open at an instant, until when, and when it opens next: what the calendar means on a certain day. */
import type { Absence, Calendar, Holidays, Span } from './calendar.ts'
import { daysAfter, minuteOf, weekdayOf } from './calendar-date.ts'

/** The clinic's clocks: dates and minutes of the day ↔ milliseconds since 1970 UTC. */
export interface Wall {
  readonly dateOf: (ms: number) => string
  /**
   * When the clocks show a minute of a day; 1440 is the end of the day.
   *
   * @param which of a minute that comes twice when the clocks go back; one that is skipped is the moment they jump
   */
  readonly instantOf: (date: string, minute: number, which: 'first' | 'last') => number
}

export type Opening =
  /** Nobody has entered the hours yet. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'open'; readonly until: number }
  /** Open, and calling nobody. */
  | { readonly kind: 'lunch'; readonly until: number }
  /** `opensAt` is absent when nothing opens within a year. */
  | { readonly kind: 'closed'; readonly opensAt?: number; readonly reason?: string }

export interface DayPlan {
  /** Undefined: nobody has entered the hours. */
  readonly hours: readonly Span[] | undefined
  /** Why it differs from the week. */
  readonly reason?: string
}

const longestLookDays = 400

/** What holds on a date: its own hours, else closed days, else a ticked holiday, else the week. */
function planOn(calendar: Calendar, holidays: Holidays, date: string): DayPlan {
  const special = calendar.special.find((day) => day.date === date)
  if (special !== undefined) return { hours: special.hours, ...reasonOf(special.reason) }
  const closed = calendar.closed.find(({ from, to = from }) => from <= date && date <= to)
  if (closed !== undefined) return { hours: [], ...reasonOf(closed.reason) }
  const holiday = holidays.get(date)
  if (holiday !== undefined) return { hours: [], reason: holiday }
  return { hours: calendar.weekly?.[weekdayOf(date)] }
}

const reasonOf = (reason: string | undefined) => (reason === undefined ? {} : { reason })

export class OpeningRules {
  readonly #calendar: Calendar
  readonly #holidays: Holidays
  readonly #wall: Wall

  constructor(calendar: Calendar, holidays: Holidays, wall: Wall) {
    this.#calendar = calendar
    this.#holidays = holidays
    this.#wall = wall
  }

  openAt(now: number): Opening {
    const date = this.#wall.dateOf(now)
    const { hours, reason } = planOn(this.#calendar, this.#holidays, date)
    if (hours === undefined) return { kind: 'unknown' }
    const open = this.#spansOn(date).find(({ from, to }) => from <= now && now < to)
    if (open === undefined) {
      const opensAt = this.nextOpening(now)
      return { kind: 'closed', ...(opensAt === undefined ? {} : { opensAt }), ...reasonOf(reason) }
    }
    const { lunch } = this.#calendar
    const pause = lunch === undefined ? undefined : this.#instants(date, lunch)
    return pause !== undefined && pause.from <= now && now < pause.to
      ? { kind: 'lunch', until: Math.min(pause.to, open.to) }
      : { kind: 'open', until: open.to }
  }

  /** When the last hours of a date end; undefined when it has none. */
  closesAt(date: string): number | undefined {
    const spans = this.#spansOn(date)
    return spans.length === 0 ? undefined : Math.max(...spans.map(({ to }) => to))
  }

  /** The first opening after an instant; undefined when there is none within a year. */
  nextOpening(after: number): number | undefined {
    const today = this.#wall.dateOf(after)
    for (let days = 0; days <= longestLookDays; days += 1) {
      const later = this.#spansOn(daysAfter(today, days)).find(({ from }) => from > after)
      if (later !== undefined) return later.from
    }
    return undefined
  }

  /** The lunch of a day on which the clinic is open then; undefined when it is over, or there is none. */
  lunchOn(now: number): { readonly from: number; readonly until: number } | undefined {
    const { lunch } = this.#calendar
    const date = this.#wall.dateOf(now)
    if (lunch === undefined) return undefined
    const { from, to: until } = this.#instants(date, lunch)
    const isOpenThen = this.#spansOn(date).some((span) => span.from <= from && from < span.to)
    return isOpenThen && now < until && from < until ? { from, until } : undefined
  }

  /** Until when a provider is away by the calendar; undefined when they are not. */
  awayUntil(provider: string, now: number): number | undefined {
    const date = this.#wall.dateOf(now)
    const covers = ({ from, to = from, provider: who }: Absence) => who === provider && from <= date && date <= to
    const ends = this.#calendar.absences
      .filter(covers)
      .map(({ hours = wholeDay }) => this.#instants(date, hours))
      .filter(({ from, to }) => from <= now && now < to)
      .map(({ to }) => to)
    return ends.length === 0 ? undefined : Math.max(...ends)
  }

  /** In order; what overlaps or is empty does no harm. */
  #spansOn(date: string) {
    const { hours = [] } = planOn(this.#calendar, this.#holidays, date)
    return hours
      .map((span) => this.#instants(date, span))
      .filter(({ from, to }) => from < to)
      .sort((one, other) => one.from - other.from)
  }

  #instants(date: string, { start, end }: Span) {
    return {
      from: this.#wall.instantOf(date, minuteOf(start), 'first'),
      to: this.#wall.instantOf(date, minuteOf(end), 'last'),
    }
  }
}

const wholeDay: Span = { start: '00:00', end: '24:00' }
