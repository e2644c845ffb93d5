/** The items of a playlist as the editor handles them: what each names, what is said of it, and moving them about. */
import { reservedName } from '../../../core/playlist-file.ts'
import { plainName } from '../plain-name.ts'
import type { PlaylistEntry, PlaylistFile, PlaylistItem } from '../programming.ts'

export type ItemKind = 'asset' | 'explainer' | 'folder' | 'playlist' | 'text'
export type ItemObject = Exclude<PlaylistItem, string>
export interface ItemOptions {
  readonly seconds?: number | undefined
  readonly weight?: number | undefined
  readonly atMostEvery?: string | undefined
  readonly mute?: boolean | undefined
}

export function kindOfItem(item: PlaylistItem): ItemKind {
  if (typeof item === 'string' || 'asset' in item) return 'asset'
  if ('explainer' in item) return 'explainer'
  if ('folder' in item) return 'folder'
  return 'playlist' in item ? 'playlist' : 'text'
}

/** What it names: a path, a playlist, or the words themselves. */
export function targetOf(item: PlaylistItem): string {
  if (typeof item === 'string') return item
  if ('asset' in item) return item.asset
  if ('explainer' in item) return item.explainer
  if ('folder' in item) return item.folder
  return 'playlist' in item ? item.playlist : item.text
}

export const objectOf = (item: PlaylistItem): ItemObject => (typeof item === 'string' ? { asset: item } : item)

/** A file without a word more is only its path. */
const shortest = (item: ItemObject): PlaylistItem =>
  'asset' in item && Object.keys(item).length === 1 ? item.asset : item

/** @param changes undefined takes one out */
export function withOptions(item: PlaylistItem, changes: ItemOptions): PlaylistItem {
  const kept = Object.entries({ ...objectOf(item), ...changes }).filter(([, value]) => value !== undefined)
  return shortest(Object.fromEntries(kept) as unknown as ItemObject)
}

export function isMuted(item: PlaylistItem): boolean {
  return typeof item === 'object' && 'mute' in item && item.mute === true
}

export const weightOf = (item: PlaylistItem): number => objectOf(item).weight ?? 1

export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, at) => at !== from)
  const item = items[from]
  return item === undefined ? items : [...rest.slice(0, to), item, ...rest.slice(to)]
}

export const without = <Item>(items: readonly Item[], at: number): readonly Item[] =>
  items.filter((_, place) => place !== at)

export const inserted = <Item>(items: readonly Item[], at: number, more: readonly Item[]): readonly Item[] => [
  ...items.slice(0, at),
  ...more,
  ...items.slice(at),
]

/** Names of the lines for React: the same file twice is two lines. */
export function keysOf(items: readonly PlaylistItem[]): readonly string[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const name = `${kindOfItem(item)}:${targetOf(item)}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}~${times}`
  })
}

/** What the hub makes of one item: of a folder or a list, several things in a row. */
export interface Made {
  readonly count: number
  readonly durationMs: number
  readonly title: string
  readonly asset?: string
  readonly poster?: string
  readonly problems: readonly string[]
}

/**
 * What the hub has made of each item, found again by what the item says: while a change is on its way, the other lines
 * stay as they are.
 */
export function madeOf(file: PlaylistFile, entries: readonly PlaylistEntry[]): ReadonlyMap<string, Made> {
  const byIndex = new Map<number, PlaylistEntry[]>()
  for (const entry of entries) byIndex.set(entry.index, [...(byIndex.get(entry.index) ?? []), entry])
  return new Map(
    [...byIndex].flatMap(([index, all]) => {
      const item = file.items[index]
      const [first] = all
      if (item === undefined || first === undefined) return []
      const shown = all.filter(({ problem }) => problem === undefined)
      const { asset, poster = shown.find((one) => one.poster !== undefined)?.poster } = first
      const made: Made = {
        count: shown.length,
        durationMs: shown.reduce((sum, { durationMs }) => sum + durationMs, 0),
        title: first.title,
        problems: all.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
        ...(asset === undefined ? {} : { asset }),
        ...(poster === undefined ? {} : { poster }),
      }
      return [[JSON.stringify(item), made] as const]
    }),
  )
}

/** `offers/Summer 2026` → `offers-summer-2026`, not one of `taken`, and not the name that is kept for the schedules. */
export function nameFor(title: string, taken: ReadonlySet<string>): string {
  const plain = plainName(title, 56)
  // Of a title in another script nothing is left; the title itself stays in the file.
  const base = plain === '' ? 'playlist' : plain
  if (!taken.has(base) && base !== reservedName) return base
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}
