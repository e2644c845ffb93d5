/** The render queue: stills of new explainers first, then their films, scene by scene; what cannot be made is said, and what played goes on. */
import { compareNames, type SceneStill } from '../core/asset.ts'
import type { Explainer } from '../core/explainer.ts'
import { notice, type Remark, refusal } from '../core/remarks.ts'
import type { Brand } from '../core/theme.ts'
import { codeOf, reasonOf } from './fault.ts'
import { durationOf, type FilmJob, lookOf, propsOf, wordsOf } from './film-job.ts'
import { FilmFault, type FilmMaker, type FilmRefusal } from './film-maker.ts'
import type { FilmShelf } from './film-shelf.ts'
import type { Library } from './library.ts'

const lookForBrowserEveryMs = 15_000
/** Where the progress of a film stands when its stills are there, and when its clips are. */
const progressAt = { stills: 0.08, clips: 0.97 }

type FilmCode = Exclude<FilmRefusal, 'cancelled'>

/** What plays here is made first, then what still waits to be checked; of what rests here only the pictures are. */
export const filmTurns = ['first', 'later', 'resting'] as const
export type FilmTurn = (typeof filmTurns)[number]

interface Parts {
  readonly library: Library
  readonly maker: FilmMaker
  readonly shelf: FilmShelf
  readonly brand: () => Brand
  readonly turnOf: (path: string) => FilmTurn
}

