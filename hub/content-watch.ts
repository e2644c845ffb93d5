/** Follows what happens in a folder that is there: by the system's events, or by walking through it again and again. */
import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { isIgnored } from '../core/asset.ts'
import { isUnreadable } from '../core/file-name.ts'
import { besideOf, isBeside } from '../core/sidecar.ts'
import { mostDepth, mostFiles, type Scan, scanFolder } from './content-scan.ts'
import { Departures } from './departures.ts'
import { codeOf } from './fault.ts'
import type { Look } from './library-entry.ts'

/** Between two walks through a folder that raises no events; longer on a slow share, which has other work as well. */
const leastRestMs = 5_000
const restPerWalk = 10
/** Where the system tells of changes: against those it did not. */
const everyHourMs = 3_600_000
const soonMs = 1_000
/** So many events in a row may be more than the system could keep for us. */
const burst = 1_000
const mostAtOnce = 50
export const brandFile = 'brand.yaml'
/** The clinic's logo, a small PNG. */
export const logoFile = 'brand-logo.png'
const isBrand = (relative: string): boolean => relative === brandFile || relative === logoFile

export interface Listeners {
  /** A file came or changed. @returns when it has been looked at: files are told of in small groups */
  readonly onFile: (relative: string) => Promise<void> | void
  readonly onGone: (relative: string) => void
  readonly onBrand: () => void
  /** The folder is there, for the first time or again. */
  readonly onThere: () => void
  /** A note or captions, beside what they are about. */
  readonly onBeside: (relative: string) => Promise<void> | void
  readonly onBesideGone: (relative: string) => void
  /** The files that were in the folder when it was last seen, be it by an earlier hub. */
  readonly known: () => readonly string[]
  /** Whether it is known what becomes of a file: it can be shown, or not. */
  readonly isSettled: (relative: string) => boolean
}

export interface Watched {
  readonly folder: string
  /** Whether changes in it raise no events. */
  readonly isSilent: boolean
  readonly listeners: Listeners
  /** Whether it still is the folder that was there at the beginning. */
  readonly isStillThere: () => Promise<boolean>
  /** Says what hinders the watching, in sentences; an empty list when nothing does any more. */
  readonly onTrouble: (sentences: readonly string[]) => void
}

export class ContentWatch {
  readonly #watched: Watched
  readonly #departures: Departures
  readonly #closing = new AbortController()
  /** How each file looked when it was last told of. */
  readonly #seen = new Map<string, Look>()
  /** What is to be looked at, since events have told of it. */
  readonly #told = new Set<string>()
  #isTelling = false
  #inARow = 0
  #watcher: FSWatcher | undefined
  /** Whether the system has refused to tell of changes. */
  #isRefused = false
  #walking: Promise<number> = Promise.resolve(0)
  #queued: Promise<number> | undefined
  #next: NodeJS.Timeout | undefined
  #limits: readonly string[] = []

