/** The films of all explainers: each wanted one is made in its turn, stills first; what cannot be made is said, and what played goes on. */
import type { SceneStill } from '../core/asset.ts'
import type { Explainer } from '../core/explainer.ts'
import type { FilmEntry } from '../core/film-contract.ts'
import type { FilmSize } from '../core/scene.ts'
import type { Brand } from '../core/theme.ts'
import { reasonOf } from './fault.ts'
import { durationOf, type FilmJob, hasSound, isSettled, lookOf, propsOf, wordsOf } from './film-job.ts'
import { FilmLanes } from './film-lanes.ts'
import type { FilmMaker } from './film-maker.ts'
import type { FilmPace } from './film-pace.ts'
import { FilmQueue, type FilmTurn } from './film-queue.ts'
import type { FilmShelf } from './film-shelf.ts'
import { FilmTelling } from './film-telling.ts'
import { refusalOf } from './film-trouble.ts'
import type { Library } from './library.ts'

const lookForBrowserEveryMs = 15_000
/** Where the progress of a film stands when its scenes are there: joining and checking follow. */
const renderedShare = 0.97

interface Parts {
  readonly library: Library
  readonly maker: FilmMaker
  readonly shelf: FilmShelf
  readonly pace: FilmPace
  readonly brand: () => Brand
  /** By how the TV hangs. */
  readonly size: () => FilmSize
  readonly turnOf: (path: string) => FilmTurn
}

