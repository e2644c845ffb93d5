/** How long a film takes from `play()` to its first frame on this computer: learned, so that a switch lands in the frame. */

// Measured on two cores without a graphics card, until this computer's own figure is known.
const firstMs = 60
const firstSpreadMs = 10
const learningRate = 0.2
const longestMs = 1_000
/** Rather too early than too late: cutting a film's last frame is invisible, standing on it is not. */
const cautiousSpreads = 2

export class Lead {
  #ms = firstMs
  #spreadMs = firstSpreadMs
  #isLearned = false

  /** How long before its first frame is wanted a film has to be started, in milliseconds. */
  ms(): number {
    return this.#ms + cautiousSpreads * this.#spreadMs
  }

  learn(tookMs: number): void {
    const errorMs = Math.min(tookMs, longestMs) - this.#ms
    this.#ms += this.#isLearned ? errorMs * learningRate : errorMs
    this.#spreadMs += this.#isLearned ? (Math.abs(errorMs) - this.#spreadMs) * learningRate : 0
    this.#isLearned = true
  }
}
