/** One explainer on its way to a film: of which words, in which look, and how far it has come. */
import { createHash } from 'node:crypto'
import type { Explainer } from '../core/explainer.ts'
import type { SceneProps } from '../core/scene.ts'
import type { Brand } from '../core/theme.ts'
import type { FilmRefusal } from './film-maker.ts'

export interface FilmJob {
  readonly path: string
  readonly explainer: Explainer
  readonly scenes: readonly SceneProps[]
  /** Equal words and equal look make the same film. */
  readonly words: string
  readonly look: string
  readonly controller: AbortController
  state: FilmJobState
}

export type FilmJobState =
  /** Nothing of these words is on the TV yet. */
  | { readonly kind: 'stills-wanted' }
  /** Its stills are on the TV, or the film of the same words in an older look. */
  | { readonly kind: 'film-wanted' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: FilmRefusal | 'no-space'; readonly browser: string | undefined }

/** Everything said in a film, and how long. */
export const wordsOf = ({ template, locale, scenes }: Explainer): string => identityOf([template, locale, scenes])

/** @param template the identity of the templates */
export const lookOf = (brand: Brand, template: string): string => identityOf([brand, template])

export const propsOf = ({ template, locale, scenes }: Explainer, brand: Brand): readonly SceneProps[] =>
  scenes.map((planned) => ({ ...planned, template, brand, locale, size: 'hd' }))

export const durationOf = ({ scenes }: FilmJob): number => scenes.reduce((sum, { durationMs }) => sum + durationMs, 0)

const identityOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
