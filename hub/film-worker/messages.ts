/** What the hub and the film worker say to each other. */
import type { SceneProps } from '../../core/scene.ts'
import type { Stretch } from '../../core/scene-plan.ts'

/** What is made of a scene in one go: the picture of it, or a stretch of film. */
export type Shot =
  | { readonly kind: 'still'; readonly props: SceneProps }
  | { readonly kind: 'clip'; readonly props: SceneProps; readonly stretch: Stretch }

export type FilmRequest =
  | {
      readonly kind: 'shoot'
      readonly id: number
      readonly shot: Shot
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
