/** A schedule while somebody fills in the form: the four simple ways to say when, and what stands under Advanced. */
import { type Weekday, weekdays } from '../../../core/calendar-date.ts'
import { usualShare } from '../../../core/schedule-file.ts'
import { clockTime, dateOf, msOfLocal } from '../../shared/clinic-time.ts'
import type { Schedule } from '../programming.ts'

/** How somebody says when it plays. */
export type When = 'always' | 'hours' | 'dates' | 'urgent'

export interface FormDraft {
  readonly name: string
  /** Until somebody types a name it follows the playlist. */
  readonly isNamed: boolean
  readonly playlist: string
  readonly when: When
  readonly days: readonly Weekday[]
  readonly start: string
  readonly end: string
  /** Dates; empty when it is open on that side. */
  readonly from: string
  readonly until: string
  /** Of something urgent: a local date and time; no start is now. */
  readonly urgentDate: string
  readonly urgentStart: string
  readonly urgentUntilDate: string
  readonly urgentEnd: string
  /** Instead of weekdays; empty when there is none. */
  readonly rrule: string
  readonly except: readonly string[]
  readonly priority: number
  readonly kind: 'normal' | 'interrupt'
  readonly share: number
  readonly screens: readonly string[]
  readonly zone: 'main' | 'ticker'
  /** What the form has no field for and keeps. */
  readonly kept: Pick<Schedule, 'startsAt' | 'endsAt' | 'kind'>
  /** To the second, and of a time that clocks show twice the right one, for as long as nobody changes it. */
  readonly keptUrgent: Pick<Schedule, 'startsAt' | 'endsAt'>
}

export const usualPriority = 50
const minuteMs = 60_000

export function emptyDraft(playlist: string, at: string, zone: string): FormDraft {
  const end = new Date(Math.ceil(Date.parse(at) / minuteMs) * minuteMs + 10 * minuteMs).toISOString()
  return {
    ...{ name: '', isNamed: false, playlist, when: 'hours', days: weekdays.slice(0, 5), start: '08:00', end: '12:00' },
    ...{ from: '', until: '', urgentDate: dateOf(at, zone), urgentStart: '' },
    ...{ urgentUntilDate: dateOf(end, zone), urgentEnd: clockTime(end, zone) },
    ...{ rrule: '', except: [], priority: usualPriority, kind: 'normal', share: usualShare },
    ...{ screens: ['all'], zone: 'main', kept: {}, keptUrgent: {} },
  }
}

export function draftOf(schedule: Schedule, at: string, zone: string): FormDraft {
  const { startsAt, endsAt, kind = 'normal' } = schedule
  const isWhole = (schedule.start ?? '00:00') === '00:00' && (schedule.end ?? '24:00') === '24:00'
  const isOpen = schedule.from === undefined && schedule.until === undefined
  const isEveryDay = (schedule.weekdays ?? weekdays).length === weekdays.length && schedule.rrule === undefined
  // A takeover that comes back on many days is no emergency: it is shown by its days.
  const isUrgent = kind === 'takeover' && endsAt !== undefined
  const empty = emptyDraft(schedule.playlist, at, zone)
  const instants = { ...(startsAt === undefined ? {} : { startsAt }), ...(endsAt === undefined ? {} : { endsAt }) }
  return {
    ...empty,
    ...{ name: schedule.name, isNamed: true },
    when: isUrgent ? 'urgent' : !isOpen ? 'dates' : isWhole && isEveryDay ? 'always' : 'hours',
    days: schedule.weekdays ?? weekdays,
    start: schedule.start ?? '00:00',
    end: schedule.end ?? '24:00',
    from: schedule.from ?? '',
    until: schedule.until ?? '',
    ...(startsAt === undefined ? {} : { urgentDate: dateOf(startsAt, zone), urgentStart: clockTime(startsAt, zone) }),
    ...(endsAt === undefined ? {} : { urgentUntilDate: dateOf(endsAt, zone), urgentEnd: clockTime(endsAt, zone) }),
    rrule: schedule.rrule ?? '',
    except: schedule.except ?? [],
    priority: schedule.priority ?? usualPriority,
    kind: kind === 'interrupt' ? 'interrupt' : 'normal',
    share: schedule.share ?? usualShare,
    screens: schedule.screens ?? ['all'],
    zone: schedule.zone ?? 'main',
    kept: isUrgent ? {} : { ...instants, ...(kind === 'takeover' ? { kind } : {}) },
    keptUrgent: isUrgent ? instants : {},
  }
}

/** @param at the hub's clock: something urgent without a start begins now */
export function scheduleOf(draft: FormDraft, at: string, zone: string): Schedule {
  const { name, playlist, when, days, start, end, from, until, rrule, except, priority, kind, share } = draft
  const common: Schedule = {
    ...{ name: name.trim(), playlist, screens: draft.screens, zone: draft.zone, priority },
    ...(except.length === 0 ? {} : { except }),
  }
  const byDays =
    rrule.trim() !== '' ? { rrule: rrule.trim() } : days.length === weekdays.length ? {} : { weekdays: days }
  const ordinary: Schedule = {
    ...common,
    kind,
    ...(kind === 'interrupt' ? { share } : {}),
    ...draft.kept,
  }
  switch (when) {
    case 'always':
      return { ...ordinary, ...(rrule.trim() === '' ? {} : { rrule: rrule.trim() }) }
    case 'hours':
      // An interval that is counted from somewhere keeps its first day.
      return { ...ordinary, ...byDays, start, end, ...datesOf(rrule.trim() === '' ? '' : from, '') }
    case 'dates':
      return { ...ordinary, ...byDays, start, end, ...datesOf(from, until) }
    case 'urgent': {
      const { keptUrgent, urgentDate, urgentStart, urgentUntilDate, urgentEnd } = draft
      const instant = (date: string, time: string, kept: string | undefined) =>
        kept !== undefined && dateOf(kept, zone) === date && clockTime(kept, zone) === time
          ? kept
          : new Date(msOfLocal(date, time, zone)).toISOString()
      const startsAt = urgentStart === '' ? at : instant(urgentDate, urgentStart, keptUrgent.startsAt)
      return { ...common, kind: 'takeover', startsAt, endsAt: instant(urgentUntilDate, urgentEnd, keptUrgent.endsAt) }
    }
  }
}

const datesOf = (from: string, until: string): Pick<Schedule, 'from' | 'until'> => ({
  ...(from === '' ? {} : { from }),
  ...(until === '' ? {} : { until }),
})

/** What is missing before the hub can be asked, in a sentence. */
export function missingIn(draft: FormDraft): string | undefined {
  if (draft.playlist === '') return 'Choose what plays.'
  if (draft.screens.length === 0) return 'Choose at least one screen.'
  const isByDays = draft.when === 'hours' || draft.when === 'dates'
  if (isByDays && draft.days.length === 0 && draft.rrule.trim() === '') return 'Choose at least one day.'
  if (isByDays && (draft.start === '' || draft.end === '')) return 'Say from when until when.'
  if (draft.when === 'dates' && draft.from === '' && draft.until === '') return 'Say from which day, or until which.'
  if (draft.when === 'urgent' && (draft.urgentEnd === '' || draft.urgentUntilDate === ''))
    return 'Something urgent needs an end.'
  return undefined
}

/** A name that says enough until somebody types a better one: `Mornings`, `Mornings 2`. */
export function suggestedName(title: string, taken: ReadonlySet<string>): string {
  const base = title.slice(0, 70)
  if (!taken.has(base)) return base
  for (let number = 2; ; number += 1) if (!taken.has(`${base} ${number}`)) return `${base} ${number}`
}
