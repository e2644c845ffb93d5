/** Which playlist each zone of a screen plays at a wall-clock moment, and when that next changes. */
import { type Airing, airingOf, type Contender, type Contenders, strongerFirst, winnersOf } from './airing.ts'
import { daysAfter, type Weekday, weekdayOf } from './calendar-date.ts'
import { DayRulers, dayMinutes, minuteAt, type Span, spansOn } from './daypart.ts'
import { msOfWritten } from './instant.ts'
import type { Wall } from './opening.ts'
import { type RuleDays, readRule } from './rule-days.ts'
import { minutesOf, mostShare, type Schedule, type ScreenGroup, usualShare, type Zone } from './schedule-file.ts'

export type { Airing, Because } from './airing.ts'
export { type Schedule, type ScreenGroup, schedule, screenGroup, type Zone } from './schedule-file.ts'

export interface Row extends Span {
  readonly airing: Airing
}

/** Schedules made ready to be asked; made anew when schedules, groups, screens or the calendar change. */
export interface Plan {
  readonly rulers: DayRulers
  readonly lanes: Map<string, Lane>
  readonly all: readonly Entry[]
  readonly groups: ReadonlyMap<string, readonly string[]>
}

/** Everything that may ever play in a zone of a screen. */
interface Lane {
  readonly zone: Zone
  readonly entries: readonly Entry[]
  /** Days on which something may begin or end for good, in order. */
  readonly bounds: readonly string[]
  /** One object for what is the same, so that rows can be told apart by it. */
  readonly airings: Map<string, Airing | undefined>
  /** The last answer of `nextChangeAfter`, which holds for every instant from one to the other. */
  change: { readonly fromMs: number; readonly atMs: number } | undefined
}

interface Entry extends Contender {
  readonly schedule: Schedule
  /** Its place among all, the strongest first. */
  readonly rank: number
  readonly startMinute: number
  readonly endMinute: number
  readonly startsMs: number
  readonly endsMs: number
  /** The days that anything of it can be seen on, both included. */
  readonly firstDate: string
  readonly lastDate: string
  readonly rule: RuleDays | undefined
  readonly except: ReadonlySet<string>
}

const kinds = ['takeover', 'normal', 'interrupt'] as const
const [longAgo, neverDate] = ['0000-01-01', '9999-12-31']

/**
 * @param screens that there are, which groups and `all` stand for; more may be asked about
 * @param wall the clinic's clocks
 */
export function compilePlan(
  schedules: readonly Schedule[],
  groups: readonly ScreenGroup[],
  _screens: readonly string[],
  wall: Wall,
): Plan {
  const rulers = new DayRulers(wall)
  const entries = schedules.flatMap((schedule) => entryOf(schedule, rulers) ?? [])
  return {
    rulers,
    lanes: new Map(),
    all: entries.sort(strongerFirst).map((entry, rank) => ({ ...entry, rank })),
    groups: new Map(groups.map(({ name, screens }) => [name, screens])),
  }
}

/** @returns undefined for a rule that means nothing: it was refused when it was written, and never plays */
function entryOf(schedule: Schedule, rulers: DayRulers): Entry | undefined {
  const { name, playlist, priority, kind, share = usualShare, rrule, from, until, startsAt, endsAt } = schedule
  const read = rrule === undefined ? undefined : readRule(rrule, from)
  if (read?.ok === false) return undefined
  const startsMs = startsAt === undefined ? Number.NEGATIVE_INFINITY : msOfWritten(startsAt)
  const endsMs = endsAt === undefined ? Number.POSITIVE_INFINITY : msOfWritten(endsAt)
  const dayBefore = (ms: number) => daysAfter(rulers.dateOf(ms), -1)
  const first = [from ?? longAgo, startsAt === undefined ? longAgo : dayBefore(startsMs)]
  const last = [until ?? neverDate, endsAt === undefined ? neverDate : rulers.dateOf(endsMs)]
  return {
    ...{ schedule, name, playlist, rank: 0, startsMs, endsMs, rule: read?.days, except: new Set(schedule.except) },
    priority: Math.min(Math.max(priority, 0), 100),
    share: kind === 'interrupt' ? Math.min(Math.max(share, 1), mostShare) : 0,
    ...minutesOf(schedule),
    firstDate: first.reduce((one, other) => (one > other ? one : other)),
    lastDate: last.reduce((one, other) => (one < other ? one : other)),
  }
}

function laneOf(plan: Plan, screen: string, zone: Zone): Lane {
  const key = `${zone} ${screen}`
  const known = plan.lanes.get(key)
  if (known !== undefined) return known
  const isFor = (name: string) => name === 'all' || name === screen || plan.groups.get(name)?.includes(screen) === true
  const entries = plan.all.filter(({ schedule }) => schedule.zone === zone && schedule.screens.some(isFor))
  const bounds = entries.flatMap(({ firstDate, lastDate, except }) => [firstDate, lastDate, ...except])
  const lane: Lane = {
    ...{ zone, entries, airings: new Map(), change: undefined },
    bounds: [...new Set(bounds)].filter((date) => date !== longAgo && date !== neverDate).sort(),
  }
  plan.lanes.set(key, lane)
  return lane
}

/** A date with what entries ask of it. */
interface Day {
  readonly date: string
  readonly weekday: Weekday
}
const dayOf = (date: string): Day => ({ date, weekday: weekdayOf(date) })

/** Whether it begins on this day. */
function isChosen({ schedule: { weekdays }, rule, except, firstDate, lastDate }: Entry, { date, weekday }: Day): boolean {
  if (date < firstDate || date > lastDate || except.has(date)) return false
  if (rule !== undefined) return rule.has(date)
  return weekdays === undefined || weekdays.includes(weekday)
}

