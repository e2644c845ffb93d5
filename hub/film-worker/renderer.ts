/** Renders single scenes with Remotion: one browser for all of them, opened when the first one is asked for. */
import { availableParallelism } from 'node:os'
import { type CancelSignal, openBrowser, renderMedia, renderStill, selectComposition } from '@remotion/renderer'
import { framesPerSecond, type SceneProps } from '../../core/scene.ts'
import { leavingFrames, type Stretch } from '../../core/scene-plan.ts'
import { clipEncoding, stillEncoding, x264Arguments } from './encoding.ts'

// At the lowest priority on a busy computer a page may take its time.
const timeoutInMilliseconds = 120_000
/** More than the TV computer's own work would notice. */
const mostTabs = 2

/** The browser cannot be started. */
export class BrowserFault extends Error {
  override readonly name = 'BrowserFault'
}

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Composition = Awaited<ReturnType<typeof selectComposition>>

export class SceneRenderer {
  readonly #serveUrl: string
  readonly #browserExecutable: string
  /** By what the scene is given: its still and the stretches of its film have the same. */
  readonly #compositions = new Map<string, Promise<Composition>>()
  #browser: Promise<Browser> | undefined

  /** @param bundle folder of the bundled templates */
  constructor(bundle: string, browserExecutable: string) {
    this.#serveUrl = bundle
    this.#browserExecutable = browserExecutable
  }

  /** The scene when all its words are there, just before they leave. */
  async still(props: SceneProps, output: string, cancelSignal: CancelSignal): Promise<void> {
    const { common, composition } = await this.#prepare(props)
    const frame = Math.max(0, composition.durationInFrames - leavingFrames - 2)
    await renderStill({ ...common, ...stillEncoding, composition, frame, output, overwrite: true, cancelSignal })
  }

  /** @param onProgress share done, 0 to 1 */
  async clip(
    props: SceneProps,
    { first, last }: Stretch,
    output: string,
    cancelSignal: CancelSignal,
    onProgress: (share: number) => void,
  ): Promise<void> {
    const { common, composition } = await this.#prepare(props)
    await renderMedia({
      ...common,
      ...clipEncoding,
      composition,
      cancelSignal,
      frameRange: [first, last],
      outputLocation: output,
      overwrite: true,
      concurrency: Math.min(mostTabs, availableParallelism()),
      // Every stretch has the same rate, or they would not join.
      ffmpegOverride: ({ args }) =>
        args.includes('libx264') ? args.toSpliced(-2, 0, ...x264Arguments, '-r', String(framesPerSecond)) : args,
      onProgress: ({ progress }) => onProgress(progress),
    })
  }

  async close(): Promise<void> {
    const browser = await this.#browser?.catch(() => undefined)
    await browser?.close({ silent: true })
  }

  async #prepare(inputProps: SceneProps) {
    const common = {
      serveUrl: this.#serveUrl,
      inputProps,
      puppeteerInstance: await this.#open(),
      browserExecutable: this.#browserExecutable,
      logLevel: 'error' as const,
      timeoutInMilliseconds,
    }
    const key = JSON.stringify(inputProps)
    const selecting = this.#compositions.get(key) ?? selectComposition({ ...common, id: inputProps.template })
    this.#compositions.set(key, selecting)
    return { common, composition: await selecting }
  }

  async #open(): Promise<Browser> {
    const browserExecutable = this.#browserExecutable
    this.#browser ??= openBrowser('chrome', { browserExecutable, logLevel: 'error' }).catch((cause: unknown) => {
      throw new BrowserFault(cause instanceof Error ? cause.message : String(cause), { cause })
    })
    return this.#browser
  }
}
