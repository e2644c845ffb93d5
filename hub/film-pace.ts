/** How much work a scene is, and how long this computer takes for it, learnt from what it has rendered. */
import { framesOf, type SceneProps } from '../core/scene.ts'
import { stretchesOf } from '../core/scene-plan.ts'
import type { Shot } from './film-worker/messages.ts'
import { photographedIn } from './film-worker/scene-encoder.ts'

/** Of two cores at the lowest priority, before anything has been measured. */
const usualMsPerPhoto = 120
/** How much the latest scene counts: a computer has better and worse minutes. */
const newness = 0.3
/** In photographs: the picture before the film is larger and comes alone; a picture that only has to be encoded is a sixth. */
const cost = { still: 9, encoded: 1 / 6 }
/** What a film takes when all scenes are there, beside the sound: joining, checking every picture, storing. */
const finishing = { ms: 1_000, perSecondOfFilm: 60 }

/** The work of a shot, in photographs. */
export function costOf({ kind, props }: Shot): number {
  if (kind === 'still') return cost.still
  return photographedIn(stretchesOf(props)).length + framesOf(props.durationMs) * cost.encoded
}

export class FilmPace {
  #msPerPhoto: number

  /** @param known what was measured before */
  constructor(known: number | undefined) {
    this.#msPerPhoto = known ?? usualMsPerPhoto
  }

  get msPerPhoto(): number {
    return this.#msPerPhoto
  }

  learn(photographs: number, tookMs: number): void {
    if (photographs > 0) this.#msPerPhoto += newness * (tookMs / photographs - this.#msPerPhoto)
  }

  msFor(photographs: number): number {
    return photographs * this.#msPerPhoto
  }
}

export const finishingMs = (scenes: readonly SceneProps[]): number =>
  finishing.ms + scenes.reduce((sum, { durationMs }) => sum + (durationMs / 1_000) * finishing.perSecondOfFilm, 0)
