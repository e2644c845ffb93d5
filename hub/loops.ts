/** The playlists as what they come to now: resolved once for everybody, until the library, a list or the settings change. */
import type { CourseLoop } from '../core/course.ts'
import { mayStartWithin } from '../core/item-dates.ts'
import type { Loop } from '../core/loop.ts'
import { type Resolved, resolvePlaylist } from '../core/playlist.ts'
import { defaultPlaylist, type PlaylistFile } from '../core/playlist-file.ts'
import { type LibraryItem, shelfOf } from '../core/shelf.ts'
import type { NotedLibrary } from './noted-library.ts'
import type { Playlists } from './playlists.ts'

interface Parts {
  readonly library: Pick<NotedLibrary, 'playable'>
  readonly playlists: Pick<Playlists, 'all'>
  /** That patients may choose from. */
  readonly languages: () => readonly string[]
}

interface Inputs {
  readonly library: readonly LibraryItem[]
  readonly lists: readonly (readonly [string, PlaylistFile])[]
  readonly languages: readonly string[]
}

export class Loops {
  readonly #parts: Parts
  readonly #resolved = new Map<string, Resolved>()
  readonly #courses = new WeakMap<Loop, CourseLoop>()
  #inputs: Inputs = { library: [], lists: [], languages: [] }
  #isFresh = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Looks at library, lists and settings as they are now: until the next time all answers belong together. */
  look(): void {
    const { library, playlists, languages } = this.#parts
    const inputs = { library: library.playable(), lists: [...playlists.all()], languages: languages() }
    if (!isSame(inputs, this.#inputs)) this.#resolved.clear()
    this.#inputs = inputs
  }

  /** The same for who has one question with many parts: looks once for all that are asked in one go. */
  lookOnce(): void {
    if (this.#isFresh) return
    this.#isFresh = true
    setImmediate(() => {
      this.#isFresh = false
    })
    this.look()
  }

  of(name: string): Resolved {
    const { library, lists, languages } = this.#inputs
    const resolved =
      this.#resolved.get(name) ?? resolvePlaylist(name, { library, playlists: new Map(lists), languages })
    this.#resolved.set(name, resolved)
    return resolved
  }

  /** What of it may begin within a span: what is over is not even carried to the screens. */
  courseOf(name: string, fromMs: number, untilMs: number): CourseLoop {
    const { loop, shuffle } = this.of(name)
    const open = loop.filter((item) => mayStartWithin(item, fromMs, untilMs))
    const known = this.#courses.get(loop)
    // The same object for the same items: what was drawn and written out of it holds.
    if (known !== undefined && areEqual(known.places, open)) return known
    const places = open.length === loop.length ? loop : open
    const course = { places, ...(shuffle === undefined ? {} : { shuffle }) }
    this.#courses.set(loop, course)
    return course
  }

  /** Whether an asset may be shown at all, now or at another time. */
  mayShow(assetId: string): boolean {
    return this.#inputs.library.some(({ asset }) => asset.id === assetId)
  }

  /** Files by name, and `default`. */
  names(): readonly string[] {
    return [...new Set([defaultPlaylist, ...this.#inputs.lists.map(([name]) => name)])].sort()
  }

  /** Folders of content that are playlists by their paths. */
  folders(): readonly string[] {
    const files = new Set(this.#inputs.lists.map(([name]) => name))
    return shelfOf(this.#inputs.library)
      .folders()
      .filter((folder) => !files.has(folder))
  }
}

const areEqual = (one: Loop, other: Loop): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at])

function isSame(one: Inputs, other: Inputs): boolean {
  return (
    one.library === other.library &&
    one.lists.length === other.lists.length &&
    one.lists.every(([name, list], at) => other.lists[at]?.[0] === name && other.lists[at]?.[1] === list) &&
    one.languages.join() === other.languages.join()
  )
}
