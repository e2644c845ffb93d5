/** The playlist file, and resolving it against the library into a loop with durations. */
import { z } from 'zod'
import { type Asset, compareNames, mayPlay, type SceneStill, type StoredMedia } from './asset.ts'
import type { Cue } from './captions.ts'
import type { Loop } from './loop.ts'
import type { ProgrammeItem } from './programme.ts'

/** How long a picture stands when nobody says otherwise. */
const pictureMs = 12_000
// A typo must neither flicker nor stand still for months: clamped on write and on read (Anthias #3122).
const shortestSeconds = 1
const longestSeconds = 3_600
/** How many items a list may name, and a loop may hold. */
export const mostItems = 5_000
// Lists of lists multiply: a few lines could ask for more than a lifetime can show.
const mostSteps = 4 * mostItems

const common = {
  /** How long a picture stands; a video or film is cut there. Seconds, 1 to 3600. */
  seconds: z.number().positive().max(longestSeconds).optional(),
}
const playlistItem = z.union([
  z.string().min(1),
  z.strictObject({ asset: z.string().min(1), ...common }),
  z.strictObject({ explainer: z.string().min(1), ...common }),
  z.strictObject({ folder: z.string().min(1), ...common }),
  z.strictObject({ playlist: z.string().min(1) }),
])

/** `playlists/NAME.yaml`; paths are relative to the content folder. */
export const playlistFile = z.strictObject({
  title: z.string().max(80).optional(),
  items: z.array(playlistItem).max(mostItems),
})
export type PlaylistFile = z.infer<typeof playlistFile>
type PlaylistItem = PlaylistFile['items'][number]

export const defaultPlaylist = 'default'
export const playlistName = /^[a-z0-9][a-z0-9-]{0,63}$/

/** What the note beside a file says that a screen has to know. */
export interface Direction {
  /** How long a picture stands; a film is cut there. A playlist that says otherwise is obeyed. */
  readonly seconds?: number
  /** ISO 8601 UTC, half-open: when it may begin. */
  readonly validFrom?: string
  readonly validUntil?: string
  /** `key` changes when the words do. */
  readonly captions?: { readonly key: string; readonly cues: readonly Cue[] }
}

/** A file of the content folder that can be shown: by itself, or by pictures of its scenes until its film is ready. */
export type LibraryItem = { readonly asset: Asset; readonly direction?: Direction } & (
  | { readonly media: StoredMedia }
  | { readonly stills: readonly SceneStill[] }
  /** A document, page by page. */
  | { readonly pages: readonly StoredMedia[] }
)

export interface Resolved {
  readonly loop: Loop
  /** One sentence for every path it names where nothing is now; an unknown playlist is told where it is written. */
  readonly missing: readonly string[]
  /** Whether it asks for more than a loop holds: what stands behind that never plays. */
  readonly isCut: boolean
}

/**
 * A playlist as the loop it makes today.
 *
 * @param name a playlist of `playlists`, or `default`, which is the whole content folder unless there is a file of that name
 * @param playlists by name
 * @param library what is ready to be shown, in any order; the same array, unchanged, is not sorted and searched again
 */
export function resolvePlaylist(
  name: string,
  playlists: ReadonlyMap<string, PlaylistFile>,
  library: readonly LibraryItem[],
): Resolved {
  const shelf = shelfOf(library)
  const missing: string[] = []
  const list = playlists.get(name)
  if (list === undefined) {
    // One more than fits shows that there is more; the rest need not be made.
    const some = shelf.all.slice(0, mostItems + 1)
    return { ...bounded(some.flatMap((item) => programmeItems(item, undefined))), missing }
  }
  let steps = 0
  let isCut = false
  const expand = (items: readonly PlaylistItem[], trail: readonly string[]): readonly ProgrammeItem[] =>
    items.flatMap((item) => {
      steps += 1
      if (steps > mostSteps) {
        isCut = true
        return []
      }
      const entry = typeof item === 'string' ? { asset: item } : item
      if ('playlist' in entry) {
        const inner = playlists.get(entry.playlist)
        if (trail.includes(entry.playlist)) missing.push(`Playlist "${entry.playlist}" contains itself; left out there`)
        return inner === undefined || trail.includes(entry.playlist)
          ? []
          : expand(inner.items, [...trail, entry.playlist])
      }
      const file = 'asset' in entry ? entry.asset : 'explainer' in entry ? entry.explainer : ''
      const wanted = 'folder' in entry ? `${trimmed(entry.folder)}/` : trimmed(file)
      const found = 'folder' in entry ? shelf.within(wanted) : shelf.at(wanted)
      steps += found.length
      if (found.length === 0) missing.push(`Nothing to show at "${wanted}" in the content folder`)
      return found.flatMap((item) => programmeItems(item, entry.seconds))
    })
  const { loop, isCut: isTooLong } = bounded(expand(list.items, [name]))
  return { loop, missing: [...new Set(missing)], isCut: isCut || isTooLong }
}

