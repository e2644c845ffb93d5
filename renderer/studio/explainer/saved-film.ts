/** After a save: what the hub says of the film as soon as it has looked at this very text. */
import { useCallback, useEffect, useRef } from 'react'
import type { ExplainerSource } from '../../../core/explainer-contract.ts'
import { sourceAddress } from './film-address.ts'

const askEveryMs = 400
/** Pictures of the film are looked at meanwhile; on a share, that takes a while. */
const patienceMs = 20_000

export type ToldFilm = NonNullable<ExplainerSource['film']>

/** @returns asks about a version, and tells once; a later save, and leaving the page, end that */
export function useSavedFilm(path: string): (version: string, tell: (film: ToldFilm) => void) => void {
  const asked = useRef(0)
  useEffect(
    () => () => {
      asked.current += 1
    },
    [],
  )
  return useCallback(
    (version, tell) => {
      asked.current += 1
      const own = asked.current
      const until = performance.now() + patienceMs
      const ask = async () => {
        const source = await sourceAt(path)
        if (asked.current !== own) return
        // Somebody else has saved it since, and is told.
        if (source !== undefined && source.version !== version) return
        if (source?.film !== undefined) tell(source.film)
        else if (performance.now() < until) setTimeout(() => void ask(), askEveryMs)
      }
      void ask()
    },
    [path],
  )
}

const sourceAt = (path: string): Promise<ExplainerSource | undefined> =>
  fetch(sourceAddress(path)).then(
    (response) => (response.ok ? (response.json() as Promise<ExplainerSource>) : undefined),
    () => undefined,
  )
