/** Recurrence rules: the days of RFC 5545's own examples and of the calendars clinics live by, and what is refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysAfter, weekdayOf, weekdays } from '../../core/calendar-date.ts'
import { type RuleDays, readRule } from '../../core/rule-days.ts'

const ruleOf = (text: string, from?: string): RuleDays => {
  const read = readRule(text, from)
  if (!read.ok) throw new Error(read.message)
  return read.days
}
const daysIn = (rule: RuleDays, first: string, last: string) => {
  const found: string[] = []
  for (let date = first; date <= last; date = daysAfter(date, 1)) if (rule.has(date)) found.push(date)
  return found
}

test.each([
  ['FREQ=MONTHLY;BYDAY=1MO', undefined, ['2026-01-05', '2026-02-02', '2026-03-02']],
  ['RRULE:FREQ=MONTHLY;BYDAY=-1FR', undefined, ['2026-01-30', '2026-02-27', '2026-03-27']],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', undefined, ['2026-01-30', '2026-02-27', '2026-03-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', undefined, ['2026-01-31', '2026-02-28', '2026-03-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=31', undefined, ['2026-01-31', '2026-03-31']],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', undefined, ['2026-02-13', '2026-03-13']],
  ['FREQ=MONTHLY;BYDAY=5SA', undefined, ['2026-01-31']],
  ['FREQ=MONTHLY', '2026-01-15', ['2026-01-15', '2026-02-15', '2026-03-15']],
  ['FREQ=MONTHLY;INTERVAL=2', '2026-01-31', ['2026-01-31', '2026-03-31']],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', '2026-03-05', ['2026-03-05', '2026-03-17', '2026-03-19', '2026-03-31']],
  ['FREQ=WEEKLY;INTERVAL=4', '2026-01-07', ['2026-01-07', '2026-02-04', '2026-03-04']],
  ['FREQ=DAILY;INTERVAL=30', '2026-01-01', ['2026-01-01', '2026-01-31', '2026-03-02']],
  ['FREQ=DAILY;COUNT=3', '2026-02-27', ['2026-02-27', '2026-02-28', '2026-03-01']],
  ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20260113', undefined, ['2026-01-05', '2026-01-12']],
  ['FREQ=YEARLY', '2020-02-11', ['2026-02-11']],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', undefined, ['2026-03-29']],
  ['FREQ=YEARLY;BYDAY=10MO', undefined, ['2026-03-09']],
  ['FREQ=YEARLY;BYYEARDAY=1,60', undefined, ['2026-01-01', '2026-03-01']],
  ['FREQ=YEARLY;BYWEEKNO=2;BYDAY=MO', undefined, ['2026-01-05']],
  ['FREQ=DAILY;BYMONTH=2;BYDAY=SU', undefined, ['2026-02-01', '2026-02-08', '2026-02-15', '2026-02-22']],
])('%s, from %s, in the first quarter of 2026', (text, from, days) => {
  expect(daysIn(ruleOf(text, from), '2026-01-01', '2026-03-31')).toEqual(days)
})

// RFC 5545, 3.8.5.3: every fourth year, the first Tuesday after a Monday in November.
test('the day of the elections of the United States', () => {
  const rule = ruleOf('FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', '1996-11-05')
  const days = Array.from({ length: 13 }, (_, year) =>
    daysIn(rule, `${1996 + year}-11-01`, `${1996 + year}-11-30`),
  ).flat()
  expect(days).toEqual(['1996-11-05', '2000-11-07', '2004-11-02', '2008-11-04'])
})

test('a leap day comes in leap years only, and 2100 is none', () => {
  const rule = ruleOf('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')
  expect([rule.has('2028-02-29'), rule.has('2027-03-01'), rule.from('2096-03-01')]).toEqual([true, false, '2104-02-29'])
})

test('after its last day a rule has no next one', () => {
  expect(ruleOf('FREQ=WEEKLY;COUNT=2', '2026-01-05').from('2026-01-13')).toBeUndefined()
  expect(ruleOf('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260113').from('2026-01-13')).toBeUndefined()
})

test('a rule that is over is no mistake, and does not come any more', () => {
  expect(ruleOf('FREQ=WEEKLY;BYDAY=MO;UNTIL=20200101').from('2026-01-01')).toBeUndefined()
})

describe('refused', () => {
  test.each([
    ['', 'not a part'],
    ['BYDAY=MO', 'begins with FREQ'],
    ['FREQ=HOURLY', 'days only'],
    ['FREQ=DAILY;BYHOUR=9', 'days only'],
    ['FREQ=DAILY;UNTIL=20261231T120000Z', 'days only'],
    ['FREQ=FORTNIGHTLY', 'FREQ is one of'],
    ['FREQ=DAILY;EXDATE=20260101', '"except"'],
    ['FREQ=DAILY;UNTIL=tomorrow', 'takes a date'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20261231', 'not both'],
    ['FREQ=DAILY;COUNT=2', 'first day to count from'],
    ['FREQ=DAILY;INTERVAL=0', 'from 1 to'],
    ['FREQ=DAILY;COUNT=9999999', 'from 1 to'],
    ['FREQ=WEEKLY', 'does not say which day'],
    ['FREQ=MONTHLY', 'does not say which day'],
    ['FREQ=YEARLY;BYMONTH=2', 'does not say which day'],
    ['FREQ=WEEKLY;BYDAY=XX', 'not a rule'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'without a number'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'not a rule'],
    ['FREQ=DAILY;DAILY', 'not a part'],
    ['FREQ=DAILY;FREQ=DAILY', 'twice'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never comes'],
    ['FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31', 'never comes'],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', 'never comes'],
    ['FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=15,16', 'never comes'],
  ])('%s', (text, why) => {
    const read = readRule(text, undefined)
    expect(read.ok ? 'taken' : read.message).toContain(why)
  })

  test('hundreds of places that no week has, each without a search of the calendar', () => {
    const rules = Array.from({ length: 300 }, (_, at) => `FREQ=WEEKLY;BYDAY=MO,TH;BYSETPOS=${3 + at}`)
    expect(rules.filter((text) => readRule(text, '2026-01-06').ok)).toEqual([])
    expect(readRule('FREQ=WEEKLY;BYDAY=MO,TH;BYSETPOS=-2,5', undefined).ok).toBe(true)
  })

  test('an interval that always steps over the days it wants', () => {
    const read = readRule('FREQ=DAILY;INTERVAL=7;BYDAY=MO', '2026-01-06')
    expect(read.ok ? 'taken' : read.message).toContain('never comes')
  })
})

/** The definition, day by day: slow, and short enough to be believed. */
const isMeant = (date: string, days: readonly string[], months: readonly number[], ofMonth: readonly number[]) => {
  const [, month = 0, day = 0] = date.split('-').map(Number)
  const last = Number(daysAfter(`${daysAfter(`${date.slice(0, 8)}28`, 4).slice(0, 8)}01`, -1).slice(8))
  const isDay = days.length === 0 || days.some((code) => weekdays[codes.indexOf(code)] === weekdayOf(date))
  const isOfMonth = ofMonth.length === 0 || ofMonth.some((number) => number === day || last + 1 + number === day)
  return isDay && isOfMonth && (months.length === 0 || months.includes(month))
}
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

