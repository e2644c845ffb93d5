/** The next of a loop while it leans: an encore of what people came for, or the next in order that they have not seen. */
import type { Leaning, Wanted } from './leaning.ts'
import { continuesAt, type Loop, loopMs, type Placeable } from './loop.ts'
import { encoresOf, type RotationState } from './rotation-state.ts'

/** What lasts too long for those who wait is put off, but no longer than this. */
const putOffMs = 2 * 3_600_000

export interface Step {
  readonly index: number
  /** How many people it comes out of its order for; absent when its turn had come. */
  readonly encore?: number
  /** What encores are owed because wanted items in front of it were passed over, milliseconds. */
  readonly passedMs: number
}

interface Asked<Item extends Placeable> {
  readonly name: string
  readonly order: Loop<Item>
  /** The place of the last one that came in its order; -1 at first. */
  readonly last: number
  readonly state: RotationState
  readonly startMs: number
  readonly leaning: Leaning
  /** By its dates and its limit. */
  readonly mayBegin: (item: Item) => boolean
}

/** @returns undefined when nothing may begin */
export function leantStep<Item extends Placeable>(asked: Asked<Item>): Step | undefined {
  const { name, order, last, state, startMs, leaning, mayBegin } = asked
  const blocks = blocksOf(order)
  const wantedIn = leaning.wanted.get(name) ?? nobody
  const beganAt = (block: Block) => state.starts[order[block.index]?.file ?? '']
  const sinceMs = (block: Block) => {
    const at = beganAt(block)
    return at === undefined || at > startMs ? Number.POSITIVE_INFINITY : startMs - at
  }
  const isSeen = (block: Block) => sinceMs(block) < leaning.visitMs
  const isTooLong = (block: Block) => block.ms > leaning.stayMs && sinceMs(block) < putOffMs
  /** Never again before enough else has come: not twice in a row, and not much sooner than its turn. */
  const isSettled = (block: Block, factor: number) => {
    const at = beganAt(block)
    if (at === undefined || factor === 1) return true
    const others = [...blocks.byAsset.values()].filter((one) => (beganAt(one) ?? 0) > at).length
    return others >= Math.min(blocks.byAsset.size - 1, Math.max(1, blocks.byAsset.size / (2 * factor)))
  }
  const factorIn = (block: Block) => wantedIn.get(block.asset)?.factor ?? 1
  const next = (isGood: (block: Block) => boolean): Step | undefined => {
    let passedMs = 0
    for (let step = 1; step <= order.length; step += 1) {
      const index = (last + step) % order.length
      const [item, block] = [order[index], blocks.at[index]]
      if (item === undefined || block === undefined || !mayBegin(item)) continue
      if (isGood(block)) return { index, passedMs }
      if (index === block.index && wantedIn.has(block.asset)) passedMs += block.ms
    }
    return undefined
  }
  const unseen = next((block) => !isSeen(block) && !isTooLong(block)) ?? next((block) => !isSeen(block))
  const encore = encoreOf(asked, blocks, wantedIn, {
    isOpen: (block) => (unseen === undefined || !isSeen(block)) && isSettled(block, factorIn(block)),
    sinceMs,
  })
  return encore ?? unseen ?? next((block) => isSettled(block, factorIn(block))) ?? next(() => true)
}

interface Sight {
  readonly isOpen: (block: Block) => boolean
  readonly sinceMs: (block: Block) => number
}

/** Whoever has waited longest for its share, once encores are owed half of what it takes. */
function encoreOf<Item extends Placeable>(
  { name, order, state, mayBegin }: Asked<Item>,
  blocks: Blocks,
  wantedIn: ReadonlyMap<string, Wanted>,
  { isOpen, sinceMs }: Sight,
): Step | undefined {
  const owed = state.owed[encoresOf(name)] ?? 0
  let best: { readonly block: Block; readonly people: number } | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const [asset, { people, factor, stayMs }] of wantedIn) {
    const block = blocks.byAsset.get(asset)
    const item = order[block?.index ?? -1]
    if (block === undefined || item === undefined || block.ms > stayMs || owed < block.ms / 2) continue
    const waited = sinceMs(block) * block.times * (factor - 1)
    if (waited > most && mayBegin(item) && isOpen(block)) [best, most] = [{ block, people }, waited]
  }
  return best === undefined ? undefined : { index: best.block.index, encore: best.people, passedMs: 0 }
}

/**
 * What encores of a loop are owed after one of its turns: over time, each wanted item has come as many times as its factor
 * says for each time it stands in the loop, and never more often.
 */
export function owedEncores<Item extends Placeable>(
  { name, order, state, leaning }: Pick<Asked<Item>, 'name' | 'order' | 'state' | 'leaning'>,
  {
    lastedMs,
    isEncore,
    passedMs,
  }: { readonly lastedMs: number; readonly isEncore: boolean; readonly passedMs: number },
): number | undefined {
  const wantedIn = leaning.wanted.get(name)
  if (wantedIn === undefined) return undefined
  const { byAsset } = blocksOf(order)
  const fitting = [...wantedIn].flatMap(([asset, { factor, stayMs }]) => {
    const block = byAsset.get(asset)
    return block === undefined || block.ms > stayMs ? [] : [{ ...block, more: factor - 1 }]
  })
  const moreMs = fitting.reduce((sum, { ms, times, more }) => sum + ms * times * more, 0)
  if (moreMs === 0) return undefined
  const share = moreMs / (loopMs(order) + moreMs)
  const longestMs = Math.max(...fitting.map(({ ms }) => ms))
  const owed = (state.owed[encoresOf(name)] ?? 0) + share * lastedMs + passedMs - (isEncore ? lastedMs : 0)
  // What cannot be had now is not made up for all at once.
  return Math.min(longestMs, Math.max(-longestMs, owed))
}

/** What stays together: a film, a picture, all pages of a document. */
interface Block {
  readonly asset: string
  /** Where it begins, the first time that it stands in the loop. */
  readonly index: number
  readonly ms: number
  /** How many times it stands in the loop. */
  readonly times: number
}
interface Blocks {
  readonly byAsset: ReadonlyMap<string, Block>
  /** By place. */
  readonly at: readonly Block[]
}
const known = new WeakMap<Loop<Placeable>, Blocks>()
const nobody: ReadonlyMap<string, Wanted> = new Map()

function blocksOf(order: Loop<Placeable>): Blocks {
  const before = known.get(order)
  if (before !== undefined) return before
  const byAsset = new Map<string, Block>()
  let isFirst = true
  for (const [index, { assetId: asset, durationMs }] of order.entries()) {
    const block = byAsset.get(asset)
    const goesOn = continuesAt(order, index)
    if (block === undefined) {
      byAsset.set(asset, { asset, index, ms: durationMs, times: 1 })
      isFirst = true
    } else if (!goesOn) {
      byAsset.set(asset, { ...block, times: block.times + 1 })
      isFirst = false
    } else if (isFirst) byAsset.set(asset, { ...block, ms: block.ms + durationMs })
  }
  const at = order.flatMap(({ assetId }) => byAsset.get(assetId) ?? [])
  const blocks = { byAsset, at }
  known.set(order, blocks)
  return blocks
}
