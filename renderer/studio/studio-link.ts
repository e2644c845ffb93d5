/** The files as they arrive, and whether they may still be believed: an old list is never shown as the present one. */
import type { Asset } from '../../core/asset.ts'
import type { AssetList } from '../../core/contract.ts'
import { useLive } from '../shared/hub.ts'
import { type HubLink, useHubLink } from './heartbeat.ts'

export type StudioLink =
  | Extract<HubLink, { readonly kind: 'connecting' | 'absent' }>
  | (Extract<HubLink, { readonly kind: 'live' | 'lost' }> & { readonly assets: readonly Asset[] })

export function useStudioLink(): StudioLink {
  const list = useLive<AssetList>('assets')
  const link = useHubLink([list])
  return 'zone' in link ? { ...link, assets: list.data?.assets ?? [] } : link
}