test('weekdays, months and days of the month mean the same in daily and monthly rules as in the definition', () => {
  const some = <Each>(values: readonly Each[]) => fc.subarray([...values], { maxLength: 4 })
  fc.assert(
    fc.property(
      ...[some(codes), some(Array.from({ length: 12 }, (_, at) => at + 1)), some([1, 2, 15, 28, 29, -1, -2, -28])],
      fc.constantFrom('DAILY', 'MONTHLY'),
      fc.integer({ min: 2020, max: 2032 }),
      (days, months, ofMonth, frequency, year) => {
        fc.pre(days.length > 0 || ofMonth.length > 0)
        const parts = [
          `FREQ=${frequency}`,
          ...(days.length === 0 ? [] : [`BYDAY=${days.join(',')}`]),
          ...(months.length === 0 ? [] : [`BYMONTH=${months.join(',')}`]),
          ...(ofMonth.length === 0 ? [] : [`BYMONTHDAY=${ofMonth.join(',')}`]),
        ]
        const expected: string[] = []
        for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = daysAfter(date, 1))
          if (isMeant(date, days, months, ofMonth)) expected.push(date)
        expect(daysIn(ruleOf(parts.join(';')), `${year}-01-01`, `${year}-12-31`)).toEqual(expected)
      },
    ),
    { numRuns: 60, seed: 1 },
  )
})
