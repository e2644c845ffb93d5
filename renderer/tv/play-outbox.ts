/** Hands plays over to the kiosk, which keeps them until the hub has them; the page keeps only what it has just measured. */
import type { Play } from '../../core/play.ts'

const tryAgainMs = 2_000
/** The kiosk answers in milliseconds; what piles up meanwhile is a sign of a broken disk. */
const mostKept = 200

export class PlayOutbox {
  #waiting: Play[] = []
  #isSending = false

  readonly send = (play: Play): void => {
    this.#waiting.push(play)
    if (this.#waiting.length > mostKept) this.#waiting.shift()
    if (!this.#isSending) void this.#sendAll()
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true
    while (this.#waiting.length > 0) {
      const plays = [...this.#waiting]
      if (await handOver(plays)) this.#waiting = this.#waiting.filter((play) => !plays.includes(play))
      else await new Promise((resolve) => setTimeout(resolve, tryAgainMs))
    }
    this.#isSending = false
  }
}

async function handOver(plays: readonly Play[]): Promise<boolean> {
  try {
    const body = JSON.stringify({ plays })
    return (await fetch('/api/plays', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).ok
  } catch {
    return false
  }
}
