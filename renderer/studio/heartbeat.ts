/** Whether the hub answers, and its clock: what a page shows is believed only while it does. */
import { useEffect, useState } from 'react'
import type { Health } from '../../core/contract.ts'
import type { Live } from '../shared/hub.ts'

export type HubLink =
  | { readonly kind: 'connecting' }
  /** Nobody has answered since this page was opened. */
  | { readonly kind: 'absent' }
  | {
      /** `lost`: what the page shows is the last there was; `at` says when. */
      readonly kind: 'live' | 'lost'
      /** IANA name of the clinic's zone. */
      readonly zone: string
      /** ISO 8601, by the hub's clock. */
      readonly at: string
    }

const askEveryMs = 5_000
const answerWithinMs = 5_000

/** @param lists what the page cannot do without */
export function useHubLink(lists: readonly Live<unknown>[]): HubLink {
  const { health, isAnswering } = useHeartbeat()
  if (health === undefined || lists.some(({ data }) => data === undefined)) {
    return { kind: isAnswering === false ? 'absent' : 'connecting' }
  }
  const { zone, now: at } = health.clock
  const isLive = lists.every(({ isFresh }) => isFresh) && isAnswering !== false
  return { kind: isLive ? 'live' : 'lost', zone, at }
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
