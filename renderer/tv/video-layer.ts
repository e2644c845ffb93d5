/** One of the two permanent video elements. The one that waits is a point in the corner, in front of everything. */
import type { ProgrammeItem } from '../../core/programme.ts'
import { cleared, drawBackdrop, misfitOf, placed } from './backdrop.ts'
import type { Lead } from './lead.ts'
import type { FilmSound } from './sound.ts'

/** Below this, an offset into the film is not worth a seek. */
const noticeableMs = 300
/** Bars narrower than this share of the film are left to the ground: nobody takes them for a frame. */
const leastMisfit = 1.02

export class VideoLayer {
  readonly kind = 'video'
  readonly element: HTMLVideoElement
  readonly #backdrop: HTMLCanvasElement
  readonly #lead: Lead
  readonly #sound: FilmSound
  /** Told the film's own time of every frame that is seen. */
  onMediaTime: (mediaMs: number) => void = () => {}
  /** Told when each frame that is seen is on the display, and the film's own time of it. */
  onPresented: (atMs: number, mediaMs: number) => void = () => {}
  #hasBackdrop = false
  /** When the newest frame is on the display, on the clock of performance.now(). */
  lastFrameMs = 0
  #mediaMs = 0
  #endMs = 0
  #onFail: (why: string) => void = () => {}
  #onFirstFrame: ((atMs: number) => void) | undefined

  /** @param backdrop lies under the film, and is seen beside one of another shape */
  constructor(element: HTMLVideoElement, backdrop: HTMLCanvasElement, lead: Lead, sound: FilmSound) {
    this.element = element
    this.#backdrop = backdrop
    this.#lead = lead
    this.#sound = sound
    backdrop.style.visibility = 'hidden'
    // Until an item says how loud: a film must not begin with a word of the one before.
    element.muted = true
    element.playsInline = true
    element.preload = 'auto'
    element.addEventListener('error', () => {
      if (element.getAttribute('src') !== null) this.#onFail(element.error?.message || 'cannot be decoded')
    })
    const onFrame: VideoFrameRequestCallback = (now, frame) => {
      element.requestVideoFrameCallback(onFrame)
      this.lastFrameMs = Math.max(now, frame.expectedDisplayTime)
      this.#mediaMs = frame.mediaTime * 1_000
      if (!element.paused) this.onMediaTime(this.#mediaMs)
      if (!element.paused) this.onPresented(this.lastFrameMs, this.#mediaMs)
      const first = element.paused ? undefined : this.#onFirstFrame
      if (first === undefined) return
      this.#onFirstFrame = undefined
      first(this.lastFrameMs)
    }
    element.requestVideoFrameCallback(onFrame)
  }

  /**
   * Loads a film, unseen. Rejects when it cannot be shown.
   *
   * @param poster a small picture of it, for the backdrop
   */
  async prepare(item: ProgrammeItem, src: string, offsetMs: number, poster: string | undefined): Promise<void> {
    const { element } = this
    this.#becomePoint()
    this.#hasBackdrop = false
    this.#sound.play(element, item)
    await new Promise<void>((resolve, reject) => {
      this.#onFail = (why) => reject(new Error(why))
      element.addEventListener('canplay', () => resolve(), { once: true })
      element.src = src
      if (offsetMs > noticeableMs) element.currentTime = offsetMs / 1_000
    })
    this.#endMs = Math.min(element.duration * 1_000, item.durationMs)
    this.#mediaMs = element.currentTime * 1_000
    if (poster !== undefined) await this.#drawBackdrop(poster)
  }

  /** @param onFirstFrame called in the very frame that can be shown, so that a swap lands in it */
  play(rate: number, onFirstFrame: (atMs: number) => void, onFail: (why: string) => void): void {
    const calledMs = performance.now()
    this.element.playbackRate = rate
    this.#onFail = onFail
    this.#onFirstFrame = (atMs) => {
      this.#lead.learn(performance.now() - calledMs)
      onFirstFrame(atMs)
    }
    this.#play()
  }

  pause(): void {
    this.element.pause()
  }

  resume(): void {
    this.#play()
  }

  front(): void {
    this.element.style.transform = ''
    this.element.style.zIndex = '2'
    // Beside a film of another shape stands its backdrop or the brand's ground; a film that only waits must not cover the card.
    this.element.style.background = this.#hasBackdrop ? '' : 'var(--ground)'
    this.#backdrop.style.zIndex = '2'
    this.#backdrop.style.visibility = this.#hasBackdrop ? 'visible' : 'hidden'
  }

  /** Steps behind the film that has come; one frame later it is gone. */
  behind(): void {
    this.element.style.zIndex = '1'
    this.#backdrop.style.zIndex = '1'
  }

  /** When the film will be over, on the clock of performance.now(). */
  endsAtMs(): number {
    return this.lastFrameMs + Math.max(0, this.#endMs - this.#mediaMs) / this.element.playbackRate
  }

  release(): void {
    this.#onFail = () => {}
    this.#onFirstFrame = undefined
    this.element.pause()
    this.#becomePoint()
    this.element.style.background = ''
    this.#backdrop.style.visibility = 'hidden'
    this.element.removeAttribute('src')
    this.element.load()
  }

  /**
   * Chromium presents no frame of a film that is covered until 250 ms have gone by, and then skips what it missed: a film
   * that is to begin in time has to be seen, if only in one pixel.
   */
  #becomePoint(): void {
    this.element.style.transform = 'scale(0.0006)'
    this.element.style.zIndex = '5'
  }

  /** A film without a poster is shown all the same. */
  async #drawBackdrop(poster: string): Promise<void> {
    const shape = { width: this.element.videoWidth, height: this.element.videoHeight }
    const screen = { width: this.#backdrop.clientWidth, height: this.#backdrop.clientHeight }
    if (misfitOf(shape, screen) < leastMisfit) return
    const { src } = this.element
    const picture = new Image()
    picture.src = poster
    const isThere = await picture.decode().then(
      () => true,
      () => false,
    )
    // Another film may have taken this layer meanwhile.
    if (!isThere || this.element.src !== src) return
    drawBackdrop(cleared(this.#backdrop), picture, placed(shape, this.#backdrop, 'whole'))
    this.#hasBackdrop = true
  }

  #play(): void {
    // A new source or a pause in between interrupts play(); that is no failure.
    this.element.play().catch((cause: unknown) => {
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) this.#onFail(String(cause))
    })
  }
}
