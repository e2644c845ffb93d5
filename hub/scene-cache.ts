/** Rendered scenes by what they show and how they were made: an edited explainer renders only the scenes that changed. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { SceneProps } from '../core/scene.ts'
import { stretchesOf } from '../core/scene-plan.ts'
import { clipArguments, photoEncoding, stillEncoding, stillScale, toVideoColors } from './film-worker/encoding.ts'
import type { Shot } from './film-worker/messages.ts'

const endings: Readonly<Record<Shot['kind'], string>> = { still: 'jpg', clip: 'mp4' }
/** A hundred films of a minute have about one gigabyte. */
const usualLimitBytes = 2_000_000_000

export class SceneCache {
  readonly #folder: string
  readonly #making: string
  readonly #limitBytes: number
  /** A scene is hashed once, and asked for after every film: its pictures travel inside it. */
  readonly #names = new WeakMap<SceneProps, Map<string, string>>()

  constructor(folder: string, limitBytes = usualLimitBytes) {
    this.#folder = folder
    this.#making = path.join(folder, 'making')
    this.#limitBytes = limitBytes
  }

  /**
   * The name of a shot's file.
   *
   * @param shot has everything of the scene that may change a pixel: words, pictures, time, ground, brand with its logo,
   *   template, language, size
   * @param makers identities of what makes pixels and bytes of it: templates with their fonts, Remotion, browser, ffmpeg
   */
  nameOf(shot: Shot, makers: readonly string[]): string {
    const names = this.#names.get(shot.props) ?? new Map<string, string>()
    this.#names.set(shot.props, names)
    const asked = [shot.kind, ...makers].join('\n')
    const name = names.get(asked) ?? `${keyOf([sorted(shot), encodingOf(shot), makers])}.${endings[shot.kind]}`
    names.set(asked, name)
    return name
  }

  /**
   * The name of the sound under a film. No film is said to need it: it is made again in a second.
   *
   * @param made by what, and how
   */
  nameOfSound(made: readonly string[]): string {
    return `${keyOf(made)}.m4a`
  }

  async find(name: string): Promise<string | undefined> {
    const file = path.join(this.#folder, name)
    const info = await stat(file).catch(() => undefined)
    if (info === undefined || info.size === 0) return undefined
    // The system notes when this was said, as `ctime`: what was used last goes last. A disk that takes no note is no reason to render anew.
    await utimes(file, info.atimeMs / 1_000, info.mtimeMs / 1_000).catch(() => {})
    return file
  }

  async has(name: string): Promise<boolean> {
    const info = await stat(path.join(this.#folder, name)).catch(() => undefined)
    return info !== undefined && info.size > 0
  }

  /** Has a scene made beside the cache and takes it in when it is whole. */
  async make(name: string, render: (output: string) => Promise<void>): Promise<string> {
    await mkdir(this.#making, { recursive: true })
    const output = path.join(this.#making, `${randomUUID()}${path.extname(name)}`)
    try {
      await render(output)
      // After a power cut a name must not stand for half a file.
      await settled(output)
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

  /** Removes what no film needs any more and has lain for the grace period; then keeps the size within its limit. */
  async sweep(inUse: ReadonlySet<string>, now: number, graceMs: number): Promise<void> {
    for (const { name, changedMs } of await this.#list()) {
      if (!inUse.has(name) && changedMs <= now - graceMs) await rm(path.join(this.#folder, name), { force: true })
    }
    await this.shrink(inUse)
  }

  /** Removes what was used longest ago until the rest is within the limit: first what no film needs. */
  async shrink(inUse: ReadonlySet<string>): Promise<void> {
    const files = await this.#list()
    let bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    const oldestFirst = files.toSorted(
      (a, b) => Number(inUse.has(a.name)) - Number(inUse.has(b.name)) || a.changedMs - b.changedMs,
    )
    for (const file of oldestFirst) {
      if (bytes <= this.#limitBytes) return
      await rm(path.join(this.#folder, file.name), { force: true })
      bytes -= file.bytes
    }
  }

  async #list(): Promise<readonly { readonly name: string; readonly bytes: number; readonly changedMs: number }[]> {
    const names = await readdir(this.#folder).catch(() => [])
    const files = await Promise.all(
      names.map(async (name) => {
        const info = await stat(path.join(this.#folder, name)).catch(() => undefined)
        return info?.isFile() ? [{ name, bytes: info.size, changedMs: info.ctimeMs }] : []
      }),
    )
    return files.flat()
  }
}

async function settled(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

const keyOf = (made: unknown): string => createHash('sha256').update(JSON.stringify(made)).digest('hex')

const encodingOf = ({ kind, props }: Shot): unknown =>
  kind === 'still'
    ? [stillEncoding, stillScale]
    : [photoEncoding, toVideoColors, clipArguments(props.size), stretchesOf(props)]

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
