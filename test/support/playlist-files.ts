/** Playlists by name, and what they make of a library. */
import { resolvePlaylist } from '../../core/playlist.ts'
import { type PlaylistFile, playlistFile } from '../../core/playlist-file.ts'
import type { LibraryItem } from '../../core/shelf.ts'
import { parseYamlAs, problemText } from '../../core/yaml-document.ts'

type Lists = Readonly<Record<string, PlaylistFile>>

export const list = (...items: PlaylistFile['items']): PlaylistFile => ({ items })

export function playlistsOver(library: readonly LibraryItem[]) {
  const resolve = (lists: Lists, name = 'default') =>
    resolvePlaylist(name, { playlists: new Map(Object.entries(lists)), library })
  /** Of what the default playlist plays, in order. */
  const paths = (lists: Lists) => resolve(lists).loop.map((item) => item.assetId.replace('a-', ''))
  return { resolve, paths }
}

/** What is wrong with the text of a playlist file. */
export function problemsOf(text: string): readonly string[] {
  const parsed = parseYamlAs(text, playlistFile)
  return parsed.ok ? [] : parsed.problems.map(problemText)
}
