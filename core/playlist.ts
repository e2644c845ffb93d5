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
const mostItems = 5_000
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
}

/**
 * A playlist as the loop it makes today.
 *
 * @param name a playlist of `playlists`, or `default`, which is the whole content folder unless there is a file of that name
 * @param playlists by name
 * @param library what is ready to be shown, in any order
 */
export function resolvePlaylist(
  name: string,
  playlists: ReadonlyMap<string, PlaylistFile>,
  library: readonly LibraryItem[],
): Resolved {
  const playable = library.filter(({ asset }) => mayPlay(asset.path))
  playable.sort((left, right) => compareNames(left.asset.path, right.asset.path))
  const missing: string[] = []
  const list = playlists.get(name)
  if (list === undefined) {
    return { loop: numbered(playable.flatMap((item) => programmeItems(item, undefined))), missing }
  }
  let steps = 0
  const expand = (items: readonly PlaylistItem[], trail: readonly string[]): readonly ProgrammeItem[] =>
    items.flatMap((item) => {
      steps += 1
      if (steps > mostSteps) return []
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
      const found = playable.filter(({ asset }) =>
        'folder' in entry ? isWithin(asset.path, wanted) : asset.path === wanted,
      )
      steps += found.length
      if (found.length === 0) missing.push(`Nothing to show at "${wanted}" in the content folder`)
      return found.flatMap((item) => programmeItems(item, entry.seconds))
    })
  return { loop: numbered(expand(list.items, [name]).slice(0, mostItems)), missing: [...new Set(missing)] }
}

const trimmed = (path: string) => path.replace(/^(\.?\/)+|\/+$/g, '')
const isWithin = (path: string, folder: string) => folder === '/' || folder === './' || path.startsWith(folder)

/** Stills stand as long as their scenes, whatever `seconds` says of the film that takes their place. */
function programmeItems(item: LibraryItem, seconds: number | undefined): readonly ProgrammeItem[] {
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
