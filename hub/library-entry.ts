/** What is known of one file of the content folder, and how that is told. */
import { createHash } from 'node:crypto'
import { type Asset, type AssetKind, isMarkdown, type SceneStill, type StoredMedia, titleOf } from '../core/asset.ts'
import type { Remark } from '../core/remarks.ts'

/** How a file looked when it was judged: another size or time means that it has to be judged again. */
export interface Look {
  readonly size: number
  readonly modifiedMs: number
  /** Of 512 bytes on the disk; a placeholder has none. */
  readonly blocks?: number
}

/** A reason, and since when it holds: ISO 8601 UTC. */
export interface Refused extends Remark {
  readonly at?: string
}

/** What the TV plays of a file: one file of the store, or the pages of a document. */
export type Shown = ({ readonly media: StoredMedia } | { readonly pages: readonly StoredMedia[] }) & {
  readonly source: string
}

export interface Entry extends Look {
  /** The version that plays, be it an older one. */
  readonly media?: StoredMedia
  /** Of a film that is not ready yet; they are rendered anew, out of a cache, when the hub starts. */
  readonly stills?: readonly SceneStill[]
  /** SHA-256 of the dropped bytes that it was made of. */
  readonly source?: string
  /** The pages of a document. */
  readonly pages?: readonly StoredMedia[]
  readonly refused?: Refused
  readonly notices: readonly Remark[]
}

/** A file that somebody works on. */
export interface Work {
  readonly kind: AssetKind
  readonly progress: number
  readonly remainingMs?: number
}

/** @returns undefined when the path is neither known nor in work */
export function describeEntry(
  path: string,
  entry: Entry | undefined,
  work: Work | undefined,
  title: string | undefined,
): Asset | undefined {
  if (entry === undefined && work === undefined) return undefined
  const { media, pages } = entry ?? {}
  const still = media === undefined ? entry?.stills?.[0]?.media : undefined
  const poster = (media ?? pages?.[0] ?? still)?.poster ?? (still && `${still.hash}.${still.extension}`)
  const shownKind = pages === undefined ? media?.kind : 'document'
  const { at: refusedAt, ...reason } = entry?.refused ?? { code: '', message: '', remedy: '' }
  const isRefused = entry?.refused !== undefined && work === undefined
  return {
    id: assetIdOf(path),
    path,
    kind: isMarkdown(path) ? 'explainer' : (shownKind ?? work?.kind ?? 'document'),
    state: work !== undefined ? 'working' : isRefused ? 'refused' : 'ready',
    title: title ?? titleOf(path),
    notices: [...(entry?.notices ?? [])],
    ...(work === undefined ? {} : { progress: work.progress }),
    ...(work?.remainingMs === undefined ? {} : { remainingMs: work.remainingMs }),
    ...(isRefused ? { reason } : {}),
    ...(isRefused && refusedAt !== undefined ? { refusedAt } : {}),
    ...(media === undefined
      ? {}
      : { hash: media.hash, media: `${media.hash}.${media.extension}`, width: media.width, height: media.height }),
    ...(media === undefined || media.durationMs === 0 ? {} : { durationMs: media.durationMs }),
    ...(entry?.source === undefined ? {} : { source: entry.source }),
    ...(poster === undefined ? {} : { poster }),
    ...(pages === undefined ? {} : { pages: pages.length }),
  }
}

/** Stable per path, also after the database was lost. */
export const assetIdOf = (path: string): string => `a${createHash('sha256').update(path).digest('hex').slice(0, 15)}`
