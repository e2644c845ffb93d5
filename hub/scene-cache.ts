/** Rendered scenes by what they show and how they were made: an edited explainer renders only the scenes that changed. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { clipEncoding, stillEncoding, x264Arguments } from './film-worker/encoding.ts'
import type { Shot } from './film-worker/messages.ts'

const endings: Readonly<Record<Shot['kind'], string>> = { still: 'jpg', clip: 'mp4' }
const encodings = { still: stillEncoding, clip: { ...clipEncoding, x264Arguments } } as const

export class SceneCache {
  readonly #folder: string
  readonly #making: string

  constructor(folder: string) {
    this.#folder = folder
    this.#making = path.join(folder, 'making')
  }

  /**
   * The name of a shot's file.
   *
   * @param shot has everything of the scene that may change a pixel: words, time, ground, brand, language
   * @param makers identities of what makes pixels and bytes of it: templates with their fonts, Remotion, browser
   */
  nameOf(shot: Shot, makers: readonly string[]): string {
    const key = createHash('sha256')
      .update(JSON.stringify([sorted(shot), encodings[shot.kind], makers]))
      .digest('hex')
    return `${key}.${endings[shot.kind]}`
  }

  async find(name: string): Promise<string | undefined> {
    const file = path.join(this.#folder, name)
    const info = await stat(file).catch(() => undefined)
    return info !== undefined && info.size > 0 ? file : undefined
  }

  /** Has a scene made beside the cache and takes it in when it is whole. */
  async make(name: string, render: (output: string) => Promise<void>): Promise<string> {
    await mkdir(this.#making, { recursive: true })
    const output = path.join(this.#making, `${randomUUID()}${path.extname(name)}`)
    try {
      await render(output)
      const file = path.join(this.#folder, name)
      await rename(output, file)
      return file
    } finally {
      await rm(output, { force: true })
    }
  }

  /** Forgets scenes that proved to be of no use. */
  async drop(files: readonly string[]): Promise<void> {
    for (const file of files) await rm(file, { force: true })
  }

  /** Removes what no film needs any more and has lain for the grace period. */
  async sweep(inUse: ReadonlySet<string>, now: number, graceMs: number): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const file = path.join(this.#folder, name)
      const info = inUse.has(name) ? undefined : await stat(file).catch(() => undefined)
      if (info?.isFile() && info.ctimeMs <= now - graceMs) await rm(file, { force: true })
    }
  }
}

/** The same value whatever the order in which it was written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
