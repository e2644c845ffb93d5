/** A dropped file's way to an asset: settle, receive, check, store; or a reason why not. */
import { randomUUID } from 'node:crypto'
import { lstat, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { type NoticeCode, notice, type RefusalCode, refusal } from '../core/remarks.ts'
import { codeOf, reasonOf } from './fault.ts'
import { type IntakeCrew, type Progress, TaskFault } from './intake-crew.ts'
import type { Profile } from './intake-worker/messages.ts'
import { namesType } from './intake-worker/sniff.ts'
import { keepMade } from './keep-made.ts'
import type { Library, Look } from './library.ts'
import type { Finding, MediaBook } from './media-book.ts'
import type { Store } from './store.ts'

// Samba shows a file at its full size while 1 % of it has arrived: size alone proves nothing (chokidar #471),
// so a file must lie still this long, and is taken in again when it changes afterwards.
const quietMs = 2_000
/** How many files are in work at the same time. */
export const mostAtOnce = 2
const mostTries = 3
/** Copying is the smaller part of the work. */
const copyShare = 0.1
const lookAtDiskEveryMs = 2_000
/** Raised when the rules change by which files are judged: what was found before is then found anew. */
const rules = 1
/** Reasons that lie in the surroundings, not in the file. */
const worthAnotherLook: ReadonlySet<string> = new Set<RefusalCode>([
  'unreadable',
  'no-space',
  'check-failed',
  'missing-program',
  'online-only',
])

interface Parts {
  /** The watched folder. */
  readonly folder: string
  readonly store: Store
  readonly library: Library
  readonly book: MediaBook
  readonly crew: IntakeCrew
  readonly profile: Profile
  /** Whether somebody has accepted that this file flashes. */
  readonly acceptsFlashes: (relative: string) => boolean
}

interface Search {
  readonly relative: string
  readonly copy: string
  /** An empty folder for what is made of it. */
  readonly made: string
  readonly acceptsFlashes: boolean
  readonly signal: AbortSignal
  readonly told: (from: number, to: number) => (progress: Progress) => void
}

export class Intake {
  readonly #parts: Parts
  readonly #settling = new Map<string, NodeJS.Timeout>()
  readonly #waiting = new Set<string>()
  readonly #running = new Map<string, AbortController>()
  readonly #idle = new Set<() => void>()
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Says that a file is there or has changed; looked at when it has lain still. */
  async notice(relative: string): Promise<void> {
    const look = await this.#lookAt(relative)
    const isJudged = look !== undefined && (await this.#isJudged(relative, look))
    if (this.#isClosed) return
    this.#stop(relative)
    // It went away again, or it is once more what it was: then the work begun on another version is over.
    if (look === undefined || isJudged) return this.#parts.library.drop(relative)
    this.#parts.library.work(relative, kindByName(relative), 0)
    this.#settling.set(
      relative,
      setTimeout(() => void this.#settle(relative, look), quietMs),
    )
  }

  /** Says that a file is gone. */
  forget(relative: string): void {
    this.#stop(relative)
    this.#parts.library.remove(relative)
  }

  /** Judges a file anew although it has not changed: somebody has accepted something about it, or no longer does. */
  async reconsider(relative: string): Promise<void> {
    this.#stop(relative)
    const look = await this.#lookAt(relative)
    if (look === undefined || this.#isClosed) return
    this.#parts.library.work(relative, kindByName(relative), 0)
    this.#waiting.add(relative)
    this.#next()
  }

  /** The displays have changed: everything is made for them anew, and shown as it was until then. */
  reconsiderAll(): void {
    for (const relative of this.#parts.library.paths()) if (!isMarkdown(relative)) void this.reconsider(relative)
  }

  /** A file of the store was lost: whatever showed it is taken in again, from the folder. */
  makeAnew(file: string): void {
    for (const relative of this.#parts.library.paths()) {
      const { media, pages = [] } = this.#parts.library.entryAt(relative) ?? {}
      const shown = media === undefined ? pages : [media]
      const isLost = shown.some(({ hash, extension, poster }) => file === `${hash}.${extension}` || file === poster)
      if (isLost && !isMarkdown(relative)) void this.notice(relative)
    }
  }

  /** Looks again at files whose trouble lay in the surroundings: a full disk, a lock, a missing program. */
  lookAgain(): void {
    for (const relative of this.#parts.library.paths()) {
      const reason = this.#parts.library.entryAt(relative)?.refused?.code
      const isInWork = this.#settling.has(relative) || this.#waiting.has(relative) || this.#running.has(relative)
      if (reason === undefined || isMarkdown(relative)) continue
      if (worthAnotherLook.has(reason) && !isInWork) void this.notice(relative)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#settling.values()) clearTimeout(timer)
    this.#settling.clear()
    this.#waiting.clear()
    for (const controller of this.#running.values()) controller.abort()
    if (this.#running.size > 0) await new Promise<void>((resolve) => this.#idle.add(resolve))
  }

  #stop(relative: string): void {
    clearTimeout(this.#settling.get(relative))
    this.#settling.delete(relative)
    this.#waiting.delete(relative)
    this.#running.get(relative)?.abort()
  }

  async #settle(relative: string, before: Look): Promise<void> {
    this.#settling.delete(relative)
    const now = await this.#lookAt(relative)
    if (this.#isClosed) return
    if (now === undefined) return this.#parts.library.drop(relative)
    if (now.size !== before.size || now.modifiedMs !== before.modifiedMs) return this.notice(relative)
    this.#waiting.add(relative)
    this.#next()
  }

  #next(): void {
    for (const relative of this.#waiting) {
      if (this.#running.size >= mostAtOnce || this.#isClosed) break
      if (this.#running.has(relative)) continue
      this.#waiting.delete(relative)
      const controller = new AbortController()
      this.#running.set(relative, controller)
      void this.#take(relative, controller.signal).finally(() => {
        this.#running.delete(relative)
        if (this.#running.size === 0) for (const resolve of this.#idle) resolve()
        this.#next()
      })
    }
  }

  async #take(relative: string, signal: AbortSignal): Promise<void> {
    for (let tries = 1; !signal.aborted; tries += 1) {
      const look = await this.#lookAt(relative)
      if (look === undefined) return this.#parts.library.drop(relative)
      try {
        const note = await this.#judge(relative, look, signal)
        // What has changed or gone meanwhile is none of this verdict's business.
        if (!signal.aborted) note()
        return
      } catch (cause) {
        if (signal.aborted) return
        const code = cause instanceof TaskFault ? cause.code : codeOf(cause)
        if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return this.#refuse(relative, look, 'unreadable')
        if (code === 'ENOENT') return this.#parts.library.drop(relative)
        if (code === 'ENOSPC') return this.#refuse(relative, look, 'no-space')
        if (tries < mostTries) continue
        console.error(`${relative}: the check failed ${mostTries} times: ${reasonOf(cause)}.`)
        return this.#refuse(relative, look, 'check-failed')
      }
    }
  }

  /** @returns what to tell the library: the verdict, or that the file has to be looked at again */
  async #judge(relative: string, look: Look, signal: AbortSignal): Promise<() => void> {
    const { folder, store, crew, book, library } = this.#parts
    const refuse = (code: RefusalCode) => () => this.#refuse(relative, look, code)
    if (look.size === 0) return refuse('empty')
    if (!(await store.hasRoomFor(look.size))) return refuse('no-space')
    const desk = path.join(store.incoming, randomUUID())
    await mkdir(path.join(desk, 'made'), { recursive: true })
    try {
      const told = this.#progressOf(relative, signal)
      const copy = path.join(desk, 'copy')
      const { hash } = await crew.receive(path.join(folder, relative), copy, told(0, copyShare), signal)
      const after = await this.#lookAt(relative)
      if (after?.size !== look.size || after.modifiedMs !== look.modifiedMs) return () => void this.notice(relative)
      const acceptsFlashes = this.#parts.acceptsFlashes(relative)
      const conditions = `${rules} ${this.#parts.profile}${acceptsFlashes ? ' flashes-accepted' : ''}`
      const known = book.recall(hash, conditions)
      const isWhole = known?.ok !== true || (await store.renew(known.media))
      const finding =
        known !== undefined && isWhole
          ? known
          : await this.#find({ relative, copy, made: path.join(desk, 'made'), acceptsFlashes, signal, told })
      if (finding === undefined) return refuse('no-space')
      if (known !== finding && !(!finding.ok && worthAnotherLook.has(finding.code))) {
        book.remember(hash, conditions, finding)
      }
      if (!finding.ok) {
        const { code } = finding
        return () => {
          library.withdraw(relative, hash)
          this.#refuse(relative, look, code)
        }
      }
      const [first] = finding.media
      const remarks = namedAs(path.posix.basename(relative), finding).map(notice)
      const shown = finding.kind === 'document' || first === undefined ? { pages: finding.media } : { media: first }
      return () => library.accept(relative, look, { ...shown, source: hash }, remarks)
    } finally {
      await rm(desk, { recursive: true, force: true })
    }
  }

  /** @returns undefined when the disk would be too full */
  async #find({ relative, copy, made, acceptsFlashes, signal, told }: Search): Promise<Finding | undefined> {
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
      const judgement = await crew.judge(
        { kind: 'judge', copy, name: path.posix.basename(relative), folder: made, profile, acceptsFlashes },
        told(copyShare, 1),
        either,
      )
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

  /** Spreads the share of each task over the whole way of a file. */
  #progressOf(relative: string, signal: AbortSignal) {
    const kind = kindByName(relative)
    return (from: number, to: number) =>
      ({ share, remainingMs }: Progress): void => {
        if (!signal.aborted) this.#parts.library.work(relative, kind, from + share * (to - from), remainingMs)
      }
  }

  #refuse(relative: string, look: Look, code: RefusalCode): void {
    const { media, pages } = this.#parts.library.entryAt(relative) ?? {}
    const goesOn = media === undefined && pages === undefined ? [] : [notice('previous-plays')]
    this.#parts.library.refuse(relative, look, refusal(code), goesOn)
  }

  /** Whether the library's verdict still holds for a file that looks like this. */
  async #isJudged(relative: string, look: Look): Promise<boolean> {
    const entry = this.#parts.library.entryAt(relative)
    if (entry?.size !== look.size || entry.modifiedMs !== look.modifiedMs) return false
    if (entry.refused !== undefined) return !worthAnotherLook.has(entry.refused.code)
    const shown = entry.media === undefined ? (entry.pages ?? []) : [entry.media]
    return shown.length > 0 && this.#parts.store.hasAll(shown)
  }

  /** Only ordinary files: no links out of the folder, no pipes that never end. */
  async #lookAt(relative: string): Promise<Look | undefined> {
    const info = await lstat(path.join(this.#parts.folder, relative)).catch(() => undefined)
    return info?.isFile() ? { size: info.size, modifiedMs: Math.trunc(info.mtimeMs) } : undefined
  }
}

/** The same bytes may lie there under a name that says what they are, and under one that does not. */
const namedAs = (name: string, { notices, endings }: Extract<Finding, { ok: true }>): readonly NoticeCode[] => [
  ...(namesType(name, endings) ? [] : (['name-mismatch'] as const)),
  ...notices.filter((code) => code !== 'name-mismatch'),
]

const kindByName = (relative: string) =>
  /\.(jpe?g|png|webp|gif|heic|avif|tiff?|bmp|svg)$/i.test(relative) ? 'image' : 'video'
