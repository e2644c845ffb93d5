/** One explainer on its way to a film: of which words, in which look, and how far it has come. */
import { createHash } from 'node:crypto'
import type { Explainer } from '../core/explainer.ts'
import type { Profile } from '../core/kiosk-profile.ts'
import type { FilmSize, SceneProps } from '../core/scene.ts'
import type { Hanging } from '../core/settings.ts'
import type { Brand } from '../core/theme.ts'
import type { FilmRefusal } from './film-fault.ts'

export interface FilmJob {
  readonly path: string
  readonly explainer: Explainer
  readonly scenes: readonly SceneProps[]
  /** Equal words and equal look make the same film. */
  readonly words: string
  readonly look: string
  readonly controller: AbortController
  /** What has to be rendered, in photographs. */
  readonly work: { readonly stills: number; readonly clips: number }
  /** Whether its film in an older look plays meanwhile. */
  readonly isAnew: boolean
  /** Whoever was put first last comes first; 0 for the usual turn. */
  rank: number
  /** Whether it was told as one that does not play here: nobody waits for its pictures. */
  isResting: boolean
  /** Of stills and film together, 0 to 1. */
  progress: number
  state: FilmJobState
}

export type FilmJobState =
  /** Nothing of these words is on the TV yet. */
  | { readonly kind: 'stills-wanted' }
  /** Its stills are on the TV, or the film of the same words in an older look. */
  | { readonly kind: 'film-wanted' }
  | { readonly kind: 'done' }
  /** Somebody does not want it made. */
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed'
      readonly code: Exclude<FilmRefusal, 'cancelled'>
      readonly message: string
      readonly browser: string | undefined
    }

/** Everything said and shown in a film, and how long. */
export const wordsOf = ({ template, locale, scenes }: Explainer): string => identityOf([template, locale, scenes])

/** @param made the identity of what films are made with */
export const lookOf = ({ sound }: Explainer, brand: Brand, made: string, size: FilmSize): string =>
  identityOf([brand, made, size, sound ?? 'bed'])

export const propsOf = ({ template, locale, scenes }: Explainer, brand: Brand, size: FilmSize): readonly SceneProps[] =>
  scenes.map((planned) => ({ ...planned, template, brand, locale, size }))

/** Upright in one size: a 4K screen doubles it, and letters are drawn as large as across. */
export const sizeFor = (hangs: Hanging, profile: Profile): FilmSize => (hangs === 'upright' ? 'portrait' : profile)

export const hasSound = ({ sound }: Explainer): boolean => sound !== 'none'

export const durationOf = (scenes: readonly SceneProps[]): number =>
  scenes.reduce((sum, { durationMs }) => sum + durationMs, 0)

const identityOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)

/** Whether there is nothing to be done for it, unless somebody has saved it anew. */
export const isSettled = ({ state: { kind } }: FilmJob, isSaved: boolean): boolean =>
  kind !== 'failed' && !(kind === 'cancelled' && isSaved)
