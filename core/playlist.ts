/** Resolves a playlist against the library: the loop it makes today, its sentences, and what it names that is not there. */

import { plainly, programmeItems } from './library-loop.ts'
import { type Loop, numbered } from './loop.ts'
import {
  clampedMs,
  defaultPlaylist,
  type Manner,
  mannerOf,
  mostItems,
  mostWeight,
  type PlaylistFile,
  type PlaylistItem,
  textSeconds,
  wantedOf,
} from './playlist-file.ts'
import type { ProgrammeItem, TickerText } from './programme.ts'
import { type LibraryItem, type Shelf, shelfOf, trimmedPath } from './shelf.ts'
import { spreadEvenly, type Weighted } from './weights.ts'

// Lists of lists multiply: a few lines could ask for more than a lifetime can show.
const mostSteps = 4 * mostItems

/** What a name stands for: a file of the playlists folder, a folder of content, all of it, or nothing. */
export type PlaylistKind = 'file' | 'folder' | 'default' | 'unknown'

/** What an entry of a playlist comes to. */
export interface PlaylistEntry {
  /** Which entry of the file, from 0. */
  readonly index: number
  readonly item?: LibraryItem
  /** Of all that it plays in a row. */
  readonly durationMs: number
  readonly text?: string
  readonly problem?: string
}

export interface Resolved {
  readonly kind: PlaylistKind
  readonly loop: Loop
  readonly shuffle?: 'daily'
  readonly texts: readonly TickerText[]
  /** One sentence for every path it names where nothing is now; an unknown playlist is told where it is written. */
  readonly missing: readonly string[]
  /** What its assets are about: ids of services. Those about nothing in particular are not there. */
  readonly about: ReadonlyMap<string, readonly string[]>
  /** Whether it asks for more than a loop holds: what stands behind that never plays. */
  readonly isCut: boolean
  readonly entries: readonly PlaylistEntry[]
}

export interface Resolving {
  readonly playlists: ReadonlyMap<string, PlaylistFile>
  /** What is ready to be shown, in any order; the same array, unchanged, is not sorted and searched again. */
  readonly library: readonly LibraryItem[]
  /** That patients may choose from; undefined: any. */
  readonly languages?: readonly string[]
}

/**
 * A playlist as the loop it makes today.
 *
 * @param name a playlist, else a folder by its path; `default` is the whole content folder unless there is a file of that name
 */
export function resolvePlaylist(name: string, { playlists, library, languages }: Resolving): Resolved {
  const shelf = shelfOf(library)
  const list = playlists.get(name)
  if (list === undefined) return folderLoop(name, shelf)
  const expansion = new Expansion(playlists, shelf, languages)
  const blocks = expansion.of(list.items, [name])
  const isOf = <Kind extends Block['kind']>(kind: Kind) =>
    blocks.flatMap((block): Weighted<Extract<Block, { kind: Kind }>>[] =>
      block.kind === kind ? [{ value: block as Extract<Block, { kind: Kind }>, weight: block.weight }] : [],
    )
  const items = spreadEvenly(isOf('media'), mostItems + 1).flatMap((block) => block.items)
  return {
    kind: 'file',
    loop: numbered(items.slice(0, mostItems)),
    ...(list.shuffle === 'daily' ? { shuffle: list.shuffle } : {}),
    texts: spreadEvenly(isOf('text'), mostItems).map(({ text }) => text),
    missing: [...new Set(expansion.missing)],
    about: expansion.about,
    isCut: expansion.isCut || items.length > mostItems,
    entries: expansion.entries,
  }
}

/** Without a file: everything that lies in a folder. */
function folderLoop(name: string, shelf: Shelf): Resolved {
  const isAll = name === defaultPlaylist
  const found = isAll ? shelf.all : shelf.within(`${trimmedPath(name)}/`)
  // One more than fits shows that there is more; the rest need not be made.
  const some = found.slice(0, mostItems + 1).map((item) => ({ value: item, weight: weightOf(item, unchanged) }))
  const items = spreadEvenly(some, mostItems + 1).flatMap((item) => programmeItems(item, plainly))
  return {
    kind: isAll ? 'default' : found.length === 0 ? 'unknown' : 'folder',
    loop: numbered(items.slice(0, mostItems)),
    texts: [],
    missing: [],
    about: new Map(
      found.flatMap(({ asset, direction }) =>
        direction?.services === undefined ? [] : [[asset.id, direction.services]],
      ),
    ),
    isCut: items.length > mostItems,
    entries: found.slice(0, mostItems).map((item) => entryOf(item, programmeItems(item, plainly), 0)),
  }
}

type Block = { readonly weight: number } & (
  | { readonly kind: 'media'; readonly items: readonly ProgrammeItem[] }
  | { readonly kind: 'text'; readonly text: TickerText }
)

/** One way through a list and the lists in it. */
class Expansion {
  readonly missing: string[] = []
  readonly entries: PlaylistEntry[] = []
  readonly about = new Map<string, readonly string[]>()
  isCut = false
  readonly #playlists: ReadonlyMap<string, PlaylistFile>
  readonly #shelf: Shelf
  readonly #languages: readonly string[] | undefined
  #steps = 0

