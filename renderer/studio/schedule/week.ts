/** The week as a grid: which instants a day has, where each stands, also in the nights in which the clocks change. */
import { daysAfter } from '../../../core/calendar-date.ts'
import { msOfLocal, offsetMs } from '../../shared/clinic-time.ts'
import type { Row } from '../programming.ts'

const minuteMs = 60_000
const dayMinutes = 24 * 60

export interface Day {
  readonly date: string
  readonly fromMs: number
  /** Half-open: where the next day begins. */
  readonly toMs: number
  /** The clocks are set forward (minutes > 0: that much is missing) or back (< 0: that much comes twice). */
  readonly shift?: { readonly atMs: number; readonly minutes: number }
}

export interface Week {
  readonly days: readonly Day[]
  /** Minutes from the top to the bottom: a day, and what comes twice on one of them. */
  readonly minutes: number
  /** The part of the grid that only one day has, minutes from the top. */
  readonly twice?: { readonly from: number; readonly to: number }
}

export function weekFrom(date: string, zone: string): Week {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => dayOf(daysAfter(date, day), zone))
  const doubled = days.find(({ shift }) => (shift?.minutes ?? 0) < 0)
  if (doubled?.shift === undefined) return { days, minutes: dayMinutes }
  const from = (doubled.shift.atMs - doubled.fromMs) / minuteMs
  const more = -doubled.shift.minutes
  return { days, minutes: dayMinutes + more, twice: { from, to: from + more } }
}

function dayOf(date: string, zone: string): Day {
  const fromMs = msOfLocal(date, '00:00', zone)
  const toMs = msOfLocal(daysAfter(date, 1), '00:00', zone)
  const before = offsetMs(fromMs, zone)
  const minutes = (offsetMs(toMs - minuteMs, zone) - before) / minuteMs
  if (minutes === 0) return { date, fromMs, toMs }
  let [low, high] = [fromMs, toMs]
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs
    if (offsetMs(middle, zone) === before) low = middle
    else high = middle
  }
  return { date, fromMs, toMs, shift: { atMs: high, minutes } }
}

/**
 * Where an instant stands, minutes from the top.
 *
 * @param isEnd whether something ends there: before what only another day has, not behind it
 */
export function placeOf({ twice }: Week, day: Day, ms: number, isEnd = false): number {
  const elapsed = (ms - day.fromMs) / minuteMs
  const { shift } = day
  if (shift !== undefined && shift.minutes < 0) return elapsed
  const isShifted = shift !== undefined && (isEnd ? ms > shift.atMs : ms >= shift.atMs)
  const wall = elapsed + (isShifted ? shift.minutes : 0)
  if (twice === undefined || (isEnd ? wall <= twice.from : wall < twice.from)) return wall
  return wall + twice.to - twice.from
}

/** The time that the clocks of a day do not show, minutes from the top. */
export function missingIn(week: Week, day: Day): { readonly from: number; readonly to: number } | undefined {
  const { shift } = day
  if (week.twice !== undefined && (shift?.minutes ?? 0) >= 0) return week.twice
  if (shift === undefined || shift.minutes < 0) return undefined
  const from = (shift.atMs - day.fromMs) / minuteMs
  return { from, to: from + shift.minutes }
}

export interface HourLine {
  readonly minute: number
  readonly label: string
  readonly isAgain: boolean
  /** Every third hour is enough to read by, and the hour that comes twice. */
  readonly isMain: boolean
}

/** What stands beside the grid, hour by hour; the hour that comes twice stands twice. */
export function hourLines({ minutes, twice }: Week): readonly HourLine[] {
  const lines: HourLine[] = []
  for (let minute = 0; minute < minutes; minute += 60) {
    const isAgain = twice !== undefined && minute >= twice.from && minute < twice.to
    const wall = twice === undefined || minute < twice.from ? minute : minute - (twice.to - twice.from)
    const hour = Math.floor(wall / 60)
    const label = `${String(hour).padStart(2, '0')}:00`
    lines.push({ minute, label, isAgain, isMain: isAgain || (hour > 0 && hour % 3 === 0) })
  }
  return lines
}

export interface Piece {
  readonly row: Row
  readonly fromMs: number
  readonly toMs: number
  /** Minutes from the top. */
  readonly top: number
  readonly bottom: number
}

/** What of the rows lies within a day. */
export function piecesOf(week: Week, day: Day, rows: readonly Row[]): readonly Piece[] {
  return rows.flatMap((row) => {
    const fromMs = Math.max(Date.parse(row.from), day.fromMs)
    const toMs = Math.min(Date.parse(row.to), day.toMs)
    if (fromMs >= toMs) return []
    return [{ row, fromMs, toMs, top: placeOf(week, day, fromMs), bottom: placeOf(week, day, toMs, true) }]
  })
}

export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** When something else plays after a change than before it. */
export function changedSpans(before: readonly Row[], after: readonly Row[]): readonly Span[] {
  const edges = [...before, ...after].flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)])
  const points = [...new Set(edges)].sort((one, other) => one - other)
  const spans: Span[] = []
  for (const [at, fromMs] of points.entries()) {
    const toMs = points[at + 1]
    if (toMs === undefined || looksAt(before, fromMs) === looksAt(after, fromMs)) continue
    const last = spans.at(-1)
    if (last?.toMs === fromMs) spans[spans.length - 1] = { fromMs: last.fromMs, toMs }
    else spans.push({ fromMs, toMs })
  }
  return spans
}

function looksAt(rows: readonly Row[], ms: number): string {
  const row = rows.find(({ from, to }) => Date.parse(from) <= ms && ms < Date.parse(to))
  return row === undefined ? '' : JSON.stringify([row.playlist, row.with, row.because])
}
