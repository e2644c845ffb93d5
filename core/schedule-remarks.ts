/** What somebody who looks at a plan ought to know: who hides whom, when nothing is scheduled, and what never plays. */
import { winnersOf } from './airing.ts'
import { dateWords, daysAfter, weekdayNames, weekdayOf } from './calendar-date.ts'
import { type DayRulers, dayMinutes, type Span, spansOn } from './daypart.ts'
import { type Entry, isOnBetween, laneOf, type Plan, stepsBetween } from './plan.ts'
import { type Row, rowsBetween } from './schedule.ts'
import { isCalendarName, mostShare, type Zone } from './schedule-file.ts'

export interface Remark {
  readonly kind: 'conflict' | 'gap' | 'never'
  readonly message: string
  readonly span?: Span
  readonly schedule?: string
}

interface Question {
  readonly plan: Plan
  readonly screen: string
  readonly zone: Zone
  readonly fromMs: number
  readonly toMs: number
  /** Whether a playlist has anything that may begin in this time. */
  readonly hasSomething: (playlist: string, span: Span) => boolean
}

/** Who reads more than this reads none. */
const mostRemarks = 60
const mostHidden = 20
const mostPairs = 400
/** What happens on one day only makes no gap of all others. */
const leastDays = 2

/** Conflicts first, then gaps, then what never plays; each in order of time. */
export function remarksOn(question: Question): readonly Remark[] {
  const { plan, screen, zone, fromMs, toMs } = question
  const rows = rowsBetween(plan, screen, zone, fromMs, toMs)
  const { meetings, heard } = meetingsIn(question)
  const gaps = [...(zone === 'main' ? unscheduled(plan.rulers, rows) : []), ...empty(question, rows)]
  const all = [
    ...meetings.map((meeting) => conflictOf(meeting, plan.rulers)),
    ...gaps.toSorted((one, other) => (one.span?.fromMs ?? 0) - (other.span?.fromMs ?? 0)),
    ...neverHeard(question, meetings, heard),
  ]
  return all.slice(0, mostRemarks)
}

/** Two schedules at the same time. */
interface Meeting {
  readonly kind: 'hidden' | 'turns' | 'unheard'
  readonly strong: Entry
  readonly weak: Entry
  /** The first time, and how often in all. */
  span: Span
  times: number
  lastMs: number
}

function meetingsIn({ plan, screen, zone, fromMs, toMs }: Question) {
  const meetings = new Map<number, Meeting>()
  const heard = new Set<Entry>()
  for (const { active, ...span } of stepsBetween(plan, laneOf(plan, screen, zone), fromMs, toMs)) {
    const winners = winnersOf(active)
    const [first] = [...winners.takeover, ...winners.normal]
    for (const entry of [...winners.takeover, ...winners.normal, ...winners.interrupt]) heard.add(entry)
    const meet = (kind: Meeting['kind'], strong: Entry | undefined, weak: Entry) => {
      if (strong === undefined || strong.name === weak.name) return
      const key = strong.rank * plan.all.length + weak.rank
      const known = meetings.get(key)
      if (known === undefined) {
        if (meetings.size < mostPairs) meetings.set(key, { kind, strong, weak, span, times: 1, lastMs: span.toMs })
        return
      }
      const isSame = known.lastMs === span.fromMs
      if (isSame && known.times === 1) known.span = { fromMs: known.span.fromMs, toMs: span.toMs }
      if (!isSame) known.times += 1
      known.lastMs = span.toMs
    }
    for (const weak of active.takeover.slice(1, mostHidden)) meet('hidden', first, weak)
    // That a takeover takes over is what it is for.
    if (active.takeover.length > 0) continue
    for (const equal of winners.normal.slice(1, mostHidden))
      if (equal.playlist !== first?.playlist) meet('turns', first, equal)
    const hidden = active.normal.slice(winners.normal.length, winners.normal.length + mostHidden)
    for (const weak of hidden) meet('hidden', first, weak)
    for (const weak of active.interrupt.slice(winners.interrupt.length)) meet('unheard', winners.interrupt[0], weak)
  }
  return { meetings: [...meetings.values()], heard }
}

function conflictOf(meeting: Meeting, rulers: DayRulers): Remark {
  const { weak, span, times } = meeting
  const more = times === 1 ? '' : `, and ${times - 1} more ${times === 2 ? 'time' : 'times'}`
  const message = `${meetingWords(meeting)}: ${spanWords(rulers, span)}${more}.`
  return { kind: 'conflict', message, span, schedule: weak.name }
}

function meetingWords({ kind, strong, weak }: Meeting): string {
  switch (kind) {
    case 'turns':
      return `“${strong.name}” and “${weak.name}” are on at the same time and take turns`
    case 'hidden':
      return `“${strong.name}” hides “${weak.name}”`
    case 'unheard':
      return `Stronger interrupts fill ${mostShare} % of the time, so “${weak.name}” has no part in it`
  }
}

