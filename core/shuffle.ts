/** Another order every day, the same everywhere: drawn from a name and a date, never the same thing twice running where that can be avoided. */
import { continuesAt, type Part } from './loop.ts'

/** What the order looks at. */
interface Shuffled extends Part {
  readonly id: string
}

/**
 * The items in the order of a day. Pages of one document and scenes of one film stay together, in their order.
 *
 * What is added or taken away moves little of the rest: each item's place is drawn by itself.
 *
 * @param seed the playlist's name and the local date
 * @returns an order that is also good when it begins anew behind its end
 */
export function shuffled<Item extends Shuffled>(items: readonly Item[], seed: string): readonly Item[] {
  const blocks = blocksOf(items)
  const drawn = blocks
    .map((block) => ({ block, by: hashOf(`${seed}\n${block[0]?.id}`) }))
    .sort((one, other) => one.by - other.by)
    .map(({ block }) => block)
  return apart(drawn).flat()
}

function blocksOf<Item extends Shuffled>(items: readonly Item[]): readonly (readonly Item[])[] {
  const blocks: Item[][] = []
  for (const [index, item] of items.entries()) {
    const block = blocks.at(-1)
    if (block !== undefined && continuesAt(items, index)) block.push(item)
    else blocks.push([item])
  }
  return blocks
}

/** Takes each time the first block that is no neighbour of its like and leaves enough others between what remains. */
function apart<Item extends Shuffled>(drawn: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  const assetOf = (block: readonly Item[] | undefined) => block?.[0]?.assetId ?? ''
  const left = new Map<string, number>()
  for (const block of drawn) left.set(assetOf(block), (left.get(assetOf(block)) ?? 0) + 1)
  if (Math.max(0, ...left.values()) <= 1) return drawn
  const rest = [...drawn]
  const order: (readonly Item[])[] = []
  while (rest.length > 0) {
    const [before, first] = [assetOf(order.at(-1)), assetOf(order[0])]
    const tried = new Set<string>()
    const at = rest.findIndex((block) => {
      const asset = assetOf(block)
      if (tried.has(asset)) return false
      tried.add(asset)
      return asset !== before && isOpen(left, asset, first === '' ? asset : first, rest.length - 1)
    })
    // Too much of one thing: it has to follow itself somewhere.
    const [taken = []] = rest.splice(Math.max(0, at), 1)
    left.set(assetOf(taken), (left.get(assetOf(taken)) ?? 0) - 1)
    order.push(taken)
  }
  return order
}

/**
 * Whether what is left can still be put between `before` and `first` without neighbours that are alike.
 *
 * Of n places in a row each second one can hold the same asset: half of them, rounded up. One end taken by its like makes
 * it half rounded down, both ends taken half of one place less.
 */
function isOpen(left: ReadonlyMap<string, number>, before: string, first: string, places: number): boolean {
  for (const [asset, times] of left) {
    const count = asset === before ? times - 1 : times
    const ends = (asset === before ? 1 : 0) + (asset === first ? 1 : 0)
    if (count > Math.ceil((places - ends) / 2)) return false
  }
  return true
}

/** 32 bits that look like chance. Source: Fowler, Noll, Vo, FNV-1a, with the finaliser of MurmurHash3 (Appleby) */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
