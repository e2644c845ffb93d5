/** The parts of a recurrence rule as somebody wrote it, and what is wrong with one: the date parts of RFC 5545. */

/** By name, in the order in which they stand there. */
export type RuleParts = ReadonlyMap<string, string>

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]
const timeParts = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
/** What each part may say; the library takes a 32nd of a month for a first. */
const dateParts: Readonly<Record<string, RegExp>> = {
  BYDAY: /^[+-]?(?:[1-9]|[1-4]\d|5[0-3])?(?:MO|TU|WE|TH|FR|SA|SU)$/,
  BYMONTHDAY: /^[+-]?(?:[1-9]|[12]\d|3[01])$/,
  BYYEARDAY: /^[+-]?(?:[1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])$/,
  BYWEEKNO: /^[+-]?(?:[1-9]|[1-4]\d|5[0-3])$/,
  BYMONTH: /^(?:[1-9]|1[0-2])$/,
  BYSETPOS: /^[+-]?(?:[1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])$/,
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
}
const otherParts = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL']
const mostCount = 10_000
const mostInterval = 1_000

/** @returns a sentence when it cannot be taken apart */
export function partsOf(text: string): RuleParts | string {
  const parts = new Map<string, string>()
  for (const part of text
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .split(';')) {
    const [name = '', value = '', ...more] = part.split('=').map((word) => word.trim())
    if (name === '' || value === '' || more.length > 0)
      return `"${part}" is not a part of a rule. A part looks like BYDAY=1MO, and ; stands between two of them.`
    if (parts.has(name)) return `${name} stands twice in this rule.`
    parts.set(name, value)
  }
  return parts
}

/** @returns a sentence about the first part that is not possible; undefined when all of them are */
export function wrongIn(parts: RuleParts, from: string | undefined): string | undefined {
  const frequency = parts.get('FREQ')
  if (frequency === undefined) return 'A rule begins with FREQ, such as FREQ=WEEKLY.'
  const timed = [...parts.keys()].find((name) => timeParts.includes(name))
  if (
    timed !== undefined ||
    ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency) ||
    /^\d{8}T/.test(parts.get('UNTIL') ?? '')
  )
    return 'A rule chooses days only. Write times of day in "start" and "end".'
  if (!isFrequency(frequency)) return `FREQ is one of ${frequencies.join(', ')}.`
  const unknown = [...parts.keys()].find((name) => !(name in dateParts || otherParts.includes(name)))
  if (unknown !== undefined) return `${unknown} is not known in a rule. Dates to leave out go into "except".`
  const odd = [...parts].find(([name, value]) => !value.split(',').every((one) => dateParts[name]?.test(one) ?? true))
  if (odd !== undefined) return `${odd.join('=')} is not a rule of RFC 5545. One looks like FREQ=MONTHLY;BYDAY=1MO.`
  const until = parts.get('UNTIL')
  if (until !== undefined && !/^\d{8}$/.test(until)) return 'UNTIL takes a date, such as UNTIL=20261231.'
  if (until !== undefined && parts.has('COUNT')) return 'A rule has COUNT or UNTIL, not both.'
  for (const [name, most] of [
    ['INTERVAL', mostInterval],
    ['COUNT', mostCount],
  ] as const) {
    const value = parts.get(name)
    if (value === undefined) continue
    if (!/^\d+$/.test(value) || Number(value) < 1 || Number(value) > most)
      return `${name} is a number from 1 to ${most}.`
    if (from === undefined && !(name === 'INTERVAL' && Number(value) === 1))
      return `${name} needs a first day to count from. Write it in "from".`
  }
  return misplaced(parts, frequency) ?? (from === undefined ? openIn(parts, frequency) : undefined)
}

const isFrequency = (word: string): word is Frequency => (frequencies as readonly string[]).includes(word)

/** What RFC 5545 does not allow together (3.3.10). */
function misplaced(parts: RuleParts, frequency: Frequency): string | undefined {
  const has = (name: string) => parts.has(name)
  const isNumbered = /\d/.test(parts.get('BYDAY') ?? '')
  if (isNumbered && (frequency === 'DAILY' || frequency === 'WEEKLY'))
    return `With FREQ=${frequency}, BYDAY takes weekdays without a number. The first Monday of a month is FREQ=MONTHLY;BYDAY=1MO.`
  if (has('BYYEARDAY') && frequency !== 'YEARLY') return 'BYYEARDAY belongs to FREQ=YEARLY.'
  if (has('BYWEEKNO') && frequency !== 'YEARLY') return 'BYWEEKNO belongs to FREQ=YEARLY.'
  if (has('BYWEEKNO') && (isNumbered || has('BYMONTHDAY') || has('BYYEARDAY')))
    return 'BYWEEKNO goes with BYDAY without a number, and with nothing else that chooses days.'
  if (has('BYYEARDAY') && (has('BYMONTHDAY') || has('BYMONTH')))
    return 'BYYEARDAY says the whole day: BYMONTHDAY and BYMONTH do not go with it.'
  if (has('BYMONTHDAY') && frequency === 'WEEKLY') return 'BYMONTHDAY does not go with FREQ=WEEKLY.'
  if (has('BYSETPOS') && frequency === 'DAILY') return 'BYSETPOS belongs to FREQ=WEEKLY, MONTHLY and YEARLY.'
  return undefined
}

/** What a rule leaves to its first day, when there is none. */
function openIn(parts: RuleParts, frequency: Frequency): string | undefined {
  if (missingIn(parts, frequency) === undefined) return undefined
  return `FREQ=${frequency} does not say which day. Add BYDAY or BYMONTHDAY, or a first day in "from".`
}

/** RFC 5545: what a rule does not say is taken from its first day. */
export function missingIn(
  parts: RuleParts,
  frequency: Frequency,
): 'BYDAY' | 'BYMONTHDAY' | 'BYMONTH and BYMONTHDAY' | undefined {
  const has = (name: string) => parts.has(name)
  switch (frequency) {
    case 'DAILY':
      return undefined
    case 'WEEKLY':
      return has('BYDAY') ? undefined : 'BYDAY'
    case 'MONTHLY':
      return has('BYDAY') || has('BYMONTHDAY') ? undefined : 'BYMONTHDAY'
    case 'YEARLY':
      if (has('BYDAY') || has('BYMONTHDAY') || has('BYYEARDAY')) return undefined
      if (has('BYWEEKNO')) return 'BYDAY'
      return has('BYMONTH') ? 'BYMONTHDAY' : 'BYMONTH and BYMONTHDAY'
  }
}
