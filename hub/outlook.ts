/** What a screen has before it: the plan's rows with what there is to show, as its rotation and its programme want them. */
import { daysAfter } from '../core/calendar-date.ts'
import type { Course, CourseLoop } from '../core/course.ts'
import { mayStartAt } from '../core/item-dates.ts'
import type { Wall } from '../core/opening.ts'
import { defaultPlaylist } from '../core/playlist-file.ts'
import type { Programme, TickerText } from '../core/programme.ts'
import { type Plan, type Row, rowsBetween, type Zone } from '../core/schedule.ts'
import { type PlannedSegment, segmentsOf } from '../core/segments.ts'
import type { Loops } from './loops.ts'
import { writtenSegments } from './programme-text.ts'

const dayMs = 24 * 3_600_000
/** How far a screen can go on alone: to the end of a day, so that the same plan is the same programme all day long. */
const aloneDays = 36

export interface Outlook {
  readonly course: Course & { readonly segments: readonly PlannedSegment[] }
  /** Where the days begin that a screen is told of, milliseconds since 1970. */
  readonly fromMs: number
  readonly ticker: Programme['ticker']
  /** What is asked for and not to be had, in sentences, by playlist. */
  readonly problems: ReadonlyMap<string, string>
}

interface Parts {
  readonly loops: Loops
  readonly plan: Plan
  readonly wall: Wall
}

/**
 * @param sinceMs where the screen's timeline ends: a hub that was away goes on from there
 */
export function outlookOf(screen: string, now: number, sinceMs: number, { loops, plan, wall }: Parts): Outlook {
  const today = wall.dateOf(now)
  const fromMs = wall.instantOf(today, 0, 'first')
  const toMs = wall.instantOf(daysAfter(today, aloneDays), 0, 'first')
  const rowsFrom = Math.max(Math.min(fromMs, sinceMs), fromMs - aloneDays * dayMs)
  const rows = knownRows(plan, screen, 'main', rowsFrom, toMs)
  const named = namesIn(rows)
  const course = courseFrom(rows, (name) => loops.courseOf(name, now, toMs), wall)
  const courses = course.loops
  const problems = new Map<string, string>()
  for (const name of named) {
    const problem = problemOf(name, loops, courses.get(name), 'main')
    if (problem !== undefined) problems.set(name, problem)
  }
  for (const name of namesIn(rows.filter((row) => row.fromMs <= now && now < row.toMs))) {
    const { places = [] } = courses.get(name) ?? {}
    if (name !== defaultPlaylist && places.length > 0 && !places.some((item) => mayStartAt(item, now)))
      problems.set(name, 'The dates of everything in it keep it from being shown today. Something else plays instead.')
  }
  return {
    course,
    fromMs,
    ticker: tickerOf(knownRows(plan, screen, 'ticker', fromMs, toMs), fromMs, { loops, wall }, problems),
    problems,
  }
}

/** @param loopOf what a playlist comes to; empty for one that does not exist */
export function courseFrom(rows: readonly Row[], loopOf: (name: string) => CourseLoop, wall: Wall): Outlook['course'] {
  const courses = new Map<string, CourseLoop>()
  for (const name of new Set([...namesIn(rows), defaultPlaylist])) {
    const loop = loopOf(name)
    if (loop.places.length > 0 || name === defaultPlaylist) courses.set(name, loop)
  }
  const shelved = {
    hasItems: (name: string) => courses.has(name),
    isShuffled: (name: string) => courses.get(name)?.shuffle !== undefined,
  }
  return { segments: segmentsOf(rows, shelved, wall), loops: courses }
}

function tickerOf(
  rows: readonly Row[],
  fromMs: number,
  { loops, wall }: Pick<Parts, 'loops' | 'wall'>,
  problems: Map<string, string>,
): Programme['ticker'] {
  const texts = new Map<string, TickerText[]>()
  for (const name of namesIn(rows)) {
    const found = loops.of(name).texts
    if (found.length > 0) texts.set(name, [...found])
    const problem = problemOf(name, loops, undefined, 'ticker')
    if (problem !== undefined) problems.set(name, problem)
  }
  const shelved = { hasItems: (name: string) => texts.has(name), isShuffled: () => false }
  const segments = segmentsOf(rows, shelved, wall).filter(
    ({ mix }) => mix.turns.some((name) => texts.has(name)) || mix.shares.length > 0,
  )
  return segments.length === 0
    ? undefined
    : { segments: writtenSegments(segments, fromMs), loops: Object.fromEntries(texts) }
}

interface Rows {
  readonly fromMs: number
  readonly toMs: number
  readonly rows: readonly Row[]
}
const known = new WeakMap<Plan, Map<string, Rows>>()

/** Five weeks of a thousand schedules are gone through when one of them changes, and at midnight. */
function knownRows(plan: Plan, screen: string, zone: Zone, fromMs: number, toMs: number): readonly Row[] {
  const lanes = known.get(plan) ?? new Map<string, Rows>()
  known.set(plan, lanes)
  const lane = lanes.get(`${zone} ${screen}`)
  if (lane?.fromMs === fromMs && lane.toMs === toMs) return lane.rows
  const rows = rowsBetween(plan, screen, zone, fromMs, toMs)
  lanes.set(`${zone} ${screen}`, { fromMs, toMs, rows })
  return rows
}

const namesIn = (rows: readonly Row[]): readonly string[] => [
  ...new Set(rows.flatMap(({ airing }) => [airing.playlist, ...airing.with.map(({ playlist }) => playlist)])),
]

function problemOf(name: string, loops: Loops, course: CourseLoop | undefined, zone: Zone): string | undefined {
  const { kind, loop, texts } = loops.of(name)
  if (kind === 'default') return undefined
  if (kind === 'unknown')
    return `There is no playlist "${name}" and no such folder, but it is scheduled. ${instead[zone]}`
  if (zone === 'ticker') return texts.length > 0 ? undefined : `It has no sentence for the ticker. ${instead.ticker}`
  if (course !== undefined) return undefined
  if (loop.length > 0) return `Everything in it is over. ${instead.main}`
  return texts.length > 0
    ? `It has sentences only, which are for the ticker. ${instead.main}`
    : `It is scheduled, and there is nothing in it to show. ${instead.main}`
}

const instead: Readonly<Record<Zone, string>> = {
  main: 'The default playlist plays instead.',
  ticker: 'The foot of the screen stays empty.',
}
