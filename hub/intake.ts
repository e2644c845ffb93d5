/** A dropped file's way to an asset: settle, receive, check, store; or a reason why not. */
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { notice, type RefusalCode, refusal } from '../core/remarks.ts'
import { codeOf, reasonOf } from './fault.ts'
import { FileJudge, type FileJudgeParts, lookAt, type Outcome, worthAnotherLook } from './file-judge.ts'
import { type Progress, TaskFault } from './intake-crew.ts'
import type { Library } from './library.ts'
import type { Look } from './library-entry.ts'

// Samba shows a file at its full size while 1 % of it has arrived: size alone proves nothing (chokidar #471),
// so a file must lie still this long, and is taken in again when it changes afterwards.
const quietMs = 2_000
/** How many files are in work at the same time. */
export const mostAtOnce = 2
const mostTries = 3
interface Parts extends FileJudgeParts {
  readonly library: Library
}

export class Intake {
  readonly #parts: Parts
  readonly #judge: FileJudge
  readonly #settling = new Map<string, NodeJS.Timeout>()
  readonly #waiting = new Set<string>()
  readonly #running = new Map<string, AbortController>()
  readonly #idle = new Set<() => void>()
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#judge = new FileJudge(parts)
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
        const outcome = await this.#judge.judge(relative, look, this.#progressOf(relative, signal), signal)
        // What has changed or gone meanwhile is none of this verdict's business.
        if (!signal.aborted) this.#note(relative, look, outcome)
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

const kindByName = (relative: string) =>
  /\.(jpe?g|png|webp|gif|heic|avif|tiff?|bmp|svg)$/i.test(relative) ? 'image' : 'video'
