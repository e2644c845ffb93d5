/** After the clinic's look was changed: the films that are there keep the old one until each is made anew. */
import type { ReactElement } from 'react'
import type { FilmList } from '../../core/film-contract.ts'
import { useLive } from '../shared/hub.ts'
import { spanOf } from '../shared/span.ts'

/**
 * Nothing while nobody knows how long it takes, or when all of them are made. Stands in no status: it would be read out with
 * every estimate.
 */
export function FilmsAnew(): ReactElement | null {
  const { data, isFresh } = useLive<FilmList>('films')
  const words = isFresh && data !== undefined ? anewWords(data.films) : undefined
  return words === undefined ? null : <p>{words}</p>
}

/** @param films as the queue tells them */
export function anewWords(films: FilmList['films']): string | undefined {
  const waits = films.flatMap(({ isAnew, remainingS }) => (isAnew === undefined ? [] : (remainingS ?? [])))
  return waits.length === 0
    ? undefined
    : `Films are made anew: about ${spanOf(Math.max(...waits))}. Until then they play as before.`
}
