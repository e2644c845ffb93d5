/** Waiting times that the desk has taken off the TV for today: back by a press, or by themselves on another day. */
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import { Facts } from './facts.ts'

const fact = 'times-hidden-on'

export class HiddenTimes {
  readonly #facts: Facts
  readonly #today: () => string
  readonly #listeners = new Set<() => void>()
  #day: string | undefined

  /** @param dateOf the clinic's date of an instant */
  constructor(database: Database, clock: Clock, dateOf: (ms: number) => string) {
    this.#facts = new Facts(database)
    this.#today = () => dateOf(clock.now())
    this.#day = this.#facts.valueOf(fact)
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  areHidden(): boolean {
    return this.#day !== undefined && this.#day === this.#today()
  }

  hide(areHidden: boolean): void {
    if (this.areHidden() === areHidden) return
    this.#day = areHidden ? this.#today() : undefined
    if (this.#day === undefined) this.#facts.forget(fact)
    else this.#facts.keep(fact, this.#day)
    for (const listener of this.#listeners) listener()
  }
}
