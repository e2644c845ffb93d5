/** Makes the parts of a film: stills and clips out of the cache or from the worker, and the film out of its clips. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { framesPerSecond, type Scene, type SceneProps } from '../core/scene.ts'
import { stretchesOf } from '../core/scene-plan.ts'
import { findBrowser } from './browser.ts'
import { reasonOf } from './fault.ts'
import { type Clip, joinClips } from './film-join.ts'
import type { Shot } from './film-worker/messages.ts'
import { FilmWorkerProcess, ShotFault } from './film-worker-process.ts'
import { SceneCache } from './scene-cache.ts'

/** A worker that was killed may have been in the way of something; one that ends three times is not tried again. */
const mostTries = 3

/** Why there is no film. `film-failed` is a riddle; the others say what to do. */
export type FilmRefusal = 'no-browser' | 'scene-too-long' | 'film-failed' | 'cancelled'

export class FilmFault extends Error {
  override readonly name = 'FilmFault'
  readonly code: FilmRefusal

  constructor(code: FilmRefusal, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

interface Settings {
  /** Where scenes are kept. */
  readonly cache: string
  /** A folder that may be emptied at any time. */
  readonly scratch: string
  /** The folder of the built programs: the worker, and the templates beside it. */
  readonly build: string
  readonly environment: NodeJS.ProcessEnv
}

export class FilmMaker {
  readonly cache: SceneCache
  readonly #settings: Settings
  #worker: { readonly browser: string; readonly process: FilmWorkerProcess } | undefined
  #template: string | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    this.cache = new SceneCache(settings.cache)
  }

  browser(): string | undefined {
    return findBrowser(this.#settings.environment)
  }

  /**
   * The identity of the templates with their typefaces and Remotion.
   *
   * @throws FilmFault when they have not been built
   */
  async template(): Promise<string> {
    try {
      this.#template ??= (await readFile(path.join(this.#settings.build, 'films', 'identity'), 'utf8')).trim()
      return this.#template
    } catch (cause) {
      throw new FilmFault('film-failed', `the templates of the films are missing (${reasonOf(cause)})`, { cause })
    }
  }

  /** The file of a shot, out of the cache or newly rendered. @throws FilmFault */
  async shoot(shot: Shot, onProgress: (share: number) => void = () => {}, signal?: AbortSignal): Promise<string> {
    const { name, browser } = await this.#nameOf(shot)
    for (let tries = 1; ; tries += 1) {
      const known = await this.cache.find(name)
      if (known !== undefined) return known
      if (signal?.aborted) throw new FilmFault('cancelled', 'cancelled')
      try {
        return await this.cache.make(name, (output) =>
          this.#workerWith(browser).render(shot, output, onProgress, signal),
        )
      } catch (cause) {
        const fault = faultOf(cause, browser, shot)
        if (fault.code !== 'film-failed' || tries >= mostTries) throw fault
        // A browser that went wrong once is not asked again.
        await this.#worker?.process.close()
      }
    }
  }

  /**
   * The clips of all scenes, in order.
   *
   * @param onProgress share of all pictures done, 0 to 1
   * @throws FilmFault
   */
  async shootAll(
    scenes: readonly SceneProps[],
    onProgress: (share: number) => void,
    signal?: AbortSignal,
  ): Promise<readonly Clip[]> {
    const shots = clipShotsOf(scenes)
    const wholeCost = shots.reduce((sum, shot) => sum + costOf(shot), 0)
    const clips: Clip[] = []
    let done = 0
    for (const shot of shots) {
      const report = (share: number) => onProgress((done + Math.min(share, 1) * costOf(shot)) / wholeCost)
      const { first, last } = shot.stretch
      clips.push({ file: await this.shoot(shot, report, signal), seconds: (last - first + 1) / framesPerSecond })
      done += costOf(shot)
      onProgress(done / wholeCost)
    }
    return clips
  }

  /** Names of all files of these scenes in the cache, whether or not they are there. */
  async namesOf(scenes: readonly SceneProps[]): Promise<readonly string[]> {
    if (this.browser() === undefined) return []
    const shots: Shot[] = [...scenes.map((props) => ({ kind: 'still', props }) as const), ...clipShotsOf(scenes)]
    return (await Promise.all(shots.map((shot) => this.#nameOf(shot)))).map(({ name }) => name)
  }

  /** Joins clips into a film. @throws FilmFault; the clips are then forgotten, so that the next try renders them anew */
  async join(clips: readonly Clip[], output: string): Promise<void> {
    if (await joinClips(clips, output)) return
    await this.dropClips(clips)
    throw new FilmFault('film-failed', 'the scenes could not be joined')
  }

  /** Has clips rendered anew the next time: they proved to be of no use. */
  async dropClips(clips: readonly Clip[]): Promise<void> {
    await this.cache.drop(clips.map(({ file }) => file))
  }

  /** Ends the worker; the next shot starts it again. */
  async rest(): Promise<void> {
    await this.#worker?.process.close()
    this.#worker = undefined
  }

  async #nameOf(shot: Shot): Promise<{ readonly name: string; readonly browser: string }> {
    const browser = this.browser()
    const info = browser === undefined ? undefined : await stat(browser).catch(() => undefined)
    if (browser === undefined || info === undefined) throw new FilmFault('no-browser', 'there is no browser for films')
    // Size and time tell one build of a browser from another without starting it.
    const makers = [await this.template(), browser, String(info.size), String(Math.trunc(info.mtimeMs))]
    return { name: this.cache.nameOf(shot, makers), browser }
  }

  #workerWith(browser: string): FilmWorkerProcess {
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
    return this.#worker.process
  }
}

type ClipShot = Extract<Shot, { readonly kind: 'clip' }>

const clipShotsOf = (scenes: readonly SceneProps[]): readonly ClipShot[] =>
  scenes.flatMap((props) => stretchesOf(props).map((stretch): ClipShot => ({ kind: 'clip', props, stretch })))

const costOf = ({ stretch: { first, last } }: ClipShot): number => last - first + 1

const nameOf = (scene: Scene): string =>
  'heading' in scene ? `The scene "${scene.heading}"` : scene.kind === 'title' ? 'The title' : 'The closing card'

function faultOf(cause: unknown, browser: string, { props: { scene } }: Shot): FilmFault {
  if (!(cause instanceof ShotFault)) return new FilmFault('film-failed', reasonOf(cause), { cause })
  switch (cause.why) {
    case 'browser':
      return new FilmFault('no-browser', `${browser} cannot be started (${cause.message})`, { cause })
    case 'does-not-fit':
      return new FilmFault('scene-too-long', `${nameOf(scene)} has more words than can be read`, { cause })
    case 'cancelled':
      return new FilmFault('cancelled', cause.message, { cause })
    case 'fault':
    case 'worker-ended':
      return new FilmFault('film-failed', cause.message, { cause })
  }
}
