/** What was deleted or replaced from a page: kept for a month, so that it can be brought back. */
import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
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
  /** Begun, and not yet known to be done. */
  isHalfDone: z.literal(true).optional(),
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
      if (entry === undefined) await this.#remove(id)
      else this.#entries.set(id, entry)
      // The hub ended before anything had been moved: nothing is lost.
      if ((await this.held(id)).length === 0) await this.empty(id)
    }
  }

  /** Puts back what was only half done when the last hub ended. The content folder has to be there. */
  async settle(): Promise<void> {
    for (const [id, entry] of [...this.#entries]) {
      if (entry.isHalfDone !== true) continue
      if (await this.#isDone(id, entry)) await this.#keep(id, entry)
      else await this.#takeBack(id, entry).catch(() => {})
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

  /** What lies here of an entry and would come back, the file itself first. */
  async held(id: string): Promise<readonly string[]> {
    const { files = [] } = this.#entries.get(id) ?? {}
    const are = await Promise.all(files.map((_, index) => exists(this.#at(id, index))))
    return files.flatMap((file, index) => (are[index] ? [file.path] : []))
  }

  /**
   * Takes files out of the content folder. One that is replaced stays until the other takes its place in one step.
   *
   * @param act what is to happen then; when it fails everything goes back to where it was
   * @returns the id that brings them back
   */
  async take({ path: about, replacedBy, files }: Thrown, now: number, act = async () => {}): Promise<string> {
    const id = randomBytes(16).toString('hex')
    const sizes = await Promise.all(files.map(async (file) => (await stat(this.#inContent(file))).size))
    const entry: Trashed = {
      path: about,
      at: isoOf(now),
      files: files.map((file, index) => ({ path: file, bytes: sizes[index] ?? 0 })),
      ...(replacedBy === undefined ? {} : { replacedBy }),
      isHalfDone: true,
    }
    await mkdir(path.join(this.#folder, id))
    try {
      await this.#write(id, entry)
      for (const [index, file] of files.entries()) {
        if (index === 0 && replacedBy !== undefined) await keepCopy(this.#inContent(file), this.#at(id, index))
        else await moveFile(this.#inContent(file), this.#at(id, index))
      }
      await act()
    } catch (cause) {
      // What cannot go back now stays here and goes back later: a note is never thrown away.
      await this.#takeBack(id, entry).catch(() => void this.#entries.set(id, entry))
      throw cause
    }
    await this.#keep(id, entry)
    return id
  }

  /** Puts a file back where it came from, over what may be there. Notes first: a film must not play without its dates. */
  async restore(id: string): Promise<void> {
    for (const [index, file] of [...(this.#entries.get(id)?.files ?? []).entries()].reverse()) {
      if (await exists(this.#at(id, index))) await this.#moveBack(id, index, file.path)
    }
    await this.empty(id)
  }

  /** Forgets something at once. */
  async empty(id: string): Promise<void> {
    this.#entries.delete(id)
    await this.#remove(id)
  }

  /**
   * Lets go of what is older than a month; of the oldest before that, while the disk is nearly full.
   *
   * @param hasRoom asked again after each
   */
  async sweep(now: number, hasRoom: () => Promise<boolean>): Promise<void> {
    const whole = this.list().filter(({ isHalfDone }) => isHalfDone !== true)
    for (const { id, at } of whole.reverse()) {
      if (msOf(at) > now - keptMs && (await hasRoom())) break
      await this.empty(id)
    }
  }

  /** Whether something begun has come to its end all the same, and only the word that it has is missing. */
  async #isDone(id: string, { path: about, replacedBy, files }: Trashed): Promise<boolean> {
    if (replacedBy === undefined) return (await this.held(id)).length === files.length
    if (replacedBy.path !== undefined) return !(await exists(this.#inContent(replacedBy.path)))
    return !(await areAlike(this.#at(id, 0), this.#inContent(about)))
  }

  async #keep(id: string, { isHalfDone, ...entry }: Trashed): Promise<void> {
    this.#entries.set(id, entry)
    // It is done, whether or not that can be written down: the next start finds out for itself.
    if (isHalfDone) await this.#write(id, entry).catch(() => {})
  }

  /** Notes first: a film must not play without its dates. What has no free place to go back to stays here. */
  async #takeBack(id: string, entry: Trashed): Promise<void> {
    let isOver = true
    for (const [index, file] of [...entry.files.entries()].reverse()) {
      const here = this.#at(id, index)
      if (!(await exists(here))) continue
      if (!(await exists(this.#inContent(file.path)))) await this.#moveBack(id, index, file.path)
      // Of what was to be replaced there is only a copy here.
      else
        isOver &&= index === 0 && entry.replacedBy !== undefined && (await areAlike(here, this.#inContent(file.path)))
    }
    if (isOver) await this.empty(id)
    else await this.#keep(id, entry)
  }

  async #moveBack(id: string, index: number, relative: string): Promise<void> {
    const to = this.#inContent(relative)
    await mkdir(path.dirname(to), { recursive: true })
    await moveFile(this.#at(id, index), to)
  }

  /** In one step: half a card would mean that nobody knows where the files came from. */
  async #write(id: string, entry: Trashed): Promise<void> {
    const card = path.join(this.#folder, id, cardName)
    await writeFile(`${card}.part`, JSON.stringify(entry), { flush: true })
    await moveFile(`${card}.part`, card)
  }

  async #remove(id: string): Promise<void> {
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
  lstat(file).then(
    () => true,
    () => false,
  )

/** Whether one is a copy of the other, as far as sizes and times tell. */
async function areAlike(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((file) => stat(file).catch(() => undefined)))
  const timeOf = (info: typeof first) => Math.trunc(info?.mtimeMs ?? 0)
  return first !== undefined && first.size === second?.size && timeOf(first) === timeOf(second)
}
