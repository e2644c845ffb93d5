/** Playlists: all of them with what they hold, and the one that is being edited. */
import { type ReactElement, useCallback, useMemo, useSyncExternalStore } from 'react'
import type { AssetList } from '../../../core/contract.ts'
import { useLive } from '../../shared/hub.ts'
import { Frame } from '../frame.tsx'
import { useHubLink } from '../heartbeat.ts'
import type { PlaylistLine } from '../programming.ts'
import { useSteps } from '../steps.ts'
import { Editor } from './editor.tsx'
import { PlaylistList } from './playlist-list.tsx'

interface PlaylistAnswer {
  readonly playlists: readonly PlaylistLine[]
}

export function PlaylistsPage(): ReactElement {
  const files = useLive<AssetList>('assets')
  const lists = useLive<PlaylistAnswer>('playlists')
  const link = useHubLink([files, lists])
  const steps = useSteps()
  const chosen = useHash()
  const open = useCallback((name: string) => {
    location.hash = encodeURIComponent(name)
  }, [])
  const playlists = lists.data?.playlists ?? []
  const assets = files.data?.assets ?? []
  // A snapshot that says the same is no news: a list that is being edited is asked for again only when there is some.
  const ready = assets.filter(({ state }) => state === 'ready').length
  const news = useMemo(
    () => `${ready} ${JSON.stringify(playlists.find(({ name }) => name === chosen))}`,
    [playlists, chosen, ready],
  )
  return (
    <Frame page="playlists" link={link} steps={steps} what="the list">
      {({ zone }) =>
        chosen === '' ? (
          <PlaylistList {...{ playlists, steps }} onOpen={open} />
        ) : (
          <Editor key={chosen} name={chosen} {...{ playlists, assets, steps, zone, news }} onOpen={open} />
        )
      }
    </Frame>
  )
}

/** Which playlist is open stands in the address: a reload or the way back stays with it. */
function useHash(): string {
  const hash = useSyncExternalStore(onHash, () => location.hash.slice(1))
  try {
    return decodeURIComponent(hash)
  } catch {
    return ''
  }
}

function onHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