const bounded = (items: readonly ProgrammeItem[]): Omit<Resolved, 'missing'> => ({
  loop: numbered(items.slice(0, mostItems)),
  isCut: items.length > mostItems,
})

/** What may play, in the order of names, and found by path and folder without looking through all of it. */
interface Shelf {
  readonly all: readonly LibraryItem[]
  readonly at: (path: string) => readonly LibraryItem[]
  /** @param folder with `/` at its end */
  readonly within: (folder: string) => readonly LibraryItem[]
}

const shelves = new WeakMap<readonly LibraryItem[], Shelf>()

function shelfOf(library: readonly LibraryItem[]): Shelf {
  const known = shelves.get(library)
  if (known !== undefined) return known
  const all = library.filter(({ asset }) => mayPlay(asset.path))
  all.sort((left, right) => compareNames(left.asset.path, right.asset.path))
  let byPath: ReadonlyMap<string, readonly LibraryItem[]> | undefined
  let byFolder: ReadonlyMap<string, readonly LibraryItem[]> | undefined
  const shelf: Shelf = {
    all,
    at: (path) => {
      byPath ??= new Map(all.map((item) => [item.asset.path, [item]]))
      return byPath.get(path) ?? []
    },
    within: (folder) => {
      if (folder === '/' || folder === './') return all
      byFolder ??= grouped(all)
      return byFolder.get(folder) ?? []
    },
  }
  shelves.set(library, shelf)
  return shelf
}

/** By every folder that they lie in, however deep; folders end with `/`. */
function grouped(items: readonly LibraryItem[]): ReadonlyMap<string, readonly LibraryItem[]> {
  const folders = new Map<string, LibraryItem[]>()
  for (const item of items) {
    const { path } = item.asset
    for (let end = path.indexOf('/') + 1; end > 0; end = path.indexOf('/', end) + 1) {
      const folder = path.slice(0, end)
      const inside = folders.get(folder)
      if (inside === undefined) folders.set(folder, [item])
      else inside.push(item)
    }
  }
  return folders
}

const trimmed = (path: string) => path.replace(/^(\.?\/)+|\/+$/g, '')

/** What an item carries comes from its library entry alone: an entry that says something else is another object. */
const made = new WeakMap<LibraryItem, Map<number | undefined, readonly ProgrammeItem[]>>()

/** @returns the same items for the same entry, so that what was computed of them holds */
function programmeItems(item: LibraryItem, seconds: number | undefined): readonly ProgrammeItem[] {
  const bySeconds = made.get(item) ?? new Map<number | undefined, readonly ProgrammeItem[]>()
  made.set(item, bySeconds)
  const items = bySeconds.get(seconds) ?? freshItems(item, seconds)
  bySeconds.set(seconds, items)
  return items
}

/** Stills stand as long as their scenes, whatever `seconds` says of the film that takes their place. */
function freshItems(item: LibraryItem, seconds: number | undefined): readonly ProgrammeItem[] {
  const { asset, direction = {} } = item
  const wanted = seconds ?? direction.seconds
  if ('media' in item) return [programmeItem(asset, item.media, wanted, direction)]
  return 'pages' in item
    ? item.pages.map((page) => programmeItem(asset, page, wanted, direction))
    : item.stills.map(({ media, durationMs }) => programmeItem(asset, media, durationMs / 1_000, direction))
}

function programmeItem(
  asset: Asset,
  media: StoredMedia,
  seconds: number | undefined,
  { validFrom, validUntil, captions }: Direction,
): ProgrammeItem {
  const wantedMs =
    seconds === undefined ? undefined : Math.round(Math.min(Math.max(seconds, shortestSeconds), longestSeconds) * 1_000)
  const isFilm = media.kind === 'video'
  const durationMs = isFilm ? Math.min(wantedMs ?? media.durationMs, media.durationMs) : (wantedMs ?? pictureMs)
  const said = isFilm ? captions : undefined
  return {
    id: `${asset.id}:${media.hash.slice(0, 12)}:${durationMs}${said === undefined ? '' : `:${said.key}`}`,
    assetId: asset.id,
    kind: media.kind,
    title: asset.title ?? asset.path,
    file: `${media.hash}.${media.extension}`,
    bytes: media.bytes,
    durationMs,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(said === undefined ? {} : { captions: [...said.cues] }),
    ...(isFilm && media.gainDb !== undefined ? { gainDb: media.gainDb } : {}),
    ...(isFilm && media.poster !== undefined ? { poster: media.poster } : {}),
  }
}

/** Makes ids unique: the second time the same item stands in a loop it is another place. */
function numbered(items: readonly ProgrammeItem[]): Loop {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const times = (seen.get(item.id) ?? 0) + 1
    seen.set(item.id, times)
    return times === 1 ? item : { ...item, id: `${item.id}~${times}` }
  })
}
