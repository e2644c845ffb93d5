/** Which playlists have anything to show, by the files that lie there: enough to say what a schedule comes to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Airing, defaultAiring } from '../core/airing.ts'
import { mayPlay } from '../core/asset.ts'
import type { Zone } from '../core/schedule.ts'
import { parseYamlAs } from '../core/yaml-document.ts'

/** Only what names a file; whether the rest is right is said where playlists are read. */
const items = z.looseObject({ items: z.array(z.union([z.string(), z.record(z.string(), z.unknown())])) })

/** @returns whether something of a playlist is there */
export function playlistsIn(playlists: string, content: string): (name: string) => boolean {
  const files = filesBelow(content)
  const isFile = (file: unknown) => files.includes(plain(file))
  const isFolder = (folder: unknown) =>
    files.some((file) => plain(folder) === '' || file.startsWith(`${plain(folder)}/`))
  const isThere = (name: string, trail: readonly string[]): boolean => {
    if (trail.includes(name)) return false
    const list = listIn(playlists, name)
    if (list === undefined) return isFolder(name === defaultAiring.playlist ? '' : name)
    return list.some((item) => {
      if (typeof item === 'string') return isFile(item)
      if ('text' in item) return true
      if ('folder' in item) return isFolder(item.folder)
      return 'playlist' in item
        ? isThere(String(item.playlist), [...trail, name])
        : isFile(item.asset ?? item.explainer)
    })
  }
  return (name) => isThere(name, [])
}

/**
 * What is not there gives way: to those it takes turns with, then to the default playlist.
 *
 * @returns undefined for a ticker with nothing to say
 */
export function settledBy(isThere: (name: string) => boolean, airing: Airing, zone: Zone): Airing | undefined {
  const turns = [airing, ...airing.with.filter(({ share }) => share === undefined)].map(({ playlist }) => playlist)
  const [first, ...others] = turns.filter(isThere)
  const interrupts = airing.with.filter(({ playlist, share }) => share !== undefined && isThere(playlist))
  if (first === undefined && zone === 'ticker') return undefined
  return first === undefined
    ? { ...defaultAiring, with: interrupts }
    : { ...airing, playlist: first, with: [...others.map((playlist) => ({ playlist })), ...interrupts] }
}

const plain = (file: unknown): string => String(file).replace(/^(\.?\/)+|\/+$/g, '')

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  return names.map((name) => name.replaceAll(path.sep, '/')).filter(mayPlay)
}

function listIn(folder: string, name: string) {
  const [file] = ['yaml', 'yml']
    .map((ending) => path.join(folder, `${name}.${ending}`))
    .filter((each) => existsSync(each))
  if (file === undefined) return undefined
  const parsed = parseYamlAs(readFileSync(file, 'utf8'), items)
  return parsed.ok ? parsed.value.items : []
}
