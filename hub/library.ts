/** What the content folder holds: per file the version that plays, why a version does not, and what is in work. */
import type { Statement } from 'better-sqlite3'
import { type Asset, type AssetKind, compareNames, type SceneStill, type StoredMedia } from '../core/asset.ts'
import { notice, type Remark } from '../core/remarks.ts'
import type { LibraryItem } from '../core/shelf.ts'
import type { Database } from './database.ts'
import { KeptList, plainOrder } from './kept-list.ts'
import {
  assetIdOf,
  describeEntry,
  type Entry,
  type Look,
  type Refused,
  type Shown,
  type Work,
} from './library-entry.ts'
import type { MediaBook } from './media-book.ts'

interface AssetRow {
  readonly path: string
  readonly size: number
  readonly modified_ms: number
  readonly hash: string | null
  readonly pages: string | null
  readonly source: string | null
  readonly refused: string | null
  readonly notices: string
}

export class Library {
  readonly #database: Database
  readonly #insert: Statement
  readonly #book: MediaBook
  readonly #now: () => string
  readonly #entries = new Map<string, Entry>()
  readonly #work = new Map<string, Work>()
  readonly #titles = new Map<string, string>()
  readonly #listeners = new Set<() => void>()
  readonly #takenOffListeners = new Set<(assetId: string) => void>()
  readonly #described = new Map<string, Asset>()
  readonly #listed = new KeptList((path) => this.#assetAt(path), plainOrder)
  readonly #playable = new KeptList((path) => this.#playableAt(path), compareNames)

