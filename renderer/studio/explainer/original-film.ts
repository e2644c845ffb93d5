/** The film that another one is a translation of: its words beside the fields, and how much of it still stands untranslated. */
import { useEffect, useMemo, useState } from 'react'
import type { ExplainerTexts } from '../../../core/approval-contract.ts'
import { languageInEnglish } from '../../../core/languages.ts'
import { useAsked } from '../programming.ts'
import { wordsOf } from './card-check.ts'
import { type Card, type CardScene, draftFrom, type FilmDraft } from './film-draft.ts'
import { fileAt } from './film-file.ts'

export interface OriginalFilm {
  /** BCP 47. */
  readonly language: string
  /** Absent when the film that is open is the first one, or the only one. */
  readonly film: FilmDraft | undefined
}

/** @param path of the film whose name says no language; undefined when there is none, or it is the one that is open */
export function useOriginalFilm(path: string | undefined): OriginalFilm {
  const address = path === undefined ? undefined : `/api/explainers?path=${encodeURIComponent(path)}`
  const told = useAsked<ExplainerTexts>(address, path).answer?.explainers[0]?.locale
  const [read, setRead] = useState<{ readonly path: string; readonly film: FilmDraft }>()
  useEffect(() => {
    if (path === undefined) return
    let isOver = false
    // Without it nothing stands beside the fields; they can be written in all the same.
    fileAt(path).then(
      (file) => isOver || file === undefined || setRead({ path, film: draftFrom(file.text) }),
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [path])
  const film = read !== undefined && read.path === path ? read.film : undefined
  const { locale } = film?.settings ?? {}
  const language = told ?? (typeof locale === 'string' ? locale : 'en')
  return useMemo(() => ({ language, film }), [language, film])
}

/** By scene, and always the same: a card whose words stay is not drawn anew. */
const known = new WeakMap<CardScene, ReadonlyMap<string, string>>()
const nothing: ReadonlyMap<string, string> = new Map()

/** By the place of a field, as in `points.2`: what stands there in the original, when its scene of this place is of the same kind. */
export function originalWords(original: FilmDraft | undefined, { scene }: Card, place: number): typeof nothing {
  const first = original?.cards[place]?.scene
  if (first === undefined || first.kind !== scene?.kind) return nothing
  const words = known.get(first) ?? wordsOf(first)
  known.set(first, words)
  return words
}

/** `4 scenes are still the same as in English.` */
export function untranslatedWords({ film: original, language }: OriginalFilm, film: FilmDraft): string | undefined {
  const known = new Set(original?.cards.map(({ source }) => source.trim()))
  const same = film.cards.filter(({ source }) => known.has(source.trim())).length
  if (same === 0) return undefined
  const scenes = same === 1 ? 'One scene is' : `${same} scenes are`
  return `${scenes} still the same as in ${languageInEnglish(language)}.`
}
