/** What the content folder holds: per file the version that plays, why a version does not, and what is in work. */
import { createHash } from 'node:crypto'
import { type Asset, type AssetKind, isMarkdown, type SceneStill, type StoredMedia, titleOf } from '../core/asset.ts'
import type { LibraryItem } from '../core/playlist.ts'
import { notice, type Remark } from '../core/remarks.ts'
import type { Database } from './database.ts'

/** How a file looked when it was judged: another size or time means that it has to be judged again. */
export interface Look {
  readonly size: number
  readonly modifiedMs: number
}

export interface Entry extends Look {
  /** The version that plays, be it an older one. */
  readonly media?: StoredMedia
  /** Of a film that is not ready yet; they are rendered anew, out of a cache, when the hub starts. */
  readonly stills?: readonly SceneStill[]
  readonly refused?: Remark
  readonly notices: readonly Remark[]
}

interface Work {
  readonly kind: AssetKind
  readonly progress: number
}

interface AssetRow {
  readonly path: string
  readonly size: number
  readonly modified_ms: number
  readonly hash: string | null
  readonly refused: string | null
  readonly notices: string
}

interface MediaRow {
  readonly hash: string
  readonly kind: StoredMedia['kind']
  readonly extension: StoredMedia['extension']
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly duration_ms: number
  readonly notices: string
}

export class Library {
  readonly #database: Database
  readonly #entries = new Map<string, Entry>()
  readonly #work = new Map<string, Work>()
  readonly #titles = new Map<string, string>()
  readonly #listeners = new Set<() => void>()

