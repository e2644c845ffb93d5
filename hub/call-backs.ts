/** How many wanted to be called back, and how many have been: counted by the desk, day by day; neither who nor when. */
import type { CallBackKind, CallBackSums } from '../core/report-contract.ts'
import type { Database } from './database.ts'
import { Facts } from './facts.ts'

const fact = 'call-backs'
/** As long as there are reports of a day. */
const keptDays = 31
const none: CallBackSums = { wanted: 0, returned: 0 }

type ByDay = Readonly<Record<string, CallBackSums>>

export class CallBacks {
  readonly #facts: Facts

  constructor(database: Database) {
    this.#facts = new Facts(database)
  }

  /** @param day on the clinic's calendar */
  on(day: string): CallBackSums {
    return this.#kept()[day] ?? none
  }

  /** @returns the sums of that day; undefined when there is nothing to take back */
  count(day: string, kind: CallBackKind, by: 1 | -1): CallBackSums | undefined {
    const kept = this.#kept()
    const before = kept[day] ?? none
    if (before[kind] + by < 0) return undefined
    const now = { ...before, [kind]: before[kind] + by }
    const days = Object.entries({ ...kept, [day]: now }).sort(([one], [other]) => (one < other ? -1 : 1))
    this.#facts.keep(fact, JSON.stringify(Object.fromEntries(days.slice(-keptDays))))
    return now
  }

  #kept(): ByDay {
    return JSON.parse(this.#facts.valueOf(fact) ?? '{}') as ByDay
  }
}
