/** Phones that wait for their page to change: few for each page, not too many in all, none for long. */

const longestMs = 10_000
const mostForOne = 2
const mostInAll = 400

interface Waiter {
  readonly token: string
  readonly look: () => void
  readonly end: () => void
}

export class PhoneWaiters {
  readonly #waiters = new Set<Waiter>()

  /**
   * Returns once `isOver`, after ten seconds, when the phone has gone, or when others wait in its place.
   *
   * @param isOver asked again whenever something has changed
   */
  async wait(token: string, isOver: () => boolean, signal: AbortSignal): Promise<void> {
    if (this.#waiters.size >= mostInAll) return
    const own = [...this.#waiters].filter((waiter) => waiter.token === token)
    // The oldest is a page that was closed without saying so.
    if (own.length >= mostForOne) own[0]?.end()
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        this.#waiters.delete(waiter)
        resolve()
      }
      const waiter: Waiter = { token, end, look: () => isOver() && end() }
      const timer = setTimeout(end, longestMs)
      signal.addEventListener('abort', end)
      this.#waiters.add(waiter)
    })
  }

  /** Something may have changed. */
  look(): void {
    for (const { look } of [...this.#waiters]) look()
  }

  close(): void {
    for (const { end } of [...this.#waiters]) end()
  }
}
