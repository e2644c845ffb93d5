/** The layers of the screen, and the four ways from one item to the next without a gap. */
import type { ProgrammeItem } from '../../core/programme.ts'
import { CaptionPlate } from './captions.ts'
import { Lead } from './lead.ts'
import { PictureLayer } from './picture-layer.ts'
import type { FilmSound } from './sound.ts'
import { FrameMeter, type SwitchLog } from './switch-log.ts'
import { VideoLayer } from './video-layer.ts'

export type Layer = VideoLayer | PictureLayer

const longestFadeMs = 900
/** Frames are watched from this long before a switch. */
export const armMs = 400
/** A film that was ready and presents nothing for this long does not come. */
const firstFrameMs = 4_000

/** Short items get short fades. */
const fadeMsOf = (item: ProgrammeItem): number => Math.min(longestFadeMs, item.durationMs / 4)
/** Somebody waits for what was before to be gone. */
const cutFadeMs = 150
const fadeFor = ({ item, isCut }: Change): number => (isCut ? cutFadeMs : fadeMsOf(item))

interface Change {
  readonly from: Layer | undefined
  readonly to: Layer
  readonly item: ProgrammeItem
  /** When the new item's first frame is wanted, on the clock of performance.now(). */
  readonly atMs: number
  /** How fast a film runs, to make up for lateness; 1 otherwise. */
  readonly rate: number
  /** What was on is left in the middle. */
  readonly isCut: boolean
}

export class Stage {
  readonly #videos: readonly VideoLayer[]
  readonly #pictures: readonly PictureLayer[]
  /** Ground, between pictures and the card: words never fade into other words. */
  readonly #ground: HTMLElement
  readonly #captions: CaptionPlate
  readonly #mediaBase: string
  readonly #log: SwitchLog
  readonly #meter = new FrameMeter()
  readonly #lead = new Lead()

  constructor(root: HTMLElement, mediaBase: string, log: SwitchLog, sound: FilmSound) {
    // Backdrops first: at the same height they lie under their films.
    const backdrops = [0, 1].map(() => append(root, 'canvas'))
    this.#videos = backdrops.map((backdrop) => new VideoLayer(append(root, 'video'), backdrop, this.#lead, sound))
    this.#ground = append(root, 'div')
    this.#pictures = [0, 1].map(() => new PictureLayer(append(root, 'canvas')))
    this.#captions = new CaptionPlate(root)
    this.#mediaBase = mediaBase
    this.#log = log
  }

  /** Loads an item on a layer that is not `inUse`. Rejects when it cannot be shown. */
  async prepare(item: ProgrammeItem, inUse: Layer | undefined, offsetMs: number): Promise<Layer> {
    const pool: readonly Layer[] = item.kind === 'video' ? this.#videos : this.#pictures
    const layer = pool.find((candidate) => candidate !== inUse) ?? pool[0]
    if (layer === undefined) throw new Error('there is no layer')
    const poster = item.poster === undefined ? undefined : `${this.#mediaBase}${item.poster}`
    await layer.prepare(item, `${this.#mediaBase}${item.file}`, offsetMs, poster)
    return layer
  }

  /** How long before the wanted moment `change` has to be called. */
  leadMsOf(from: Layer | undefined, to: Layer): number {
    const fadeMs = from?.kind === 'image' && to.kind === 'video' ? longestFadeMs : 0
    return to.kind === 'video' ? this.#lead.ms() + fadeMs : 0
  }

  watchFrames(): void {
    this.#meter.start()
  }