export class Films {
  readonly #parts: Parts
  readonly #jobs = new Map<string, FilmJob>()
  readonly #turns = new Map<string, symbol>()
  readonly #listeners = new Set<() => void>()
  readonly #timer: NodeJS.Timeout
  readonly #queue: FilmQueue
  readonly #lanes: FilmLanes
  readonly #telling: FilmTelling
  #size: FilmSize
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#size = parts.size()
    this.#queue = new FilmQueue({ jobs: this.#jobs, turnOf: parts.turnOf, pace: parts.pace })
    this.#telling = new FilmTelling(parts.library, this.#queue)
    this.#lanes = new FilmLanes({
      queue: this.#queue,
      makeStills: (job) => this.#makeStills(job),
      makeFilm: (job) => this.#makeFilm(job),
      onFault: (job, cause) => this.#fail(job, cause),
      onTurn: () => this.#told(),
      onRest: () => this.#leaveResting(),
    })
    this.#timer = setInterval(() => this.#retry(['no-browser', 'too-busy', 'missing-program']), lookForBrowserEveryMs)
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /**
   * Wants the film of an explainer, in today's look; does nothing when it is there or on its way.
   *
   * @param isSaved somebody has just saved it: then it is made even if it was cancelled before
   */
  async want(path: string, explainer: Explainer, isSaved = false): Promise<void> {
    const { library, maker, shelf } = this.#parts
    const size = this.#parts.size()
    const turn = Symbol(path)
    this.#turns.set(path, turn)
    library.entitle(path, explainer.title)
    const brand = this.#parts.brand()
    const words = wordsOf(explainer)
    const look = lookOf(explainer, brand, await maker.identity().catch(() => 'missing'), size)
    const scenes = propsOf(explainer, brand, size)
    const isShown = await this.#isShown(path, words)
    const isDone = isShown && shelf.made(path)?.look === look
    const work = isDone ? { stills: 0, clips: 0 } : await maker.costOf(scenes).catch(() => ({ stills: 0, clips: 0 }))
    if (this.#turns.get(path) !== turn || this.#isClosed) return
    const before = this.#jobs.get(path)
    if (before?.words === words && before.look === look && isSettled(before, isSaved)) {
      return before.state.kind === 'done' ? library.drop(path) : this.#lanes.go()
    }
    before?.controller.abort()
    const wish = isSaved ? undefined : shelf.wishOf(path, words)
    if (wish === undefined) shelf.forgetWish(path)
    const kind = isDone ? 'done' : isShown ? 'film-wanted' : 'stills-wanted'
    const state = wish === 'cancelled' && !isDone ? ({ kind: 'cancelled' } as const) : ({ kind } as const)
    const rank = wish === 'first' ? 1 : 0
    const about = { path, explainer, scenes, words, look, controller: new AbortController() }
    const job: FilmJob = { ...about, work, isAnew: isShown && !isDone, rank, isResting: false, progress: 0, state }
    this.#jobs.set(path, job)
    if (state.kind === 'done') library.drop(path)
    else if (state.kind === 'cancelled') this.#telling.refuse(job)
    else this.#go(job)
    this.#told()
  }

  /** Stops the making of a film whose words are out of date: those that take their place are not known whole yet. */
  outdated(path: string): void {
    this.#jobs.get(path)?.controller.abort()
    this.#jobs.delete(path)
    this.#turns.delete(path)
    this.#told()
  }

  forget(path: string): void {
    this.#parts.shelf.forget(path)
    this.outdated(path)
  }

  /** Whether nothing has to be done about these words: the film is there, on its way, or not wanted. */
  wants(path: string): boolean {
    const job = this.#jobs.get(path)
    return job !== undefined && job.state.kind !== 'failed'
  }

  /** Whether what is shown of an explainer, or about to be, says these very words. */
  async hasWords(path: string, explainer: Explainer): Promise<boolean> {
    const words = wordsOf(explainer)
    const job = this.#jobs.get(path)
    return job === undefined ? this.#isShown(path, words) : job.words === words
  }

  list(): readonly FilmEntry[] {
    return this.#queue.told(this.#lanes.atWork())
  }

  /** @returns whether it was waiting or in work */
  cancel(path: string): boolean {
    const job = this.#jobs.get(path)
    if (job === undefined || !this.#queue.isWaiting(job)) return false
    job.controller.abort()
    job.state = { kind: 'cancelled' }
    this.#parts.shelf.wish(path, job.words, 'cancelled')
    this.#telling.refuse(job)
    this.#told()
    // Whatever it has started ends with it. A worker that has other work goes on.
    if (!this.#lanes.hasOthers(job)) void this.#parts.maker.rest()
    return true
  }

  /** @returns whether it was stopped */
  retry(path: string): boolean {
    const job = this.#jobs.get(path)
    if (job === undefined || (job.state.kind !== 'failed' && job.state.kind !== 'cancelled')) return false
    this.#wantSafely(path, job.explainer, true)
    return true
  }

  /** Also what rests is then made. @returns whether there was something to make */
  first(path: string): boolean {
    const job = this.#jobs.get(path)
    if (job === undefined || !(this.#queue.isWaiting(job) || this.#queue.rests(job))) return false
    if (job.state.kind !== 'stills-wanted' && job.state.kind !== 'film-wanted') return false
    job.rank = Math.max(0, ...[...this.#jobs.values()].map(({ rank }) => rank)) + 1
    this.#parts.shelf.wish(path, job.words, 'first')
    this.#go(job)
    this.#told()
    return true
  }

  /** Has every film made anew in another brand; the ones there are play until then. */
  lookChanged(): void {
    for (const { path, explainer } of [...this.#jobs.values()]) this.#wantSafely(path, explainer)
  }

  /** Says that films may have got another turn or another shape: one that rested may be wanted now, or all of them upright. */
  wishesChanged(): void {
    const size = this.#parts.size()
    if (size !== this.#size) this.lookChanged()
    this.#size = size
    this.#telling.turns(this.#jobs.values())
    this.#lanes.go()
    this.#told()
  }

  /** Tries again what failed because of the surroundings. */
  lookAgain(): void {
    this.#retry(['no-browser', 'too-busy', 'missing-program', 'no-space'])
  }

  async sweep(now: number, graceMs: number): Promise<void> {
    const inUse = await this.#inUse()
    if (inUse !== undefined) await this.#parts.maker.cache.sweep(inUse, now, graceMs)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    for (const { controller } of this.#jobs.values()) controller.abort()
    this.#lanes.close()
    await this.#parts.maker.rest()
    await this.#lanes.ended()
  }

  #go(job: FilmJob): void {
    if (this.#queue.isWaiting(job)) this.#telling.work(job)
    else this.#parts.library.drop(job.path)
    this.#lanes.go()
  }

  /** Nothing is left but what rests: nobody works on that. */
  #leaveResting(): void {
    for (const { path, state } of this.#jobs.values()) {
      if (state.kind === 'film-wanted') this.#parts.library.drop(path)
    }
  }

  #retry(codes: readonly string[]): void {
    const browser = this.#parts.maker.browser()
    for (const { path, explainer, state } of [...this.#jobs.values()]) {
      if (state.kind !== 'failed' || !codes.includes(state.code)) continue
      // The same browser would fail in the same way.
      if (state.code !== 'no-browser' || state.browser !== browser) this.#wantSafely(path, explainer)
    }
  }

  /** A disk that takes nothing must not end the hub: what is wanted is asked for again with the next look. */
  #wantSafely(path: string, explainer: Explainer, isSaved = false): void {
    this.want(path, explainer, isSaved).catch((cause) => console.error(`${path}: ${reasonOf(cause)}`))
  }

  async #isShown(path: string, words: string): Promise<boolean> {
    const media = this.#parts.library.entryAt(path)?.media
    return media !== undefined && this.#parts.shelf.made(path)?.words === words && this.#parts.shelf.has(media)
  }

  async #makeStills(job: FilmJob): Promise<void> {
    const { library, maker, shelf } = this.#parts
    const { signal } = job.controller
    await shelf.needRoom()
    const stills: SceneStill[] = []
    for (const props of job.scenes) {
      const file = await maker.shoot({ kind: 'still', props }, undefined, signal)
      const media = await shelf.putStill(file, maker, signal)
      if (signal.aborted) return
      stills.push({ media, durationMs: props.durationMs })
      this.#progress(job, 0)
    }
    job.state = { kind: 'film-wanted' }
    library.showStills(job.path, stills)
    if (this.#queue.rests(job)) library.drop(job.path)
  }

  async #makeFilm(job: FilmJob): Promise<void> {
    const { library, maker, shelf } = this.#parts
    const { signal } = job.controller
    await shelf.needRoom()
    const report = (share: number) => this.#progress(job, share * renderedShare)
    const clips = await maker.shootAll(job.scenes, report, signal, () => !this.#lanes.mustYield(job))
    if (signal.aborted) return
    const wanted = { durationMs: durationOf(job.scenes), hasSound: hasSound(job.explainer) }
    const media = await shelf.putFilm(clips, wanted, maker, signal)
    if (signal.aborted) return
    // In this order: a film that was only remembered would never be made again.
    library.showFilm(job.path, media)
    shelf.remember(job.path, job)
    job.state = { kind: 'done' }
    await this.#shrinkCache()
  }

  async #inUse(): Promise<ReadonlySet<string> | undefined> {
    const scenes = [...this.#jobs.values()].flatMap((job) => job.scenes)
    const names = await this.#parts.maker.namesOf(scenes).catch(() => undefined)
    return names && new Set(names)
  }

  async #shrinkCache(): Promise<void> {
    const inUse = await this.#inUse()
    if (inUse !== undefined) await this.#parts.maker.cache.shrink(inUse)
  }

  #progress(job: FilmJob, share: number): void {
    if (job.controller.signal.aborted) return
    job.progress = Math.max(share, job.progress)
    this.#telling.work(job)
    this.#told()
  }

  #fail(job: FilmJob, cause: unknown): void {
    const browser = this.#parts.maker.browser()
    const { code, reason, log } = refusalOf(cause, browser)
    console.error(`${job.path}: ${log}`)
    job.state = { kind: 'failed', code, message: reason.message, browser }
    this.#telling.refuse(job, reason)
    this.#told()
  }

  #told(): void {
    for (const listener of this.#listeners) listener()
  }
}
