/** What was deleted or replaced from a page: kept for a month, so that it can be brought back. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { trashKeptDays, undoId } from '../core/content-contract.ts'
import { isoOf, msOf } from './clock.ts'
import { keepCopy, moveFile } from './move-file.ts'

const keptMs = trashKeptDays * 24 * 3_600_000
const cardName = 'entry.json'

const trashed = z.object({
  /** The file it is about. */
  path: z.string(),
  /** Another file took its place: the name that one had before, if it was in the folder already. */
  replacedBy: z.object({ path: z.string().optional() }).optional(),
  at: z.string(),
  /** Where each came from; they lie here as `0`, `1` … */
  files: z.array(z.object({ path: z.string(), bytes: z.int() })),
})
type Trashed = z.infer<typeof trashed>

interface Thrown extends Pick<Trashed, 'path' | 'replacedBy'> {
  /** What is taken along, the file itself first. */
  readonly files: readonly string[]
}

export class Trash {
  readonly #folder: string
  readonly #content: string
  readonly #entries = new Map<string, Trashed>()

  /** @param content the watched folder */
  constructor(folder: string, content: string) {
    this.#folder = folder
    this.#content = content
  }

  async open(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    for (const id of await readdir(this.#folder)) {
      const text = await readFile(path.join(this.#folder, id, cardName), 'utf8').catch(() => '')
      const entry = undoId.safeParse(id).success ? parsed(text) : undefined
      const isThere = entry !== undefined && (await exists(this.#at(id, 0)))
      if (isThere) this.#entries.set(id, entry)
      // The hub ended before anything had been moved: nothing is lost.
      else await rm(path.join(this.#folder, id), { recursive: true, force: true })
    }
  }

  /** The latest first. */
  list(): readonly (Trashed & { readonly id: string })[] {
    return [...this.#entries]
      .map(([id, entry]) => ({ id, ...entry }))
      .sort((one, other) => msOf(other.at) - msOf(one.at))
  }

  find(id: string): Trashed | undefined {
    return this.#entries.get(id)
  }

  /**
   * Takes files out of the content folder. One that is replaced stays until the other takes its place in one step.
   *
   * @returns the id that brings them back
   */
  async take({ path: about, replacedBy, files }: Thrown, now: number): Promise<string> {
    const id = randomBytes(16).toString('hex')
    const sizes = await Promise.all(files.map(async (file) => (await stat(this.#inContent(file))).size))
    const entry: Trashed = {
      path: about,
      at: isoOf(now),
      files: files.map((file, index) => ({ path: file, bytes: sizes[index] ?? 0 })),
      ...(replacedBy === undefined ? {} : { replacedBy }),
    }
    await mkdir(path.join(this.#folder, id))
    try {
      await writeFile(path.join(this.#folder, id, cardName), JSON.stringify(entry), { flush: true })
      for (const [index, file] of files.entries()) {
        if (index === 0 && replacedBy !== undefined) await keepCopy(this.#inContent(file), this.#at(id, index))
        else await moveFile(this.#inContent(file), this.#at(id, index))
      }
    } catch (cause) {
      await this.#putBack(id, entry)
      throw cause
    }
    this.#entries.set(id, entry)
    return id
  }

  /** Puts a file back where it came from, over what may be there. Notes first: a film must not play without its dates. */
  async restore(id: string): Promise<void> {
    const entry = this.#entries.get(id)
    if (entry === undefined) return
    await this.#putBack(id, entry)
    this.#entries.delete(id)
  }

  /** Forgets something at once. */
  async empty(id: string): Promise<void> {
    this.#entries.delete(id)
    await rm(path.join(this.#folder, id), { recursive: true, force: true })
  }

  /**
   * Lets go of what is older than a month; of the oldest before that, while the disk is nearly full.
   *
   * @param hasRoom asked again after each
   */
  async sweep(now: number, hasRoom: () => Promise<boolean>): Promise<void> {
    for (const { id, at } of [...this.list()].reverse()) {
      if (msOf(at) > now - keptMs && (await hasRoom())) break
      await this.empty(id)
    }
  }

  async #putBack(id: string, { files }: Trashed): Promise<void> {
    for (const [index, file] of [...files.entries()].reverse()) {
      if (!(await exists(this.#at(id, index)))) continue
      const to = this.#inContent(file.path)
      await mkdir(path.dirname(to), { recursive: true })
      await moveFile(this.#at(id, index), to)
    }
    await rm(path.join(this.#folder, id), { recursive: true, force: true })
  }

  #at(id: string, index: number): string {
    return path.join(this.#folder, id, String(index))
  }

  #inContent(relative: string): string {
    return path.join(this.#content, relative)
  }
}

function parsed(text: string): Trashed | undefined {
  try {
    return trashed.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
