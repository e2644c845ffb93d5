/** The calendar at work: the public holidays it has ticked, and whether the clinic is open now. */
import type { Calendar, Holidays } from '../core/calendar.ts'
import { type Opening, OpeningRules, type Wall } from '../core/opening.ts'
import { type Clock, wallIn } from './clock.ts'
import { reasonOf } from './fault.ts'
import { holidaysIn, plainName } from './holidays.ts'
import type { SettingsRows } from './settings-rows.ts'

export class OpeningHours {
  readonly wall: Wall
  readonly #rows: SettingsRows
  readonly #clock: Clock
  readonly #listeners = new Set<() => void>()
  #holidays: Holidays = new Map()
  #year = 0

  constructor(rows: SettingsRows, clock: Clock) {
    this.#rows = rows
    this.#clock = clock
    this.wall = wallIn(clock.zone)
    rows.onChange((name) => {
      if (name === 'calendar') void this.open()
    })
  }

  /** Looks up the ticked holidays. */
  async open(): Promise<void> {
    const { calendar } = this.#rows
    this.#year = this.#yearNow()
    const holidays = await this.tickedIn(calendar).catch((cause: unknown): Holidays => {
      console.error(`Public holidays cannot be looked up (${reasonOf(cause)}). The week holds on them.`)
      return new Map()
    })
    if (calendar !== this.#rows.calendar) return
    this.#holidays = holidays
    for (const listener of this.#listeners) listener()
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  get rules(): OpeningRules {
    if (this.#year !== this.#yearNow()) void this.open()
    return new OpeningRules(this.#rows.calendar, this.#holidays, this.wall)
  }

  now(): Opening {
    return this.rules.openAt(this.#clock.now())
  }

  /** The ticked holidays of this year and the next, by date. */
  async tickedIn({ holidays: { region, ticked } }: Calendar): Promise<Holidays> {
    if (region === undefined || ticked.length === 0) return new Map()
    const year = this.#yearNow()
    const lists = await Promise.all([year, year + 1].map((each) => holidaysIn(region, each)))
    const all = lists.flatMap((list) => list ?? [])
    return new Map(all.filter(({ name }) => ticked.includes(plainName(name))).map(({ date, name }) => [date, name]))
  }

  #yearNow(): number {
    return Number(this.wall.dateOf(this.#clock.now()).slice(0, 4))
  }
}
