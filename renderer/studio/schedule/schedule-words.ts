/** Schedules and what plays, in words: on which days, at what times, and why. */
import { dateWords, type Weekday, weekdayNames, weekdays } from '../../../core/calendar-date.ts'
import { clockTime, dayAndTime, dayName } from '../../shared/clinic-time.ts'
import { type Airing, type PlaylistLine, type Schedule, titleOfList } from '../programming.ts'

const short = (day: Weekday): string => weekdayNames[day].slice(0, 3)

/** `every day`, `Mon–Fri`, `Mon, Wed and Sat` */
export function daysWords(days: readonly Weekday[]): string {
  const places = weekdays.flatMap((day, at) => (days.includes(day) ? [at] : []))
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return 'no day'
  if (places.length === weekdays.length) return 'every day'
  const nameOf = (at: number) => short(weekdays[at] ?? 'mon')
  if (places.length > 2 && last - first === places.length - 1) return `${nameOf(first)}–${nameOf(last)}`
  const names = places.map(nameOf)
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** When a schedule plays: `Mon–Fri, 08:00–12:00`. */
export function whenWords(schedule: Schedule, zone: string): string {
  const { weekdays: days = weekdays, start = '00:00', end = '24:00', from, until, rrule, except = [] } = schedule
  const { startsAt, endsAt } = schedule
  const isWhole = start === '00:00' && end === '24:00'
  const chosen = rrule === undefined ? daysWords(days) : ruleWords(rrule)
  const parts = [
    ...(startsAt !== undefined && isWhole && days.length === weekdays.length && rrule === undefined ? [] : [chosen]),
    ...(isWhole ? [] : [`${start}–${end}`]),
    ...(from === undefined ? [] : [`from ${dateWords(from)}`]),
    ...(until === undefined ? [] : [`until ${dateWords(until)}`]),
    ...(startsAt === undefined ? [] : [`from ${dayAndTime(startsAt, zone)}`]),
    ...(endsAt === undefined ? [] : [`until ${untilWords(endsAt, startsAt, zone)}`]),
    ...(except.length === 0 ? [] : [`not on ${except.map(dateWords).join(', ')}`]),
  ]
  const words = parts.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const untilWords = (endsAt: string, startsAt: string | undefined, zone: string): string =>
  startsAt !== undefined && dayName(startsAt, zone) === dayName(endsAt, zone)
    ? clockTime(endsAt, zone)
    : dayAndTime(endsAt, zone)

const nth: Readonly<Record<string, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' }
const shortDays: Readonly<Record<string, Weekday>> = {
  ...{ MO: 'mon', TU: 'tue', WE: 'wed', TH: 'thu', FR: 'fri', SA: 'sat', SU: 'sun' },
}

/** The rules that the form offers in words; any other as it is written. */
function ruleWords(rule: string): string {
  const [, place, day] = /^FREQ=MONTHLY;BYDAY=(-?\d)([A-Z]{2})$/.exec(rule) ?? []
  const weekday = shortDays[day ?? '']
  const which = nth[place ?? '']
  return which === undefined || weekday === undefined
    ? `days by the rule ${rule}`
    : `the ${which} ${weekdayNames[weekday]} of each month`
}

/** Which screens: `every screen`, `Screen 1 and Hall`. */
export function screensWords(screens: readonly string[] = ['all']): string {
  if (screens.includes('all')) return 'every screen'
  const names = screens.map((name) => name.replace(/^screen-/, 'Screen '))
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Why it plays, in a sentence. */
export function becauseWords({ because }: Airing): string {
  const { schedule, kind, priority } = because
  switch (kind) {
    case 'default':
      return 'Nothing is scheduled at this time.'
    case 'takeover':
      return `“${schedule}” is urgent: it takes over from everything else until it ends.`
    case 'interrupt':
      return `“${schedule}” comes in between, with priority ${priority}.`
    case 'normal':
      return `“${schedule}” is scheduled at this time, with priority ${priority}.`
  }
}

/** What plays together: `Mornings and Offers in turn, with News (25 %)`. */
export function airingWords(airing: Airing, lists: readonly PlaylistLine[]): string {
  const title = (name: string) => titleOfList(name, lists)
  const turns = [airing.playlist, ...airing.with.filter(({ share }) => share === undefined).map((one) => one.playlist)]
  const shares = airing.with.flatMap(({ playlist, share }) =>
    share === undefined ? [] : [`${title(playlist)} (${share} %)`],
  )
  const names = turns.map(title)
  const main = names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} in turn`
  return shares.length === 0 ? main : `${main}, with ${shares.join(' and ')}`
}
