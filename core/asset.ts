/** What a file in the content folder is to Anteroom: ready, in work, or refused with a reason a person understands. */
import { z } from 'zod'
import type { MediaExtension } from './media-type.ts'

export const assetKind = z.enum(['video', 'image', 'explainer', 'document'])
export type AssetKind = z.infer<typeof assetKind>

export const remark = z.object({ code: z.string(), message: z.string(), remedy: z.string() })
export type Remark = z.infer<typeof remark>

export const asset = z.object({
  id: z.string(),
  /** SHA-256 of the stored bytes, hex; absent until they are stored. */
  hash: z.string().optional(),
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
}

/** A scene of a film that is not ready yet, as a picture; it stands as long as the scene. */
export interface SceneStill {
  readonly media: StoredMedia
  readonly durationMs: number
}

/** Why a file is not on the TV, in the words of the person who dropped it. The manual lists the same codes. */
export const refusals = {
  empty: {
    message: 'The file is empty.',
    remedy: 'Copy it again. If it is still being copied, wait: it is looked at again when it changes.',
  },
  unreadable: {
    message: 'The file cannot be opened.',
    remedy: 'Check that it is not locked by another program and that everybody may read it.',
  },
  'not-media': {
    message: 'The file is neither a video nor a picture, whatever its name says.',
    remedy: 'Put in an MP4 video or a JPEG, PNG or WebP picture.',
  },
  damaged: {
    message: 'The file is damaged or was copied only in part.',
    remedy: 'If it is still being copied, wait: it is looked at again when it changes. Otherwise copy it again.',
  },
  'needs-conversion': {
    message: 'The TV cannot play this kind of video or picture as it is.',
    remedy: 'Save it again as an MP4 for the web in Full HD, or the picture as JPEG, and put that in.',
  },
  'too-large': {
    message: 'The picture has more points than a TV can show by far.',
    remedy: 'Save it with at most 8,000 points on the longer side.',
  },
  'no-space': {
    message: 'The disk of this computer is nearly full.',
    remedy: 'Free some space; the file is then taken in by itself.',
  },
  'broken-text': {
    message: 'The explainer cannot be understood.',
    remedy: 'Mend what is named here and save the file; the film is then made by itself.',
  },
  'scene-too-long': {
    message: 'A scene has more words than can be read from the last seat.',
    remedy: 'Shorten it, or divide it with another line "## Heading".',
  },
  'no-browser': {
    message: 'Films cannot be made on this computer: it has no browser for them.',
    remedy:
      'Run "sudo apt-get install chromium-headless-shell", or name a Chromium in ANTEROOM_BROWSER; the film is then made by itself.',
  },
  'film-failed': {
    message: 'The film could not be made.',
    remedy:
      'Save the file once more to try again. If that does not help, ask whoever looks after this computer to run the doctor.',
  },
  'check-failed': {
    message: 'The file could not be checked.',
    remedy: 'Copy it again. If that does not help, ask whoever looks after this computer to run the doctor.',
  },
} as const satisfies Record<string, Omit<Remark, 'code'>>
export type RefusalCode = keyof typeof refusals

export const notices = {
  'name-mismatch': {
    message: 'The name says another type than the file is. It plays all the same.',
    remedy: 'Nothing to do; rename it if you like.',
  },
  'previous-plays': {
    message: 'The version before it goes on playing.',
    remedy: 'Nothing to do; a good file of this name takes its place.',
  },
  'stills-play': {
    message: 'Until the film is ready, its scenes play as pictures.',
    remedy: 'Nothing to do; the film takes their place.',
  },
  'plays-silently': {
    message: 'The film has sound. It plays silently.',
    remedy: 'Nothing to do.',
  },
} as const satisfies Record<string, Omit<Remark, 'code'>>
export type NoticeCode = keyof typeof notices

export const refusal = (code: RefusalCode): Remark => ({ code, ...refusals[code] })
export const notice = (code: NoticeCode): Remark => ({ code, ...notices[code] })

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
