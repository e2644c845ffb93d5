/** What a file in the content folder is to Anteroom: ready, in work, or refused with a reason a person understands. */
import { z } from 'zod'
import type { MediaExtension } from './media-type.ts'
import { remark } from './remarks.ts'

export const assetKind = z.enum(['video', 'image', 'explainer', 'document'])
export type AssetKind = z.infer<typeof assetKind>

/** What only a person can answer about a file: until then it plays as its notices say. */
export const question = z.discriminatedUnion('code', [
  /** Whether it takes the place of the file `of`. */
  z.object({ code: z.literal('new-version'), of: z.string() }),
  z.object({ code: z.literal('plays-silently') }),
])
export type Question = z.infer<typeof question>

export const asset = z.object({
  id: z.string(),
  /** SHA-256 of the stored bytes, which is what plays, hex; absent until they are stored. */
  hash: z.string().optional(),
  /** SHA-256 of the dropped file that they were made of, hex. */
  source: z.string().optional(),
  /** The stored bytes are at `/media/` and this name. */
  media: z.string().optional(),
  /** Relative to the content folder, with `/`. */
  path: z.string(),
  kind: assetKind,
  state: z.enum(['ready', 'working', 'refused']),
  reason: remark.optional(),
  notices: z.array(remark),
  question: question.optional(),
  /** Share done, 0 to 1, while working. */
  progress: z.number().min(0).max(1).optional(),
  /** How long the work is still expected to take, milliseconds; absent when nobody knows. */
  remainingMs: z.int().nonnegative().optional(),
  /** When it got its reason, ISO 8601 UTC. */
  refusedAt: z.string().optional(),
  /** A small picture of it is at `/media/` and this name. */
  poster: z.string().optional(),
  /** How many pages a document has. */
  pages: z.int().positive().optional(),
  durationMs: z.int().positive().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  title: z.string().optional(),
  /** ISO 8601 UTC; absent when it is not on any screen's timeline. */
  nextPlay: z.string().optional(),
})
export type Asset = z.infer<typeof asset>

/** A ready asset's bytes in the store, and what was measured of them. */
export interface StoredMedia {
  readonly hash: string
  readonly kind: 'video' | 'image'
  readonly extension: MediaExtension
  readonly bytes: number
  readonly width: number
  readonly height: number
  /** Milliseconds; 0 for a picture. */
  readonly durationMs: number
  /** What brings its sound to the loudness of everything else, decibels; absent for silence. */
  readonly gainDb?: number
  /** A small picture of it, a file of the store: `<hash>.jpg`. */
  readonly poster?: string
}

/** A scene of a film that is not ready yet, as a picture; it stands as long as the scene. */
export interface SceneStill {
  readonly media: StoredMedia
  readonly durationMs: number
}

/** Files that are no content: hidden, temporary, the system's own, or Anteroom's. */
export function isIgnored(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    path.split('/').some((part) => part.startsWith('.')) ||
    name === '_status.html' ||
    /^(~\$|thumbs\.db$|desktop\.ini$)/i.test(name) ||
    /\.(part|partial|crdownload|download|tmp|temp|swp)$|~$/i.test(name) ||
    // Words about content, not content: brand, side notes, captions. Of `.md` only the text tells whether it is an explainer.
    /\.(ya?ml|vtt|srt|txt)$/i.test(name)
  )
}

/** Whether a file may be an explainer; its text decides. */
export const isMarkdown = (path: string): boolean => /\.md$/i.test(path)

/** Whether a file may be on a screen: what lies in a folder `_drafts` never plays. */
export const mayPlay = (path: string): boolean => !path.split('/').slice(0, -1).includes('_drafts')

/** `media/02-a-quiet_minute.mp4` → `a quiet minute`. */
export function titleOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const words = name
    .replace(/^\d+[\s._-]+/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
  return words === '' ? name : words
}

/** Names in the order people expect: `2` before `10`, capitals beside small letters; the same on every machine. */
export function compareNames(left: string, right: string): number {
  // Sign by sign but for numbers: `film.mp4` stands before `film2.mp4`, as on every desktop.
  const a = left.toLowerCase().match(/\d+|\D/g) ?? []
  const b = right.toLowerCase().match(/\d+|\D/g) ?? []
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [x = '', y = ''] = [a[at], b[at]]
    const numbers = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0
    if (numbers !== 0) return numbers
    if (x !== y) return x < y ? -1 : 1
  }
  return a.length - b.length || (left < right ? -1 : left > right ? 1 : 0)
}
