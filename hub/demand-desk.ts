/** What those who wait came for, looked at every five minutes and kept: the one thing that programming knows of the queue. */
import { z } from 'zod'
import {
  type Demand,
  demandOf,
  demand as demandShape,
  type Look,
  look,
  lookAt,
  noDemand,
  slotOf,
  stillHeld,
  type Waiting,
} from '../core/demand.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import { Facts } from './facts.ts'
import { reasonOf } from './fault.ts'
import type { QueueDesk } from './queue-desk.ts'
import type { SettingsRows } from './settings-rows.ts'
import { usualWaitMs } from './usual-wait.ts'

const fact = 'demand'
const kept = z.object({ look, demand: demandShape })

interface Parts {
  readonly database: Database
  readonly clock: Clock
  readonly waiting: () => readonly Waiting[]
  /** Off, nobody is counted and nothing is kept. */
  readonly isOn: () => boolean
  readonly onChange: () => void
}

export class DemandDesk {
  readonly #parts: Parts
  readonly #facts: Facts
  #look: Look | undefined
  #demand: Demand = noDemand
  /** Reading ten days takes a while: done once somebody wants to know. */
  #usualWaitMs: number | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    this.#facts = new Facts(parts.database)
    const known = this.#kept()
    this.#look = known?.look
    this.#demand = known?.demand ?? noDemand
  }

  /** Undefined while the settings do not want it. */
  current(): { readonly demand: Demand; readonly usualWaitMs: number } | undefined {
    if (!this.#parts.isOn()) return undefined
    this.#usualWaitMs ??= usualWaitMs(this.#parts.database)
    return { demand: this.#demand, usualWaitMs: this.#usualWaitMs }
  }

  dayClosed(): void {
    this.#usualWaitMs = undefined
  }

  /** To be called whenever the queue has changed, and every few seconds. */
  look(): void {
    const { clock, waiting, isOn } = this.#parts
    if (!isOn()) {
      if (this.#look !== undefined) this.#keep(undefined, noDemand)
      return
    }
    const now = clock.now()
    const people = waiting()
    const isDue = this.#look === undefined || slotOf(now) !== slotOf(this.#look.at)
    // Whatever is known ends here, whichever way the clock went.
    const isOld = this.#look !== undefined && Math.abs(slotOf(now) - slotOf(this.#look.at)) > 1
    if (isDue) {
      const fresh = lookAt(people, now)
      this.#keep(fresh, isOld ? noDemand : demandOf(this.#look, fresh))
    } else if (this.#demand.all !== undefined) {
      const held = stillHeld(this.#demand, people)
      if (held !== this.#demand) this.#keep(this.#look, held)
    }
  }

  #keep(found: Look | undefined, demand: Demand): void {
    const isOther = JSON.stringify(demand) !== JSON.stringify(this.#demand)
    this.#look = found
    this.#demand = demand
    try {
      if (found === undefined) this.#facts.forget(fact)
      else this.#facts.keep(fact, JSON.stringify({ look: found, demand }))
    } catch (cause) {
      console.error(
        `What people wait for could not be written (${reasonOf(cause)}). It is counted anew after a restart.`,
      )
    }
    if (isOther) this.#parts.onChange()
  }

  #kept(): z.infer<typeof kept> | undefined {
    const value = this.#facts.valueOf(fact)
    if (value === undefined) return undefined
    const read = kept.safeParse(JSON.parse(value))
    return read.success ? read.data : undefined
  }
}

interface Surroundings extends Pick<Parts, 'database' | 'clock' | 'onChange'> {
  readonly queue: Pick<QueueDesk, 'waiting' | 'onTold' | 'onDayClosed'>
  readonly rows: SettingsRows
}

/** Follows the queue and the settings. */
export function openDemand({ queue, rows, onChange, ...parts }: Surroundings): DemandDesk {
  const desk = new DemandDesk({
    ...parts,
    ...{ waiting: queue.waiting, onChange },
    isOn: () => rows.settings.programming.leans === true,
  })
  queue.onTold(() => desk.look())
  queue.onDayClosed(() => desk.dayClosed())
  rows.onChange(() => desk.look())
  // What was counted before a restart may be long over.
  desk.look()
  return desk
}
