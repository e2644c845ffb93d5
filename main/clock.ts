/** The screens' clock: this computer's, set right by what the hub last said. */

export class ScreenClock {
  #offsetMs = 0

  /** Milliseconds since 1970 UTC, by the hub's clock. */
  now(): number {
    return Date.now() + this.#offsetMs
  }

  isoNow(): string {
    return new Date(this.now()).toISOString()
  }

  /** @param hubNow ISO 8601, as the hub said it just now */
  follow(hubNow: string): void {
    const offset = Date.parse(hubNow) - Date.now()
    if (Number.isFinite(offset)) this.#offsetMs = offset
  }
}
