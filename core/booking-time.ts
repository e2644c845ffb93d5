/** Dates and times as people and their programs write them: `3.3.26`, `03/03/2026 2:30 pm`, `1030`. */

export interface Moment {
  /** `2026-03-03`; absent when only a time is written. */
  readonly date?: string
  /** Of the day; absent when only a date is written. */
  readonly minute?: number
  /** `Z` or `+01:00`, where the writer says so: then it is no time of the clinic's clocks. */
  readonly offset?: string
}

/** Which comes first in 03/04/2026. */
export type DateOrder = 'day-first' | 'month-first'

/** `Wednesday, 30 September 2026, 10:30:00 a.m. – ` and some more; a novel in a cell is no time. */
const longestMoment = 80

const monthWords: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz', 'maerz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aoû', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
]

/** @returns undefined for what is neither a date nor a time, or one that does not exist */
export function momentOf(text: string, order: DateOrder = 'day-first'): Moment | undefined {
  if (text.length > longestMoment) return undefined
  const plain = text.normalize('NFC').trim().toLowerCase()
  const iso = /^(\d{4}-\d\d-\d\d)[t ]+(\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(z|[+-]\d\d:?\d\d)?$/.exec(plain)
  if (iso !== null) {
    const [, day = '', time = '', offset] = iso
    const [date, minute] = [dateOf(day, order), minuteOf(time)]
    if (date === undefined || minute === undefined) return undefined
    return { date, minute, ...(offset === undefined ? {} : { offset }) }
  }
  const minute = minuteOf(plain)
  if (minute !== undefined) return { minute }
  const date = dateOf(plain, order)
  if (date !== undefined) return { date }
  // The date first, then the time, and whatever stands between them.
  for (const [at] of [...plain.matchAll(/[,\s]+/g)].reverse().map((gap) => [gap.index, gap[0]] as const)) {
    const [before, after] = [dateOf(plain.slice(0, at), order), minuteOf(plain.slice(at).replace(/^[,\s]+/, ''))]
    if (before !== undefined && after !== undefined) return { date: before, minute: after }
  }
  return undefined
}

/** `10:30`, `10.30`, `10h30`, `1030`, `930`, `9`, `9am`, `2:30 p.m.`, `10:30 Uhr` → minute of the day. */
export function minuteOf(text: string): number | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s*(uhr|hrs?|o'clock)\.?$/, '')
  const form =
    /^(\d{1,2})(?:\s*[:.h]\s*(\d\d)(?::\d\d)?|\s*h)?\s*(?:([ap])\.?\s?m\.?)?$|^(\d{1,2})(\d\d)\s*(?:([ap])\.?\s?m\.?)?$/
  const found = form.exec(plain)
  if (found === null) return undefined
  const half = found[3] ?? found[6]
  const [hour, minutes] = [Number(found[1] ?? found[4]), Number(found[2] ?? found[5] ?? 0)]
  if (minutes > 59) return undefined
  if (half === undefined) return hour > 23 ? undefined : hour * 60 + minutes
  return hour < 1 || hour > 12 ? undefined : ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minutes
}

/** @returns `2026-03-03`; undefined for what is no date, or one that no calendar has */
export function dateOf(text: string, order: DateOrder = 'day-first'): string | undefined {
  // `Tue 3 March`, `Dienstag, 3.3.2026`: the numbers say it already.
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\p{L}*\.?,?\s+/u, '')
  const numbers = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/.exec(plain)
  if (numbers !== null) {
    const [one = '', middle = '', three = ''] = numbers.slice(1)
    if (one.length === 4) return checked(Number(one), Number(middle), Number(three))
    if (one.length > 2 || (three.length !== 2 && three.length !== 4)) return undefined
    const year = three.length === 2 ? 2000 + Number(three) : Number(three)
    // Nobody writes the month first with dots.
    const isMonthFirst = order === 'month-first' && !plain.includes('.')
    return isMonthFirst ? checked(year, Number(one), Number(middle)) : checked(year, Number(middle), Number(one))
  }
  const solid = /^(20\d\d)(\d\d)(\d\d)$/.exec(plain)
  if (solid !== null) return checked(Number(solid[1]), Number(solid[2]), Number(solid[3]))
  const worded =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s*(\p{L}{3,})\.?,?\s*(\d{4})$/u.exec(plain) ??
    /^(\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})$/u.exec(plain)
  if (worded === null) return undefined
  const [one = '', two = '', year = ''] = worded.slice(1)
  const [day, word] = /^\d/.test(one) ? [one, two] : [two, one]
  const month = monthWords.findIndex((words) => words.some((start) => word.startsWith(start))) + 1
  return month === 0 ? undefined : checked(Number(year), month, Number(day))
}

/** Which order all of these dates have in common; day first unless they, or the wanted day, say otherwise. */
export function orderOf(texts: readonly string[], day: string): DateOrder {
  const pairs = texts.flatMap((text) => {
    const found = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(text)
    return found === null ? [] : [[Number(found[1]), Number(found[2])] as const]
  })
  if (pairs.some(([one]) => one > 12)) return 'day-first'
  if (pairs.some(([, two]) => two > 12)) return 'month-first'
  const [, month, date] = day.split('-').map(Number)
  const hits = (one: number | undefined, two: number | undefined) => pairs.some(([a, b]) => a === one && b === two)
  return hits(month, date) && !hits(date, month) ? 'month-first' : 'day-first'
}

function checked(year: number, month: number, day: number): string | undefined {
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return `${year}-${two(month)}-${two(day)}`
}

const two = (value: number) => String(value).padStart(2, '0')

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** `10:30`, for sentences. */
export const clockWords = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
