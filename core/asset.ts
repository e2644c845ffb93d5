/** What a file in the content folder is to Anteroom: ready, in work, or refused with a reason a person understands. */
import { z } from 'zod'
import { approval } from './approval.ts'
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
  /** A small picture of it is at `/media/` and this name; of a film that plays as pictures, the first one. */
  poster: z.string().optional(),
  /** How many pages a document has. */
  pages: z.int().positive().optional(),
  durationMs: z.int().positive().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  title: z.string().optional(),
  /** Who has checked what it says, and when; absent when nobody has, or its words or pictures have changed since. */
  approval: approval.optional(),
  /** It begins before this instant only, ISO 8601 UTC; absent when it has no end. */
  validUntil: z.string().optional(),
  /** It is the consent of a person that ends then. */
  endsByConsent: z.literal(true).optional(),
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

/** Whether a file may be on a screen: what lies in a folder whose name begins with `_`, such as `_drafts`, never plays. */
export const mayPlay = (path: string): boolean => !/(?:^|\/)_[^/]*\//.test(path)

/** `media/02-a-quiet_minute.mp4` → `a quiet minute`. */
export function titleOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const words = name
    .replace(/^\d+[\s._-]+/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
  return words === '' ? name : words
}

/**
 * Names in the order people expect: `2` before `10`, capitals beside small letters; the same on every machine.
 * Sign by sign but for numbers: `film.mp4` stands before `film2.mp4`, as on every desktop.
 */
export function compareNames(left: string, right: string): number {
  const differs = compareSigns(left, right) ?? compareSigns(left.toLowerCase(), right.toLowerCase(), true)
  return differs || (left < right ? -1 : left > right ? 1 : 0)
}

/**
 * Ten thousand names are sorted when a file comes: as a rule nothing is copied on the way.
 *
 * @returns undefined when small letters have to be made of signs beyond ASCII first
 */
function compareSigns(left: string, right: string, isLowerCase = false): number | undefined {
  let at = 0
  // Neighbours begin alike; a number that has begun is compared as a whole.
  for (; at < left.length && left.charCodeAt(at) === right.charCodeAt(at); at += 1) {
    if (!isLowerCase && left.charCodeAt(at) > 0x7f) return undefined
  }
  while (isDigit(left.charCodeAt(at - 1))) at -= 1
  let to = at
  while (at < left.length && to < right.length) {
    const x = left.charCodeAt(at)
    const y = right.charCodeAt(to)
    if (!isLowerCase && (x > 0x7f || y > 0x7f)) return undefined
    if (isDigit(x) && isDigit(y)) {
      const from = at
      const since = to
      while (isDigit(left.charCodeAt(at))) at += 1
      while (isDigit(right.charCodeAt(to))) to += 1
      const differs = compareNumbers(left.slice(from, at), right.slice(since, to))
      if (differs !== 0) return differs
    } else {
      if (x !== y && smallLetter(x) !== smallLetter(y)) return smallLetter(x) - smallLetter(y)
      at += 1
      to += 1
    }
  }
  return left.length - at - (right.length - to)
}

const compareNumbers = (one: string, other: string): number =>
  one === other ? 0 : Number(one) - Number(other) || (one < other ? -1 : 1)
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const smallLetter = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code)
