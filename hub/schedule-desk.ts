/** The plan in force: the rows, the calendar's own schedules, and the clinic's clocks; what is wrong with it, in words. */
import { daysAfter } from '../core/calendar-date.ts'
import { calendarSchedules } from '../core/calendar-schedules.ts'
import type { Span } from '../core/daypart.ts'
import { compilePlan, type Plan, rowsBetween, type Schedule, type ScreenGroup, type Zone } from '../core/schedule.ts'
import type { Preview, ScheduleList } from '../core/schedule-contract.ts'
import { type Around, problemsOf } from '../core/schedule-problems.ts'
import { remarksOn } from '../core/schedule-remarks.ts'
import { type Clock, isoOf } from './clock.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { Problems } from './problems.ts'
import type { ScheduleRows } from './schedule-rows.ts'
import type { ScheduleSource } from './schedule-source.ts'
import type { SettingsRows } from './settings-rows.ts'

/** What the calendar plays is known this far: a view of the last week, and more than a screen can go on alone. */
const pastDays = 8
const aheadDays = 110
const about = 'schedules'
/** A file with one wrong name in every line is one mistake. */
const mostTold = 20

/** What there is to be scheduled. */
export interface Playable {
  readonly names: () => readonly string[]
  /** Whether a playlist has anything that may begin in this time. */
  readonly hasSomething: (playlist: string, span: Span) => boolean
}

interface Parts {
  readonly rows: ScheduleRows
  readonly source: ScheduleSource
  readonly settings: SettingsRows
  readonly hours: OpeningHours
  readonly clock: Clock
  readonly problems: Problems
  readonly screens: readonly string[]
  readonly playable: Playable
}

/** A change that is only looked at. */
export interface Wish {
  readonly schedule?: Schedule | undefined
  readonly without?: string | undefined
}

export class ScheduleDesk {
  readonly #parts: Parts
  #plan: { readonly plan: Plan; readonly date: string } | undefined
  #calendar: { readonly schedules: readonly Schedule[]; readonly date: string } | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The rows are others; or the hours and the settings, too. */
  outdated(what: 'rows' | 'all'): void {
    this.#plan = undefined
    if (what === 'all') this.#calendar = undefined
  }

  /** The same object until something in it changes, or the day does. */
  plan(): Plan {
    const { rows, hours, clock } = this.#parts
    const date = hours.wall.dateOf(clock.now())
    if (this.#plan?.date === date) return this.#plan.plan
    if (this.#calendar?.date !== date) this.#calendar = { schedules: this.#byCalendar(date), date }
    const plan = this.#compiled(rows.all())
    this.#plan = { plan, date }
    return plan
  }

  preview(screen: string, zone: Zone, fromMs: number, toMs: number, { schedule, without }: Wish = {}): Preview {
    const inForce = this.plan()
    const isKept = ({ name }: Schedule) => name !== schedule?.name && name !== without
    const isWish = schedule !== undefined || without !== undefined
    const wanted = [...this.#parts.rows.all().filter(isKept), ...(schedule === undefined ? [] : [schedule])]
    const plan = isWish ? this.#compiled(wanted) : inForce
    const { hasSomething } = this.#parts.playable
    return {
      rows: rowsBetween(plan, screen, zone, fromMs, toMs).map((row) => ({
        ...{ from: isoOf(row.fromMs), to: isoOf(row.toMs), screen, zone, playlist: row.airing.playlist },
        ...{ with: [...row.airing.with], because: row.airing.because },
      })),
      remarks: remarksOn({ plan, screen, zone, fromMs, toMs, hasSomething }).map(({ span, ...remark }) => ({
        ...remark,
        ...(span === undefined ? {} : { from: isoOf(span.fromMs), to: isoOf(span.toMs) }),
      })),
    }
  }

  snapshot(): ScheduleList {
    const { rows, source } = this.#parts
    const around = this.#around()
    return {
      schedules: rows.all().map((schedule) => ({ ...schedule, problems: [...problemsOf(schedule, around)] })),
      groups: [...rows.groups],
      ...(source.state === undefined ? {} : { file: source.state }),
    }
  }

  /** @param more groups that come with it */
  problemsOf(schedule: Schedule, more: readonly ScreenGroup[] = []): readonly string[] {
    const around = this.#around()
    return problemsOf(schedule, { ...around, groups: [...more, ...around.groups] })
  }

  /** Says among the hub's problems what does not play as it is written. @returns whether that is other than before */
  tellProblems(): boolean {
    const { rows, problems, settings } = this.#parts
    const around = this.#around()
    const { closing, closed } = settings.settings.programming
    const unknown = [closing?.playlist, closed?.playlist].flatMap((playlist) =>
      playlist === undefined || around.playlists.includes(playlist)
        ? []
        : [
            `The settings name a playlist "${playlist}" for closing time, and there is none. The default playlist plays instead.`,
          ],
    )
    const wrong = rows
      .all()
      .flatMap((schedule) => problemsOf(schedule, around).map((problem) => `“${schedule.name}”: ${problem}`))
    const before = JSON.stringify(problems.about(about))
    problems.set(
      about,
      [...wrong, ...unknown].slice(0, mostTold).map((message) => ({ message })),
    )
    return JSON.stringify(problems.about(about)) !== before
  }

  #byCalendar(date: string): readonly Schedule[] {
    const { settings, hours } = this.#parts
    const { programming } = settings.settings
    return calendarSchedules(programming, hours.rules, hours.wall, daysAfter(date, -pastDays), pastDays + aheadDays)
  }

  #around(): Around {
    const { playable, screens, rows } = this.#parts
    return { playlists: playable.names(), screens, groups: rows.groups }
  }

  #compiled(schedules: readonly Schedule[]): Plan {
    const { rows, screens, hours } = this.#parts
    return compilePlan([...schedules, ...(this.#calendar?.schedules ?? [])], rows.groups, screens, hours.wall)
  }
}
