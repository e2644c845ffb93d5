/** Which instants a part of a day covers: what counts is what the clinic's clocks show, also in the nights they are changed. */
import { daysAfter } from './calendar-date.ts'
import type { Wall } from './opening.ts'

const minuteMs = 60_000
export const dayMinutes = 24 * 60

/** Half-open, milliseconds since 1970 UTC. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** A stretch of a day on which the clocks run evenly; `minute` is what they show at its beginning. */
interface Stretch extends Span {
  readonly minute: number
}

/** A day laid along the time that passes: one stretch, two on a day on which the clocks change. */
export type DayRuler = readonly Stretch[]

/** Reads a clock's days and remembers them: each takes a dozen questions to the calendar of the platform. */
export class DayRulers {
  readonly #wall: Wall
  readonly #known = new Map<string, DayRuler>()

  constructor(wall: Wall) {
    this.#wall = wall
  }

  dateOf(ms: number): string {
    return this.#wall.dateOf(ms)
  }

  /** What the clocks show: `14:40`. */
  timeOf(ms: number): string {
    const minute = Math.floor(minuteAt(this.of(this.dateOf(ms)), ms) ?? 0)
    return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
  }

  of(date: string): DayRuler {
    const known = this.#known.get(date)
    if (known !== undefined) return known
    if (this.#known.size > mostKnown) this.#known.clear()
    const ruler = this.#measure(date)
    this.#known.set(date, ruler)
    return ruler
  }

  #measure(date: string): DayRuler {
    const instantOf = (minute: number) => this.#wall.instantOf(date, minute, 'first')
    const [start, end] = [instantOf(0), this.#wall.instantOf(daysAfter(date, 1), 0, 'first')]
    const isUneven = (minute: number) => (minute === dayMinutes ? end : instantOf(minute)) !== start + minute * minuteMs
    if (!isUneven(dayMinutes)) return [{ fromMs: start, toMs: end, minute: 0 }]
    // The first minute that does not come when an even day would have it: one later than a leap, or just after a repetition.
    let [even, uneven] = [0, dayMinutes]
    while (uneven - even > 1) {
      const middle = Math.floor((even + uneven) / 2)
      if (isUneven(middle)) uneven = middle
      else even = middle
    }
    // Skipped minutes all count as the moment of the leap: the last one that came even is when it happened.
    const isLeap = end - start < dayMinutes * minuteMs
    const changedAt = Math.min(start + (isLeap ? even : uneven) * minuteMs, end)
    const stretches = [
      { fromMs: start, toMs: changedAt, minute: 0 },
      { fromMs: changedAt, toMs: end, minute: dayMinutes - (end - changedAt) / minuteMs },
    ]
    return stretches.filter(({ fromMs, toMs }) => fromMs < toMs)
  }
}

const mostKnown = 1_000
const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** What the clocks show at an instant of the day: minutes since midnight, with fractions. */
export function minuteAt(ruler: DayRuler, ms: number): number | undefined {
  const stretch = ruler.find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs)
  return stretch === undefined ? undefined : stretch.minute + (ms - stretch.fromMs) / minuteMs
}

/** When the clocks show a minute from `start` until just before `end`: skipped ones never, doubled ones twice. */
export function spansOn(ruler: DayRuler, start: number, end: number): readonly Span[] {
  const found: Span[] = []
  for (const { fromMs, toMs, minute } of ruler) {
    const from = Math.max(fromMs, fromMs + (start - minute) * minuteMs)
    const to = Math.min(toMs, fromMs + (end - minute) * minuteMs)
    if (from < to) found.push({ fromMs: from, toMs: to })
  }
  return found
}
