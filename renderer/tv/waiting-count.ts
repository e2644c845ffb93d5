/** How many patients wait now, as far as this screen knows: a number that is old is no number. */
import type { BoardSnapshot } from '../../core/queue-contract.ts'

/** The hub sends a snapshot at least every 5 s. */
const staleMs = 15_000

export class WaitingCount {
  #heard: { readonly atMs: number; readonly count: number } | undefined

  readonly hear = ({ waiting }: BoardSnapshot): void => {
    this.#heard = { atMs: performance.now(), count: waiting.length }
  }

  readonly now = (): number | undefined =>
    this.#heard === undefined || performance.now() - this.#heard.atMs > staleMs ? undefined : this.#heard.count
}