  constructor(watched: Watched) {
    this.#watched = watched
    this.#departures = new Departures({
      confirm: (relatives) => this.#confirmGone(relatives),
      isSettled: watched.listeners.isSettled,
      onGone: (relative) => this.#gone(relative),
    })
  }

  /** @param scan what a first walk has found */
  async open(scan: Scan): Promise<void> {
    await this.#take(scan)
    if (this.#closing.signal.aborted) return
    if (this.#watched.isSilent) this.#walkIn(leastRestMs)
    else this.#listen()
  }

  async close(): Promise<void> {
    this.#closing.abort()
    clearTimeout(this.#next)
    this.#departures.clear()
    await this.#watcher?.close()
  }

  /** Walks through the folder now. @returns how many files were seen */
  async rescan(): Promise<number> {
    // A walk under way may have passed what is asked for: then another one follows it.
    this.#queued ??= this.#walking.then(() => {
      this.#queued = undefined
      this.#walking = this.#walk()
      return this.#walking
    })
    return this.#queued
  }

  #listen(): void {
    const watcher = watch(this.#watched.folder, {
      followSymlinks: false,
      ignoreInitial: true,
      ignored: (full) => isSkipped(this.#relative(full)),
      ignorePermissionErrors: true,
    })
    this.#watcher = watcher
    const tell = (full: string) => this.#tell(this.#relative(full))
    watcher.on('add', tell)
    watcher.on('change', tell)
    watcher.on('unlink', (full) => this.#goes(this.#relative(full)))
    // A name that is no text cannot be asked for, so nothing more is told of it: a walk sees that it is there.
    watcher.on('raw', (_, name) => {
      if (typeof name === 'string' && isUnreadable(name)) this.#walkIn(soonMs)
    })
    // What changed between the first walk and the first event.
    watcher.on('ready', () => void this.rescan())
    watcher.on('error', (cause) => this.#fail(cause))
  }

  #fail(cause: unknown): void {
    const code = codeOf(cause)
    if (code === 'ENOSPC' || code === 'EMFILE') {
      // The system watches no more folders for this user: then we look ourselves.
      void this.#watcher?.close()
      this.#isRefused = true
      this.#say(this.#limits)
    }
    this.#walkIn(leastRestMs)
  }

  #walkIn(ms: number): void {
    clearTimeout(this.#next)
    if (!this.#closing.signal.aborted) this.#next = setTimeout(() => void this.rescan(), ms)
  }

  async #walk(): Promise<number> {
    const beganAt = performance.now()
    // Without a folder there is nothing to tell: whoever looks after it notices.
    const scan = await scanFolder(this.#watched.folder, isSkipped, this.#closing.signal).catch(() => undefined)
    const tookMs = performance.now() - beganAt
    if (scan !== undefined && (await this.#watched.isStillThere())) await this.#take(scan)
    const isBlind = this.#watched.isSilent || this.#isRefused
    this.#walkIn(isBlind ? Math.max(leastRestMs, restPerWalk * tookMs) : everyHourMs)
    return scan?.files.size ?? 0
  }

  /** Tells of everything that is otherwise than before. */
  async #take({ files, isTooMany, isTooDeep }: Scan): Promise<void> {
    const { folder, listeners } = this.#watched
    this.#say([
      ...(isTooMany
        ? [
            `There are more than ${mostFiles.toLocaleString('en')} files in ${folder}. The others are not looked at: move some elsewhere.`,
          ]
        : []),
      ...(isTooDeep
        ? [`In ${folder}, folders lie more than ${mostDepth} deep in each other. What lies deeper is not looked at.`]
        : []),
    ])
    const before = new Set([...this.#seen.keys(), ...listeners.known()])
    const changed = [...files].filter(([relative, look]) => !isSame(this.#seen.get(relative), look))
    for (let at = 0; at < changed.length && !this.#closing.signal.aborted; at += mostAtOnce) {
      const some = changed.slice(at, at + mostAtOnce)
      await Promise.all(some.map(([relative, look]) => this.#comes(relative, look)))
    }
    for (const relative of before) if (!files.has(relative)) this.#goes(relative)
  }

  #tell(relative: string): void {
    this.#told.add(relative)
    this.#inARow += 1
    if (!this.#isTelling) void this.#tellAll()
  }

  async #tellAll(): Promise<void> {
    this.#isTelling = true
    while (this.#told.size > 0 && !this.#closing.signal.aborted) {
      const some = [...this.#told].slice(0, mostAtOnce)
      for (const relative of some) this.#told.delete(relative)
      await Promise.all(
        some.map(async (relative) => {
          const look = await this.#lookAt(relative)
          const fits = this.#seen.has(relative) || this.#seen.size < mostFiles
          if (look !== undefined && fits) await this.#comes(relative, look)
        }),
      )
    }
    this.#isTelling = false
    if (this.#inARow >= burst) this.#walkIn(leastRestMs)
    this.#inARow = 0
  }

  async #comes(relative: string, look: Look): Promise<void> {
    const { listeners } = this.#watched
    this.#departures.comes(relative, look, !this.#seen.has(relative))
    this.#seen.set(relative, look)
    if (isBrand(relative)) listeners.onBrand()
    else if (isBeside(relative)) await listeners.onBeside(relative)
    else await listeners.onFile(relative)
  }

  #goes(relative: string): void {
    this.#departures.goes(relative, this.#seen.get(relative))
  }

  #gone(relative: string): void {
    const { listeners } = this.#watched
    this.#seen.delete(relative)
    if (isBrand(relative)) listeners.onBrand()
    else if (isBeside(relative)) listeners.onBesideGone(relative)
    else listeners.onGone(relative)
  }

  /** A share that went away takes every file with it, and one that is ill cannot tell: those files are not deleted. */
  async #confirmGone(relatives: readonly string[]): Promise<readonly string[]> {
    const isGone = async (relative: string) => {
      try {
        await lstat(path.join(this.#watched.folder, relative))
        return false
      } catch (cause) {
        return codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR'
      }
    }
    const gone = await Promise.all(relatives.map(isGone))
    const isThere = !this.#closing.signal.aborted && (await this.#watched.isStillThere())
    return isThere ? relatives.filter((_, at) => gone[at]) : []
  }

  #say(limits: readonly string[]): void {
    this.#limits = limits
    const refused = `This computer cannot watch the folder ${this.#watched.folder}: too many are watched already. It is looked through every few seconds instead. Whoever looks after this computer can raise fs.inotify.max_user_watches, and start Anteroom anew.`
    this.#watched.onTrouble([...limits, ...(this.#isRefused ? [refused] : [])])
  }

  async #lookAt(relative: string): Promise<Look | undefined> {
    const info = await lstat(path.join(this.#watched.folder, relative)).catch(() => undefined)
    return info?.isFile() ? { size: info.size, modifiedMs: Math.trunc(info.mtimeMs) } : undefined
  }

  #relative(full: string): string {
    return path.relative(this.#watched.folder, full).split(path.sep).join('/')
  }
}

/** What neither is content nor words about it. */
export function isSkipped(relative: string): boolean {
  if (relative === '' || isBrand(relative)) return false
  return relative.split('/').length > mostDepth + 1 || isIgnored(isBeside(relative) ? besideOf(relative) : relative)
}

const isSame = (one: Look | undefined, other: Look): boolean =>
  one?.size === other.size && one.modifiedMs === other.modifiedMs
