/** What the hub and the film worker say to each other. */
import type { SceneProps } from '../../core/scene.ts'

export type ShotKind = 'still' | 'clip'

export type FilmRequest =
  | {
      readonly kind: ShotKind
      readonly id: number
      readonly props: SceneProps
      /** Where the file is to be written; its folder exists. */
      readonly output: string
    }
  | { readonly kind: 'cancel'; readonly id: number }

/** `browser`: it cannot be started; `does-not-fit`: the words of the scene lie outside the picture. */
export type FilmFailure = 'browser' | 'does-not-fit' | 'cancelled' | 'fault'

export type FilmAnswer =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly why: FilmFailure; readonly message: string }
