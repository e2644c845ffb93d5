/** What a file in the content folder is to Anteroom: ready, in work, or refused with a reason a person understands. */
import { z } from 'zod'
import type { MediaExtension } from './media-type.ts'
import { remark } from './remarks.ts'

export const assetKind = z.enum(['video', 'image', 'explainer', 'document'])
export type AssetKind = z.infer<typeof assetKind>

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

/** Folders that systems, shares and synchronising programs keep for themselves. */
const systemFolder =
  /^(@eaDir|@Recycle|@Recently-Snapshot|#recycle|#snapshot|\$RECYCLE\.BIN|RECYCLER|System Volume Information|lost\+found|Network Trash Folder|Temporary Items)$/i

/** Files that are no content: hidden, temporary, the system's own, or Anteroom's. */
export function isIgnored(path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  return (
    // Hidden, but for what iCloud leaves where a file was: people see that one, and ask.
    parts.some((part, at) => part.startsWith('.') && !(at === parts.length - 1 && /^\..+\.icloud$/i.test(part))) ||
    parts.some((part) => systemFolder.test(part)) ||
    name === '_status.html' ||
    /^(~\$|~syncthing~|~wrl\d|thumbs\.db$|ehthumbs\w*\.db$|desktop\.ini$|icon\r$)/i.test(name) ||
    /\.(part|partial|filepart|crdownload|opdownload|download|tmp|temp|swp|kate-swp)$|~$/i.test(name) ||
    // What Windows notes beside a file from elsewhere, on shares that cannot hide it.
    /:zone\.identifier$/i.test(name) ||
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
  const a = left.toLowerCase()
  const b = right.toLowerCase()
  let [at, to] = [0, 0]
  while (at < a.length && to < b.length) {
    const [x, y] = [endOfNumber(a, at), endOfNumber(b, to)]
    if (x > at && y > to) {
      const [one, other] = [a.slice(at, x), b.slice(to, y)]
      const difference = Number(one) - Number(other)
      if (difference !== 0) return difference
      if (one !== other) return one < other ? -1 : 1
      at = x
      to = y
      continue
    }
    const difference = a.charCodeAt(at) - b.charCodeAt(to)
    if (difference !== 0) return difference
    at += 1
    to += 1
  }
  return a.length - at - (b.length - to) || (left < right ? -1 : left > right ? 1 : 0)
}

/** Where the digits end that begin at `from`; `from` itself when there is none. */
function endOfNumber(text: string, from: number): number {
  let end = from
  // Ten thousand names are sorted whenever a file comes: no regular expression, no array.
  while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1
  return end
}