  constructor(database: Database) {
    this.#database = database
    for (const row of database.prepare('SELECT * FROM assets').all() as AssetRow[]) {
      const media = row.hash === null ? undefined : this.media(row.hash)?.media
      this.#entries.set(row.path, {
        size: row.size,
        modifiedMs: row.modified_ms,
        notices: JSON.parse(row.notices) as Remark[],
        ...(media === undefined ? {} : { media }),
        ...(row.refused === null ? {} : { refused: JSON.parse(row.refused) as Remark }),
      })
    }
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  paths(): readonly string[] {
    return [...this.#entries.keys()]
  }

  entryAt(path: string): Entry | undefined {
    return this.#entries.get(path)
  }

  /** What was measured of these bytes before, under whatever name. */
  media(hash: string): { readonly media: StoredMedia; readonly notices: readonly Remark[] } | undefined {
    const row = this.#database.prepare('SELECT * FROM media WHERE hash = ?').get(hash) as MediaRow | undefined
    if (row === undefined) return undefined
    const { kind, extension, bytes, width, height, duration_ms: durationMs } = row
    return {
      media: { hash, kind, extension, bytes, width, height, durationMs },
      notices: JSON.parse(row.notices) as Remark[],
    }
  }

  /** Notes that a file is being looked at; the version before it goes on playing. */
  work(path: string, kind: AssetKind, progress: number): void {
    const before = this.#work.get(path)
    const rounded = Math.round(progress * 100) / 100
    if (before?.progress === rounded && before.kind === kind) return
    this.#work.set(path, { kind, progress: rounded })
    this.#changed()
  }

  accept(path: string, look: Look, media: StoredMedia, notices: readonly Remark[], measured: readonly Remark[]): void {
    this.#database.transaction(() => {
      this.#saveMedia(media, measured)
      this.#save(path, { ...look, media, notices })
    })()
    this.#work.delete(path)
    this.#changed()
  }

  /** Takes note of a good explainer with the words it had: what it shows goes on. */
  confirm(path: string, look: Look): void {
    const { media, stills } = this.#entries.get(path) ?? {}
    const notices = stills === undefined ? [] : [notice('stills-play')]
    this.#save(path, { ...look, notices, ...(media && { media }), ...(stills && { stills }) })
    this.#changed()
  }

  /** Takes note of a good explainer with other words: what it showed before is hidden at once. */
  hide(path: string, look: Look): void {
    this.#save(path, { ...look, notices: [] })
    this.#changed()
  }

  /** Shows the scenes of a film that is not ready yet, unless it has been ready before. */
  showStills(path: string, stills: readonly SceneStill[]): void {
    const entry = this.#entries.get(path)
    if (entry === undefined || entry.media !== undefined) return
    this.#save(path, { ...withoutOldRefusal(entry, [notice('stills-play')]), stills })
    this.#changed()
  }

  /** Shows a film, in the place of its stills. */
  showFilm(path: string, media: StoredMedia): void {
    const entry = this.#entries.get(path)
    if (entry === undefined) return
    this.#database.transaction(() => {
      this.#saveMedia(media, [])
      this.#save(path, { ...withoutOldRefusal(entry, []), media })
    })()
    this.#work.delete(path)
    this.#changed()
  }

  /** A title that stands in the file itself. */
  entitle(path: string, title: string): void {
    this.#titles.set(path, title)
  }

  /** Notes why a file does not play; a good version under the same name stays on the TV. */
  refuse(path: string, look: Look, reason: Remark, notices: readonly Remark[] = []): void {
    const { media, stills } = this.#entries.get(path) ?? {}
    this.#save(path, { ...look, refused: reason, notices, ...(media && { media }), ...(stills && { stills }) })
    this.#work.delete(path)
    this.#changed()
  }

  /** Forgets work that came to nothing: the file went away or the hub stops. */
  drop(path: string): void {
    if (this.#work.delete(path)) this.#changed()
  }

  remove(path: string): void {
    const known = this.#entries.delete(path)
    const worked = this.#work.delete(path)
    this.#titles.delete(path)
    if (known) this.#database.prepare('DELETE FROM assets WHERE path = ?').run(path)
    if (known || worked) this.#changed()
  }

  list(): readonly Asset[] {
    const paths = [...new Set([...this.#entries.keys(), ...this.#work.keys()])].sort()
    return paths.map((path) => this.#assetAt(path))
  }

  /** Everything with a good version, also while a newer one is in work or was refused. */
  playable(): LibraryItem[] {
    return [...this.#entries].flatMap(([path, { media, stills }]): LibraryItem[] => {
      if (media !== undefined) return [{ asset: this.#assetAt(path), media }]
      return stills === undefined ? [] : [{ asset: this.#assetAt(path), stills }]
    })
  }

  storedFiles(): ReadonlySet<string> {
    const shown = [...this.#entries.values()].flatMap(({ media, stills = [] }) => [
      ...(media === undefined ? [] : [media]),
      ...stills.map((still) => still.media),
    ])
    return new Set(shown.map(({ hash, extension }) => `${hash}.${extension}`))
  }

  /** Forgets measurements of bytes that the store no longer has. */
  forgetMedia(hashes: readonly string[]): void {
    const forget = this.#database.prepare(
      'DELETE FROM media WHERE hash = ? AND hash NOT IN (SELECT hash FROM assets WHERE hash IS NOT NULL)',
    )
    for (const hash of hashes) forget.run(hash)
  }

  #assetAt(path: string): Asset {
    const entry = this.#entries.get(path)
    const work = this.#work.get(path)
    const media = entry?.media
    return {
      id: assetIdOf(path),
      path,
      kind: isMarkdown(path) ? 'explainer' : (media?.kind ?? work?.kind ?? 'document'),
      state: work !== undefined ? 'working' : entry?.refused !== undefined ? 'refused' : 'ready',
      title: this.#titles.get(path) ?? titleOf(path),
      notices: [...(entry?.notices ?? [])],
      ...(work === undefined ? {} : { progress: work.progress }),
      ...(entry?.refused === undefined || work !== undefined ? {} : { reason: entry.refused }),
      ...(media === undefined
        ? {}
        : { hash: media.hash, media: `${media.hash}.${media.extension}`, width: media.width, height: media.height }),
      ...(media === undefined || media.durationMs === 0 ? {} : { durationMs: media.durationMs }),
    }
  }

  #saveMedia(media: StoredMedia, measured: readonly Remark[]): void {
    const { hash, kind, extension, bytes, width, height, durationMs } = media
    this.#database
      .prepare('INSERT OR IGNORE INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(hash, kind, extension, bytes, width, height, durationMs, JSON.stringify(measured))
  }

  #save(path: string, entry: Entry): void {
    this.#database
      .prepare(
        'INSERT OR REPLACE INTO assets (path, id, size, modified_ms, hash, refused, notices) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        path,
        assetIdOf(path),
        entry.size,
        entry.modifiedMs,
        entry.media?.hash ?? null,
        entry.refused === undefined ? null : JSON.stringify(entry.refused),
        JSON.stringify(entry.notices),
      )
    this.#entries.set(path, entry)
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** What is left of an entry when it shows something new. A broken text stays refused: what is shown is older than it. */
function withoutOldRefusal({ size, modifiedMs, refused, notices }: Entry, now: readonly Remark[]): Entry {
  return refused?.code === 'broken-text' ? { size, modifiedMs, refused, notices } : { size, modifiedMs, notices: now }
}

/** Stable per path, also after the database was lost. */
export const assetIdOf = (path: string): string => `a${createHash('sha256').update(path).digest('hex').slice(0, 15)}`
