/** How often somebody asks: counted for a minute, in memory only, and then forgotten. */

export class PerMinute {
  readonly #most: number
  readonly #counts = new Map<string, number>()
  #minute = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Counts one more. @param nowMs of a clock that nobody sets */
  isTooMuch(who: string, nowMs = performance.now()): boolean {
    const minute = Math.floor(nowMs / 60_000)
    if (minute !== this.#minute) this.#counts.clear()
    this.#minute = minute
    const count = (this.#counts.get(who) ?? 0) + 1
    this.#counts.set(who, count)
    return count > this.#most
  }
}
