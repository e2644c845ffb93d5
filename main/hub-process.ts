/** Starts the hub on Node 24, restarts it with back-off, hands on its address; uses one that runs already. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

interface HubSettings {
  /** Path of the Node that runs the hub. */
  readonly node: string
  /** Path of the built hub. */
  readonly program: string
  readonly args: readonly string[]
  readonly data: string
  readonly environment: NodeJS.ProcessEnv
}

/**
 * Without a bound, what ten thousand dropped files leave behind is cleared away late, and a small computer runs short of
 * memory; the hub itself needs a quarter of it. `scripts/hub.mjs` says the same.
 */
export const hubFlags = ['--max-old-space-size=288'] as const

const backOffMs = { first: 100, last: 5_000 }
/** A hub that ran this long was well: the next restart is quick again. */
const wellMs = 10_000
const healthTimeoutMs = 1_000
const farewellMs = 1_500

export class HubProcess {
  readonly #settings: HubSettings
  readonly #waiting = new Set<(url: string) => void>()
  #url: string | undefined
  #child: ChildProcess | undefined
  #lose: (() => void) | undefined
  #isClosed = false

  constructor(settings: HubSettings) {
    this.#settings = settings
  }

  /** Keeps a hub running until this is closed. */
  async run(): Promise<void> {
    let backOff = backOffMs.first
    while (!this.#isClosed) {
      const announced = await this.#announcedUrl()
      const startedAt = performance.now()
      if (announced !== undefined) await this.#useUntilLost(announced)
      else await this.#startAndWait()
      if (this.#isClosed) return
      backOff = performance.now() - startedAt > wellMs ? backOffMs.first : Math.min(backOff * 2, backOffMs.last)
      await pause(backOff)
    }
  }

  /** The address of a hub that answers, as soon as there is one. */
  async url(): Promise<string> {
    return this.#url ?? new Promise((resolve) => this.#waiting.add(resolve))
  }

  /** Says that nothing answers at an address: a hub that somebody else started may have gone. */
  async suspect(url: string): Promise<void> {
    if (this.#url === url && this.#lose !== undefined && !(await answers(url))) this.#lose?.()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#lose?.()
    const child = this.#child
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await Promise.race([ended, pause(farewellMs)])
    child.kill('SIGKILL')
  }

  async #useUntilLost(url: string): Promise<void> {
    this.#found(url)
    await new Promise<void>((resolve) => {
      this.#lose = resolve
    })
    this.#lose = undefined
    this.#url = undefined
  }

  async #startAndWait(): Promise<void> {
    const { node, program, args, environment } = this.#settings
    const child = spawn(node, [...hubFlags, program, ...args], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: environment,
    })
    this.#child = child
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4_096)
      const ready = /^ready (http:\S+)$/m.exec(said)?.[1]
      if (ready !== undefined && this.#url === undefined) this.#found(ready)
    })
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', (cause) => {
        console.error(`The hub cannot be started (${cause.message}). It is tried again.`)
        resolve()
      })
    })
    this.#child = undefined
    this.#url = undefined
  }

  #found(url: string): void {
    this.#url = url
    process.stdout.write(`ready ${url}\n`)
    for (const resolve of this.#waiting) resolve(url)
    this.#waiting.clear()
  }

  /** A hub on the same data folder leaves word where it answers. */
  async #announcedUrl(): Promise<string | undefined> {
    try {
      const word: unknown = JSON.parse(await readFile(path.join(this.#settings.data, 'hub.json'), 'utf8'))
      const url = typeof word === 'object' && word !== null && 'url' in word ? String(word.url) : ''
      return /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+$/.test(url) && (await answers(url)) ? url : undefined
    } catch {
      return undefined
    }
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(healthTimeoutMs) })).ok
  } catch {
    return false
  }
}
