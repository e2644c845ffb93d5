/** Which playlist each zone of a screen plays at a wall-clock moment, and when that next changes. */
import type { Airing } from './airing.ts'
import { daysAfter } from './calendar-date.ts'
import type { Span } from './daypart.ts'
import { activeAt, airingIn, type Lane, laneOf, type Plan, stepsBetween } from './plan.ts'
import type { Zone } from './schedule-file.ts'

export type { Airing, Because } from './airing.ts'
export { compilePlan, type Plan } from './plan.ts'
export { type Schedule, type ScreenGroup, schedule, screenGroup, type Zone } from './schedule-file.ts'

export interface Row extends Span {
  readonly airing: Airing
}

/** @returns undefined for a ticker with nothing to say; the main zone always plays something */
export function airingAt(plan: Plan, screen: string, zone: 'main', atMs: number): Airing
export function airingAt(plan: Plan, screen: string, zone: Zone, atMs: number): Airing | undefined
export function airingAt(plan: Plan, screen: string, zone: Zone, atMs: number): Airing | undefined {
  const lane = laneOf(plan, screen, zone)
  return airingIn(lane, activeAt(plan, lane, atMs))
}

/** What plays from when until when; contiguous in the main zone, with nothing in between where a ticker is silent. */
export function rowsBetween(plan: Plan, screen: string, zone: Zone, fromMs: number, toMs: number): readonly Row[] {
  const lane = laneOf(plan, screen, zone)
  const rows: Row[] = []
  for (const { active, ...span } of stepsBetween(plan, lane, fromMs, toMs)) {
    const airing = airingIn(lane, active)
    const last = rows.at(-1)
    if (last !== undefined && last.airing === airing && last.toMs === span.fromMs)
      rows[rows.length - 1] = { ...last, toMs: span.toMs }
    else if (airing !== undefined) rows.push({ ...span, airing })
  }
  return rows
}

/** @returns when something else begins to play than at this instant; infinity when nothing ever does */
export function nextChangeAfter(plan: Plan, screen: string, zone: Zone, atMs: number): number {
  const lane = laneOf(plan, screen, zone)
  const { change } = lane
  if (change !== undefined && change.fromMs <= atMs && atMs < change.atMs) return change.atMs
  const found = changeAfter(plan, lane, atMs)
  lane.change = { fromMs: atMs, atMs: found }
  return found
}

/** A week repeats itself, but for the days after a bound and those of a rule. */
const weekAndMoreDays = 9
/** A rule that others hide for ever must be given up some day: then no change is told. */
const mostYearsDays = 41 * 366

function changeAfter(plan: Plan, lane: Lane, atMs: number): number {
  const { rulers } = plan
  const before = airingIn(lane, activeAt(plan, lane, atMs))
  const bounds = new Set(lane.bounds)
  const firstDate = rulers.dateOf(atMs)
  const hasRules = lane.entries.some(({ rule }) => rule !== undefined)
  const lastDate = hasRules ? daysAfter(firstDate, mostYearsDays) : '9999-12-31'
  let doneAfter = daysAfter(firstDate, weekAndMoreDays)
  for (let date = firstDate; date < lastDate; date = daysAfter(date, 1)) {
    const ruler = rulers.of(date)
    const [fromMs, toMs] = [Math.max(atMs, ruler[0]?.fromMs ?? atMs), ruler.at(-1)?.toMs ?? atMs]
    for (const { fromMs: at, active } of stepsBetween(plan, lane, fromMs, toMs))
      if (airingIn(lane, active) !== before) return at
    if (bounds.has(date)) doneAfter = daysAfter(date, weekAndMoreDays)
    if (date < doneAfter) continue
    const next = nextDay(lane, daysAfter(date, 1))
    if (next === undefined) return Number.POSITIVE_INFINITY
    // A night that begins on the day is over on the day after it.
    doneAfter = daysAfter(next, 1)
    const eve = daysAfter(next, -2)
    if (eve > date) date = eve
  }
  return Number.POSITIVE_INFINITY
}

/** The first bound or day of a rule from this day on. */
function nextDay({ bounds, entries }: Lane, date: string): string | undefined {
  const ruled = entries.flatMap(({ rule, lastDate }) => {
    const day = rule?.from(date)
    return day === undefined || day > lastDate ? [] : [day]
  })
  const bound = bounds.find((each) => each >= date)
  return [...ruled, ...(bound === undefined ? [] : [bound])].sort()[0]
}