  /** @param now the instant, ISO 8601 UTC */
  constructor(database: Database, book: MediaBook, now: () => string) {
    this.#database = database
    this.#insert = database.prepare(
      'INSERT OR REPLACE INTO assets (path, id, size, modified_ms, hash, pages, source, refused, notices) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#book = book
    this.#now = now
    for (const row of database.prepare('SELECT * FROM assets').all() as AssetRow[]) {
      const media = row.hash === null ? undefined : book.find(row.hash)
      const pages =
        row.pages === null ? [] : (JSON.parse(row.pages) as string[]).flatMap((hash) => book.find(hash) ?? [])
      this.#entries.set(row.path, {
        size: row.size,
        modifiedMs: row.modified_ms,
        notices: JSON.parse(row.notices) as Remark[],
        ...(media === undefined ? {} : { media }),
        ...(pages.length === 0 ? {} : { pages }),
        ...(row.source === null ? {} : { source: row.source }),
        ...(row.refused === null ? {} : { refused: JSON.parse(row.refused) as Refused }),
      })
      this.#stale(row.path)
    }
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** Tells when something that was shown is hidden or gone: it may be on a screen. */
  onTakenOff(listener: (assetId: string) => void): void {
    this.#takenOffListeners.add(listener)
  }

  paths(): readonly string[] {
    return [...this.#entries.keys()]
  }

  entryAt(path: string): Entry | undefined {
    return this.#entries.get(path)
  }

  /** Notes that a file is being looked at; the version before it goes on playing. */
  work(path: string, kind: AssetKind, progress: number, remainingMs?: number): void {
    const before = this.#work.get(path)
    const rounded = Math.round(progress * 100) / 100
    const isTold = remainingMs === undefined || before?.remainingMs !== undefined
    if (before?.progress === rounded && before.kind === kind && isTold) return
    this.#work.set(path, { kind, progress: rounded, ...(remainingMs === undefined ? {} : { remainingMs }) })
    this.#changed(path)
  }

  /** Shows a file that was found good; its media are in the book. */
  accept(path: string, look: Look, shown: Shown, notices: readonly Remark[]): void {
    this.#save(path, { ...look, ...shown, notices })
    this.#work.delete(path)
    this.#changed(path)
  }

  /** Takes note of a good explainer with the words it had: what it shows goes on. */
  confirm(path: string, look: Look): void {
    const { media, stills } = this.#entries.get(path) ?? {}
    const notices = stills === undefined ? [] : [notice('stills-play')]
    this.#save(path, { ...look, notices, ...(media && { media }), ...(stills && { stills }) })
    this.#changed(path)
  }

  /** Takes note of a good explainer with other words: what it showed before is hidden at once. */
  hide(path: string, { size, modifiedMs }: Look): void {
    const isShown = isShowing(this.#entries.get(path))
    this.#save(path, { size, modifiedMs, notices: isShown ? [notice('old-hidden')] : [] })
    this.#changed(path)
    if (isShown) this.#takenOff(path)
  }

  /** Shows the scenes of a film that is not ready yet, unless it has been ready before. */
  showStills(path: string, stills: readonly SceneStill[]): void {
    const entry = this.#entries.get(path)
    if (entry === undefined || entry.media !== undefined) return
    const hidden = entry.notices.filter(({ code }) => code === 'old-hidden')
    this.#save(path, { ...withoutOldRefusal(entry, [...hidden, notice('stills-play')]), stills })
    this.#changed(path)
  }

  /** Shows a film, in the place of its stills. */
  showFilm(path: string, media: StoredMedia): void {
    const entry = this.#entries.get(path)
    if (entry === undefined) return
    this.#database.transaction(() => {
      this.#book.save(media)
      this.#save(path, { ...withoutOldRefusal(entry, []), media })
    })()
    this.#work.delete(path)
    this.#changed(path)
  }

  /** A title that stands in the file itself. */
  entitle(path: string, title: string): void {
    this.#titles.set(path, title)
    this.#stale(path)
  }

  /** Takes from the TV what was made of these very bytes: they are judged otherwise now. */
  withdraw(path: string, source: string): void {
    const entry = this.#entries.get(path)
    if (entry?.source !== source) return
    const { size, modifiedMs, notices } = entry
    this.#save(path, { size, modifiedMs, notices })
    this.#changed(path)
  }

  /** Notes why a file does not play; a good version under the same name stays on the TV. */
  refuse(path: string, look: Look, reason: Remark, notices: readonly Remark[] = []): void {
    const { media, stills, pages, source, refused } = this.#entries.get(path) ?? {}
    const at = refused?.code === reason.code ? (refused.at ?? this.#now()) : this.#now()
    const shown = {
      ...(media && { media }),
      ...(stills && { stills }),
      ...(pages && { pages }),
      ...(source && { source }),
    }
    this.#save(path, { ...look, refused: { ...reason, at }, notices, ...shown })
    this.#work.delete(path)
    this.#changed(path)
  }

  /** Forgets work that came to nothing: the file went away or the hub stops. */
  drop(path: string): void {
    if (this.#work.delete(path)) this.#changed(path)
  }

  remove(path: string): void {
    const isShown = isShowing(this.#entries.get(path))
    const known = this.#entries.delete(path)
    const worked = this.#work.delete(path)
    this.#titles.delete(path)
    if (known) this.#database.prepare('DELETE FROM assets WHERE path = ?').run(path)
    if (known || worked) this.#changed(path)
    if (isShown) this.#takenOff(path)
  }

  /** In the order of paths; the same list, with the same assets, as long as nothing has changed. */
  list(): readonly Asset[] {
    return this.#listed.all()
  }

  /**
   * Everything with a good version, also while a newer one is in work or was refused; in the order of names.
   * The same list, with the same items, as long as nothing of it has changed.
   */
  playable(): readonly LibraryItem[] {
    return this.#playable.all()
  }

  /** Every file of the store that something refers to. */
  storedFiles(): ReadonlySet<string> {
    const shown = [...this.#entries.values()].flatMap(({ media, stills = [], pages = [] }) => [
      ...(media === undefined ? [] : [media]),
      ...stills.map((still) => still.media),
      ...pages,
    ])
    return new Set(
      shown.flatMap(({ hash, extension, poster }) => [
        `${hash}.${extension}`,
        ...(poster === undefined ? [] : [poster]),
      ]),
    )
  }

  #playableAt(path: string): LibraryItem | undefined {
    const { media, stills, pages } = this.#entries.get(path) ?? {}
    const shown = media ? { media } : pages ? { pages } : stills && { stills }
    const asset = shown && this.#assetAt(path)
    return asset && { asset, ...shown }
  }

  #assetAt(path: string): Asset | undefined {
    const asset = this.#described.get(path) ?? this.#describe(path)
    if (asset !== undefined) this.#described.set(path, asset)
    return asset
  }

  /** @returns undefined when the path is neither known nor in work */
  #describe(path: string): Asset | undefined {
    return describeEntry(path, this.#entries.get(path), this.#work.get(path), this.#titles.get(path))
  }

  #save(path: string, entry: Entry): void {
    this.#insert.run(
      path,
      assetIdOf(path),
      entry.size,
      entry.modifiedMs,
      entry.media?.hash ?? null,
      entry.pages === undefined ? null : JSON.stringify(entry.pages.map(({ hash }) => hash)),
      entry.source ?? null,
      entry.refused === undefined ? null : JSON.stringify(entry.refused),
      JSON.stringify(entry.notices),
    )
    this.#entries.set(path, entry)
  }

  #stale(path: string): void {
    this.#described.delete(path)
    this.#listed.changed(path)
    this.#playable.changed(path)
  }

  #changed(path: string): void {
    this.#stale(path)
    for (const listener of this.#listeners) listener()
  }

  #takenOff(path: string): void {
    for (const listener of this.#takenOffListeners) listener(assetIdOf(path))
  }
}

const isShowing = (entry: Entry | undefined): boolean =>
  entry !== undefined && (entry.media !== undefined || entry.stills !== undefined || entry.pages !== undefined)

/** What is left of an entry when it shows something new. A broken text stays refused: what is shown is older than it. */
function withoutOldRefusal({ size, modifiedMs, refused, notices }: Entry, now: readonly Remark[]): Entry {
  return refused?.code === 'broken-text' ? { size, modifiedMs, refused, notices } : { size, modifiedMs, notices: now }
}
