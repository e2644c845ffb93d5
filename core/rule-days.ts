/** The days that a recurrence rule chooses: the date parts of RFC 5545, read by rrule-temporal one year at a time. */
import { RRuleTemporal } from 'rrule-temporal'
import { daysAfter, daysBetween, type Weekday, weekdayOf, weekdays } from './calendar-date.ts'
import { type Frequency, missingIn, partsOf, type RuleParts, wrongIn } from './rule-parts.ts'

export interface RuleDays {
  readonly has: (date: string) => boolean
  /** All that the rule says, when it says no more than these: they come every week for ever. */
  readonly weekdays?: readonly Weekday[]
  /** Its first day from a date on; undefined when none comes any more. */
  readonly from: (date: string) => string | undefined
}

export type ReadRule = { readonly ok: true; readonly days: RuleDays } | { readonly ok: false; readonly message: string }

/** A 29 February on a certain weekday comes every 28 years, and every 40 across 2100. */
const rarestYears = 41
const anyFirstDate = '2026-01-01'
/** What the library can write with the years around it. */
const [firstOfYears, lastOfYears] = [1_001, 9_998]
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

interface Rule {
  readonly frequency: Frequency
  readonly interval: number
  readonly weekStart: number
  readonly from?: string
  readonly until?: string
  readonly count?: number
  /** Without INTERVAL, COUNT and UNTIL, which are counted here; with what it leaves to its first day written out. */
  readonly every: RuleParts
}

/** The same rules are read again at every change of a plan. */
const known = new Map<string, ReadRule>()
const mostKnown = 4_000

/**
 * A rule such as `FREQ=MONTHLY;BYDAY=1MO`.
 *
 * @param from the day that INTERVAL and COUNT count from; also says what a rule leaves open, such as the day of the month
 */
export function readRule(text: string, from: string | undefined): ReadRule {
  const key = `${from} ${text}`
  const read = known.get(key) ?? freshRule(text, from)
  if (known.size >= mostKnown) known.clear()
  known.set(key, read)
  return read
}

function freshRule(text: string, from: string | undefined): ReadRule {
  const parts = partsOf(text)
  if (typeof parts === 'string') return { ok: false, message: parts }
  const wrong = wrongIn(parts, from)
  if (wrong !== undefined) return { ok: false, message: wrong }
  const { until, ...endless } = ruleOf(parts, from)
  const days = daysOf(until === undefined ? endless : { ...endless, until })
  // A rule that is over has come once: only one that never could is a mistake.
  const possible = until === undefined ? days : daysOf(endless)
  const firstYear = yearOf(from ?? anyFirstDate)
  const isPossible = Array.from({ length: rarestYears }, (_, years) => firstYear + years).some(
    (year) => possible.inYear(year).size > 0,
  )
  return isPossible
    ? { ok: true, days }
    : { ok: false, message: `"${text}" never comes: no day of the calendar fits all of it.` }
}

