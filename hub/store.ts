/** The verified bytes, each under the hash of its content: what plays is never the file in the watched folder. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { StoredMedia } from '../core/asset.ts'

/** Left free for the database and the system: a full disk stops a clinic, a missing film does not. */
const reserveBytes = 512 * 1024 * 1024

/** A finished file, durable on the store's own disk, and the name it gets there. */
interface Finished {
  readonly file: string
  /** `<hash>.<extension>` */
  readonly as: string
}

export class Store {
  readonly #folder: string
  /** Work in progress, on the same disk as the store: emptied whenever a hub starts. */
  readonly incoming: string
  /** Files whose bytes were found to be what their name says, as they looked then. */
  readonly #verified = new Map<string, string>()
  readonly #verifying = new Map<string, Promise<boolean>>()
  readonly #listeners = new Set<(file: string) => void>()

  constructor(folder: string, incoming: string) {
    this.#folder = folder
    this.incoming = incoming
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
  }

  /** Told when a file turned out to be damaged, and was removed. */
  onDamage(listener: (file: string) => void): void {
    this.#listeners.add(listener)
  }

  /** @param file `<hash>.<extension>` */
  pathOf(file: string): string {
    return path.join(this.#folder, file)
  }

  async has(file: string, bytes: number): Promise<boolean> {
    const info = await stat(this.pathOf(file)).catch(() => undefined)
    return info?.size === bytes
  }

  /** Whether each of these files and its poster are there. */
  async hasAll(media: readonly StoredMedia[]): Promise<boolean> {
    for (const { hash, extension, bytes, poster } of media) {
      if (!(await this.has(`${hash}.${extension}`, bytes))) return false
      const info = poster === undefined ? { size: 1 } : await stat(this.pathOf(poster)).catch(() => undefined)
      if (info === undefined || info.size === 0) return false
    }
    return true
  }

  /** The same, and keeps them from being swept before somebody refers to them. */
  async renew(media: readonly StoredMedia[]): Promise<boolean> {
    if (!(await this.hasAll(media))) return false
    for (const { hash, extension, poster } of media) {
      for (const file of [`${hash}.${extension}`, ...(poster === undefined ? [] : [poster])]) {
        const { atime, mtime } = await stat(this.pathOf(file))
        // The times stay what they are; that they were set is what the sweep sees.
        await utimes(this.pathOf(file), atime, mtime)
      }
    }
    return true
  }

  async hasRoomFor(bytes: number): Promise<boolean> {
    const disk = await statfs(this.#folder)
    return disk.bavail * disk.bsize - bytes > reserveBytes
  }

  /** Makes finished files part of the store; durable when this returns. */
  async keep(files: readonly Finished[]): Promise<void> {
    for (const { file, as } of files) {
      await rename(file, this.pathOf(as))
      this.#verified.set(as, lookOf(await stat(this.pathOf(as))))
    }
    const folder = await open(this.#folder)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  }

  /**
   * Whether a file's bytes are still what its name says: read whole at the first asking and when it has changed.
   * A damaged one is removed, so that it is made anew.
   *
   * @returns false when it is damaged or not there
   */
  async verify(file: string): Promise<boolean> {
    const info = await stat(this.pathOf(file)).catch(() => undefined)
    if (info === undefined) return false
    if (this.#verified.get(file) === lookOf(info)) return true
    const running = this.#verifying.get(file) ?? this.#readWhole(file, lookOf(info))
    this.#verifying.set(file, running)
    try {
      return await running
    } finally {
      this.#verifying.delete(file)
    }
  }

  /**
   * Removes what nothing refers to any more and nobody has touched for the grace period.
   *
   * @param inUse file names that stay
   * @returns file names removed
   */
  async sweep(inUse: ReadonlySet<string>, now: number, graceMs: number): Promise<readonly string[]> {
    const removed: string[] = []
    for (const file of await readdir(this.#folder)) {
      if (inUse.has(file)) continue
      const info = await stat(this.pathOf(file)).catch(() => undefined)
      if (info === undefined || info.ctimeMs > now - graceMs) continue
      await rm(this.pathOf(file), { force: true })
      this.#verified.delete(file)
      removed.push(file)
    }
    return removed
  }

  async #readWhole(file: string, look: string): Promise<boolean> {
    const hash = createHash('sha256')
    try {
      await pipeline(createReadStream(this.pathOf(file)), hash)
    } catch {
      return false
    }
    if (hash.digest('hex') === path.parse(file).name) {
      this.#verified.set(file, look)
      return true
    }
    console.error(`The stored file ${file} is damaged. It is removed and made anew.`)
    await rm(this.pathOf(file), { force: true })
    for (const listener of this.#listeners) listener(file)
    return false
  }
}

const lookOf = ({ size, mtimeMs, ino }: { readonly size: number; readonly mtimeMs: number; readonly ino: number }) =>
  `${size}:${mtimeMs}:${ino}`
