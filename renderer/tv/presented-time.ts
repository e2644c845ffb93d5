/** For how long frames of an item were on the display: what froze or was covered does not count. */

/** A film that presents nothing for longer has stopped; the time until its next frame is not counted beyond this. */
const filmGapMs = 250
/** Pictures are looked at so often: sixty times a second would cost the films after them frames. */
const lookEveryMs = 500
const pictureGapMs = 1_500

export class PresentedTime {
  readonly #gapMs: number
  #lastMs: number
  #sumMs = 0

  /** @param fromMs its first frame, on the clock of performance.now() */
  constructor(kind: 'video' | 'image', fromMs: number) {
    this.#gapMs = kind === 'video' ? filmGapMs : pictureGapMs
    this.#lastMs = fromMs
  }

  /** A frame of it was presented, or it is over. */
  frame(atMs: number): void {
    this.#sumMs += Math.min(Math.max(0, atMs - this.#lastMs), this.#gapMs)
    this.#lastMs = Math.max(this.#lastMs, atMs)
  }

  get ms(): number {
    return Math.round(this.#sumMs)
  }
}

/** Tells of a frame of the display now and then. @returns ends it */
export function lookAtDisplay(onFrame: (atMs: number) => void): () => void {
  let request = 0
  const timer = setInterval(() => {
    cancelAnimationFrame(request)
    request = requestAnimationFrame(onFrame)
  }, lookEveryMs)
  return () => {
    clearInterval(timer)
    cancelAnimationFrame(request)
  }
}
