/** Speaks the words of the calls into files, with espeak-ng where it is installed; never while somebody waits for them. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import path from 'node:path'
import { vocabularyIn } from '../core/speech.ts'
import type { SpokenWords } from '../core/tv-contract.ts'
import { reasonOf } from './fault.ts'

/** In words a minute, slow enough for a room in which people talk; without the pause at the end; marks are no words. */
const manner = ['-s', '140', '-z', '-m']
const patienceMs = 15_000
const clipName = /^[a-z]{2}-[0-9a-f]{20}\.wav$/

interface Wanted {
  readonly languages: readonly string[]
  /** Names by id. */
  readonly rooms: Readonly<Record<string, string>>
}

export class Voice {
  readonly #folder: string
  readonly #program: string | undefined
  readonly #onChange: () => void
  #wanted: Wanted = { languages: [], rooms: {} }
  #words: Readonly<Record<string, SpokenWords>> = {}
  #running: Promise<void> | undefined
  #isStale = false
  #isClosed = false
  #child: ReturnType<typeof spawn> | undefined

  /**
   * @param folder where clips are kept
   * @param onChange told when there are words that were not there before
   */
  constructor(folder: string, environment: NodeJS.ProcessEnv, onChange: () => void) {
    this.#folder = folder
    this.#program = findProgram('espeak-ng', environment)
    this.#onChange = onChange
  }

  /** File names by language and word. */
  words(): Readonly<Record<string, SpokenWords>> {
    return this.#words
  }

  /** @returns where a clip lies; undefined for a name that cannot be one */
  pathOf(clip: string): string | undefined {
    return clipName.test(clip) ? path.join(this.#folder, clip) : undefined
  }

  /** Says which words are needed; the same ones cost nothing. */
  want(wanted: Wanted): void {
    if (this.#program === undefined || JSON.stringify(wanted) === JSON.stringify(this.#wanted)) return
    this.#wanted = wanted
    this.#isStale = true
    this.#running ??= this.#speakAll().finally(() => {
      this.#running = undefined
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#child?.kill('SIGKILL')
    await this.#running
  }

  async #speakAll(): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true })
      while (this.#isStale && !this.#isClosed) {
        this.#isStale = false
        const { languages, rooms } = this.#wanted
        const spoken: Record<string, SpokenWords> = {}
        for (const language of languages) spoken[language] = await this.#speakLanguage(language, rooms)
        if (this.#isStale || this.#isClosed) continue
        this.#words = spoken
        this.#onChange()
        await this.#sweep(new Set(Object.values(spoken).flatMap((words) => Object.values(words))))
      }
    } catch (cause) {
      if (!this.#isClosed) console.error(`The calls are not spoken: ${reasonOf(cause)}. Chime and picture go on.`)
    }
  }

  async #speakLanguage(language: string, rooms: Wanted['rooms']): Promise<SpokenWords> {
    const words: Record<string, string> = {}
    for (const [clip, text] of vocabularyIn(language, rooms)) {
      if (this.#isStale || this.#isClosed) break
      const file = clipOf(language, text)
      const isThere = (await stat(path.join(this.#folder, file)).catch(() => undefined))?.size
      if (!isThere) await this.#speak(language, text, file)
      words[clip] = file
    }
    return words
  }

  async #speak(language: string, text: string, file: string): Promise<void> {
    const making = path.join(this.#folder, `${file}.new`)
    const args = ['-v', language, ...manner, '-w', making, '--stdin']
    const child = spawn(this.#program ?? '', args, { stdio: ['pipe', 'ignore', 'ignore'] })
    this.#child = child
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    try {
      const ended = new Promise<number | null>((resolve, reject) => {
        child.once('error', reject)
        child.once('close', resolve)
      })
      calm(child.pid)
      child.stdin?.on('error', () => {})
      child.stdin?.end(markedUp(text))
      const code = await ended
      if (code !== 0) throw new Error(`espeak-ng ended with ${code} at "${text}" (${language})`)
      await rename(making, path.join(this.#folder, file))
    } finally {
      clearTimeout(timer)
      this.#child = undefined
      await rm(making, { force: true })
    }
  }

  async #sweep(inUse: ReadonlySet<string>): Promise<void> {
    for (const file of await readdir(this.#folder)) {
      if (!inUse.has(file)) await rm(path.join(this.#folder, file), { force: true })
    }
  }
}

/** Named by all that it is spoken with: spoken in another manner, it is another clip. */
function clipOf(language: string, text: string): string {
  const said = JSON.stringify([language, manner, markedUp(text)])
  return `${language}-${createHash('sha256').update(said).digest('hex').slice(0, 20)}.wav`
}

/** A letter by its name: alone, "A" would be an article. */
function markedUp(text: string): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return text.length === 1
    ? `<speak><say-as interpret-as="characters">${plain}</say-as></speak>`
    : `<speak>${plain}</speak>`
}

function calm(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already.
  }
}

function findProgram(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file))
}
