/** Addresses that let a phone add files for ten minutes: hard to guess, few files each, ended at will. */
import { randomBytes } from 'node:crypto'

const livesMs = 10 * 60_000
const mostFiles = 20
const mostLinks = 50

interface Link {
  readonly untilMs: number
  files: number
}

export class PhoneLinks {
  readonly #links = new Map<string, Link>()
  readonly #now: () => number

  /** @param now milliseconds; may not be moved by somebody who sets the clock */
  constructor(now: () => number) {
    this.#now = now
  }

  /** @returns a token of 128 bits, and for how long it lives */
  open(): { readonly token: string; readonly livesMs: number } {
    this.#forgetOld()
    // Whoever opens more has forgotten the first ones.
    const [oldest] = this.#links.keys()
    if (this.#links.size >= mostLinks && oldest !== undefined) this.#links.delete(oldest)
    const token = randomBytes(16).toString('base64url')
    this.#links.set(token, { untilMs: this.#now() + livesMs, files: 0 })
    return { token, livesMs }
  }

  close(token: string): void {
    this.#links.delete(token)
  }

  isOpen(token: string): boolean {
    this.#forgetOld()
    return this.#links.has(token)
  }

  /** Counts a file that begins to arrive. @returns false when there have been enough */
  begin(token: string): boolean {
    const link = this.#links.get(token)
    if (link === undefined || link.files >= mostFiles) return false
    link.files += 1
    return true
  }

  /** It came to nothing: it does not count. */
  giveBack(token: string): void {
    const link = this.#links.get(token)
    if (link !== undefined) link.files -= 1
  }

  #forgetOld(): void {
    for (const [token, { untilMs }] of this.#links) if (untilMs <= this.#now()) this.#links.delete(token)
  }
}
