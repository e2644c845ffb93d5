/** Renders single scenes with Remotion: one browser for all of them, opened when the first one is asked for. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { makeCancelSignal, openBrowser, renderFrames, renderStill } from '@remotion/renderer'
import { framesOf, framesPerSecond, type SceneProps } from '../../core/scene.ts'
import { pictureOf } from '../../core/scene-places.ts'
import { leavingFrames, stretchesOf } from '../../core/scene-plan.ts'
import { frameSizes, photoEncoding, stillEncoding, stillScale } from './encoding.ts'
import { encodeScene, photographedIn } from './scene-encoder.ts'

// At the lowest priority on a busy computer a page may take its time.
const timeoutInMilliseconds = 120_000
/** More than the TV computer's own work would notice. */
const mostTabs = 2
/** Where a clip stands when all photographs are taken. */
const photographedShare = 0.8

/** The browser cannot be started. */
export class BrowserFault extends Error {
  override readonly name = 'BrowserFault'
  /** It may only have had no time: Remotion waits 25 s for it, and whatever else the computer does comes first. */
  readonly isLate: boolean

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(reason, { cause })
    this.isLate = /timed? ?out/i.test(reason)
  }
}

type Browser = Awaited<ReturnType<typeof openBrowser>>

export class SceneRenderer {
  readonly #serveUrl: string
  readonly #browserExecutable: string
  #browser: Promise<Browser> | undefined

  /** @param bundle folder of the bundled templates */
  constructor(bundle: string, browserExecutable: string) {
    this.#serveUrl = bundle
    this.#browserExecutable = browserExecutable
  }

  /** Opens the browser before anybody asks for a scene. */
  async warm(): Promise<void> {
    await this.#open()
  }

  /** The scene when all its words are there, just before they leave. */
  async still(props: SceneProps, output: string, signal: AbortSignal): Promise<void> {
    const { common, composition, scale } = await this.#prepare(props)
    const frame = Math.max(0, composition.durationInFrames - leavingFrames - 2)
    const fine = { ...common, ...stillEncoding, scale: props.size === 'uhd' ? scale : scale * stillScale }
    await renderStill({ ...fine, composition, frame, output, overwrite: true, cancelSignal: cancelSignalOf(signal) })
  }

  /** @param onProgress share done, 0 to 1 */
  async clip(
    props: SceneProps,
    output: string,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<void> {
    const { common, composition, scale } = await this.#prepare(props)
    const stretches = stretchesOf(props)
    const frames = photographedIn(stretches)
    const folder = await mkdtemp(path.join(tmpdir(), 'scene-'))
    try {
      await renderFrames({
        ...common,
        ...photoEncoding,
        scale,
        composition,
        frames: [...frames],
        outputDir: folder,
        concurrency: Math.min(mostTabs, availableParallelism()),
        cancelSignal: cancelSignalOf(signal),
        onStart: () => {},
        onFrameUpdate: (taken) => onProgress((photographedShare * taken) / frames.length),
      })
      signal.throwIfAborted()
      // Their names are numbers of equal length.
      const photographs = (await readdir(folder)).sort().map((name) => path.join(folder, name))
      if (photographs.length !== frames.length)
        throw new Error(`${photographs.length} of ${frames.length} pictures were taken`)
      await encodeScene({ stretches, photographs, folder, size: props.size, output }, signal)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
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
    // As the templates would say it themselves: asking them loads a page for nothing else.
    const composition = {
      ...{ id: inputProps.template, fps: framesPerSecond, ...pictureOf(inputProps.size) },
      ...{ durationInFrames: framesOf(inputProps.durationMs), props: inputProps, defaultProps: {} },
      ...{ defaultCodec: null, defaultOutName: null, defaultVideoImageFormat: null, defaultPixelFormat: null },
      ...{ defaultProResProfile: null, defaultSampleRate: null },
    }
    return { common, composition, scale: frameSizes[inputProps.size].width / composition.width }
  }

  async #open(): Promise<Browser> {
    const browserExecutable = this.#browserExecutable
    this.#browser ??= openBrowser('chrome', { browserExecutable, logLevel: 'error' }).catch((cause: unknown) => {
      // The next scene tries again.
      this.#browser = undefined
      throw new BrowserFault(cause)
    })
    return this.#browser
  }
}

function cancelSignalOf(signal: AbortSignal) {
  const { cancel, cancelSignal } = makeCancelSignal()
  if (signal.aborted) cancel()
  else signal.addEventListener('abort', cancel, { once: true })
  return cancelSignal
}
