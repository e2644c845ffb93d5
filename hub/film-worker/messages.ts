/** What the hub and the film worker say to each other. */
import type { SceneProps } from '../../core/scene.ts'

/** What is made of a scene in one go: the picture of it, or its film. */
export interface Shot {
  readonly kind: 'still' | 'clip'
  readonly props: SceneProps
}

export type FilmRequest =
  | {
      readonly kind: 'shoot'
      readonly id: number
      readonly shot: Shot
      /** Where the file is to be written; its folder exists. */
      readonly output: string
    }
  | { readonly kind: 'cancel'; readonly id: number }

/**
 * `browser`: it cannot be started; `busy`: not in time; `encoder`: there is no ffmpeg; `does-not-fit`: the words of the scene lie outside the
 * picture; `no-space`: the disk is full.
 */
export type FilmFailure = 'browser' | 'busy' | 'encoder' | 'does-not-fit' | 'no-space' | 'cancelled' | 'fault'

export type FilmAnswer =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly why: FilmFailure; readonly message: string }
