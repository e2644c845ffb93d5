/** Makes the parts of a film: stills and clips out of the cache or from the worker, and the film out of its clips. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { framesOf, framesPerSecond, type SceneProps } from '../core/scene.ts'
import { findBrowser } from './browser.ts'
import { reasonOf } from './fault.ts'
import { FilmFault, faultOf } from './film-fault.ts'
import { type Clip, joinClips } from './film-join.ts'
import { costOf } from './film-pace.ts'
import { FilmSound, soundArguments } from './film-sound.ts'
import type { Shot } from './film-worker/messages.ts'
import { FilmWorkerProcess } from './film-worker-process.ts'
import { identityOf, identityOfEncoder } from './program-identity.ts'
import { SceneCache } from './scene-cache.ts'

/** A worker that was killed may have been in the way of something; one that ends three times is not tried again. */
const mostTries = 3
/** Whoever edits a text saves it again soon. */
const usualWarmMs = 120_000

interface Settings {
  /** Where scenes are kept. */
  readonly cache: string
  /** A folder that may be emptied at any time. */
  readonly scratch: string
  /** The folder of the built programs: the worker, the templates and the sound beside it. */
  readonly build: string
  readonly environment: NodeJS.ProcessEnv
  /** How long an idle worker is kept, milliseconds. */
  readonly warmMs?: number
  /** Told how much was rendered, in photographs, and how long it took. */
  readonly onRendered?: (photographs: number, tookMs: number) => void
}

type Progress = (share: number) => void

