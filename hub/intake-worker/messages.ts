/** What the hub and an intake worker tell each other: one task at a time, answered once, with progress in between. */
import type { Profile } from '../../core/kiosk-profile.ts'
import type { MediaExtension } from '../../core/media-type.ts'
import type { NoticeCode, RefusalCode } from '../../core/remarks.ts'

export type { Profile }

export type Task = Receiving | Judging

/** Copies a file in and hashes it on the way: from then on nobody else can change it. */
export interface Receiving {
  readonly kind: 'receive'
  /** The watched folder: nothing behind a link in it is taken in. */
  readonly folder: string
  /** Its path there. */
  readonly relative: string
  readonly copy: string
}

/** Judges a received copy: its type, whether every bit decodes, and what the TV plays of it. */
export interface Judging {
  readonly kind: 'judge'
  readonly copy: string
  /** What it was called in the content folder: only to remark that the name says another type. */
  readonly name: string
  /** An empty folder of this task's own: everything it makes lies there. */
  readonly folder: string
  readonly profile: Profile
  readonly acceptsFlashes: boolean
  /** A picture becomes no larger than that; left out, as large as the screen. */
  readonly longestSide?: number
  /** A film made here, decoded from end to end behind everybody else, as it was made: nobody stands beside it. */
  readonly stepsBack?: boolean
}

/** A file made for the store, durable on disk, in the task's folder. */
export interface MadeFile {
  readonly file: string
  /** SHA-256 of its bytes, hex. */
  readonly hash: string
  readonly bytes: number
  readonly extension: MediaExtension
  readonly kind: 'video' | 'image'
  readonly width: number
  readonly height: number
  /** Milliseconds; 0 for a picture. */
  readonly durationMs: number
  /** What brings its sound to the loudness of everything else, decibels; absent for silence. */
  readonly gainDb?: number
  /** A small JPEG of it, at most 480 points wide. */
  readonly poster: { readonly file: string; readonly hash: string }
}

export type Judgement =
  | {
      readonly ok: true
      /** `document` when it has pages; each is a picture. */
      readonly kind: 'video' | 'image' | 'document'
      /** One file, or one for each page. */
      readonly made: readonly MadeFile[]
      readonly notices: readonly NoticeCode[]
      /** Every ending that says what the file is; the notice `name-mismatch` goes by them. */
      readonly endings?: readonly string[]
    }
  | { readonly ok: false; readonly code: RefusalCode }

export interface Received {
  readonly hash: string
  readonly bytes: number
}

/** From the hub to the worker. `id` counts up. */
export interface Order {
  readonly id: number
  readonly task: Task
}

/** From the worker to the hub. */
export type Report =
  /** `share` 0 to 1 of this task; `remainingMs` when it can be foreseen. Sent at least every two seconds: silence means stuck. */
  | { readonly id: number; readonly kind: 'progress'; readonly share: number; readonly remainingMs?: number }
  | { readonly id: number; readonly kind: 'done'; readonly result: Judgement | Received }
  /** The task itself failed, which says nothing about the file; `code` is the system's, like `ENOSPC`. */
  | { readonly id: number; readonly kind: 'failed'; readonly code?: string; readonly message: string }
