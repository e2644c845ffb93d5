/** Makes what a screen plays of what the library holds: one item for a file, one for each scene or page. */
import type { Asset, StoredMedia } from './asset.ts'
import { clampedMs, type Manner } from './playlist-file.ts'
import type { ProgrammeItem } from './programme.ts'
import type { Direction, LibraryItem } from './shelf.ts'

/** How long a picture stands when nobody says otherwise. */
const pictureMs = 12_000

type Wish = Pick<Manner, 'seconds' | 'limitMs' | 'isMuted'>
export const plainly: Wish = { isMuted: false }

/** What an item carries comes from its library entry and the wish alone: an entry that says something else is another object. */
const made = new WeakMap<LibraryItem, Map<string, readonly ProgrammeItem[]>>()

/** @returns the same items for the same entry and wish, so that what was computed of them holds */
export function programmeItems(item: LibraryItem, wish: Wish): readonly ProgrammeItem[] {
  const byWish = made.get(item) ?? new Map<string, readonly ProgrammeItem[]>()
  made.set(item, byWish)
  const key = `${wish.seconds}:${wish.limitMs}:${wish.isMuted}`
  const items = byWish.get(key) ?? freshItems(item, wish)
  byWish.set(key, items)
  return items
}

/** Stills stand as long as their scenes, whatever is wished of the film that takes their place. */
function freshItems(item: LibraryItem, wish: Wish): readonly ProgrammeItem[] {
  const { asset, direction = {} } = item
  const wished = { ...wish, seconds: wish.seconds ?? direction.seconds }
  if ('media' in item) return [programmeItem(asset, item.media, wished, direction)]
  return 'pages' in item
    ? item.pages.map((page, part) => ({ ...programmeItem(asset, page, wished, direction), part }))
    : item.stills.map(({ media, durationMs }, part) => ({
        ...programmeItem(asset, media, { ...wished, seconds: durationMs / 1_000 }, direction),
        part,
      }))
}

function programmeItem(
  asset: Asset,
  media: StoredMedia,
  { seconds, limitMs, isMuted }: Wish,
  { validFrom, validUntil, captions }: Direction,
): ProgrammeItem {
  const wantedMs = seconds === undefined ? undefined : clampedMs(seconds)
  const isFilm = media.kind === 'video'
  const durationMs = isFilm ? Math.min(wantedMs ?? media.durationMs, media.durationMs) : (wantedMs ?? pictureMs)
  const said = isFilm ? captions : undefined
  const marks = [
    ...(said === undefined ? [] : [said.key]),
    ...(limitMs === undefined ? [] : [`every${limitMs}`]),
    ...(isFilm && isMuted ? ['mute'] : []),
  ]
  return {
    id: [asset.id, media.hash.slice(0, 12), durationMs, ...marks].join(':'),
    assetId: asset.id,
    kind: media.kind,
    title: asset.title ?? asset.path,
    file: `${media.hash}.${media.extension}`,
    bytes: media.bytes,
    durationMs,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(limitMs === undefined ? {} : { atMostEveryMs: limitMs }),
    ...(said === undefined ? {} : { captions: [...said.cues] }),
    ...(isFilm && isMuted ? { mute: true as const } : {}),
    ...(isFilm && media.gainDb !== undefined ? { gainDb: media.gainDb } : {}),
    ...(isFilm && media.poster !== undefined ? { poster: media.poster } : {}),
  }
}
