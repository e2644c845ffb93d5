/** Renders single scenes with Remotion: one browser for all of them, opened when the first one is asked for. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { makeCancelSignal, openBrowser, renderFrames, renderStill, selectComposition } from '@remotion/renderer'
import { framesOf, type SceneProps } from '../../core/scene.ts'
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
}

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Composition = Awaited<ReturnType<typeof selectComposition>>

export class SceneRenderer {
  readonly #serveUrl: string
  readonly #browserExecutable: string
  /** By template and size: scenes of both differ in nothing but their props and their length. */
  readonly #compositions = new Map<string, Promise<Composition>>()
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
    const key = `${inputProps.template} ${inputProps.size}`
    const selecting = this.#compositions.get(key) ?? selectComposition({ ...common, id: inputProps.template })
    this.#compositions.set(key, selecting)
    // Asked once for all scenes: each question loads the templates anew, which takes half a second.
    const selected = await selecting.catch((cause: unknown) => {
      this.#compositions.delete(key)
      throw cause
    })
    const composition = { ...selected, durationInFrames: framesOf(inputProps.durationMs), props: inputProps }
    return { common, composition, scale: frameSizes[inputProps.size].width / composition.width }
  }

  async #open(): Promise<Browser> {
    const browserExecutable = this.#browserExecutable
    this.#browser ??= openBrowser('chrome', { browserExecutable, logLevel: 'error' }).catch((cause: unknown) => {
      throw new BrowserFault(cause instanceof Error ? cause.message : String(cause), { cause })
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
