/** Dates and times of day as people write them, for rules that have no calendar of the platform's. */

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** Days since 1 January 1970. Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, days_from_civil */
export function dayNumber(year: number, month: number, day: number): number {
  // Years that begin in March: the day that comes and goes is the last one.
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date of a day number: `2026-11-21`. Source: as above, civil_from_days */
export function dateOfNumber(number: number): string {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

const numberOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return dayNumber(year, month, day)
}

/** 1 January 1970 was a Thursday. */
export const weekdayOf = (date: string): Weekday => weekdays[(((numberOf(date) + 3) % 7) + 7) % 7] ?? 'mon'

export const daysAfter = (date: string, days: number): string => dateOfNumber(numberOf(date) + days)

export const daysBetween = (earlier: string, later: string): number => numberOf(later) - numberOf(earlier)

/** `25 December 2026` */
export function dateWords(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return `${day} ${months[month - 1]} ${year}`
}

/** Minutes since midnight of `09:30`; `24:00` is the end of the day. */
export function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
