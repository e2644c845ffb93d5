/** Watches the content folder and tells intake what came, changed and went; survives the folder going away. */
import { access, constants, stat } from 'node:fs/promises'
import path from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { isIgnored } from '../core/asset.ts'
import { besideOf, isBeside } from '../core/sidecar.ts'
import { folderTroubleOf } from './fault.ts'
import type { Problems } from './problems.ts'

const lookAgainMs = 2_000
// A program that saves deletes and writes anew: only what stays away for this long is gone.
const goneMs = 1_500
export const brandFile = 'brand.yaml'

interface Listeners {
  readonly onFile: (relative: string) => void
  readonly onGone: (relative: string) => void
  readonly onBrand: () => void
  /** A note or captions, beside what they are about. */
  readonly onBeside: (relative: string) => void
  readonly onBesideGone: (relative: string) => void
  /** All files seen by a complete first look. */
  readonly onListed: (relatives: ReadonlySet<string>) => void
}

export class ContentFolder {
  readonly folder: string
  readonly #problems: Problems
  readonly #listeners: Listeners
  readonly #going = new Map<string, NodeJS.Timeout>()
  #watcher: FSWatcher | undefined
  /** Which folder is watched: another one may have taken its name. */
  #watched: string | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(folder: string, problems: Problems, listeners: Listeners) {
    this.folder = folder
    this.#problems = problems
    this.#listeners = listeners
  }

  async open(): Promise<void> {
    await this.#lookAfterFolder()
    this.#timer = setInterval(() => void this.#lookAfterFolder(), lookAgainMs)
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    for (const timer of this.#going.values()) clearTimeout(timer)
    await this.#watcher?.close()
  }

  /** Starts watching when the folder is there, stops when it is not: what is known then stays. */
  async #lookAfterFolder(): Promise<void> {
    const found = await lookAtFolder(this.folder)
    const trouble = 'trouble' in found ? found.trouble : undefined
    const identity = 'trouble' in found ? undefined : found.identity
    this.#problems.set('content', trouble === undefined ? [] : [{ message: trouble }])
    if (identity === this.#watched) return
    const watcher = this.#watcher
    this.#watcher = undefined
    this.#watched = identity
    if (identity !== undefined) this.#watch()
    await watcher?.close()
  }

  #watch(): void {
    const seen = new Set<string>()
    let isListed = false
    const watcher = watch(this.folder, {
      followSymlinks: false,
      ignored: (full) => this.#isIgnored(full),
      ignorePermissionErrors: true,
    })
    this.#watcher = watcher
    const arrived = (full: string) => {
      const relative = this.#relative(full)
      clearTimeout(this.#going.get(relative))
      if (relative === brandFile) return this.#listeners.onBrand()
      if (!isListed) seen.add(relative)
      if (isBeside(relative)) this.#listeners.onBeside(relative)
      else this.#listeners.onFile(relative)
    }
    watcher.on('add', arrived)
    watcher.on('change', arrived)
    watcher.on('unlink', (full) => this.#goes(this.#relative(full)))
    watcher.on('ready', () => {
      isListed = true
      if (this.#watcher === watcher) this.#listeners.onListed(seen)
    })
    watcher.on('error', () => void this.#lookAfterFolder())
  }

  #goes(relative: string): void {
    clearTimeout(this.#going.get(relative))
    const timer = setTimeout(() => {
      this.#going.delete(relative)
      void this.#confirmGone(relative)
    }, goneMs)
    this.#going.set(relative, timer)
  }

  async #confirmGone(relative: string): Promise<void> {
    // A share that went away takes every file with it; those files are not deleted.
    if ('trouble' in (await lookAtFolder(this.folder))) return
    const isThere = await stat(path.join(this.folder, relative)).then(
      () => true,
      () => false,
    )
    if (isThere) return
    if (relative === brandFile) this.#listeners.onBrand()
    else if (isBeside(relative)) this.#listeners.onBesideGone(relative)
    else this.#listeners.onGone(relative)
  }

  #relative(full: string): string {
    return path.relative(this.folder, full).split(path.sep).join('/')
  }

  #isIgnored(full: string): boolean {
    const relative = this.#relative(full)
    if (relative === '' || relative === brandFile) return false
    return isIgnored(isBeside(relative) ? besideOf(relative) : relative)
  }
}

/** @returns which folder it is, or a sentence about why it cannot be used */
async function lookAtFolder(folder: string): Promise<{ readonly identity: string } | { readonly trouble: string }> {
  try {
    const { dev, ino } = await stat(`${folder}${path.sep}`)
    await access(folder, constants.R_OK | constants.X_OK)
    return { identity: `${dev}:${ino}` }
  } catch (cause) {
    return {
      trouble: `The folder ${folder} ${folderTroubleOf(cause)}. What was taken in before goes on playing; it is looked for again every 2 seconds.`,
    }
  }
}
