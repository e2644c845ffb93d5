/** Schedules made ready to be asked: who applies at an instant, and from boundary to boundary. */
import { type Airing, airingOf, type Contender, strongerFirst, winnersOf } from './airing.ts'
import { daysAfter, type Weekday, weekdayOf } from './calendar-date.ts'
import { type DayRuler, DayRulers, dayMinutes, minuteAt, type Span, spansOn } from './daypart.ts'
import { msOfWritten } from './instant.ts'
import type { Wall } from './opening.ts'
import { type RuleDays, readRule } from './rule-days.ts'
import {
  calendarNames,
  minutesOf,
  mostShare,
  type Schedule,
  type ScreenGroup,
  usualShare,
  type Zone,
  zones,
} from './schedule-file.ts'

/** Made anew when schedules, groups, screens or the calendar change. */
export interface Plan {
  readonly rulers: DayRulers
  readonly lanes: Map<string, Lane>
  readonly all: readonly Entry[]
  readonly groups: ReadonlyMap<string, readonly string[]>
}

/** Everything that may ever play in a zone of a screen. */
export interface Lane {
  readonly zone: Zone
  readonly entries: readonly Entry[]
  /** Days on which something may begin or end for good, in order. */
  readonly bounds: readonly string[]
  /** By who wins; one object for what is the same, so that rows can be told apart by it. */
  readonly airings: Map<string, Airing | undefined>
  readonly same: Map<string, Airing>
  /** The last answer of `nextChangeAfter`, which holds for every instant from one to the other. */
  change: { readonly fromMs: number; readonly atMs: number } | undefined
}

export interface Entry extends Contender {
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
  readonly weekdays: readonly Weekday[] | undefined
  /** Chooses days instead of `weekdays`; a rule that says weekdays and nothing else is kept as those. */
  readonly rule: RuleDays | undefined
  readonly except: ReadonlySet<string>
}

const kinds = ['takeover', 'normal', 'interrupt'] as const
const [longAgo, neverDate] = ['0000-01-01', '9999-12-31']

/**
 * @param screens which will be asked about; others may be, too
 * @param wall the clinic's clocks
 */
export function compilePlan(
  schedules: readonly Schedule[],
  groups: readonly ScreenGroup[],
  screens: readonly string[],
  wall: Wall,
): Plan {
  const rulers = new DayRulers(wall)
  const entries = schedules.flatMap((schedule) => entryOf(schedule, rulers) ?? [])
  const plan: Plan = {
    rulers,
    lanes: new Map(),
    all: entries.sort(strongerFirst).map((entry, rank) => ({ ...entry, rank })),
    groups: new Map(groups.map(({ name, screens: those }) => [name, those])),
  }
  for (const screen of screens) for (const zone of zones) laneOf(plan, screen, zone)
  return plan
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
    ...{ schedule, name, playlist, rank: 0, startsMs, endsMs, except: new Set(schedule.except) },
    priority: Math.min(Math.max(priority, 0), 100),
    share: kind === 'interrupt' ? Math.min(Math.max(share, 1), mostShare) : 0,
    ...minutesOf(schedule),
    isClosed: name === calendarNames.closed,
    isAlways: isWholeDay(schedule) && startsAt === undefined && endsAt === undefined,
    weekdays: read?.days.weekdays ?? schedule.weekdays,
    rule: read?.days.weekdays === undefined ? read?.days : undefined,
    firstDate: first.toSorted().at(-1) ?? longAgo,
    lastDate: last.toSorted()[0] ?? neverDate,
  }
}

const isWholeDay = (schedule: Schedule): boolean => {
  const { startMinute, endMinute } = minutesOf(schedule)
  return startMinute === 0 && endMinute === dayMinutes
}

export function laneOf(plan: Plan, screen: string, zone: Zone): Lane {
  const key = `${zone} ${screen}`
  const known = plan.lanes.get(key)
  if (known !== undefined) return known
  const isFor = (name: string) => name === 'all' || name === screen || plan.groups.get(name)?.includes(screen) === true
  const entries = plan.all.filter(({ schedule }) => schedule.zone === zone && schedule.screens.some(isFor))
  const bounds = entries.flatMap(({ firstDate, lastDate, except }) => [firstDate, lastDate, ...except])
  const lane: Lane = {
    ...{ zone, entries, airings: new Map(), same: new Map(), change: undefined },
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
function isChosen({ weekdays, rule, except, firstDate, lastDate }: Entry, { date, weekday }: Day): boolean {
  if (date < firstDate || date > lastDate || except.has(date)) return false
  if (rule !== undefined) return rule.has(date)
  return weekdays === undefined || weekdays.includes(weekday)
}

export function activeAt({ rulers }: Plan, { entries }: Lane, atMs: number): Active {
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

export type Active = { readonly [Kind in (typeof kinds)[number]]: Entry[] }

export function airingIn({ zone, airings, same }: Lane, active: Active): Airing | undefined {
  const winners = winnersOf(active)
  let key = ''
  for (const kind of kinds) for (const { rank } of winners[kind]) key += ` ${rank}`
  const known = airings.get(key)
  if (known !== undefined || airings.has(key)) return known
  const airing = airingOf(winners, zone)
  const text = JSON.stringify(airing)
  const first = airing === undefined ? undefined : (same.get(text) ?? airing)
  if (first !== undefined) same.set(text, first)
  airings.set(key, first)
  return first
}

interface EntrySpan extends Span {
  readonly entry: Entry
}

function spansBetween({ rulers }: Plan, { entries }: Lane, fromMs: number, toMs: number): readonly EntrySpan[] {
  const found: EntrySpan[] = []
  if (entries.length === 0 || fromMs >= toMs) return found
  const add = (entry: Entry, ruler: DayRuler, start: number, end: number) => {
    for (const span of spansOn(ruler, start, end)) {
      const from = Math.max(span.fromMs, entry.startsMs, fromMs)
      const to = Math.min(span.toMs, entry.endsMs, toMs)
      if (from < to) found.push({ fromMs: from, toMs: to, entry })
    }
  }
  const last = rulers.dateOf(toMs - 1)
  for (let date = daysAfter(rulers.dateOf(fromMs), -1); date <= last; date = daysAfter(date, 1)) {
    const [day, ruler, rulerAfter] = [dayOf(date), rulers.of(date), rulers.of(daysAfter(date, 1))]
    for (const entry of entries) {
      if (!isChosen(entry, day)) continue
      const { startMinute, endMinute } = entry
      add(entry, ruler, startMinute, Math.min(endMinute, dayMinutes))
      if (endMinute > dayMinutes) add(entry, rulerAfter, 0, endMinute - dayMinutes)
    }
  }
  return found
}

/** Whether it applies at any time of a span, hidden or not. */
export const isOnBetween = (plan: Plan, lane: Lane, entry: Entry, fromMs: number, toMs: number): boolean =>
  spansBetween(plan, { ...lane, entries: [entry] }, fromMs, toMs).length > 0

export interface Step extends Span {
  /** Those that apply, the strongest first; only until the next step is asked for. */
  readonly active: Active
}

/** Goes through time from boundary to boundary. */
export function* stepsBetween(plan: Plan, lane: Lane, fromMs: number, toMs: number): Generator<Step> {
  const spans = spansBetween(plan, lane, fromMs, toMs)
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
    yield { fromMs: at, toMs: next, active }
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