export class Films {
  readonly #parts: Parts
  readonly #jobs = new Map<string, FilmJob>()
  readonly #turns = new Map<string, symbol>()
  readonly #timer: NodeJS.Timeout
  #stills: Promise<void> | undefined
  #films: Promise<void> | undefined
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#timer = setInterval(() => this.#retry(['no-browser']), lookForBrowserEveryMs)
  }

  /** Wants the film of an explainer, in today's look; does nothing when it is there or on its way. */
  async want(path: string, explainer: Explainer): Promise<void> {
    const { library, maker, shelf } = this.#parts
    const turn = Symbol(path)
    this.#turns.set(path, turn)
    library.entitle(path, explainer.title)
    const brand = this.#parts.brand()
    const words = wordsOf(explainer)
    const look = lookOf(brand, await maker.template().catch(() => 'missing'))
    const isShown = await this.#isShown(path, words)
    if (this.#turns.get(path) !== turn || this.#isClosed) return
    const before = this.#jobs.get(path)
    if (before?.words === words && before.look === look && before.state.kind !== 'failed') {
      return before.state.kind === 'done' ? library.drop(path) : this.#go()
    }
    before?.controller.abort()
    const isDone = isShown && shelf.made(path)?.look === look
    const kind = isDone ? 'done' : isShown ? 'film-wanted' : 'stills-wanted'
    const scenes = propsOf(explainer, brand)
    const job: FilmJob = { path, explainer, scenes, words, look, controller: new AbortController(), state: { kind } }
    this.#jobs.set(path, job)
    if (isDone) return library.drop(path)
    if (isShown && this.#rests(job)) library.drop(path)
    else this.#progress(job, 0)
    this.#go()
  }

  forget(path: string): void {
    this.#jobs.get(path)?.controller.abort()
    this.#jobs.delete(path)
    this.#turns.delete(path)
    this.#parts.shelf.forget(path)
  }

  /** Whether the film of an explainer is there, on its way, or its stills are. */
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

  /** Has every film made anew in another brand; the ones there are play until then. */
  lookChanged(): void {
    for (const { path, explainer } of [...this.#jobs.values()]) void this.want(path, explainer)
  }

  /** Says that films may have got another turn: one that rested may be wanted now. */
  turnsChanged(): void {
    if (this.#next('film-wanted') !== undefined) this.#go()
  }

  /** Tries again what failed because of the surroundings. */
  lookAgain(): void {
    this.#retry(['no-browser', 'no-space'])
  }

  async sweep(now: number, graceMs: number): Promise<void> {
    const { maker } = this.#parts
    const scenes = [...this.#jobs.values()].flatMap((job) => job.scenes)
    const inUse = await maker.namesOf(scenes).catch(() => undefined)
    if (inUse !== undefined) await maker.cache.sweep(new Set(inUse), now, graceMs)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    for (const { controller } of this.#jobs.values()) controller.abort()
    await this.#parts.maker.rest()
    await Promise.all([this.#stills, this.#films])
  }

  #retry(codes: readonly string[]): void {
    const browser = this.#parts.maker.browser()
    for (const { path, explainer, state } of [...this.#jobs.values()]) {
      if (state.kind !== 'failed' || !codes.includes(state.code)) continue
      // The same browser would fail in the same way.
      if (state.code !== 'no-browser' || state.browser !== browser) void this.want(path, explainer)
    }
  }

  async #isShown(path: string, words: string): Promise<boolean> {
    const media = this.#parts.library.entryAt(path)?.media
    return media !== undefined && this.#parts.shelf.made(path)?.words === words && this.#parts.shelf.has(media)
  }

  // Two lanes: an edited explainer has its stills while the film of another one is still being rendered.
  #go(): void {
    if (this.#isClosed) return
    this.#stills ??= this.#lane('stills-wanted', (job) => this.#makeStills(job)).finally(() => {
      this.#stills = undefined
      if (this.#next('stills-wanted') !== undefined) this.#go()
    })
    this.#films ??= this.#filmLane().finally(() => {
      this.#films = undefined
      if (this.#next('film-wanted') !== undefined) this.#go()
    })
  }

  async #filmLane(): Promise<void> {
    do {
      await this.#stills
      await this.#lane('film-wanted', (job) => this.#makeFilm(job))
    } while (this.#stills !== undefined)
    // Nothing is left but what rests: nobody works on that.
    for (const { path, state } of this.#jobs.values()) {
      if (state.kind === 'film-wanted' && !this.#isClosed) this.#parts.library.drop(path)
    }
    if (!this.#isClosed && this.#stills === undefined) await this.#parts.maker.rest()
  }

  async #lane(kind: 'stills-wanted' | 'film-wanted', make: (job: FilmJob) => Promise<void>): Promise<void> {
    for (let job = this.#next(kind); job !== undefined && !this.#isClosed; job = this.#next(kind)) {
      try {
        await make(job)
      } catch (cause) {
        if (!job.controller.signal.aborted) this.#fail(job, cause)
      }
      if (kind === 'film-wanted' && this.#stills !== undefined) return
    }
  }

  #next(kind: 'stills-wanted' | 'film-wanted'): FilmJob | undefined {
    const waiting = [...this.#jobs.values()]
      .filter(({ state }) => state.kind === kind)
      .map((job) => ({ job, turn: filmTurns.indexOf(this.#parts.turnOf(job.path)) }))
      .filter(({ turn }) => kind === 'stills-wanted' || turn !== filmTurns.indexOf('resting'))
    // The shortest film first: the sooner one of them moves.
    return waiting.toSorted(
      (a, b) => a.turn - b.turn || durationOf(a.job) - durationOf(b.job) || compareNames(a.job.path, b.job.path),
    )[0]?.job
  }

  #rests({ path }: FilmJob): boolean {
    return this.#parts.turnOf(path) === 'resting'
  }

  async #makeStills(job: FilmJob): Promise<void> {
    const { library, maker, shelf } = this.#parts
    const { signal } = job.controller
    if (!(await shelf.hasRoom())) return this.#refuse(job, 'no-space', refusal('no-space'))
    const stills: SceneStill[] = []
    for (const props of job.scenes) {
      const file = await maker.shoot({ kind: 'still', props }, undefined, signal)
      const media = await shelf.putStill(file, maker, signal)
      if (signal.aborted) return
      stills.push({ media, durationMs: props.durationMs })
      this.#progress(job, (progressAt.stills * stills.length) / job.scenes.length)
    }
    job.state = { kind: 'film-wanted' }
    library.showStills(job.path, stills)
    if (this.#rests(job)) library.drop(job.path)
  }

  async #makeFilm(job: FilmJob): Promise<void> {
    const { library, maker, shelf } = this.#parts
    const { signal } = job.controller
    if (!(await shelf.hasRoom())) return this.#refuse(job, 'no-space', refusal('no-space'))
    const report = (share: number) =>
      this.#progress(job, progressAt.stills + share * (progressAt.clips - progressAt.stills))
    const clips = await maker.shootAll(job.scenes, report, signal)
    if (signal.aborted) return
    const media = await shelf.putFilm(clips, durationOf(job), maker, signal)
    if (signal.aborted) return
    job.state = { kind: 'done' }
    shelf.remember(job.path, job)
    library.showFilm(job.path, media)
  }

  /** A text that was broken meanwhile says so itself; the film of the words before it is made in silence. */
  #progress({ path, controller }: FilmJob, share: number): void {
    const { library } = this.#parts
    if (controller.signal.aborted || library.entryAt(path)?.refused?.code === 'broken-text') return
    library.work(path, 'explainer', Math.min(share, 1))
  }

  #fail(job: FilmJob, cause: unknown): void {
    if (codeOf(cause) === 'ENOSPC') {
      this.#refuse(job, 'no-space', refusal('no-space'))
      return
    }
    const code = cause instanceof FilmFault && cause.code !== 'cancelled' ? cause.code : 'film-failed'
    const [why = ''] = reasonOf(cause).split('\n')
    console.error(`${job.path}: ${reasonOf(cause)}`)
    this.#refuse(job, code, { ...refusal(code), ...this.#messageFor(code, why.slice(0, 200)) })
  }

  #messageFor(code: FilmCode, why: string): Partial<Remark> {
    const browser = this.#parts.maker.browser()
    if (code === 'film-failed') return { message: `The film could not be made: ${why}.` }
    if (code === 'scene-too-long') return { message: `${why} from the last seat.` }
    return browser === undefined ? {} : { message: `The browser for films, ${browser}, cannot be started.` }
  }

  #refuse(job: FilmJob, code: FilmCode | 'no-space', reason: Remark): void {
    const { library, maker } = this.#parts
    job.state = { kind: 'failed', code, browser: maker.browser() }
    const entry = library.entryAt(job.path)
    if (entry === undefined || entry.refused?.code === 'broken-text') return
    // The same words are on the TV, in an older look: nobody has to do anything.
    if (entry.media !== undefined) library.drop(job.path)
    else library.refuse(job.path, entry, reason, entry.stills === undefined ? [] : [notice('stills-play')])
  }
}