/** @returns undefined for a ticker with nothing to say; the main zone always plays something */
export function airingAt(plan: Plan, screen: string, zone: 'main', atMs: number): Airing
export function airingAt(plan: Plan, screen: string, zone: Zone, atMs: number): Airing | undefined
export function airingAt(plan: Plan, screen: string, zone: Zone, atMs: number): Airing | undefined {
  const lane = laneOf(plan, screen, zone)
  return airingIn(lane, activeAt(plan, lane, atMs))
}

/** The schedules that apply at an instant, by kind, the strongest first: those that win, and those that they hide. */
export function contendersAt(plan: Plan, screen: string, zone: Zone, atMs: number): Contenders {
  return activeAt(plan, laneOf(plan, screen, zone), atMs)
}

function activeAt({ rulers }: Plan, { entries }: Lane, atMs: number): Active {
  const active: Active = { takeover: [], normal: [], interrupt: [] }
  if (entries.length === 0) return active
  const date = rulers.dateOf(atMs)
  const minute = minuteAt(rulers.of(date), atMs)
  if (minute === undefined) return active
  const [today, yesterday] = [dayOf(date), dayOf(daysAfter(date, -1))]
  for (const entry of entries) {
    if (atMs < entry.startsMs || atMs >= entry.endsMs) continue
    const isToday = entry.startMinute <= minute && minute < entry.endMinute && isChosen(entry, today)
    if (isToday || (minute + dayMinutes < entry.endMinute && isChosen(entry, yesterday)))
      active[entry.schedule.kind].push(entry)
  }
  return active
}

type Active = { readonly [Kind in (typeof kinds)[number]]: Entry[] }

function airingIn({ zone, airings }: Lane, active: Active): Airing | undefined {
  const winners = winnersOf(active)
  const key = kinds.map((kind) => winners[kind].map(({ rank }) => rank).join(' ')).join('|')
  if (!airings.has(key)) airings.set(key, airingOf(winners, zone))
  return airings.get(key)
}

/** What plays from when until when; contiguous in the main zone, with nothing in between where a ticker is silent. */
export function rowsBetween(plan: Plan, screen: string, zone: Zone, fromMs: number, toMs: number): readonly Row[] {
  const lane = laneOf(plan, screen, zone)
  const rows: Row[] = []
  for (const { airing, ...span } of sweep(lane, spansBetween(plan, lane, fromMs, toMs), fromMs, toMs)) {
    const last = rows.at(-1)
    if (last?.airing === airing && last.toMs === span.fromMs) rows[rows.length - 1] = { ...last, toMs: span.toMs }
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
    for (const { fromMs: at, airing } of sweep(lane, spansBetween(plan, lane, fromMs, toMs), fromMs, toMs))
      if (airing !== before) return at
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

interface EntrySpan extends Span {
  readonly entry: Entry
}

function spansBetween({ rulers }: Plan, { entries }: Lane, fromMs: number, toMs: number): readonly EntrySpan[] {
  const found: EntrySpan[] = []
  if (entries.length === 0 || fromMs >= toMs) return found
  const last = rulers.dateOf(toMs - 1)
  for (let date = daysAfter(rulers.dateOf(fromMs), -1); date <= last; date = daysAfter(date, 1)) {
    const [day, ruler] = [dayOf(date), rulers.of(date)]
    for (const entry of entries) {
      if (!isChosen(entry, day)) continue
      const { startMinute, endMinute } = entry
      const spans = [
        ...spansOn(ruler, startMinute, Math.min(endMinute, dayMinutes)),
        ...(endMinute > dayMinutes ? spansOn(rulers.of(daysAfter(date, 1)), 0, endMinute - dayMinutes) : []),
      ]
      for (const span of spans) {
        const clipped = {
          fromMs: Math.max(span.fromMs, entry.startsMs, fromMs),
          toMs: Math.min(span.toMs, entry.endsMs, toMs),
        }
        if (clipped.fromMs < clipped.toMs) found.push({ ...clipped, entry })
      }
    }
  }
  return found
}

/** Goes through time from boundary to boundary, with those that apply in order of their rank. */
function* sweep(lane: Lane, spans: readonly EntrySpan[], fromMs: number, toMs: number) {
  const starts = spans.toSorted((one, other) => one.fromMs - other.fromMs)
  const ends = spans.toSorted((one, other) => one.toMs - other.toMs)
  const active: Active = { takeover: [], normal: [], interrupt: [] }
  let [started, ended] = [0, 0]
  for (let at = fromMs; at < toMs; ) {
    // First what ends: a part of a day that goes on where its yesterday's ends is the same schedule.
    for (let span = ends[ended]; span !== undefined && span.toMs <= at; span = ends[ended]) {
      remove(active, span.entry)
      ended += 1
    }
    for (let span = starts[started]; span !== undefined && span.fromMs <= at; span = starts[started]) {
      insert(active, span.entry)
      started += 1
    }
    const next = Math.min(ends[ended]?.toMs ?? toMs, starts[started]?.fromMs ?? toMs, toMs)
    yield { fromMs: at, toMs: next, airing: airingIn(lane, active) }
    at = next
  }
}

function insert(active: Active, entry: Entry): void {
  const list = active[entry.schedule.kind]
  list.splice(placeOf(list, entry), 0, entry)
}

function remove(active: Active, entry: Entry): void {
  const list = active[entry.schedule.kind]
  list.splice(placeOf(list, entry), 1)
}

function placeOf(list: readonly Entry[], { rank }: Entry): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.rank ?? rank) < rank) low = middle + 1
    else high = middle
  }
  return low
}