  constructor(playlists: ReadonlyMap<string, PlaylistFile>, shelf: Shelf, languages: readonly string[] | undefined) {
    this.#playlists = playlists
    this.#shelf = shelf
    this.#languages = languages
  }

  of(items: readonly PlaylistItem[], trail: readonly string[]): readonly Block[] {
    return items.flatMap((item, index) => {
      const [missed, listed] = [this.missing.length, this.entries.length]
      const blocks = this.#expand(item, trail, unchanged, index)
      const problem = this.missing[missed] ?? this.#silentProblem(item)
      if (this.entries.length === listed) this.entries.push({ index, durationMs: 0, ...(problem && { problem }) })
      return blocks
    })
  }

  #expand(item: PlaylistItem, trail: readonly string[], outer: Manner, index: number): readonly Block[] {
    this.#steps += 1
    if (this.#steps > mostSteps) {
      this.isCut = true
      return []
    }
    const manner = within(outer, mannerOf(item))
    if (manner.locale !== undefined && this.#languages?.includes(manner.locale) === false) return []
    const wanted = wantedOf(item)
    switch (wanted.kind) {
      case 'text':
        return [this.#textBlock(wanted.text, manner, index)]
      case 'file':
        return this.#found(trimmedPath(wanted.path), this.#shelf.at(trimmedPath(wanted.path)), manner, index)
      case 'folder': {
        const folder = `${trimmedPath(wanted.path)}/`
        return this.#found(folder, this.#shelf.within(folder), manner, index)
      }
      case 'playlist':
        return this.#nested(wanted.name, trail, manner, index)
    }
  }

  #nested(name: string, trail: readonly string[], manner: Manner, index: number): readonly Block[] {
    const inner = this.#playlists.get(name)
    if (inner === undefined) {
      // Told where it is written, when there is no such folder either.
      const inside = name === defaultPlaylist ? this.#shelf.all : this.#shelf.within(`${trimmedPath(name)}/`)
      return inside.flatMap((one) => this.#block(one, manner, index))
    }
    if (trail.includes(name)) {
      this.missing.push(`Playlist "${name}" contains itself; left out there`)
      return []
    }
    return inner.items.flatMap((item) => this.#expand(item, [...trail, name], manner, index))
  }

  #found(path: string, found: readonly LibraryItem[], manner: Manner, index: number): readonly Block[] {
    this.#steps += found.length
    if (found.length === 0) this.missing.push(`Nothing to show at "${path}" in the content folder`)
    return found.flatMap((item) => this.#block(item, manner, index))
  }

  #block(item: LibraryItem, manner: Manner, index: number): readonly Block[] {
    const items = programmeItems(item, manner)
    if (this.entries.length < mostItems) this.entries.push(entryOf(item, items, index))
    const { id } = item.asset
    const services = manner.services ?? item.direction?.services
    if (services !== undefined) this.about.set(id, [...new Set([...(this.about.get(id) ?? []), ...services])])
    return [{ kind: 'media', weight: weightOf(item, manner), items }]
  }

  #textBlock(text: string, { seconds = textSeconds, weight = 1, limitMs }: Manner, index: number): Block {
    const ms = clampedMs(seconds)
    this.entries.push({ index, durationMs: ms, text })
    const limit = limitMs === undefined ? {} : { atMostEveryMs: limitMs }
    return { kind: 'text', weight, text: { text, seconds: ms / 1_000, ...limit } }
  }

  /** Why an entry plays nothing though nothing is missing. */
  #silentProblem(item: PlaylistItem): string | undefined {
    const { locale } = mannerOf(item)
    if (locale !== undefined && this.#languages?.includes(locale) === false)
      return 'Left out: patients cannot choose this language in the settings'
    const wanted = wantedOf(item)
    if (wanted.kind !== 'playlist') return undefined
    const isKnown = this.#playlists.has(wanted.name)
    return isKnown ? `There is nothing in the playlist "${wanted.name}"` : `There is no playlist "${wanted.name}"`
  }
}

const unchanged: Manner = { isMuted: false }

/** An entry of a list that is itself an entry: what is said further inside counts more. */
const within = (outer: Manner, inner: Manner): Manner => ({
  seconds: inner.seconds ?? outer.seconds,
  weight: inner.weight === undefined ? outer.weight : Math.min(inner.weight * (outer.weight ?? 1), mostWeight),
  limitMs: inner.limitMs ?? outer.limitMs,
  locale: inner.locale,
  services: inner.services ?? outer.services,
  isMuted: inner.isMuted || outer.isMuted,
})

/** The note beside a file counts where no playlist says anything. */
const weightOf = ({ direction }: LibraryItem, { weight }: Manner): number =>
  weight ?? Math.min(direction?.weight ?? 1, mostWeight)

const entryOf = (item: LibraryItem, items: readonly ProgrammeItem[], index: number): PlaylistEntry => ({
  index,
  item,
  durationMs: items.reduce((sum, { durationMs }) => sum + durationMs, 0),
})
