/** Hands each screen its programme, waiting with the answer until there is news, and knows which screens ask. */
import { type Clock, isoOf } from './clock.ts'
import { JsonText } from './json-text.ts'
import type { Programmer } from './programmer.ts'

/** Below the half minute after which proxies and sockets give up. */
const longestWaitMs = 25_000
/** A screen asks again at once; after this silence it is away. */
const awayMs = 60_000

export class ScreenDesk {
  readonly #programmer: Programmer
  readonly #clock: Clock
  readonly #waiting = new Map<string, Set<() => void>>()
  readonly #lastAsked = new Map<string, number>()
  readonly #listeners = new Set<() => void>()

  constructor(programmer: Programmer, clock: Clock) {
    this.#programmer = programmer
    this.#clock = clock
    programmer.onChange((screen) => this.#wake(screen))
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  isConnected(screen: string): boolean {
    return (
      (this.#waiting.get(screen)?.size ?? 0) > 0 ||
      performance.now() - (this.#lastAsked.get(screen) ?? -awayMs) < awayMs
    )
  }

  /**
   * @param after the revision the screen has; another one is answered at once, the same one when it has changed
   * @returns a `ProgrammeAnswer`; undefined when nothing changed in time; null when there is no such screen
   */
  async programme(
    screen: string,
    after: string | undefined,
    signal: AbortSignal,
  ): Promise<JsonText | undefined | null> {
    const current = this.#programmer.programmeOf(screen)
    if (current === undefined) return null
    const wasConnected = this.isConnected(screen)
    this.#lastAsked.set(screen, performance.now())
    if (!wasConnected) for (const listener of this.#listeners) listener()
    if (current.revision === after) await this.#news(screen, signal)
    const programme = this.#programmer.programmeOf(screen)
    return programme === undefined || programme.revision === after
      ? undefined
      : new JsonText(`{"now":${JSON.stringify(isoOf(this.#clock.now()))},"programme":`, programme.text.bytes, '}')
  }

  close(): void {
    for (const screen of this.#waiting.keys()) this.#wake(screen)
  }

  async #news(screen: string, signal: AbortSignal): Promise<void> {
    const waiting = this.#waiting.get(screen) ?? new Set()
    this.#waiting.set(screen, waiting)
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, longestWaitMs)
      waiting.add(done)
      signal.addEventListener('abort', done)
    })
  }

  #wake(screen: string): void {
    for (const done of [...(this.#waiting.get(screen) ?? [])]) done()
  }
}
