/** The files as they arrive, and whether they may still be believed: an old list is never shown as the present one. */
import { useEffect, useState } from 'react'
import type { Asset } from '../../core/asset.ts'
import type { AssetList, Health } from '../../core/contract.ts'
import { useLive } from '../shared/hub.ts'

export type StudioLink =
  | { readonly kind: 'connecting' }
  /** Nobody has answered since this page was opened. */
  | { readonly kind: 'absent' }
  | {
      /** `lost`: the last list there was; `at` says when. */
      readonly kind: 'live' | 'lost'
      readonly assets: readonly Asset[]
      /** IANA name of the clinic's zone. */
      readonly zone: string
      /** ISO 8601, by the hub's clock. */
      readonly at: string
    }

const askEveryMs = 5_000
const answerWithinMs = 5_000

export function useStudioLink(): StudioLink {
  const list = useLive<AssetList>('assets')
  const { health, isAnswering } = useHeartbeat()
  if (list.data === undefined || health === undefined) return { kind: isAnswering === false ? 'absent' : 'connecting' }
  const { zone, now: at } = health.clock
  return { kind: list.isFresh && isAnswering !== false ? 'live' : 'lost', assets: list.data.assets, zone, at }
}

/** A cable that was pulled out leaves a socket open that never says anything again: so the hub is asked as well. */
function useHeartbeat(): { readonly health: Health | undefined; readonly isAnswering: boolean | undefined } {
  const [health, setHealth] = useState<Health>()
  const [isAnswering, setAnswering] = useState<boolean>()
  useEffect(() => {
    let isOver = false
    let timer = 0
    const ask = async () => {
      const answer = await fetch('/api/health', { signal: AbortSignal.timeout(answerWithinMs) })
        .then(async (response) => (response.ok ? ((await response.json()) as Health) : undefined))
        .catch(() => undefined)
      if (isOver) return
      if (answer !== undefined) setHealth(answer)
      setAnswering(answer !== undefined)
      timer = window.setTimeout(() => void ask(), answer === undefined ? askEveryMs / 5 : askEveryMs)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [])
  return { health, isAnswering }
}
