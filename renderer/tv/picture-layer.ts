/** One of the two permanent picture elements: fades in over the ground or over whatever is there, and moves slowly while it stands. */
import type { ProgrammeItem } from '../../core/programme.ts'
import { cleared, drawBackdrop, misfitOf, placed } from './backdrop.ts'

/** Fills the screen when no more than this is cut off; anything else is shown whole, on a backdrop of itself. */
const mostCropped = 1.15
/** Of the size it could have: a slow move must not carry the edge of a whole picture, or the words there, off the screen. */
const wholeShare = 0.93
/** A shorter move would look like a twitch. */
const leastMoveMs = 1_500
/** Where the slow moves go; by turns, so that nothing always stands in the same place. */
const aims = ['scale(1.05) translate(-0.9%, 0.7%)', 'scale(1.05) translate(0.9%, -0.7%)', 'scale(1.06)'] as const

export class PictureLayer {
  readonly kind = 'image'
  readonly element: HTMLCanvasElement
  #turn = 0
  #animations: readonly Animation[] = []

  constructor(element: HTMLCanvasElement) {
    this.element = element
    element.style.visibility = 'hidden'
  }

  /** Loads, decodes and draws a picture, unseen. Rejects when it cannot be shown. */
  async prepare(_item: ProgrammeItem, src: string): Promise<void> {
    const image = new Image()
    image.src = src
    await image.decode()
    this.#draw(image)
  }

  /**
   * To be called a moment before the fade. Waits with nothing but its last pixels on the screen, in the corner: a whole screen that is handed to the display in the
   * first frame of a fade makes that frame late. Moved and not made smaller, which would be reckoned anew in every frame.
   */
  becomePoint(): void {
    this.element.style.transform = 'translate(calc(2px - 100%), calc(1px - 100%))'
    this.element.style.zIndex = '5'
    this.element.style.visibility = 'visible'
  }

  /**
   * @param standsMs how long the picture stands until the next one begins
   * @param afterMs how much of the fade belongs to what was before
   */
  fadeIn(fadeMs: number, standsMs: number, afterMs = 0): void {
    this.element.style.transform = ''
    this.element.style.zIndex = '4'
    const fade = this.element.animate([{ opacity: 0 }, { opacity: 1 }], {
      delay: afterMs,
      duration: fadeMs - afterMs,
      easing: 'ease-in-out',
      fill: 'backwards',
    })
    this.#animations = [fade]
    const moveMs = standsMs - 2 * fadeMs
    fade.finished.then(
      () => this.#move(moveMs),
      () => {}, // released before it was all there
    )
  }

  async fadeOut(fadeMs: number): Promise<void> {
    const fade = this.element.animate([{ opacity: 1 }, { opacity: 0 }], {
      duration: fadeMs,
      easing: 'ease-in-out',
      fill: 'forwards',
    })
    this.#animations = [...this.#animations, fade]
    await fade.finished
  }

  /** Steps back so that the next picture can fade in over it. */
  under(): void {
    this.element.style.zIndex = '3'
  }

  release(): void {
    this.element.style.visibility = 'hidden'
    this.element.style.transform = ''
    for (const animation of this.#animations) animation.cancel()
    this.#animations = []
  }

  /** In the size it is shown in: a canvas is one thing to fade and to move, an image forty tiles (measured: twice as slow). */
  #draw(image: HTMLImageElement): void {
    const context = cleared(this.element)
    const shape = { width: image.naturalWidth, height: image.naturalHeight }
    const isWhole = misfitOf(shape, this.element) > mostCropped
    const place = isWhole ? placed(shape, this.element, 'whole', wholeShare) : placed(shape, this.element, 'filling')
    if (isWhole) drawBackdrop(context, image, place)
    context.drawImage(image, place.x, place.y, place.width, place.height)
  }

  /**
   * There and back between the fades: so little that nobody sees it start, enough that nothing burns in. It stands exactly
   * still while a fade draws two pictures at once, and is not even announced before: Chromium draws a picture that will grow
   * larger from the start, and shrinks it in every frame, which halves the frame rate without a graphics card.
   */
  #move(durationMs: number): void {
    if (durationMs < leastMoveMs || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    this.#turn += 1
    const frames = [
      { transform: 'none', easing: 'ease-in-out' },
      { transform: aims[this.#turn % aims.length] ?? 'none', easing: 'ease-in-out' },
      { transform: 'none' },
    ]
    this.#animations = [...this.#animations, this.element.animate(frames, { duration: durationMs })]
  }
}
