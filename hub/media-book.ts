/** What was measured of the store's files, and what was found of dropped bytes before: the same bytes cost once. */
import type { Statement } from 'better-sqlite3'
import type { StoredMedia } from '../core/asset.ts'
import type { NoticeCode, RefusalCode } from '../core/remarks.ts'
import type { Database } from './database.ts'

/** What dropped bytes came to. */
export type Finding =
  | {
      readonly ok: true
      readonly kind: 'video' | 'image' | 'document'
      /** One file of the store, or one for each page. */
      readonly media: readonly StoredMedia[]
      readonly notices: readonly NoticeCode[]
      /** Every ending that says what the file is. */
      readonly endings: readonly string[]
    }
  | { readonly ok: false; readonly code: RefusalCode }

/** As it is written down: files by their hashes. */
type Noted =
  | {
      readonly ok: true
      readonly kind: 'video' | 'image' | 'document'
      readonly media: string[]
      readonly notices: NoticeCode[]
      readonly endings: string[]
    }
  | { readonly ok: false; readonly code: RefusalCode }

interface MediaRow {
  readonly hash: string
  readonly kind: StoredMedia['kind']
  readonly extension: StoredMedia['extension']
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly duration_ms: number
  readonly gain_db: number | null
  readonly poster: string | null
}

export class MediaBook {
  readonly #database: Database
  readonly #find: Statement
  readonly #recall: Statement

  constructor(database: Database) {
    this.#database = database
    this.#find = database.prepare('SELECT * FROM media WHERE hash = ?')
    this.#recall = database.prepare('SELECT judgement FROM judgements WHERE source = ? AND conditions = ?')
  }

  find(hash: string): StoredMedia | undefined {
    const row = this.#find.get(hash) as MediaRow | undefined
    if (row === undefined) return undefined
    const { kind, extension, bytes, width, height, duration_ms: durationMs, gain_db: gainDb, poster } = row
    const more = { ...(gainDb === null ? {} : { gainDb }), ...(poster === null ? {} : { poster }) }
    return { hash, kind, extension, bytes, width, height, durationMs, ...more }
  }

  save(media: StoredMedia): void {
    const { hash, kind, extension, bytes, width, height, durationMs, gainDb, poster } = media
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO media (hash, kind, extension, bytes, width, height, duration_ms, notices, gain_db, poster)
         VALUES (?, ?, ?, ?, ?, ?, ?, '[]', ?, ?)`,
      )
      .run(hash, kind, extension, bytes, width, height, durationMs, gainDb ?? null, poster ?? null)
  }

  /**
   * What these bytes came to before.
   *
   * @param source SHA-256 of the dropped bytes
   * @param conditions what else decided
   */
  recall(source: string, conditions: string): Finding | undefined {
    const row = this.#recall.get(source, conditions) as { readonly judgement: string } | undefined
    if (row === undefined) return undefined
    const noted = JSON.parse(row.judgement) as Noted
    if (!noted.ok) return noted
    const media = noted.media.flatMap((hash) => this.find(hash) ?? [])
    return media.length === noted.media.length ? { ...noted, media } : undefined
  }

  remember(source: string, conditions: string, finding: Finding): void {
    const noted = finding.ok ? { ...finding, media: finding.media.map(({ hash }) => hash) } : finding
    if (finding.ok) for (const media of finding.media) this.save(media)
    this.#database
      .prepare('INSERT OR REPLACE INTO judgements (source, conditions, judgement) VALUES (?, ?, ?)')
      .run(source, conditions, JSON.stringify(noted))
  }

  /** Forgets files that the store no longer has; bytes that came to one of them are judged anew. */
  forget(hashes: ReadonlySet<string>): void {
    const drop = this.#database.prepare(
      'DELETE FROM media WHERE hash = ? AND hash NOT IN (SELECT hash FROM assets WHERE hash IS NOT NULL)',
    )
    const dropNote = this.#database.prepare('DELETE FROM judgements WHERE source = ? AND conditions = ?')
    const notes = this.#database.prepare('SELECT * FROM judgements').all() as {
      readonly source: string
      readonly conditions: string
      readonly judgement: string
    }[]
    this.#database.transaction(() => {
      for (const hash of hashes) drop.run(hash)
      for (const { source, conditions, judgement } of notes) {
        const noted = JSON.parse(judgement) as Noted
        if (noted.ok && noted.media.some((hash) => hashes.has(hash))) dropNote.run(source, conditions)
      }
    })()
  }
}
