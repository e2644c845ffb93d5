/** Brings somebody at the desk a picture of a screen: only the screen can take it, so it is asked, and waits to be asked. */

/** Below the half minute after which proxies and sockets give up. */
const longestLookMs = 25_000
/** A screen that has not asked for so long is away. */
const awayMs = 40_000
/** A picture takes a tenth of a second; a screen that is busy may take longer. */
const patienceMs = 4_000

type Taker = (picture: Uint8Array | undefined) => void

export class ScreenPictures {
  readonly #wanted = new Map<string, Set<Taker>>()
  readonly #looking = new Map<string, Set<() => void>>()
  readonly #lastLooked = new Map<string, number>()

  /** Whether a screen can be asked. */
  isThere(screen: string): boolean {
    const isWaiting = (this.#looking.get(screen)?.size ?? 0) > 0
    return isWaiting || performance.now() - (this.#lastLooked.get(screen) ?? -awayMs) < awayMs
  }

  /** @returns a JPEG, or nothing when the screen did not send one in time */
  async take(screen: string): Promise<Uint8Array | undefined> {
    if (!this.isThere(screen)) return undefined
    return new Promise((resolve) => {
      const takers = this.#wanted.get(screen) ?? new Set<Taker>()
      this.#wanted.set(screen, takers)
      const taker: Taker = (picture) => {
        clearTimeout(timer)
        takers.delete(taker)
        resolve(picture)
      }
      const timer = setTimeout(() => taker(undefined), patienceMs)
      takers.add(taker)
      for (const wake of [...(this.#looking.get(screen) ?? [])]) wake()
    })
  }

  /** Waits until somebody wants the picture of a screen. @returns false when nobody did in time */
  async look(screen: string, signal: AbortSignal): Promise<boolean> {
    this.#lastLooked.set(screen, performance.now())
    if (this.#isWanted(screen)) return true
    const looking = this.#looking.get(screen) ?? new Set<() => void>()
    this.#looking.set(screen, looking)
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        looking.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(wake, longestLookMs)
      looking.add(wake)
      signal.addEventListener('abort', wake)
    })
    // Whoever hung up is not there to be asked.
    if (signal.aborted) this.#lastLooked.delete(screen)
    else this.#lastLooked.set(screen, performance.now())
    return this.#isWanted(screen)
  }

  give(screen: string, picture: Uint8Array): void {
    for (const taker of [...(this.#wanted.get(screen) ?? [])]) taker(picture)
  }

  close(): void {
    for (const takers of this.#wanted.values()) for (const taker of [...takers]) taker(undefined)
    for (const looking of this.#looking.values()) for (const wake of [...looking]) wake()
  }

  #isWanted(screen: string): boolean {
    return (this.#wanted.get(screen)?.size ?? 0) > 0
  }
}
