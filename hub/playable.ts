/** Which playlists there are to be scheduled, and whether one has anything to show at a time. */
import { mayPlay } from '../core/asset.ts'
import { defaultPlaylist, type LibraryItem, resolvePlaylist } from '../core/playlist.ts'
import { mayStartWithin } from '../core/rotation.ts'
import type { Playlists } from './playlists.ts'
import type { Playable } from './schedule-desk.ts'

/** @param library what is ready to be shown; the same array until something in it changes */
export function playableOf(playlists: Playlists, library: () => readonly LibraryItem[]): Playable {
  return {
    names: () => [...new Set([defaultPlaylist, ...playlists.all().keys(), ...foldersOf(library())])],
    hasSomething: (name, { fromMs, toMs }) => {
      const files = playlists.all()
      const isFile = name === defaultPlaylist || files.has(name)
      const all = isFile ? files : new Map([[name, { items: [{ folder: name }] }]])
      return resolvePlaylist(name, all, library()).loop.some((item) => mayStartWithin(item, fromMs, toMs))
    },
  }
}

const known = new WeakMap<readonly LibraryItem[], readonly string[]>()

/** A folder is a playlist named by its path. */
function foldersOf(library: readonly LibraryItem[]): readonly string[] {
  const folders = known.get(library) ?? [
    ...new Set(library.flatMap(({ asset: { path } }) => (mayPlay(path) ? foldersAbove(path) : []))),
  ]
  known.set(library, folders)
  return folders
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'))
}