/** Nothing is scheduled, though at the same time of other days something is. */
function unscheduled(rulers: DayRulers, rows: readonly Row[]): readonly Remark[] {
  const days = new Uint16Array(dayMinutes)
  const isPlain = ({ airing: { because } }: Row) => because.kind === 'normal' && !isCalendarName(because.schedule ?? '')
  for (const [, minutes] of byDate(rulers, rows.filter(isPlain)))
    for (let minute = 0; minute < dayMinutes; minute += 1) days[minute] = (days[minute] ?? 0) + (minutes[minute] ?? 0)
  const found: Remark[] = []
  for (const [date, minutes] of byDate(
    rulers,
    rows.filter(({ airing }) => airing.because.kind === 'default'),
  ))
    for (let minute = 0; minute < dayMinutes; minute += 1) {
      const isGap = () => minutes[minute] === 1 && (days[minute] ?? 0) >= leastDays
      const start = minute
      while (minute < dayMinutes && isGap()) minute += 1
      if (minute === start) continue
      const [span] = spansOn(rulers.of(date), start, minute)
      if (span === undefined) continue
      const message = `Nothing is scheduled on ${spanWords(rulers, span)}, though something is on other days. The default playlist plays.`
      found.push({ kind: 'gap', message, span })
    }
  return found
}

/** The minutes of each day that rows cover, as the clocks show them: 1 for covered. */
function byDate(rulers: DayRulers, rows: readonly Row[]): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  for (const { fromMs, toMs } of rows) {
    const last = rulers.dateOf(toMs - 1)
    for (let date = rulers.dateOf(fromMs); date <= last; date = daysAfter(date, 1)) {
      const minutes = found.get(date) ?? new Uint8Array(dayMinutes)
      found.set(date, minutes)
      for (const stretch of rulers.of(date)) {
        const shown = (ms: number) => stretch.minute + (ms - stretch.fromMs) / 60_000
        const [from, to] = [Math.max(fromMs, stretch.fromMs), Math.min(toMs, stretch.toMs)]
        if (from < to) minutes.fill(1, Math.ceil(shown(from)), Math.ceil(shown(to)))
      }
    }
  }
  return found
}

function empty({ plan, screen, zone, hasSomething }: Question, rows: readonly Row[]): readonly Remark[] {
  const { entries } = laneOf(plan, screen, zone)
  const told = new Set<string>()
  return rows.flatMap(({ airing, ...span }) =>
    [airing, ...airing.with].flatMap(({ playlist }): readonly Remark[] => {
      if (airing.because.kind === 'default' && playlist === airing.playlist) return []
      if (told.has(playlist) || hasSomething(playlist, span)) return []
      told.add(playlist)
      const message = `The playlist "${playlist}" has nothing to show on ${spanWords(plan.rulers, span)}. The default playlist plays instead.`
      const schedule = entries.find((entry) => entry.playlist === playlist)?.name
      return [{ kind: 'gap', message, span, ...(schedule === undefined ? {} : { schedule }) }]
    }),
  )
}

function neverHeard(question: Question, meetings: readonly Meeting[], heard: ReadonlySet<Entry>): readonly Remark[] {
  const { plan, screen, zone, fromMs, toMs } = question
  const lane = laneOf(plan, screen, zone)
  const silent = lane.entries.filter((entry) => !heard.has(entry) && !isCalendarName(entry.name))
  return silent.slice(0, mostRemarks).map((entry): Remark => {
    const by = meetings.find(({ weak }) => weak === entry)?.strong.name
    const why = !isOnBetween(plan, lane, entry, fromMs, toMs)
      ? 'none of its days and hours are in it'
      : by === undefined
        ? 'others are stronger'
        : `“${by}” is stronger`
    return { kind: 'never', message: `“${entry.name}” does not play in this time: ${why}.`, schedule: entry.name }
  })
}

/** `Monday 23 November 2026, 12:00–13:00`; with both days when it does not end on the first. */
export function spanWords(rulers: DayRulers, { fromMs, toMs }: Span): string {
  const [date, lastDate] = [rulers.dateOf(fromMs), rulers.dateOf(toMs - 1)]
  const dayWords = (day: string) => `${weekdayNames[weekdayOf(day)]} ${dateWords(day)}`
  const from = `${dayWords(date)}, ${rulers.timeOf(fromMs)}`
  const isMidnight = rulers.dateOf(toMs) !== lastDate
  const to = isMidnight ? '24:00' : rulers.timeOf(toMs)
  return date === lastDate ? `${from}–${to}` : `${from} to ${dayWords(lastDate)}, ${to}`
}
