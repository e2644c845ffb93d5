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

/** Without a bound and without a day of a rule, a week repeats itself. */
const weekAndMoreDays = 9
/** A rule that comes every day for ever, around the clock, must be given up some day: after 41 years. */
const mostDays = 41 * 366

function changeAfter(plan: Plan, lane: Lane, atMs: number): number {
  const { rulers } = plan
  const before = airingIn(lane, activeAt(plan, lane, atMs))
  let date = rulers.dateOf(atMs)
  let quietDays = 0
  for (let days = 0; days < mostDays; days += 1) {
    const ruler = rulers.of(date)
    const [fromMs, toMs] = [Math.max(atMs, ruler[0]?.fromMs ?? atMs), ruler.at(-1)?.toMs ?? atMs]
    for (const { fromMs: at, active } of stepsBetween(plan, lane, fromMs, toMs))
      if (airingIn(lane, active) !== before) return at
    date = daysAfter(date, 1)
    quietDays += 1
    if (quietDays < weekAndMoreDays) continue
    const next = nextBound(lane, date)
    if (next === undefined) return Number.POSITIVE_INFINITY
    const dayBefore = daysAfter(next, -1)
    if (dayBefore > date) date = dayBefore
    quietDays = 0
  }
  return Number.POSITIVE_INFINITY
}

/** The next day, from this one on, that is not like the week before it. */
function nextBound({ bounds, entries }: Lane, date: string): string | undefined {
  const days = entries.flatMap(({ rule, lastDate }) => {
    const day = rule?.from(date)
    return day === undefined || day > lastDate ? [] : [day]
  })
  const bound = bounds.find((each) => each >= date)
  return [...days, ...(bound === undefined ? [] : [bound])].sort()[0]
}