  /**
   * Goes over to a prepared layer. When nothing of it comes, what was on stays: its last frame is better than none.
   *
   * @param onShown called when the new item is what is seen, with the time of its first frame, and how long what was before
   *   still fades in front of it
   * @param onFail called when the new item breaks before or while it is shown
   */
  async change(
    change: Change,
    onShown: (atMs: number, fadesMs: number) => void,
    onFail: (why: string) => void,
  ): Promise<void> {
    const { from, to, item } = change
    let shownMs = 0
    const shown = (atMs: number, fadesMs = 0) => {
      shownMs = atMs
      this.#captions.clear()
      onShown(atMs, fadesMs)
    }
    const gapMs =
      to.kind === 'video' ? await this.#toVideo(change, to, shown, onFail) : await this.#toPicture(change, to, shown)
    if (gapMs === undefined) {
      this.#meter.stop()
      to.release()
      return
    }
    if (to.kind === 'video') this.#captions.follow(to, item.captions ?? [])
    this.#meter.stop()
    const isFade = to.kind === 'image' || from?.kind === 'image'
    const quality = from?.kind === 'video' ? from.element.getVideoPlaybackQuality() : undefined
    from?.release()
    this.#log.add({
      from: from?.kind ?? 'card',
      to: to.kind,
      shownAtMs: performance.timeOrigin + shownMs,
      gapMs,
      fadeGapMs: isFade ? this.#meter.longestGapMs : 0,
      frames: quality?.totalVideoFrames ?? 0,
      dropped: quality?.droppedVideoFrames ?? 0,
    })
  }

  /** Takes everything away: the card is what is left. */
  async clear(from: Layer): Promise<void> {
    this.#captions.clear()
    if (from.kind === 'image') await from.fadeOut(longestFadeMs)
    from.release()
  }

  /** @returns the gap, undefined when no frame came */
  async #toVideo(
    change: Change,
    to: VideoLayer,
    onShown: (atMs: number, fadesMs: number) => void,
    onFail: (why: string) => void,
  ): Promise<number | undefined> {
    const { from, atMs, rate } = change
    const fadeMs = from?.kind === 'image' ? fadeFor(change) : 0
    await until(atMs - this.#lead.ms() - fadeMs)
    const gapMs = await new Promise<number | undefined>((resolve) => {
      const failed = (why: string) => {
        clearTimeout(giveUp)
        onFail(why)
        resolve(undefined)
      }
      const giveUp = setTimeout(() => failed('presents no frame'), firstFrameMs)
      to.play(
        rate,
        (shownMs) => {
          clearTimeout(giveUp)
          to.front()
          // A covered film pauses: moving two full screens at once drops frames.
          if (from?.kind === 'image') to.pause()
          else from?.behind()
          onShown(shownMs, fadeMs)
          resolve(shownMs - (from?.kind === 'video' ? from.lastFrameMs : this.#meter.lastMs || shownMs))
        },
        failed,
      )
    })
    if (gapMs !== undefined && from?.kind === 'image') {
      this.#meter.mark()
      await from.fadeOut(fadeMs)
      to.resume()
    }
    return gapMs
  }

  async #toPicture(change: Change, to: PictureLayer, onShown: (atMs: number) => void): Promise<number> {
    const { from, item, atMs } = change
    if (from?.kind === 'image') from.under()
    to.becomePoint()
    const fadeMs = fadeFor(change)
    // Half of the time the one leaves, half of it the other comes.
    const goesMs = from?.kind === 'image' ? fadeMs / 2 : 0
    // One display frame early: the fade begins with the frame after the next.
    await until(atMs - 17)
    const lastMs = from?.kind === 'video' ? () => from.lastFrameMs : () => this.#meter.lastMs
    const gapMs = await new Promise<number>((resolve) => {
      requestAnimationFrame((now) => {
        const beforeMs = lastMs()
        onShown(now)
        if (from?.kind === 'video') from.pause()
        this.#meter.mark()
        if (from?.kind === 'image') {
          this.#ground.style.visibility = 'visible'
          void from.fadeOut(goesMs).catch(() => {}) // released before it was all gone
        }
        to.fadeIn(fadeMs, item.durationMs, goesMs)
        resolve(beforeMs === 0 ? 0 : now - beforeMs)
      })
    })
    await pauseFor(fadeMs)
    this.#ground.style.visibility = 'hidden'
    return gapMs
  }
}

function append<Name extends 'video' | 'canvas' | 'div'>(root: HTMLElement, name: Name): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.className = `layer layer-${name}`
  root.append(element)
  return element
}

const pauseFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const until = (atMs: number) => pauseFor(Math.max(0, atMs - performance.now()))
