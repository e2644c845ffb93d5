/** The verified bytes, each under the hash of its content: what plays is never the file in the watched folder. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Left free for the database and the system: a full disk stops a clinic, a missing film does not. */
const reserveBytes = 512 * 1024 * 1024

export class Store {
  readonly #folder: string
  readonly #incoming: string

  constructor(folder: string, incoming: string) {
    this.#folder = folder
    this.#incoming = incoming
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
  }

  /** @param file `<hash>.<extension>` */
  pathOf(file: string): string {
    return path.join(this.#folder, file)
  }

  async has(file: string, bytes: number): Promise<boolean> {
    const info = await stat(this.pathOf(file)).catch(() => undefined)
    return info?.size === bytes
  }

  async hasRoomFor(bytes: number): Promise<boolean> {
    const disk = await statfs(this.#folder)
    return disk.bavail * disk.bsize - bytes > reserveBytes
  }

  /**
   * Copies a file in, unverified, and hashes it on the way: from here on nobody else can change it.
   *
   * @param onProgress bytes copied so far
   * @param signal ends the copying; what was copied is removed
   */
  async receive(
    source: string,
    onProgress: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly hash: string; readonly copy: string }> {
    const copy = path.join(this.#incoming, randomUUID())
    const hash = createHash('sha256')
    let copied = 0
    const tap = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        copied += chunk.length
        onProgress(copied)
        done(null, chunk)
      },
    })
    try {
      await pipeline(createReadStream(source), tap, createWriteStream(copy, { flags: 'wx', flush: true }), { signal })
    } catch (cause) {
      await this.discard(copy)
      throw cause
    }
    return { hash: hash.digest('hex'), copy }
  }

  async discard(copy: string): Promise<void> {
    await rm(copy, { force: true })
  }

  /** Makes a received copy, now verified, part of the store; durable when this returns. */
  async keep(copy: string, file: string): Promise<void> {
    await rename(copy, this.pathOf(file))
    const folder = await open(this.#folder)
    try {
      await folder.sync()
    } finally {
      await folder.close()
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
      removed.push(file)
    }
    return removed
  }
}
