/** What becomes of one file that lies still: copied in, judged by a worker or recalled, and kept; or a reason why not. */
import { randomUUID } from 'node:crypto'
import { lstat, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { nameVerdict } from '../core/file-name.ts'
import { type NoticeCode, notice, type RefusalCode, type Remark } from '../core/remarks.ts'
import type { IntakeCrew, Progress } from './intake-crew.ts'
import type { Profile } from './intake-worker/messages.ts'
import { namesType } from './intake-worker/sniff.ts'
import { keepMade } from './keep-made.ts'
import type { Look, Shown } from './library-entry.ts'
import type { Finding, MediaBook } from './media-book.ts'
import type { Store } from './store.ts'

/** Copying is the smaller part of the work. */
const copyShare = 0.1
const lookAtDiskEveryMs = 2_000
/** Raised when the rules change by which files are judged: what was found before is then found anew. */
const rules = 1
/** Reasons that lie in the surroundings, not in the file. */
export const worthAnotherLook: ReadonlySet<string> = new Set<RefusalCode>([
  'unreadable',
  'no-space',
  'check-failed',
  'missing-program',
  'online-only',
])

export type Outcome =
  | { readonly kind: 'good'; readonly shown: Shown; readonly remarks: readonly Remark[] }
  /** `source`: the SHA-256 of the refused bytes, when they were what was looked at. */
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly source?: string }
  /** It is another file by now. */
  | { readonly kind: 'changed' }

export interface FileJudgeParts {
  /** The watched folder. */
  readonly folder: string
  readonly store: Store
  readonly book: MediaBook
  readonly crew: IntakeCrew
  readonly profile: Profile
  /** Whether somebody has accepted that this file flashes. */
  readonly acceptsFlashes: (relative: string) => boolean
}

interface Search {
  readonly name: string
  readonly copy: string
  /** An empty folder for what is made of it. */
  readonly made: string
  readonly acceptsFlashes: boolean
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

type Told = (progress: Progress) => void

export class FileJudge {
  readonly #parts: FileJudgeParts

  constructor(parts: FileJudgeParts) {
    this.#parts = parts
  }

  /** @throws TaskFault when judging itself failed; the reason of `signal` when it was aborted */
  async judge(relative: string, look: Look, told: Told, signal: AbortSignal): Promise<Outcome> {
    const { folder, store, crew } = this.#parts
    const plain = verdictByLook(relative, look)
    if (plain !== undefined) return { kind: 'refused', code: plain }
    if (!(await store.hasRoomFor(look.size))) return { kind: 'refused', code: 'no-space' }
    const desk = path.join(store.incoming, randomUUID())
    const [copy, made] = [path.join(desk, 'copy'), path.join(desk, 'made')]
    await mkdir(made, { recursive: true })
    try {
      const file = path.join(folder, relative)
      const { hash } = await crew.receive({ folder, relative, copy }, between(told, 0, copyShare), signal)
      const after = await lookAt(file)
      if (after?.size !== look.size || after.modifiedMs !== look.modifiedMs) return { kind: 'changed' }
      const acceptsFlashes = this.#parts.acceptsFlashes(relative)
      const name = path.posix.basename(relative)
      const onProgress = between(told, copyShare, 1)
      const finding = await this.#finding(hash, { name, copy, made, acceptsFlashes, signal, onProgress })
      if (finding === undefined) return { kind: 'refused', code: 'no-space' }
      if (!finding.ok) return { kind: 'refused', code: finding.code, source: hash }
      const [first] = finding.media
      const shown = finding.kind === 'document' || first === undefined ? { pages: finding.media } : { media: first }
      return { kind: 'good', shown: { ...shown, source: hash }, remarks: namedAs(name, finding).map(notice) }
    } finally {
      await rm(desk, { recursive: true, force: true })
    }
  }

  /** The same bytes cost once, whatever they are called. */
  async #finding(hash: string, search: Search): Promise<Finding | undefined> {
    const { book, store, profile } = this.#parts
    const conditions = `${rules} ${profile}${search.acceptsFlashes ? ' flashes-accepted' : ''}`
    const known = book.recall(hash, conditions)
    if (known !== undefined && (!known.ok || (await store.renew(known.media)))) return known
    const finding = await this.#find(search)
    const holds = finding !== undefined && (finding.ok || !worthAnotherLook.has(finding.code))
    if (holds) book.remember(hash, conditions, finding)
    return finding
  }

  /** @returns undefined when the disk would be too full */
  async #find({ name, copy, made, acceptsFlashes, signal, onProgress }: Search): Promise<Finding | undefined> {
    const { store, crew, profile } = this.#parts
    const enough = new AbortController()
    const watch = setInterval(() => {
      void store.hasRoomFor(0).then(
        (hasRoom) => hasRoom || enough.abort(),
        () => {},
      )
    }, lookAtDiskEveryMs)
    try {
      const either = AbortSignal.any([signal, enough.signal])
      const task = { kind: 'judge', copy, name, folder: made, profile, acceptsFlashes } as const
      const judgement = await crew.judge(task, onProgress, either)
      if (!judgement.ok) return judgement
      const media = await Promise.all(judgement.made.map((file) => keepMade(store, file)))
      const { kind, notices, endings = [] } = judgement
      return { ok: true, kind, media, notices, endings }
    } catch (cause) {
      if (enough.signal.aborted && !signal.aborted) return undefined
      throw cause
    } finally {
      clearInterval(watch)
    }
  }
}

/** What can be said of a file without opening it. */
export const verdictByLook = (relative: string, look: Look): RefusalCode | undefined =>
  nameVerdict(relative, look) ?? (look.size === 0 ? 'empty' : undefined)

/** Only ordinary files: no links out of the folder, no pipes that never end. */
export async function lookAt(file: string): Promise<Look | undefined> {
  const info = await lstat(file).catch(() => undefined)
  if (!info?.isFile()) return undefined
  return { size: info.size, modifiedMs: Math.trunc(info.mtimeMs), blocks: info.blocks }
}

/** Spreads the share of one task over its part of the whole way of a file. */
const between =
  (told: Told, from: number, to: number): Told =>
  ({ share, remainingMs }) =>
    told({ share: from + share * (to - from), ...(remainingMs === undefined ? {} : { remainingMs }) })

/** The same bytes may lie there under a name that says what they are, and under one that does not. */
const namedAs = (name: string, { notices, endings }: Extract<Finding, { ok: true }>): readonly NoticeCode[] => [
  ...(namesType(name, endings) ? [] : (['name-mismatch'] as const)),
  ...notices.filter((code) => code !== 'name-mismatch'),
]
