/** The intake workers as the hub sees them: few, started when there is work, watched, and gone with everything they started. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Judgement, Judging, Order, Received, Receiving, Report, Task } from './intake-worker/messages.ts'
import { killGroup } from './process-group.ts'

/** The task itself failed, which says nothing about the file. */
export class TaskFault extends Error {
  override readonly name = 'TaskFault'
  /** The system's, like `ENOSPC`; absent when the worker was ended or said nothing for too long. */
  readonly code: string | undefined
  readonly wasSilent: boolean

  constructor(message: string, { code, wasSilent = false }: { code?: string | undefined; wasSilent?: boolean } = {}) {
    super(message)
    this.code = code
    this.wasSilent = wasSilent
  }
}

export interface Progress {
  /** Of this task, 0 to 1. */
  readonly share: number
  readonly remainingMs?: number
}

interface Settings {
  /** The built worker. */
  readonly program: string
  /** How many work at once. */
  readonly size: number
  /** A worker that says nothing for this long is stuck. */
  readonly silenceMs?: number
}

interface Errand {
  readonly task: Task
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal
  readonly resolve: (result: Judgement | Received) => void
  readonly reject: (cause: unknown) => void
}

interface Worker {
  readonly child: ChildProcess
  errand: Errand | undefined
  id: number
  silence: NodeJS.Timeout | undefined
}

const usualSilenceMs = 60_000
const rememberedErrors = 2_000

export class IntakeCrew {
  readonly #settings: Settings
  readonly #workers = new Set<Worker>()
  readonly #waiting: Errand[] = []
  #isClosed = false
  #nextId = 1

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** @throws TaskFault; the reason of `signal` when it was aborted */
  async receive(
    what: Omit<Receiving, 'kind'>,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Received> {
    return (await this.#run({ kind: 'receive', ...what }, onProgress, signal)) as Received
  }

  /** @throws TaskFault; the reason of `signal` when it was aborted */
  async judge(task: Judging, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Judgement> {
    return (await this.#run(task, onProgress, signal)) as Judgement
  }

  /** Ends every worker; what they were doing is rejected. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const errand of this.#waiting.splice(0)) errand.reject(new TaskFault('the hub stops'))
    const ended = [...this.#workers].map(({ child }) => new Promise((done) => child.once('exit', done)))
    for (const { child } of this.#workers) killGroup(child)
    await Promise.all(ended)
  }

  #run(task: Task, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Judgement | Received> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const errand: Errand = { task, onProgress, signal, resolve, reject }
      signal.addEventListener('abort', () => this.#cancel(errand), { once: true })
      this.#waiting.push(errand)
      this.#next()
    })
  }

  #next(): void {
    if (this.#isClosed) return
    const errand = this.#waiting[0]
    if (errand === undefined) return
    const idle = [...this.#workers].find(({ child, errand: busy }) => busy === undefined && child.connected)
    const worker = idle ?? (this.#workers.size < this.#settings.size ? this.#start() : undefined)
    if (worker === undefined) return
    this.#waiting.shift()
    worker.errand = errand
    worker.id = this.#nextId
    this.#nextId += 1
    this.#listenOn(worker)
    const order: Order = { id: worker.id, task: errand.task }
    // One that has just ended is noticed by its exit, or here.
    worker.child.send(order, (cause) => {
      if (cause !== null) this.#end(worker)
    })
    this.#next()
  }

  /** Nothing tells a worker to stop half-way better than its end; the next one starts in a moment. */
  #cancel(errand: Errand): void {
    const at = this.#waiting.indexOf(errand)
    if (at >= 0) this.#waiting.splice(at, 1)
    for (const worker of this.#workers) if (worker.errand === errand) this.#end(worker)
    errand.reject(errand.signal.reason)
  }

  #start(): Worker {
    const child = spawn(process.execPath, [this.#settings.program], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Its own group: whatever it starts can be ended with it.
      detached: true,
    })
    const worker: Worker = { child, errand: undefined, id: 0, silence: undefined }
    this.#workers.add(worker)
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-rememberedErrors)
    })
    child.on('message', (report: Report) => this.#hear(worker, report))
    const gone = (reason: string) => {
      this.#end(worker)
      worker.errand?.reject(new TaskFault(`the program that checks it was ended (${reason})`))
      this.#next()
    }
    child.once('exit', (code, signal) => gone(`${signal ?? `code ${code}`}${said === '' ? '' : `: ${said.trim()}`}`))
    child.once('error', (cause) => gone(cause.message))
    return worker
  }

  #end(worker: Worker): void {
    clearTimeout(worker.silence)
    this.#workers.delete(worker)
    killGroup(worker.child)
  }

  #listenOn(worker: Worker): void {
    clearTimeout(worker.silence)
    const silenceMs = this.#settings.silenceMs ?? usualSilenceMs
    worker.silence = setTimeout(() => {
      const message = `the program that checks it said nothing for ${silenceMs / 1_000} s`
      worker.errand?.reject(new TaskFault(message, { wasSilent: true }))
      this.#end(worker)
      this.#next()
    }, silenceMs)
  }

  #hear(worker: Worker, report: Report): void {
    const { errand } = worker
    if (errand === undefined || report.id !== worker.id) return
    this.#listenOn(worker)
    if (report.kind === 'progress') {
      errand.onProgress(report)
      return
    }
    clearTimeout(worker.silence)
    worker.errand = undefined
    if (report.kind === 'done') errand.resolve(report.result)
    else errand.reject(new TaskFault(report.message, { code: report.code }))
    this.#next()
  }
}
