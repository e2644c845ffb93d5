/** The film worker as the hub sees it: started when there is something to render, and gone with everything it started. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { FilmAnswer, FilmFailure, FilmRequest, Shot } from './film-worker/messages.ts'
import { killGroup } from './process-group.ts'
import { idleClass } from './step-back.ts'

/** Why a scene was not rendered; `worker-ended` says nothing about the scene. */
export class ShotFault extends Error {
  override readonly name = 'ShotFault'
  readonly why: FilmFailure | 'worker-ended'

  constructor(why: FilmFailure | 'worker-ended', message: string) {
    super(message)
    this.why = why
  }
}

interface Task {
  readonly child: ChildProcess
  readonly onProgress: (share: number) => void
  readonly resolve: () => void
  readonly reject: (cause: ShotFault) => void
}

interface Settings {
  /** The built worker. */
  readonly program: string
  /** The bundled templates. */
  readonly bundle: string
  readonly browser: string
  /** A folder of its own for all that Remotion and the browser write beside the result. */
  readonly scratch: string
}

const rememberedErrors = 2_000
/** A worker that does not let go of a cancelled scene by then is ended, with all it started. */
const lettingGoMs = 3_000

export class FilmWorkerProcess {
  readonly #settings: Settings
  readonly #tasks = new Map<number, Task>()
  #starting: Promise<ChildProcess> | undefined
  #child: ChildProcess | undefined
  #nextId = 1

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Starts the worker before there is anything to render. */
  async start(): Promise<ChildProcess> {
    this.#starting ??= this.#start().catch((cause) => {
      // The next one may find room.
      this.#starting = undefined
      throw cause
    })
    return this.#starting
  }

  /**
   * Renders a shot of a scene into a file.
   *
   * @throws ShotFault; what was written until then is of no use
   */
  async render(
    shot: Shot,
    output: string,
    onProgress: (share: number) => void = () => {},
    signal?: AbortSignal,
  ): Promise<void> {
    const child = await this.start()
    const id = this.#nextId
    this.#nextId += 1
    let stubborn: NodeJS.Timeout | undefined
    const cancel = () => {
      this.#send(child, { kind: 'cancel', id })
      stubborn = setTimeout(() => killGroup(child), lettingGoMs)
    }
    try {
      await new Promise<void>((resolve, reject) => {
        this.#tasks.set(id, { child, onProgress, resolve, reject })
        if (signal?.aborted) return reject(new ShotFault('cancelled', 'cancelled'))
        signal?.addEventListener('abort', cancel, { once: true })
        this.#send(child, { kind: 'shoot', id, shot, output })
        if (child.exitCode !== null || child.signalCode !== null) reject(endedFault(''))
      })
    } finally {
      clearTimeout(stubborn)
      signal?.removeEventListener('abort', cancel)
      this.#tasks.delete(id)
    }
  }

  /** Ends the worker and all it started; the next render starts another one. */
  async close(): Promise<void> {
    const child = await this.#starting?.catch(() => undefined)
    this.#starting = undefined
    if (child === undefined) return
    const ended =
      child.exitCode === null && child.signalCode === null ? new Promise((done) => child.once('exit', done)) : undefined
    killGroup(child)
    await ended
  }

  async #start(): Promise<ChildProcess> {
    const { program, bundle, browser, scratch } = this.#settings
    await mkdir(scratch, { recursive: true })
    const own = await mkdtemp(path.join(scratch, 'worker-'))
    const [command = process.execPath, ...args] = [...idleClass(), process.execPath, program, bundle, browser]
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Its own group: whatever it starts can be ended with it.
      detached: true,
      env: { ...process.env, TMPDIR: own, TEMP: own, TMP: own },
    })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-rememberedErrors)
    })
    child.on('message', (message: FilmAnswer) => this.#hear(message))
    const end = (reason: string) => {
      killGroup(child)
      if (this.#child === child) this.#starting = undefined
      for (const task of [...this.#tasks.values()]) if (task.child === child) task.reject(endedFault(reason))
      void rm(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {})
    }
    child.once('exit', (code, signal) => end(`${signal ?? `code ${code}`}${said === '' ? '' : `: ${said.trim()}`}`))
    child.once('error', (cause) => end(cause.message))
    this.#child = child
    return child
  }

  #hear(message: FilmAnswer): void {
    const task = this.#tasks.get(message.id)
    switch (message.kind) {
      case 'progress':
        task?.onProgress(message.share)
        break
      case 'done':
        task?.resolve()
        break
      case 'failed':
        task?.reject(new ShotFault(message.why, message.message))
    }
  }

  #send(child: ChildProcess, request: FilmRequest): void {
    // A worker that has just ended is noticed by its exit.
    if (child.connected) child.send(request, () => {})
  }
}

const endedFault = (reason: string): ShotFault =>
  new ShotFault('worker-ended', `the program that renders it was ended (${reason})`)
