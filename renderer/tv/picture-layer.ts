/** One of the two permanent picture elements: fades in over whatever is there and moves slowly while it stands. */
import type { ProgrammeItem } from '../../core/programme.ts'

/** Fills the screen when the shape is near 16:9; anything else is shown whole, on the brand's ground. */
const mostCropped = 0.15
const tvShape = 16 / 9
/** Where the slow moves go; by turns, so that nothing always stands in the same place. */
const aims = ['scale(1.05) translate(-0.9%, 0.7%)', 'scale(1.05) translate(0.9%, -0.7%)', 'scale(1.06)'] as const

export class PictureLayer {
  readonly kind = 'image'
  readonly element: HTMLDivElement
  readonly #image = document.createElement('img')
  #isWhole = false
  #turn = 0
  #animations: readonly Animation[] = []

  constructor(element: HTMLDivElement) {
    this.element = element
    this.#image.alt = ''
    element.append(this.#image)
    element.style.visibility = 'hidden'
  }

  /** Loads and decodes a picture, unseen. Rejects when it cannot be shown. */
  async prepare(_item: ProgrammeItem, src: string): Promise<void> {
    this.#image.src = src
    await this.#image.decode()
    const shape = this.#image.naturalWidth / this.#image.naturalHeight
    this.#isWhole = Math.abs(shape / tvShape - 1) > mostCropped
    this.#image.style.objectFit = this.#isWhole ? 'contain' : 'cover'
    this.element.style.background = this.#isWhole ? 'var(--ground)' : ''
  }

  /** @param standsMs how long the picture stands until the next one begins */
  fadeIn(fadeMs: number, standsMs: number): void {
    this.element.style.zIndex = '4'
    this.element.style.visibility = 'visible'
    const fade = this.#faded.animate([{ opacity: 0 }, { opacity: 1 }], { duration: fadeMs, easing: 'ease-in-out' })
    this.#animations = [fade, ...this.#move(fadeMs, standsMs - 2 * fadeMs)]
  }

  async fadeOut(fadeMs: number): Promise<void> {
    const fade = this.#faded.animate([{ opacity: 1 }, { opacity: 0 }], {
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
    for (const animation of this.#animations) animation.cancel()
    this.#animations = []
    this.#image.removeAttribute('src')
  }

  /** Opacity and move on one element are one drawing; on two, a drawing of a drawing. */
  get #faded(): HTMLElement {
    return this.#isWhole ? this.element : this.#image
  }

  /**
   * There and back between the fades: so little that nobody sees it start, enough that nothing burns in. It stands exactly
   * still while a fade draws two pictures at once, which keeps a computer without a graphics card in time.
   */
  #move(delayMs: number, durationMs: number): readonly Animation[] {
    if (durationMs < delayMs || matchMedia('(prefers-reduced-motion: reduce)').matches) return []
    this.#turn += 1
    const frames = [
      { transform: 'none', easing: 'ease-in-out' },
      { transform: aims[this.#turn % aims.length] ?? 'none', easing: 'ease-in-out' },
      { transform: 'none' },
    ]
    return [this.#image.animate(frames, { delay: delayMs, duration: durationMs })]
  }
}
