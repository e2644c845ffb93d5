/** How each playlist looks in the week: a colour and a pattern of its own, the same on every page and every day. */

export interface Look {
  /** Of the colour circle, degrees; absent for what plays when nothing is scheduled. */
  readonly hue?: number
  readonly pattern: (typeof patterns)[number]
}

const hues = [55, 200, 330, 130, 270, 20, 165, 235]
/** Nobody has to tell colours apart. */
const patterns = ['stripes', 'dots', 'bars', 'checks', 'lines'] as const
const plain: Look = { pattern: 'stripes' }

/** @param names every playlist there is */
export function looksOf(names: readonly string[]): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>([['default', plain]])
  const taken = new Set<number>()
  for (const name of [...new Set(names)].sort()) {
    if (name === 'default') continue
    const first = hashOf(name) % hues.length
    // The next one that is free, so that few lists never look alike; of many some will.
    const free = hues.map((_, at) => (first + at) % hues.length).find((at) => !taken.has(at))
    const at = free ?? first
    taken.add(at)
    looks.set(name, { hue: hues[at] ?? 0, pattern: patterns[hashOf(`${name}!`) % patterns.length] ?? 'stripes' })
  }
  return looks
}

/** Source: Fowler, Noll, Vo: FNV-1a, 32 bits */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
