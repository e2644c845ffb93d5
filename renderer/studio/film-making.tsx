/** How far each film is, live from the queue: a card that was drawn long ago still says what is so now. */
import { createContext, type ReactElement, type ReactNode, useContext, useMemo } from 'react'
import type { Asset } from '../../core/asset.ts'
import type { FilmEntry, FilmList } from '../../core/film-contract.ts'
import { useLive } from '../shared/hub.ts'
import { makingWords } from './making-words.ts'
import { useWorld } from './studio-context.ts'
import { stateOf } from './words.ts'

const nobody: ReadonlyMap<string, FilmEntry> = new Map()
const Making = createContext(nobody)

export function MakingProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { data, isFresh } = useLive<FilmList>('films')
  const films = useMemo(
    () =>
      // What was so when the hub went away is nobody's number.
      data === undefined || !isFresh ? nobody : new Map(data.films.map((film) => [film.path, film])),
    [data, isFresh],
  )
  return <Making.Provider value={films}>{children}</Making.Provider>
}

function useMaking(asset: Asset): FilmEntry | undefined {
  const films = useContext(Making)
  return asset.state === 'working' && asset.kind === 'explainer' ? films.get(asset.path) : undefined
}

/** What a file's state is, in words. */
export function StateWords({ asset }: { readonly asset: Asset }): ReactElement {
  const { zone } = useWorld()
  const film = useMaking(asset)
  return <>{(film && makingWords(film)) ?? stateOf(asset, zone)}</>
}

/** How far it is; nothing while it waits. */
export function WorkBar({ asset, label }: { readonly asset: Asset; readonly label: string }): ReactElement | null {
  const film = useMaking(asset)
  if (asset.state !== 'working' || film?.state === 'waiting') return null
  return <progress value={film?.progress ?? asset.progress ?? 0} aria-label={label} />
}
