/** The page's clock: the hub's time, steady while an item is on screen. */

export class PageClock {
  #offsetMs = 0
  #heardOffsetMs = 0

  /** Milliseconds since 1970 UTC by the hub; never jumps between two calls of `correct`. */
  now(): number {
    // performance.now() is not moved when somebody sets the computer's clock.
    return performance.timeOrigin + performance.now() + this.#offsetMs
  }

  /** The newest idea of the hub's time; it may jump, and is for what happens at an instant, not for what runs. */
  latest(): number {
    return performance.timeOrigin + performance.now() + this.#heardOffsetMs
  }

  /** @param hubNow ISO 8601, as the hub said it just now */
  hear(hubNow: string): void {
    const offset = Date.parse(hubNow) - performance.timeOrigin - performance.now()
    if (Number.isFinite(offset)) this.#heardOffsetMs = offset
  }

  /** Takes over what was last heard: to be called between two items only. */
  correct(): void {
    this.#offsetMs = this.#heardOffsetMs
  }
}

export const msOf = (iso: string): number => Date.parse(iso)
