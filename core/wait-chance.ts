/** Chance that can be repeated: the same seed, ticket and purpose give the same draws, whoever else is waiting. */

/** Twisted so that neighbours have nothing in common. Source: the finaliser of MurmurHash3. */
export function mixed(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** A number for a name. Source: FNV-1a. */
export function keyOf(name: string): number {
  let bits = 0x811c9dc5
  for (let index = 0; index < name.length; index += 1) {
    bits = Math.imul(bits ^ name.charCodeAt(index), 0x01000193)
  }
  return bits >>> 0
}

/**
 * Fills a part of a list with shares between 0 and 1, one from each of as many equal strata, in an order of its own: the
 * quantiles of two hundred such draws are as steady as those of a thousand free ones.
 */
export function fillShares(list: Float64Array, from: number, count: number, key: number): void {
  let bits = mixed(key) | 1
  for (let index = 0; index < count; index += 1) list[from + index] = (index + 0.5) / count
  for (let index = count - 1; index > 0; index -= 1) {
    bits ^= bits << 13
    bits ^= bits >>> 17
    bits ^= bits << 5
    const other = from + ((bits >>> 0) % (index + 1))
    const here = list[from + index] ?? 0
    list[from + index] = list[other] ?? 0
    list[other] = here
  }
}
