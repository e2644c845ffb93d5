/** What the content folder holds: per file the version that plays, why a version does not, and what is in work. */
import { createHash } from 'node:crypto'
import { type Asset, type AssetKind, type Remark, type StoredMedia, titleOf } from '../core/asset.ts'
import type { LibraryItem } from '../core/playlist.ts'
import type { Database } from './database.ts'

/** How a file looked when it was judged: another size or time means that it has to be judged again. */
export interface Look {
  readonly size: number
  readonly modifiedMs: number
}

export interface Entry extends Look {
  /** The version that plays, be it an older one. */
  readonly media?: StoredMedia
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
      this.#database
        .prepare('INSERT OR IGNORE INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
        .run(
          media.hash,
          media.kind,
          media.extension,
          media.bytes,
          media.width,
          media.height,
          media.durationMs,
          JSON.stringify(measured),
        )
      this.#save(path, { ...look, media, notices })
    })()
    this.#work.delete(path)
    this.#changed()
  }

  /** Notes why a file does not play; a good version under the same name stays on the TV. */
  refuse(path: string, look: Look, reason: Remark, notices: readonly Remark[] = []): void {
    const media = this.#entries.get(path)?.media
    this.#save(path, { ...look, refused: reason, notices, ...(media === undefined ? {} : { media }) })
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
    if (known) this.#database.prepare('DELETE FROM assets WHERE path = ?').run(path)
    if (known || worked) this.#changed()
  }

  list(): readonly Asset[] {
    const paths = [...new Set([...this.#entries.keys(), ...this.#work.keys()])].sort()
    return paths.map((path) => this.#assetAt(path))
  }

  /** Everything with a good version, also while a newer one is in work or was refused. */
  playable(): LibraryItem[] {
    return [...this.#entries].flatMap(([path, { media }]) =>
      media === undefined ? [] : [{ asset: this.#assetAt(path), media }],
    )
  }

  storedFiles(): ReadonlySet<string> {
    return new Set(
      [...this.#entries.values()].flatMap(({ media }) =>
        media === undefined ? [] : [`${media.hash}.${media.extension}`],
      ),
    )
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
      kind: media?.kind ?? work?.kind ?? 'document',
      state: work !== undefined ? 'working' : entry?.refused !== undefined ? 'refused' : 'ready',
      title: titleOf(path),
      notices: [...(entry?.notices ?? [])],
      ...(work === undefined ? {} : { progress: work.progress }),
      ...(entry?.refused === undefined || work !== undefined ? {} : { reason: entry.refused }),
      ...(media === undefined
        ? {}
        : { hash: media.hash, media: `${media.hash}.${media.extension}`, width: media.width, height: media.height }),
      ...(media === undefined || media.durationMs === 0 ? {} : { durationMs: media.durationMs }),
    }
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

/** Stable per path, also after the database was lost. */
export const assetIdOf = (path: string): string => `a${createHash('sha256').update(path).digest('hex').slice(0, 15)}`
