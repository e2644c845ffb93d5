/** A dropped file's way to an asset: settle, receive, check, store; or a reason why not. */
import path from 'node:path'
import { type AssetKind, isMarkdown } from '../core/asset.ts'
import { isUnreadable } from '../core/file-name.ts'
import { notice, type RefusalCode, refusal } from '../core/remarks.ts'
import { codeOf, reasonOf } from './fault.ts'
import { FileJudge, type FileJudgeParts, lookAt, type Outcome, verdictByLook, worthAnotherLook } from './file-judge.ts'
import { type Progress, TaskFault } from './intake-crew.ts'
import type { Library } from './library.ts'
import type { Look } from './library-entry.ts'

// Samba shows a file at its full size while 1 % of it has arrived: size alone proves nothing (chokidar #471),
// so a file must lie still this long, and is taken in again when it changes afterwards.
const quietMs = 2_000
/** How many files are in work at the same time. */
export const mostAtOnce = 2
const mostTries = 3
/** One that says nothing costs a minute each time. */
const mostSilentTries = 2
/** What could not be checked so often by itself waits for somebody. */
const mostRounds = 3
/** What is larger may be in work for an hour: one place is kept free of it, for pictures and whatever else is done at once. */
const largeBytes = 30_000_000

interface Parts extends FileJudgeParts {
  readonly library: Library
}

export class Intake {
  readonly #parts: Parts
  readonly #judge: FileJudge
  readonly #settling = new Map<string, NodeJS.Timeout>()
  /** In the order they came, with their bytes. */
  readonly #waiting = new Map<string, number>()
  readonly #running = new Map<string, { readonly controller: AbortController; readonly isLarge: boolean }>()
  /** How often a file could not be checked. */
  readonly #rounds = new Map<string, number>()
  readonly #idle = new Set<() => void>()
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#judge = new FileJudge(parts)
  }

  /** Says that a file is there or has changed; looked at when it has lain still. */
  async notice(relative: string): Promise<void> {
    if (isUnreadable(relative)) return this.#refuse(relative, { size: 0, modifiedMs: 0 }, 'odd-name')
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
    this.#rounds.delete(relative)
    this.#parts.library.remove(relative)
  }

  /** Judges a file anew although it has not changed: somebody has accepted something about it, or no longer does. */
  async reconsider(relative: string): Promise<void> {
    this.#stop(relative)
    this.#rounds.delete(relative)
    const look = await this.#lookAt(relative)
    if (look === undefined || this.#isClosed) return
    this.#parts.library.work(relative, kindByName(relative), 0)
    this.#waiting.set(relative, look.size)
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
      if (reason === 'check-failed' && (this.#rounds.get(relative) ?? 0) >= mostRounds) continue
      if (worthAnotherLook.has(reason) && !isInWork) void this.notice(relative)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#settling.values()) clearTimeout(timer)
    this.#settling.clear()
    this.#waiting.clear()
    for (const { controller } of this.#running.values()) controller.abort()
    if (this.#running.size > 0) await new Promise<void>((resolve) => this.#idle.add(resolve))
  }

  #stop(relative: string): void {
    clearTimeout(this.#settling.get(relative))
    this.#settling.delete(relative)
    this.#waiting.delete(relative)
    this.#running.get(relative)?.controller.abort()
  }

  async #settle(relative: string, before: Look): Promise<void> {
    this.#settling.delete(relative)
    const now = await this.#lookAt(relative)
    if (this.#isClosed) return
    if (now === undefined) return this.#parts.library.drop(relative)
    if (now.size !== before.size || now.modifiedMs !== before.modifiedMs) return this.notice(relative)
    // What is plain to see needs no place in the queue.
    const code = verdictByLook(relative, now)
    if (code !== undefined) return this.#refuse(relative, now, code)
    this.#waiting.set(relative, now.size)
    this.#next()
  }

  #next(): void {
    for (const [relative, bytes] of this.#waiting) {
      if (this.#running.size >= mostAtOnce || this.#isClosed) break
      const isLarge = bytes > largeBytes
      const larges = [...this.#running.values()].filter((one) => one.isLarge).length
      if (this.#running.has(relative) || (isLarge && larges >= mostAtOnce - 1)) continue
      this.#waiting.delete(relative)
      const controller = new AbortController()
      this.#running.set(relative, { controller, isLarge })
      void this.#take(relative, controller.signal).finally(() => {
        this.#running.delete(relative)
        if (this.#running.size === 0) for (const resolve of this.#idle) resolve()
        this.#next()
      })
    }
  }

  async #take(relative: string, signal: AbortSignal): Promise<void> {
    for (let tries = 1, silences = 0; !signal.aborted; tries += 1) {
      const look = await this.#lookAt(relative)
      if (look === undefined) return this.#parts.library.drop(relative)
      try {
        const outcome = await this.#judge.judge(relative, look, this.#progressOf(relative, signal), signal)
        // What has changed or gone meanwhile is none of this verdict's business.
        if (signal.aborted) return
        this.#rounds.delete(relative)
        this.#note(relative, look, outcome)
        return
      } catch (cause) {
        if (signal.aborted) return
        const code = cause instanceof TaskFault ? cause.code : codeOf(cause)
        if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return this.#refuse(relative, look, 'unreadable')
        // A link has taken the place of a folder: what lies behind is no content.
        if (code === 'ENOENT' || code === 'ELOOP') return this.#parts.library.drop(relative)
        if (code === 'ENOSPC') return this.#refuse(relative, look, 'no-space')
        if (cause instanceof TaskFault && cause.wasSilent) silences += 1
        if (tries < mostTries && silences < mostSilentTries) continue
        console.error(`${relative}: the check failed ${tries} times: ${reasonOf(cause)}.`)
        this.#rounds.set(relative, (this.#rounds.get(relative) ?? 0) + 1)
        return this.#refuse(relative, look, 'check-failed')
      }
    }
  }

  #progressOf(relative: string, signal: AbortSignal) {
    const kind = kindByName(relative)
    return ({ share, remainingMs }: Progress): void => {
      if (!signal.aborted) this.#parts.library.work(relative, kind, share, remainingMs)
    }
  }

  #note(relative: string, look: Look, outcome: Outcome): void {
    const { library } = this.#parts
    switch (outcome.kind) {
      case 'changed':
        void this.notice(relative)
        break
      case 'good':
        library.accept(relative, look, outcome.shown, outcome.remarks)
        break
      case 'refused':
        if (outcome.source !== undefined) library.withdraw(relative, outcome.source)
        this.#refuse(relative, look, outcome.code)
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
    return lookAt(path.join(this.#parts.folder, relative))
  }
}

/** A guess until somebody has looked into it; what the name does not tell is shown as a file like any other. */
function kindByName(relative: string): AssetKind {
  if (/\.(jpe?g|png|webp|gif|hei[cf]|avif|tiff?|bmp|svg)$/i.test(relative)) return 'image'
  return /\.(mp4|m4v|mov|webm|mkv|avi|wmv|mpe?g|m?ts|m2ts|3gp|flv|ogv)$/i.test(relative) ? 'video' : 'document'
}
