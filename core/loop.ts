/** A resolved playlist, and its items placed in time. */
import type { ProgrammeItem } from './programme.ts'

/** What an item has to say for itself to be placed in time: a film, a picture, or a sentence at the foot of the screen. */
export interface Placeable {
  readonly id: string
  /** Whose it is: pages of one document have one asset. */
  readonly assetId: string
  /** The same for what looks the same. */
  readonly file: string
  readonly durationMs: number
  /** Which page of a document, which scene of a film. */
  readonly part?: number | undefined
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
  readonly atMostEveryMs?: number | undefined
}

/** What plays in turn, again and again; an item's id is unique in it. */
export type Loop<Item extends Placeable = ProgrammeItem> = readonly Item[]

/** An item with its place in time, in milliseconds since 1970 UTC. */
export interface TimelineItem<Item extends Placeable = ProgrammeItem> {
  readonly item: Item
  readonly startMs: number
  /** When it does not end by itself: cut by a takeover, or standing a moment longer until one begins. */
  readonly endMs?: number
}

export const endMs = (entry: Pick<TimelineItem<Placeable>, 'startMs' | 'endMs' | 'item'>): number =>
  entry.endMs ?? entry.startMs + entry.item.durationMs

/** How long once through the loop takes, in milliseconds; 0 for an empty one. */
export const loopMs = (loop: Loop<Placeable>): number => loop.reduce((sum, item) => sum + item.durationMs, 0)

export type Part = Pick<Placeable, 'assetId' | 'file' | 'part'>

/** Whether an item goes on with what the one before it began: the next page of a document, the next scene of a film. */
export function continuesAt(items: readonly Part[], index: number): boolean {
  const [before, item] = [items[index - 1], items[index]]
  if (before === undefined || before.assetId !== item?.assetId) return false
  // A screen may still have a programme that numbers no parts.
  if (before.part === undefined || item.part === undefined) return before.file !== item.file
  // Two scenes may look the same.
  return before.part < item.part
}

/**
 * How many entries from the first on are one thing to whoever watches: the pages of a document, the scenes of a film that
 * plays as pictures. When they begin again, that is another one.
 */
export function showLength(entries: readonly { readonly item: Part }[]): number {
  const items = entries.map(({ item }) => item)
  const seen = new Set<string>()
  let length = 0
  while (length < items.length) {
    const { file = '', part } = items[length] ?? {}
    if (length > 0 && (!continuesAt(items, length) || (part === undefined && seen.has(file)))) break
    seen.add(file)
    length += 1
  }
  return length
}

/** Makes ids unique: the second time the same item stands in a loop it is another place. */
export function numbered<Item extends Placeable>(items: readonly Item[]): Loop<Item> {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const times = (seen.get(item.id) ?? 0) + 1
    seen.set(item.id, times)
    return times === 1 ? item : { ...item, id: `${item.id}~${times}` }
  })
}
