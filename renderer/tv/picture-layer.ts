/** One of the two permanent picture elements: fades in over whatever is there and moves slowly while it stands. */
import type { ProgrammeItem } from '../../core/programme.ts'

/** Fills the screen when the shape is near 16:9; anything else is shown whole, on the brand's ground. */
const mostCropped = 0.15
const tvShape = 16 / 9
const moves = ['near', 'far'] as const

export class PictureLayer {
  readonly kind = 'image'
  readonly element: HTMLDivElement
  readonly #image = document.createElement('img')
  #fading: Animation | undefined
  #moving: Animation | undefined
  #turn = 0

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
    const isNear = Math.abs(shape / tvShape - 1) < mostCropped
    this.#image.style.objectFit = isNear ? 'cover' : 'contain'
  }

  /** @param durationMs how long the slow move lasts, fades included */
  fadeIn(fadeMs: number, durationMs: number): Promise<unknown> {
    const { element } = this
    element.style.zIndex = '4'
    element.style.visibility = 'visible'
    this.#moving = this.#move(durationMs)
    this.#fading = element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: fadeMs, easing: 'ease-in-out' })
    return this.#fading.finished
  }

  async fadeOut(fadeMs: number): Promise<void> {
    this.#fading = this.element.animate([{ opacity: 1 }, { opacity: 0 }], {
      duration: fadeMs,
      easing: 'ease-in-out',
      fill: 'forwards',
    })
    await this.#fading.finished
  }

  /** Steps back so that the next picture can fade in over it. */
  under(): void {
    this.element.style.zIndex = '3'
  }

  release(): void {
    this.element.style.visibility = 'hidden'
    this.#fading?.cancel()
    this.#moving?.cancel()
    this.#image.removeAttribute('src')
  }

  /** So little that nobody sees it start, enough that nothing burns in. */
  #move(durationMs: number): Animation | undefined {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined
    this.#turn += 1
    const near = { transform: 'scale(1.045) translate(-0.6%, 0.5%)' }
    const far = { transform: 'scale(1) translate(0, 0)' }
    const frames = moves[this.#turn % moves.length] === 'near' ? [far, near] : [near, far]
    return this.#image.animate(frames, { duration: durationMs, easing: 'linear', fill: 'both' })
  }
}
