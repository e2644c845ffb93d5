/** A map that is never changed: the next one shares what stayed the same, since copying everything is most of a small change. */

/** A layer this thick is made one with what lies below. */
const mostChanges = 32

/** In the order in which the keys came, as any map. */
export class LayeredMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #below: ReadonlyMap<Key, Value>
  readonly #changes: ReadonlyMap<Key, Value>
  readonly size: number
  #whole: ReadonlyMap<Key, Value> | undefined

  private constructor(below: ReadonlyMap<Key, Value>, changes: ReadonlyMap<Key, Value>) {
    this.#below = below
    this.#changes = changes
    let size = below.size
    for (const key of changes.keys()) if (!below.has(key)) size += 1
    this.size = size
  }

  /** @returns a map with everything of the one before, but for these */
  static with<Key, Value>(
    before: ReadonlyMap<Key, Value>,
    changes: Iterable<readonly [Key, Value]>,
  ): ReadonlyMap<Key, Value> {
    if (!(before instanceof LayeredMap)) return new LayeredMap(before, new Map(changes))
    const { below, layer } = before.#layers()
    const all = new Map(layer)
    for (const [key, value] of changes) all.set(key, value)
    return new LayeredMap<Key, Value>(below, all)
  }

  get(key: Key): Value | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#below.get(key)
  }

  has(key: Key): boolean {
    return this.#changes.has(key) || this.#below.has(key)
  }

  forEach(act: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.#all()) act(value, key, this)
  }

  keys(): MapIterator<Key> {
    return this.#all().keys()
  }

  values(): MapIterator<Value> {
    return this.#all().values()
  }

  entries(): MapIterator<[Key, Value]> {
    return this.#all().entries()
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }

  #layers(): { readonly below: ReadonlyMap<Key, Value>; readonly layer: ReadonlyMap<Key, Value> } {
    if (this.#whole !== undefined || this.#changes.size >= mostChanges) return { below: this.#all(), layer: new Map() }
    return { below: this.#below, layer: this.#changes }
  }

  #all(): ReadonlyMap<Key, Value> {
    if (this.#whole === undefined) {
      const whole = new Map(this.#below)
      for (const [key, value] of this.#changes) whole.set(key, value)
      this.#whole = whole
    }
    return this.#whole
  }
}
