/** A line of the editor: an item with what is known of it, from the hub or, until it has answered, from the library. */
import { type Asset, mayPlay } from '../../../core/asset.ts'
import { textSeconds } from '../../../core/playlist-file.ts'
import { type PlaylistItem, type PlaylistLine, titleOfList } from '../programming.ts'
import { type ItemKind, kindOfItem, type Made, objectOf, targetOf } from './items.ts'

export interface Entry {
  readonly key: string
  readonly item: PlaylistItem
  readonly kind: ItemKind
  readonly title: string
  /** Below the title: a path, or how many files. */
  readonly note: string
  readonly asset?: Asset
  readonly poster?: string
  /** Of all it stands for, once. */
  readonly durationMs: number
  readonly problems: readonly string[]
}

/** Until the hub has said how long: what a picture and a line of text stand by default. */
const pictureMs = 12_000
const textMs = textSeconds * 1_000

export interface Known {
  readonly made: ReadonlyMap<string, Made>
  readonly assets: ReadonlyMap<string, Asset>
  readonly playlists: readonly PlaylistLine[]
}

export function entryOf(item: PlaylistItem, key: string, { made, assets, playlists }: Known): Entry {
  const kind = kindOfItem(item)
  const target = targetOf(item)
  const told = made.get(JSON.stringify(item))
  const asset = assets.get(target)
  const { seconds } = objectOf(item)
  const own = seconds === undefined ? undefined : seconds * 1_000
  const poster = told?.poster ?? (asset === undefined ? undefined : posterOf(asset))
  const common = {
    ...{ key, item, kind },
    problems: told?.problems ?? [],
    ...(asset === undefined ? {} : { asset }),
    ...(poster === undefined ? {} : { poster }),
  }
  switch (kind) {
    case 'asset':
    case 'explainer': {
      const title = asset?.title ?? (told?.title || target)
      return { ...common, title, note: target, durationMs: told?.durationMs ?? own ?? asset?.durationMs ?? pictureMs }
    }
    case 'folder': {
      const within = [...assets.values()].filter((one) => isWithin(one, target))
      const first = within.map(posterOf).find((one) => one !== undefined)
      const inside = within.length === 1 ? '1 file' : `${within.length} files`
      const guess = within.reduce((sum, one) => sum + (own ?? one.durationMs ?? pictureMs), 0)
      return {
        ...common,
        title: target,
        note: `Folder · ${inside}`,
        durationMs: told?.durationMs ?? guess,
        ...(first === undefined ? {} : { poster: first }),
      }
    }
    case 'playlist': {
      const list = playlists.find(({ name }) => name === target)
      const note = list === undefined ? 'Playlist' : `Playlist · ${list.items === 1 ? '1 item' : `${list.items} items`}`
      return {
        ...common,
        title: titleOfList(target, playlists),
        note,
        durationMs: told?.durationMs ?? list?.durationMs ?? 0,
      }
    }
    case 'text':
      return { ...common, title: target, note: 'Text for the ticker', durationMs: told?.durationMs ?? own ?? textMs }
  }
}

export const isWithin = ({ path, state }: Asset, folder: string): boolean =>
  state === 'ready' && mayPlay(path) && path.startsWith(`${folder.replace(/\/+$/, '')}/`)

export const posterOf = ({ poster, media, kind }: Asset): string | undefined =>
  poster ?? (kind === 'image' ? media : undefined)