function ruleOf(parts: RuleParts, from: string | undefined): Rule {
  const frequency = parts.get('FREQ') as Frequency
  const [, month = '01', day = '01'] = (from ?? anyFirstDate).split('-')
  const missing = missingIn(parts, frequency)
  const added = [
    ...(missing === 'BYDAY'
      ? [['BYDAY', weekdayCodes[weekdays.indexOf(weekdayOf(from ?? anyFirstDate))] ?? ''] as const]
      : []),
    ...(missing === 'BYMONTH and BYMONTHDAY' ? [['BYMONTH', String(Number(month))] as const] : []),
    ...(missing?.endsWith('BYMONTHDAY') ? [['BYMONTHDAY', String(Number(day))] as const] : []),
  ]
  const kept = [...parts].filter(([name]) => !['INTERVAL', 'COUNT', 'UNTIL'].includes(name))
  const [until, count] = [parts.get('UNTIL'), parts.get('COUNT')]
  return {
    ...{ frequency, every: new Map([...kept, ...added]), interval: Number(parts.get('INTERVAL') ?? 1) },
    weekStart: weekdayCodes.indexOf(parts.get('WKST') ?? 'MO'),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}` }),
    ...(count === undefined ? {} : { count: Number(count) }),
  }
}

function daysOf(rule: Rule): RuleDays & { readonly inYear: (year: number) => ReadonlySet<string> } {
  const years = new Map<number, ReadonlySet<string>>()
  const fitting = (year: number): ReadonlySet<string> => {
    const known = years.get(year)
    if (known !== undefined) return known
    const all = everyDay(rule, year).filter((date) => isCounted(rule, date))
    const set = new Set(all.slice(0, Math.max(0, (rule.count ?? all.length) - countBefore(year))))
    years.set(year, set)
    return set
  }
  const countBefore = (year: number): number => {
    if (rule.count === undefined || rule.from === undefined) return 0
    let sum = 0
    for (let each = yearOf(rule.from); each < year && sum < rule.count; each += 1) sum += fitting(each).size
    return sum
  }
  const plain = plainWeekdays(rule)
  return {
    ...(plain === undefined ? {} : { weekdays: plain }),
    inYear: fitting,
    has: (date) => fitting(yearOf(date)).has(date),
    from: (date) => {
      for (let year = yearOf(date); year < yearOf(date) + rarestYears; year += 1)
        for (const day of fitting(year)) if (day >= date) return day
      return undefined
    },
  }
}

function plainWeekdays({ every, interval, until, count }: Rule): readonly Weekday[] | undefined {
  const [frequency, days] = [every.get('FREQ'), every.get('BYDAY')]
  const isPlain = [...every.keys()].every((name) => ['FREQ', 'BYDAY', 'WKST'].includes(name))
  if (!isPlain || interval !== 1 || until !== undefined || count !== undefined) return undefined
  if (frequency !== 'DAILY' && frequency !== 'WEEKLY') return undefined
  return days === undefined ? weekdays : weekdays.filter((_, at) => days.split(',').includes(weekdayCodes[at] ?? ''))
}

/** In order. The rule is asked about one year, so that neither its beginning nor its end costs anything. */
function everyDay(rule: Rule, year: number): readonly string[] {
  const { every, frequency } = rule
  if (isNever(every) || year < firstOfYears || year > lastOfYears) return []
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  // Weeks do not end with the year: the first and the last one are asked about as a whole.
  const isByWeeks = every.has('BYWEEKNO')
  const start = isByWeeks ? `${year - 1}-01-01` : frequency === 'WEEKLY' ? weekOf(rule, first) : first
  const end = isByWeeks ? `${year + 1}-12-31` : frequency === 'WEEKLY' ? daysAfter(weekOf(rule, last), 6) : last
  const text = [...every].map(([name, value]) => `${name}=${value}`).join(';')
  const rruleString = `DTSTART;VALUE=DATE:${compact(start)}\nRRULE:${text};UNTIL=${compact(end)}`
  const days = new RRuleTemporal({ rruleString }).all().map((day) => day.toString().slice(0, 10))
  return days.filter((date) => first <= date && date <= last)
}

const compact = (date: string): string => date.replaceAll('-', '')

/** The day that the week of a date begins with. */
const weekOf = ({ weekStart }: Rule, date: string): string =>
  daysAfter(date, -((weekdays.indexOf(weekdayOf(date)) - weekStart + 7) % 7))

/** What never meets is looked for in vain, day by day: a day and its months, or the third of two days of a week. */
function isNever(every: RuleParts): boolean {
  const numbers = (name: string) => every.get(name)?.split(',').map(Number)
  const perWeek = new Set(every.get('BYDAY')?.split(',')).size
  const isPastWeek = every.get('FREQ') === 'WEEKLY' && numbers('BYSETPOS')?.every((place) => Math.abs(place) > perWeek)
  if (isPastWeek === true) return true
  const days = numbers('BYMONTHDAY')
  const longest = (numbers('BYMONTH') ?? [1]).map((month) =>
    month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31,
  )
  return days?.every((day) => Math.abs(day) > Math.max(...longest)) ?? false
}

/** Whether a day is on or after the first one, not after the last, and in a week, month … that INTERVAL counts. */
function isCounted(rule: Rule, date: string): boolean {
  const { frequency, interval, from, until } = rule
  if ((from !== undefined && date < from) || (until !== undefined && date > until)) return false
  if (interval === 1 || from === undefined) return true
  const periods = () => {
    switch (frequency) {
      case 'DAILY':
        return daysBetween(from, date)
      case 'WEEKLY':
        return daysBetween(weekOf(rule, from), weekOf(rule, date)) / 7
      case 'MONTHLY':
        return (yearOf(date) - yearOf(from)) * 12 + monthOf(date) - monthOf(from)
      case 'YEARLY':
        return yearOf(date) - yearOf(from)
    }
  }
  return periods() % interval === 0
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
const monthOf = (date: string): number => Number(date.slice(5, 7))
