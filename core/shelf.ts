/** What the content folder has to show, in the order of names, found by path and by folder without looking through all of it. */
import { type Asset, compareNames, mayPlay, type SceneStill, type StoredMedia } from './asset.ts'
import type { Cue } from './captions.ts'

/** What the note beside a file says that a screen has to know. */
export interface Direction {
  /** How long a picture stands; a film is cut there. A playlist that says otherwise is obeyed. */
  readonly seconds?: number
  /** How many times it plays in a round. A playlist that says otherwise is obeyed. */
  readonly weight?: number
  /** Ids of the services it is about. A playlist that says otherwise is obeyed. */
  readonly services?: readonly string[]
  /** ISO 8601 UTC, half-open: when it may begin. */
  readonly validFrom?: string
  readonly validUntil?: string
  /** `key` changes when the words do. */
  readonly captions?: { readonly key: string; readonly cues: readonly Cue[] }
  /** It plays only where a playlist names it or the folder it lies in: what is said at closing time is wrong in the morning. */
  readonly isNamedOnly?: true
}

/** A file of the content folder that can be shown: by itself, or by pictures of its scenes until its film is ready. */
export type LibraryItem = { readonly asset: Asset; readonly direction?: Direction } & (
  | { readonly media: StoredMedia }
  | { readonly stills: readonly SceneStill[] }
  /** A document, page by page. */
  | { readonly pages: readonly StoredMedia[] }
)

export interface Shelf {
  /** All that plays by itself. */
  readonly all: readonly LibraryItem[]
  readonly at: (path: string) => readonly LibraryItem[]
  /** Those in it and in folders in it. @param folder with `/` at its end */
  readonly within: (folder: string) => readonly LibraryItem[]
  /** Paths of all folders that have something to show, without `/` at their ends. */
  readonly folders: () => readonly string[]
}

const shelves = new WeakMap<readonly LibraryItem[], Shelf>()

/** @param library in any order; the same array, unchanged, is not sorted and searched again */
export function shelfOf(library: readonly LibraryItem[]): Shelf {
  const known = shelves.get(library)
  if (known !== undefined) return known
  const inOrder = library.filter(({ asset }) => mayPlay(asset.path))
  inOrder.sort((left, right) => compareNames(left.asset.path, right.asset.path))
  const all = inOrder.some(isNamedOnly) ? inOrder.filter((item) => !isNamedOnly(item)) : inOrder
  let byPath: ReadonlyMap<string, readonly LibraryItem[]> | undefined
  let byFolder: ReadonlyMap<string, readonly LibraryItem[]> | undefined
  const folders = () => {
    byFolder ??= grouped(inOrder)
    return byFolder
  }
  const shelf: Shelf = {
    all,
    at: (path) => {
      byPath ??= new Map(inOrder.map((item) => [item.asset.path, [item]]))
      return byPath.get(path) ?? []
    },
    within: (folder) => (folder === '/' || folder === './' ? all : (folders().get(folder) ?? [])),
    folders: () => [...folders().keys()].map((folder) => folder.slice(0, -1)).sort(compareNames),
  }
  shelves.set(library, shelf)
  return shelf
}

const isNamedOnly = ({ direction }: LibraryItem): boolean => direction?.isNamedOnly === true

/** By every folder that they lie in, however deep; folders end with `/`. What has to be named is in its own folder only. */
function grouped(items: readonly LibraryItem[]): ReadonlyMap<string, readonly LibraryItem[]> {
  const folders = new Map<string, LibraryItem[]>()
  for (const item of items) {
    const { path } = item.asset
    for (let end = path.indexOf('/') + 1; end > 0; end = path.indexOf('/', end) + 1) {
      if (isNamedOnly(item) && path.includes('/', end)) continue
      const folder = path.slice(0, end)
      const inside = folders.get(folder)
      if (inside === undefined) folders.set(folder, [item])
      else inside.push(item)
    }
  }
  return folders
}

/** As people write it, `/offers/`, `./offers`: without what stands before and behind. */
export const trimmedPath = (path: string): string => path.replace(/^(\.?\/)+|\/+$/g, '')
