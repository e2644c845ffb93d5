/** The file `schedule.yaml` beside the rows that were made of it: imported once by itself, then when somebody says so. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ScheduleFile } from '../core/schedule-check.ts'
import { readScheduleYaml } from '../core/schedule-yaml.ts'
import type { YamlResult } from '../core/yaml-document.ts'
import type { Database } from './database.ts'
import { Facts } from './facts.ts'
import { codeOf, reasonOf } from './fault.ts'
import type { Problems } from './problems.ts'

export const scheduleFileName = 'schedule.yaml'
const about = `playlists/${scheduleFileName}`
/** What was imported last: SHA-256, or `none` for an installation that began without. */
const importedFact = 'schedule-imported'
const lookAgainMs = 5_000

export type ReadFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'read'; readonly text: string; readonly parsed: YamlResult<ScheduleFile> }

interface Parts {
  readonly database: Database
  /** The playlists folder. */
  readonly folder: string
  readonly problems: Problems
  /** The file is another one than a moment ago. */
  readonly onChange: () => void
}

export class ScheduleSource {
  readonly #parts: Parts
  readonly #facts: Facts
  #state: { readonly isNewer: boolean } | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    this.#facts = new Facts(parts.database)
  }

  /** Undefined while there is no such file. */
  get state(): { readonly isNewer: boolean } | undefined {
    return this.#state
  }

  /** @param fill called at the very first start, with what the file says */
  async open(fill: (file: ScheduleFile) => void): Promise<void> {
    const read = await this.read()
    if (this.#facts.valueOf(importedFact) === undefined) {
      if (read.kind === 'absent') this.#facts.keep(importedFact, 'none')
      if (read.kind === 'read' && read.parsed.ok) {
        fill(read.parsed.value)
        this.imported(read.text)
      }
    }
    await this.look()
    this.#timer = setInterval(() => void this.look(), lookAgainMs)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  async read(): Promise<ReadFile> {
    try {
      const text = await readFile(path.join(this.#parts.folder, scheduleFileName), 'utf8')
      return { kind: 'read', text, parsed: readScheduleYaml(text) }
    } catch (cause) {
      return codeOf(cause) === 'ENOENT'
        ? { kind: 'absent' }
        : { kind: 'unreadable', message: `It cannot be read (${reasonOf(cause)}).` }
    }
  }

  /** Within the transaction of the import. */
  imported(text: string): void {
    markImported(this.#parts.database, this.#parts.folder, text)
  }

  async look(): Promise<void> {
    const read = await this.read()
    const before = JSON.stringify(this.#state)
    this.#state =
      read.kind === 'read' ? { isNewer: digestOf(read.text) !== this.#facts.valueOf(importedFact) } : undefined
    this.#parts.problems.set(about, wrongIn(read))
    if (JSON.stringify(this.#state) !== before) this.#parts.onChange()
  }
}

/** Remembers that a text is in the rows, if it is what the file says: a text from elsewhere says nothing about the file. */
export function markImported(database: Database, folder: string, text: string): void {
  let inFolder: string | undefined
  try {
    inFolder = readFileSync(path.join(folder, scheduleFileName), 'utf8')
  } catch {
    return
  }
  if (inFolder === text) new Facts(database).keep(importedFact, digestOf(text))
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const consequence = 'It is not imported; the schedules in force stay.'

function wrongIn(read: ReadFile): Parameters<Problems['set']>[1] {
  if (read.kind === 'unreadable') return [{ message: `${read.message} ${consequence}` }]
  if (read.kind === 'absent' || read.parsed.ok) return []
  return read.parsed.problems.map((problem) => ({ ...problem, message: `${problem.message} ${consequence}` }))
}
