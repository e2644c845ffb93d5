/** The worker of the waiting times as the hub sees it: asked at most once a second, started anew when it dies. */
import { Worker } from 'node:worker_threads'
import type { Learned, WaitAnswer, WaitQuestion } from './wait-reckoner.ts'

/** However much is pressed, waits are reckoned no more often than this. */
const restMs = 1_000
const firstPauseMs = 1_000
const longestPauseMs = 60_000

interface Parts {
  /** The built worker. */
  readonly program: URL
  readonly mayLearn: boolean
  /** What it begins with, and begins with again. */
  readonly learned: () => Learned
  /** @param since the last event it knows */
  readonly question: (since: number) => WaitQuestion
  readonly onAnswer: (answer: WaitAnswer) => void
}

export class WaitThread {
  readonly #parts: Parts
  #worker: Worker | undefined
  #since = 0
  #isBusy = false
  #isWanted = false
  #timer: NodeJS.Timeout | undefined
  #askedAt = Number.NEGATIVE_INFINITY
  #pauseMs = firstPauseMs
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Asks soon: what comes meanwhile is asked together. */
  ask(): void {
    if (this.#isClosed) return
    this.#isWanted = true
    if (this.#isBusy || this.#timer !== undefined) return
    this.#later(Math.max(0, this.#askedAt + restMs - performance.now()))
  }

  /** A question has been open for longer than that. */
  isSilent(forMs: number): boolean {
    return this.#isBusy && performance.now() - this.#askedAt > forMs
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    void this.#worker?.terminate()
  }

  #later(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#isWanted && !this.#isClosed) this.#askNow()
    }, ms)
  }

  #askNow(): void {
    this.#isWanted = false
    this.#isBusy = true
    this.#askedAt = performance.now()
    this.#worker ??= this.#start()
    const question = this.#parts.question(this.#since)
    this.#since = Math.max(this.#since, question.events.at(-1)?.revision ?? 0)
    this.#worker.postMessage(question)
  }

  #start(): Worker {
    const base = this.#parts.learned()
    this.#since = base.revision
    const worker = new Worker(this.#parts.program, { workerData: { base, mayLearn: this.#parts.mayLearn } })
    // A hub that ends does not wait for it.
    worker.unref()
    worker.on('message', (answer: WaitAnswer) => {
      this.#pauseMs = firstPauseMs
      this.#isBusy = false
      this.#parts.onAnswer(answer)
      if (this.#isWanted) this.#later(restMs)
    })
    worker.on('error', (cause) => {
      console.error(`Waiting times could not be reckoned (${cause.message}). Planned minutes are told meanwhile.`)
    })
    worker.on('exit', () => {
      this.#worker = undefined
      if (this.#isClosed) return
      this.#isBusy = true
      this.#isWanted = true
      this.#timer = setTimeout(() => {
        this.#timer = undefined
        this.#isBusy = false
        if (!this.#isClosed) this.#askNow()
      }, this.#pauseMs)
      this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs * 2)
    })
    return worker
  }
}
