/** A list by path of which only what changed is made anew: ten thousand files are not described for each one that comes. */

interface Kept<Entry> {
  readonly path: string
  readonly entry: Entry
}

/** Up to so many find their places one by one; more are sorted together with the rest. */
const mostInserted = 100

export class KeptList<Entry> {
  readonly #describe: (path: string) => Entry | undefined
  readonly #compare: (left: string, right: string) => number
  readonly #stale = new Set<string>()
  #kept: readonly Kept<Entry>[] = []
  #entries: readonly Entry[] = []

  /**
   * @param describe the entry of a path as it is now; undefined when it has none
   * @param compare the order of paths
   */
  constructor(describe: (path: string) => Entry | undefined, compare: (left: string, right: string) => number) {
    this.#describe = describe
    this.#compare = compare
  }

  /** Says that the entry of a path may be another one now. */
  changed(path: string): void {
    this.#stale.add(path)
  }

  /** @returns the very same list, with the very same entries, while nothing has changed */
  all(): readonly Entry[] {
    if (this.#stale.size === 0) return this.#entries
    const fresh = [...this.#stale].flatMap((path): Kept<Entry>[] => {
      const entry = this.#describe(path)
      return entry === undefined ? [] : [{ path, entry }]
    })
    const rest = this.#kept.filter(({ path }) => !this.#stale.has(path))
    this.#stale.clear()
    if (fresh.length === 0 && rest.length === this.#kept.length) return this.#entries
    if (fresh.length > mostInserted) rest.push(...fresh)
    // Nearly in order already, which sorting makes use of.
    if (fresh.length > mostInserted) rest.sort((left, right) => this.#compare(left.path, right.path))
    else for (const one of fresh) rest.splice(this.#placeOf(one.path, rest), 0, one)
    this.#kept = rest
    this.#entries = this.#kept.map(({ entry }) => entry)
    return this.#entries
  }

  /** How many of a sorted list stand before a path that is not in it. */
  #placeOf(path: string, sorted: readonly Kept<Entry>[]): number {
    let [from, to] = [0, sorted.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.#compare(sorted[middle]?.path ?? '', path) < 0) from = middle + 1
      else to = middle
    }
    return from
  }
}

/** The order of plain text, sign by sign. */
export const plainOrder = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
