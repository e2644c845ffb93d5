/** A dropped file's way to an asset: settle, receive, check, store; or a reason why not. */
import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { notice, type RefusalCode, refusal } from '../core/remarks.ts'
import { codeOf, reasonOf } from './fault.ts'
import type { Library, Look } from './library.ts'
import { checkMedia, namesType } from './media-check.ts'
import type { Store } from './store.ts'

// Samba shows a file at its full size while 1 % of it has arrived: size alone proves nothing (chokidar #471),
// so a file must lie still this long, and is taken in again when it changes afterwards.
const quietMs = 2_000
const mostAtOnce = 2
const mostTries = 3
/** Copying is the smaller part of the work, and the part whose progress is known. */
const copyShare = 0.5
/** Reasons that lie in the surroundings, not in the file. */
const worthAnotherLook: ReadonlySet<string> = new Set<RefusalCode>(['unreadable', 'no-space', 'check-failed'])

export class Intake {
  readonly #folder: string
  readonly #store: Store
  readonly #library: Library
  readonly #settling = new Map<string, NodeJS.Timeout>()
  readonly #waiting = new Set<string>()
  readonly #running = new Map<string, AbortController>()
  readonly #idle = new Set<() => void>()
  #isClosed = false

  constructor(folder: string, store: Store, library: Library) {
    this.#folder = folder
    this.#store = store
    this.#library = library
  }

  /** Says that a file is there or has changed; looked at when it has lain still. */
  async notice(relative: string): Promise<void> {
    const look = await this.#lookAt(relative)
    const isJudged = look !== undefined && (await this.#isJudged(relative, look))
    if (this.#isClosed) return
    this.#stop(relative)
    // It went away again, or it is once more what it was: then the work begun on another version is over.
    if (look === undefined || isJudged) return this.#library.drop(relative)
    this.#library.work(relative, kindByName(relative), 0)
    this.#settling.set(
      relative,
      setTimeout(() => void this.#settle(relative, look), quietMs),
    )
  }

  /** Says that a file is gone. */
  forget(relative: string): void {
    this.#stop(relative)
    this.#library.remove(relative)
  }

  /** Looks again at files whose trouble lay in the surroundings: a full disk, a lock, a missing program. */
  lookAgain(): void {
    for (const relative of this.#library.paths()) {
      const reason = this.#library.entryAt(relative)?.refused?.code
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
    if (now === undefined) return this.#library.drop(relative)
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
      if (look === undefined) return this.#library.drop(relative)
      try {
        const note = await this.#judge(relative, look, signal)
        // What has changed or gone meanwhile is none of this verdict's business.
        if (!signal.aborted) note()
        return
      } catch (cause) {
        if (signal.aborted) return
        const code = codeOf(cause)
        if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return this.#refuse(relative, look, 'unreadable')
        if (code === 'ENOENT') return this.#library.drop(relative)
        if (tries < mostTries) continue
        console.error(`${relative}: the check failed ${mostTries} times: ${reasonOf(cause)}.`)
        return this.#refuse(relative, look, code === 'ENOSPC' ? 'no-space' : 'check-failed')
      }
    }
  }

  /** @returns what to tell the library: the verdict, or that the file has to be looked at again */
  async #judge(relative: string, look: Look, signal: AbortSignal): Promise<() => void> {
    const refuse = (code: RefusalCode) => () => this.#refuse(relative, look, code)
    if (look.size === 0) return refuse('empty')
    if (!(await this.#store.hasRoomFor(look.size))) return refuse('no-space')
    const kind = kindByName(relative)
    const progress = (bytes: number) =>
      signal.aborted || this.#library.work(relative, kind, Math.min(1, bytes / look.size) * copyShare)
    const { hash, copy } = await this.#store.receive(path.join(this.#folder, relative), progress, signal)
    try {
      const after = await this.#lookAt(relative)
      if (after?.size !== look.size || after.modifiedMs !== look.modifiedMs) return () => void this.notice(relative)
      const known = this.#library.media(hash)
      if (known !== undefined && (await this.#store.has(`${hash}.${known.media.extension}`, known.media.bytes))) {
        const misnamed = namesType(relative, known.media.extension) ? [] : [notice('name-mismatch')]
        const remarks = [...misnamed, ...known.notices]
        return () => this.#library.accept(relative, look, known.media, remarks, known.notices)
      }
      const verdict = await checkMedia(copy, relative, signal)
      if (!verdict.ok) return refuse(verdict.code)
      const media = { ...verdict.media, hash, bytes: look.size }
      await this.#store.keep(copy, `${hash}.${media.extension}`)
      const remarks = verdict.notices.map(notice)
      const measured = remarks.filter(({ code }) => code !== 'name-mismatch')
      return () => this.#library.accept(relative, look, media, remarks, measured)
    } finally {
      await this.#store.discard(copy)
    }
  }

  #refuse(relative: string, look: Look, code: RefusalCode): void {
    const goesOn = this.#library.entryAt(relative)?.media === undefined ? [] : [notice('previous-plays')]
    this.#library.refuse(relative, look, refusal(code), goesOn)
  }

  /** Whether the library's verdict still holds for a file that looks like this. */
  async #isJudged(relative: string, look: Look): Promise<boolean> {
    const entry = this.#library.entryAt(relative)
    if (entry?.size !== look.size || entry.modifiedMs !== look.modifiedMs) return false
    if (entry.refused !== undefined) return !worthAnotherLook.has(entry.refused.code)
    return (
      entry.media !== undefined && this.#store.has(`${entry.media.hash}.${entry.media.extension}`, entry.media.bytes)
    )
  }

  /** Only ordinary files: no links out of the folder, no pipes that never end. */
  async #lookAt(relative: string): Promise<Look | undefined> {
    const info = await lstat(path.join(this.#folder, relative)).catch(() => undefined)
    return info?.isFile() ? { size: info.size, modifiedMs: Math.trunc(info.mtimeMs) } : undefined
  }
}

const kindByName = (relative: string) =>
  /\.(jpe?g|png|webp|gif|heic|avif|tiff?|bmp|svg)$/i.test(relative) ? 'image' : 'video'
