/** Public holidays of a region, from a library's tables: nobody asks a network, and nothing is loaded until somebody asks. */
import type Library from 'date-holidays'
import { daysAfter } from '../core/calendar-date.ts'

export interface Holiday {
  readonly date: string
  readonly name: string
}

interface Region {
  readonly id: string
  readonly name: string
}

const language = 'en'
const dayMs = 24 * 3_600_000

// Two megabytes of tables in a file of their own: most hubs start without them.
let loading: Promise<typeof Library> | undefined
const library = (): Promise<typeof Library> =>
  (loading ??= import('./holiday-tables.ts').then((module) => module.default))

/** @returns undefined for a region the tables do not know */
export async function holidaysIn(region: string, year: number): Promise<readonly Holiday[] | undefined> {
  const Holidays = await library()
  const [country = '', state, city] = region.toUpperCase().split('-')
  const table = new Holidays()
  const countries = table.getCountries(language)
  if (countries === undefined || !(country in countries)) return undefined
  if (state !== undefined && !(state in (table.getStates(country, language) ?? {}))) return undefined
  if (city !== undefined && !(city in (table.getRegions(country, state ?? '', language) ?? {}))) return undefined
  table.init({ country, ...(state === undefined ? {} : { state }), ...(city === undefined ? {} : { region: city }) })
  const days = table
    .getHolidays(year, language)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end, name }) => {
      const first = date.slice(0, 10)
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs))
      return Array.from({ length }, (_, day) => ({ date: daysAfter(first, day), name }))
    })
  return days.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/** Countries; with a country, its states that have holidays of their own. */
export async function regionsOf(country: string | undefined): Promise<readonly Region[]> {
  const table = new (await library())()
  const [land, state] = country?.toUpperCase().split('-') ?? []
  const found =
    land === undefined
      ? table.getCountries(language)
      : state === undefined
        ? table.getStates(land, language)
        : table.getRegions(land, state, language)
  return Object.entries(found ?? {})
    .map(([id, name]) => ({ id: [country?.toUpperCase() ?? [], id].flat().join('-'), name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
}

/** Without the note that it is kept on another day this year. */
export const plainName = (name: string): string => name.replace(/ \(substitute day\)$/i, '')