export class FilmMaker {
  readonly cache: SceneCache
  readonly #settings: Settings
  readonly #sound: FilmSound
  #worker: { readonly browser: string; readonly process: FilmWorkerProcess } | undefined
  #template: string | undefined
  #busy = 0
  #cooling: NodeJS.Timeout | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    this.cache = new SceneCache(settings.cache)
    this.#sound = new FilmSound(settings.build)
  }

  browser(): string | undefined {
    return findBrowser(this.#settings.environment)
  }

  /** The identity of everything a film is made with beside its scenes: another one makes every film anew. @throws FilmFault */
  async identity(): Promise<string> {
    return `${await this.#templates()} ${await this.#sound.identity()}`
  }

  /** The file of a shot, out of the cache or newly rendered. @throws FilmFault */
  async shoot(shot: Shot, onProgress: Progress = () => {}, signal?: AbortSignal): Promise<string> {
    const { name, browser } = await this.#nameOf(shot)
    for (let tries = 1; ; tries += 1) {
      const known = await this.cache.find(name)
      if (known !== undefined) return known
      if (signal?.aborted) throw new FilmFault('cancelled', 'cancelled')
      try {
        return await this.#render(shot, name, browser, onProgress, signal)
      } catch (cause) {
        const fault = faultOf(cause, browser, shot.props)
        const mayHelp = fault.code === 'film-failed' || fault.code === 'too-busy'
        if (!mayHelp || tries >= mostTries) throw fault
        // A browser that went wrong once is not asked again.
        await this.#worker?.process.close()
      }
    }
  }

  /**
   * The clips of all scenes, in order.
   *
   * @param onProgress share of the work done, 0 to 1
   * @param mayGoOn asked before each scene; what is rendered by then is kept
   * @throws FilmFault; `cancelled` when it may not go on
   */
  async shootAll(
    scenes: readonly SceneProps[],
    onProgress: Progress,
    signal?: AbortSignal,
    mayGoOn: () => boolean = () => true,
  ): Promise<readonly Clip[]> {
    const shots = scenes.map((props) => ({ kind: 'clip', props }) as const)
    const missing = await Promise.all(shots.map((shot) => this.#isMissing(shot)))
    const costs = shots.map((shot, at) => (missing[at] ? costOf(shot) : 0))
    const whole = costs.reduce((sum, each) => sum + each, 0) || 1
    const clips: Clip[] = []
    let done = 0
    for (const [at, shot] of shots.entries()) {
      if (!mayGoOn()) throw new FilmFault('cancelled', 'it steps aside')
      const own = costs[at] ?? 0
      const report = (share: number) => onProgress((done + Math.min(share, 1) * own) / whole)
      const file = await this.shoot(shot, report, signal)
      clips.push({ file, seconds: framesOf(shot.props.durationMs) / framesPerSecond })
      done += own
      onProgress(done / whole)
    }
    return clips
  }

  /** How much of these scenes has still to be rendered, in photographs; 0 when nothing can be. */
  async costOf(scenes: readonly SceneProps[]): Promise<{ readonly stills: number; readonly clips: number }> {
    const of = async (kind: Shot['kind']) => {
      const shots = scenes.map((props) => ({ kind, props }))
      const costs = await Promise.all(shots.map(async (shot) => ((await this.#isMissing(shot)) ? costOf(shot) : 0)))
      return costs.reduce((sum, each) => sum + each, 0)
    }
    if (this.browser() === undefined) return { stills: 0, clips: 0 }
    return { stills: await of('still'), clips: await of('clip') }
  }

  /** Names of all files of these scenes in the cache, whether or not they are there. */
  async namesOf(scenes: readonly SceneProps[]): Promise<readonly string[]> {
    if (this.browser() === undefined) return []
    const names: string[] = []
    for (const kind of ['still', 'clip'] as const) {
      const { makers } = await this.#makersOf(kind)
      for (const props of scenes) names.push(this.cache.nameOf({ kind, props }, makers))
    }
    return names
  }

  /**
   * Joins clips into a film.
   *
   * @throws FilmFault; the clips are then forgotten, so that the next try renders them anew. The reason of `signal` when it
   * was aborted
   */
  async join(
    clips: readonly Clip[],
    output: string,
    hasSound: boolean,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const seconds = clips.reduce((sum, clip) => sum + clip.seconds, 0)
    const sound = hasSound ? await this.#soundFor(seconds, signal) : undefined
    if (await joinClips(clips, output, signal, sound)) return
    await this.dropClips(clips)
    if (sound !== undefined) await this.cache.drop([sound])
    throw new FilmFault('film-failed', 'the scenes could not be joined')
  }

  /** Has clips rendered anew the next time: they proved to be of no use. */
  async dropClips(clips: readonly Clip[]): Promise<void> {
    await this.cache.drop(clips.map(({ file }) => file))
  }

  /** Starts the worker and its browser before anybody asks for a scene; it goes again when nobody does. */
  warm(): void {
    const browser = this.browser()
    if (browser === undefined) return
    void this.#workerWith(browser)
      .process.start()
      .catch(() => {})
    if (this.#busy === 0) this.#coolLater()
  }

  /** Ends the worker and all it started; the next shot starts it again. */
  async rest(): Promise<void> {
    clearTimeout(this.#cooling)
    const worker = this.#worker
    this.#worker = undefined
    await worker?.process.close()
  }

  async #render(
    shot: Shot,
    name: string,
    browser: string,
    onProgress: Progress,
    signal?: AbortSignal,
  ): Promise<string> {
    this.#busy += 1
    clearTimeout(this.#cooling)
    const beganAt = performance.now()
    try {
      const file = await this.cache.make(name, (output) =>
        this.#workerWith(browser).process.render(shot, output, onProgress, signal),
      )
      this.#settings.onRendered?.(costOf(shot), performance.now() - beganAt)
      return file
    } finally {
      this.#busy -= 1
      if (this.#busy === 0) this.#coolLater()
    }
  }

  #coolLater(): void {
    clearTimeout(this.#cooling)
    this.#cooling = setTimeout(() => void this.rest(), this.#settings.warmMs ?? usualWarmMs).unref()
  }

  async #isMissing(shot: Shot): Promise<boolean> {
    return !(await this.cache.has((await this.#nameOf(shot)).name))
  }

  /** The same under every film of this length. An edit mostly leaves the length. */
  async #soundFor(seconds: number, signal: AbortSignal): Promise<string> {
    const encoder = await identityOfEncoder()
    if (encoder === undefined) throw new FilmFault('missing-program', 'ffmpeg is missing')
    const name = this.cache.nameOfSound([await this.#sound.identity(), ...soundArguments(seconds), ...encoder])
    const known = await this.cache.find(name)
    if (known !== undefined) return known
    return this.cache.make(name, async (output) => {
      if (!(await this.#sound.make(seconds, output, signal)))
        throw new FilmFault('film-failed', 'its sound could not be made')
    })
  }

  async #nameOf(shot: Shot): Promise<{ readonly name: string; readonly browser: string }> {
    const { makers, browser } = await this.#makersOf(shot.kind)
    return { name: this.cache.nameOf(shot, makers), browser }
  }

  async #makersOf(kind: Shot['kind']): Promise<{ readonly makers: readonly string[]; readonly browser: string }> {
    const browser = this.browser()
    const identity = browser === undefined ? undefined : await identityOf(browser)
    if (browser === undefined || identity === undefined)
      throw new FilmFault('no-browser', 'there is no browser for films')
    const encoder = kind === 'clip' ? await identityOfEncoder() : []
    if (encoder === undefined) throw new FilmFault('missing-program', 'ffmpeg is missing')
    return { makers: [await this.#templates(), ...identity, ...encoder], browser }
  }

  async #templates(): Promise<string> {
    try {
      this.#template ??= (await readFile(path.join(this.#settings.build, 'films', 'identity'), 'utf8')).trim()
      return this.#template
    } catch (cause) {
      throw new FilmFault('film-failed', `the templates of the films are missing (${reasonOf(cause)})`, { cause })
    }
  }

  #workerWith(browser: string): { readonly process: FilmWorkerProcess } {
    if (this.#worker?.browser !== browser) {
      void this.#worker?.process.close()
      const { build, scratch } = this.#settings
      const settings = {
        program: path.join(build, 'film-worker.mjs'),
        bundle: path.join(build, 'films'),
        browser,
        scratch,
      }
      this.#worker = { browser, process: new FilmWorkerProcess(settings) }
    }
    return this.#worker
  }
}
