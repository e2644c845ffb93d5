/** Whether and how loud films are heard: the one place that decides it. Silent, unless the clinic wants otherwise. */
import { duckedBy } from '../../core/speech.ts'

interface Heard {
  readonly gainDb?: number | undefined
  /** A playlist wants it silent. */
  readonly mute?: true | undefined
}

export class FilmSound {
  readonly #elements = new Map<HTMLVideoElement, Heard>()
  /** A page without a kiosk around it may not make a sound before somebody has clicked: a film would not start. */
  readonly #mayBeHeard: boolean
  #volume = 0
  #isDucked = false

  constructor(mayBeHeard: boolean) {
    this.#mayBeHeard = mayBeHeard
  }

  /** Says which film an element plays from now on. */
  play(element: HTMLVideoElement, film: Heard): void {
    this.#elements.set(element, film)
    this.#apply(element, film)
  }

  /** @param volume 0 to 1 */
  setVolume(volume: number): void {
    if (volume === this.#volume) return
    this.#volume = volume
    this.#applyAll()
  }

  /** Softer while somebody is called. */
  duck(isDucked: boolean): void {
    this.#isDucked = isDucked
    this.#applyAll()
  }

  #applyAll(): void {
    for (const [element, film] of this.#elements) this.#apply(element, film)
  }

  #apply(element: HTMLVideoElement, { gainDb, mute }: Heard): void {
    element.muted = mute === true || this.#volume === 0 || !this.#mayBeHeard
    element.volume = volumeOf(gainDb) * this.#volume * (this.#isDucked ? 10 ** (-duckedBy / 20) : 1)
  }
}

/** An element cannot play louder than the film is: what is too soft stays so. */
export const volumeOf = (gainDb: number | undefined): number => Math.min(1, 10 ** ((gainDb ?? 0) / 20))
