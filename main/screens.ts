/** Each screen's programme: from the local copy at once, from the hub when it has another; prepare, verify, activate. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ProgrammeAnswer } from '../core/contract.ts'
import type { Programme } from '../core/programme.ts'
import type { MediaCache } from './cache.ts'
import type { ScreenClock } from './clock.ts'
import type { HubProcess } from './hub-process.ts'

const askAgainMs = 500
/** Longer than the hub waits with its answer. */
const answerTimeoutMs = 40_000
const longestWaitMs = 25_000
/** The item on screen may belong to the programme before: its file stays this long. */
const sweepAfterMs = 3_600_000 + 60_000

export class Screens {
  readonly #cache: MediaCache
  readonly #hub: HubProcess
  readonly #clock: ScreenClock
  readonly #active = new Map<string, Programme>()
  readonly #waiting = new Map<string, Set<() => void>>()
  #sweeping: NodeJS.Timeout | undefined

  constructor(cache: MediaCache, hub: HubProcess, clock: ScreenClock) {
    this.#cache = cache
    this.#hub = hub
    this.#clock = clock
  }

  /** Plays what was last verified, and follows the hub from then on. */
  async open(screen: string): Promise<void> {
    const last = await this.#cache.lastProgramme(screen)
    if (last !== undefined) this.#activate(last)
    void this.#follow(screen)
  }

  /** The programme in force, once its revision differs from `after`; undefined when it did not in time. */
  async programme(screen: string, after: string | null): Promise<ProgrammeAnswer | undefined> {
    if (this.#revisionOf(screen) === after) await this.#news(screen)
    const programme = this.#active.get(screen)
    return programme === undefined || programme.revision === after
      ? undefined
      : { now: this.#clock.isoNow(), programme }
  }

  async #follow(screen: string): Promise<void> {
    for (;;) {
      const url = await this.#hub.url()
      try {
        const after = this.#revisionOf(screen)
        const query = after === null ? '' : `?after=${encodeURIComponent(after)}`
        const response = await fetch(`${url}/api/screens/${screen}/programme${query}`, {
          signal: AbortSignal.timeout(answerTimeoutMs),
        })
        if (response.status === 200) await this.#take((await response.json()) as ProgrammeAnswer, url)
        else if (response.status !== 204) throw new Error(`answered ${response.status}`)
      } catch {
        await this.#hub.suspect(url)
        await pause(askAgainMs)
      }
    }
  }

  async #take({ now, programme }: ProgrammeAnswer, url: string): Promise<void> {
    this.#clock.follow(now)
    const missing = await this.#cache.bring(programme, url)
    for (const title of missing)
      console.error(`${programme.screen}: "${title}" did not arrive whole; it is passed over.`)
    this.#activate(programme)
    await this.#cache.keepProgramme(programme)
    clearTimeout(this.#sweeping)
    this.#sweeping = setTimeout(() => void this.#cache.sweep([...this.#active.values()]), sweepAfterMs)
  }

  #activate(programme: Programme): void {
    this.#active.set(programme.screen, programme)
    for (const wake of [...(this.#waiting.get(programme.screen) ?? [])]) wake()
  }

  #revisionOf(screen: string): string | null {
    return this.#active.get(screen)?.revision ?? null
  }

  async #news(screen: string): Promise<void> {
    const waiting = this.#waiting.get(screen) ?? new Set()
    this.#waiting.set(screen, waiting)
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, longestWaitMs)
      waiting.add(wake)
    })
  }
}
