/** What has to be put right before anything is sent, in a sentence each. */
import { longestName, longestTagline } from '../../core/brand-limits.ts'
import type { Holidays } from '../../core/calendar.ts'
import { type Contradiction, contradictionsIn } from '../../core/calendar-check.ts'
import { findTwice } from '../../core/clinic-names.ts'
import type { HolidayList } from '../../core/settings-contract.ts'
import { colorProblems } from './color-words.ts'
import { mostEntry, tooLong } from './lengths.ts'
import type { Values } from './rows.ts'

export function contradictionsOf(
  { calendar, providers }: Values,
  list: HolidayList['holidays'],
): readonly Contradiction[] {
  const { ticked } = calendar.holidays
  const holidays: Holidays = new Map(
    list
      .filter(({ name }) => ticked.includes(name.replace(/ \(substitute day\)$/i, '')))
      .map(({ date, name }) => [date, name]),
  )
  return contradictionsIn(calendar, { providers, holidays })
}

export function firstProblem(values: Values, contradictions: readonly Contradiction[]): string | undefined {
  const { brand, rooms, providers, services, settings } = values
  if (brand.name.trim() === '') return 'The clinic needs a name.'
  const long =
    tooLong('The name of the clinic', brand.name, longestName) ??
    tooLong('The line under the name', brand.tagline ?? '', longestTagline) ??
    [...rooms, ...providers, ...services].map(({ name }) => tooLong(`"${name}"`, name, mostEntry)).find(isSaid)
  if (long !== undefined) return long
  const [color] = colorProblems(brand)
  if (color !== undefined) return color.message
  if (rooms.some(({ name }) => name.trim() === '')) return 'A room has no name. Give it one, or remove it.'
  if (providers.some(({ name }) => name.trim() === '')) return 'A provider has no name. Enter one, or remove them.'
  if (services.some(({ name }) => name.trim() === '')) return 'A service has no name. Give it one, or remove it.'
  const twice = findTwice('rooms', rooms) ?? findTwice('providers', providers) ?? findTwice('services', services)
  if (twice !== undefined) return twice
  const timeless = services.find(({ minutes }) => !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 600))
  if (timeless !== undefined) return `${timeless.name} needs its planned minutes: a whole number from 1 to 600.`
  const { screenInches, farthestSeatMetres } = settings.tv
  if (!(screenInches >= 10 && screenInches <= 200)) return 'The size of the TV is a number from 10 to 200 inches.'
  if (!(farthestSeatMetres >= 0.5 && farthestSeatMetres <= 30))
    return 'The farthest seat is a number from 0.5 to 30 metres.'
  const { closing } = settings.programming
  if (closing !== undefined && !(Number.isInteger(closing.minutes) && closing.minutes >= 1 && closing.minutes <= 120))
    return 'Before closing, a playlist plays for a whole number of minutes, from 1 to 120.'
  const { retentionDays } = settings
  if (!(Number.isInteger(retentionDays) && retentionDays >= 1 && retentionDays <= 90))
    return 'The queue is kept for a whole number of days, from 1 to 90.'
  return contradictions.find(({ isRefused }) => isRefused)?.message
}

const isSaid = (words: string | undefined): words is string => words !== undefined
