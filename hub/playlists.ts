/** Turns the playlists folder into validated playlists; keeps the last good one and says what is wrong. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { nearest } from '../core/nearest.ts'
import {
  defaultPlaylist,
  longestList,
  type PlaylistFile,
  playlistFile,
  playlistName,
  playlistYaml,
  reservedName,
} from '../core/playlist-file.ts'
import { trimmedPath } from '../core/shelf.ts'
import { parseYamlAs } from '../core/yaml-document.ts'
import type { Documents } from './documents.ts'
import { codeOf, folderTroubleOf, reasonOf } from './fault.ts'
import type { Problems } from './problems.ts'
import { writeWhole } from './whole-file.ts'

type Wrong = Parameters<Problems['set']>[1]

const gather = { stabilityThreshold: 300, pollInterval: 100 }
const aboutFolder = 'playlists'
const lookAgainMs = 5_000

export class Playlists {
  readonly #folder: string
  readonly #documents: Documents
  readonly #problems: Problems
  readonly #onChange: () => void
  /** Folders of content: each is a playlist, too. */
  readonly #folders: () => readonly string[]
  readonly #lists = new Map<string, PlaylistFile>()
  #watcher: FSWatcher | undefined
  #timer: NodeJS.Timeout | undefined
  #reading: Promise<void> = Promise.resolve()

  constructor(
    folder: string,
    documents: Documents,
    problems: Problems,
    { onChange, folders }: { readonly onChange: () => void; readonly folders: () => readonly string[] },
  ) {
    this.#folder = folder
    this.#documents = documents
    this.#problems = problems
    this.#onChange = onChange
    this.#folders = folders
  }

  /** By name; only playlists that are valid, or were when they were last read. */
  all(): ReadonlyMap<string, PlaylistFile> {
    return this.#lists
  }

  async open(): Promise<void> {
    // Only at the very first start: later, a folder that is not there has gone astray, and what was in it stays in force.
    if (this.#documents.names('playlists/').length === 0)
      await mkdir(this.#folder, { recursive: true }).catch(() => undefined)
    for (const about of this.#documents.names('playlists/')) {
      const parsed = parseYamlAs(this.#documents.lastGood(about) ?? '', playlistFile, longestList)
      if (parsed.ok) this.#lists.set(nameOf(about), parsed.value)
    }
    await this.#look()
    this.#watch()
    this.#timer = setInterval(() => void this.#look(), lookAgainMs)
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#watcher?.close()
  }

  /**
   * Puts a playlist's file there, or takes it away: whole or not at all, and in force when this is done.
   *
   * @throws what the disk says when it does not take it
   */
  async replace(name: string, list: PlaylistFile | undefined): Promise<void> {
    const file = path.join(this.#folder, `${name}.yaml`)
    if (list === undefined) {
      await rm(file, { force: true })
      await rm(path.join(this.#folder, `${name}.yml`), { force: true })
    } else {
      await writeWhole(file, playlistYaml(list))
    }
    await this.#readAll()
  }

  /** One reading after another: an older one must not undo a newer one. */
  async #readAll(): Promise<void> {
    // One that failed must not keep those after it from reading.
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#readOnce())
    return this.#reading
  }

  /** Where nobody waits who could be told of a fault: it is told like anything else, and the next look tries again. */
  async #look(): Promise<void> {
    await this.#readAll().catch((cause) => {
      const message = `The playlists could not be taken over (${reasonOf(cause)}). Those read before stay in force; it is tried again every 5 seconds.`
      this.#problems.set(aboutFolder, [{ message }])
    })
  }

  async #readOnce(): Promise<void> {
    const files = await this.#listing()
    if (files === undefined) return
    const found = new Map<string, Wrong>()
    for (const file of files) {
      const isSecond = file.endsWith('.yml') && files.includes(`${nameOf(file)}.yaml`)
      const message = `There is also a "${nameOf(file)}.yaml", and that one counts. Remove one of the two.`
      found.set(`playlists/${file}`, isSecond ? [{ message }] : await this.#read(file))
    }
    const names = new Set(files.map(nameOf))
    for (const name of [...this.#lists.keys()]) if (!names.has(name)) this.#remove(name)
    // Only now is it known which playlists there are for others to name.
    for (const [about, wrong] of found) {
      const list = wrong.length === 0 ? this.#lists.get(nameOf(about)) : undefined
      this.#problems.set(about, list === undefined ? wrong : unknownPlaylists(list, this.#known()))
    }
    for (const { about } of this.#problems.all()) {
      const isOwn = about.startsWith('playlists/') && nameOf(about) !== reservedName
      if (isOwn && !found.has(about)) this.#problems.set(about, [])
    }
  }

  async #listing(): Promise<readonly string[] | undefined> {
    try {
      const names = await readdir(this.#folder)
      this.#problems.set(aboutFolder, [])
      return names.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.') && nameOf(name) !== reservedName)
    } catch (cause) {
      const message = `The folder ${this.#folder} ${folderTroubleOf(cause)}. The playlists read before stay in force; it is looked for again every 5 seconds.`
      this.#problems.set(aboutFolder, [{ message }])
      return undefined
    }
  }

  #watch(): void {
    this.#watcher = watch(this.#folder, { depth: 0, ignoreInitial: true, awaitWriteFinish: gather })
    this.#watcher.on('all', () => void this.#look())
    this.#watcher.on('error', () => void this.#look())
  }

  /** Takes a file in if it is good. @returns what is wrong with it */
  async #read(file: string): Promise<Wrong> {
    const name = nameOf(file)
    if (!playlistName.test(name)) {
      const message =
        'A playlist is named with small letters, digits and hyphens, like "summer-offers.yaml". This one is left out.'
      return [{ message }]
    }
    let text: string
    try {
      text = await readFile(path.join(this.#folder, file), 'utf8')
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return []
      return [{ message: `It cannot be read (${reasonOf(cause)}). ${this.#consequence(name)}` }]
    }
    const parsed = parseYamlAs(text, playlistFile, longestList)
    if (!parsed.ok) {
      const consequence = this.#consequence(name)
      return parsed.problems.map((problem) => ({ ...problem, message: `${problem.message} ${consequence}` }))
    }
    this.#documents.keep(`playlists/${name}.yaml`, text)
    if (JSON.stringify(this.#lists.get(name)) !== JSON.stringify(parsed.value)) {
      this.#lists.set(name, parsed.value)
      this.#onChange()
    }
    return []
  }

  #known(): ReadonlySet<string> {
    return new Set([defaultPlaylist, ...this.#lists.keys(), ...this.#folders()])
  }

  #remove(name: string): void {
    this.#lists.delete(name)
    this.#documents.forget(`playlists/${name}.yaml`)
    this.#onChange()
  }

  #consequence(name: string): string {
    return this.#lists.has(name)
      ? 'The previous version keeps playing.'
      : 'The playlist is left out until this is mended.'
  }
}

const nameOf = (file: string): string => path.basename(file).replace(/\.ya?ml$/, '')

function unknownPlaylists(list: PlaylistFile, known: ReadonlySet<string>): Wrong {
  return list.items.flatMap((item) => {
    if (typeof item === 'string' || !('playlist' in item) || known.has(trimmedPath(item.playlist))) return []
    const meant = nearest(item.playlist, [...known])
    const help = meant === undefined ? '' : ` Did you mean "${meant}"?`
    return [{ message: `There is no playlist "${item.playlist}".${help} The rest plays.` }]
  })
}
