/** The queue as it arrives, and whether it may still be believed: an old list is never shown as the present one. */
import { useEffect, useRef, useState } from 'react'
import type { QueueSnapshot } from '../../core/queue-contract.ts'
import { followTopic } from './hub.ts'

export type QueueLink =
  | { readonly kind: 'connecting' }
  /** Nobody has answered since this page was opened. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'live'; readonly snapshot: QueueSnapshot }
  /** The last list there was; its `at` says when. */
  | { readonly kind: 'lost'; readonly snapshot: QueueSnapshot }

/** The hub sends a snapshot at least every 5 s. */
const staleMs = 15_000
const lookMs = 1_000

/** @param isOver whether the day of the last list has ended; it is then forgotten, since its desk labels may not outlive it */
export function useQueueLink(isOver: (snapshot: QueueSnapshot, ageMs: number) => boolean): QueueLink {
  const newestIsOver = useRef(isOver)
  newestIsOver.current = isOver
  const [link, setLink] = useState<QueueLink>({ kind: 'connecting' })
  useEffect(() => {
    let heard = moment()
    let told = heard
    let end = () => {}
    const lose = () => setLink(lost)
    const follow = () => {
      let isCurrent = true
      heard = moment()
      const endFollowing = followTopic<QueueSnapshot>(
        'queue',
        (snapshot) => {
          if (!isCurrent) return
          heard = moment()
          told = heard
          setLink({ kind: 'live', snapshot })
        },
        () => isCurrent && lose(),
      )
      end = () => {
        isCurrent = false
        endFollowing()
      }
    }
    follow()
    const timer = setInterval(() => {
      const ageMs = ageOf(told)
      setLink((link) =>
        link.kind === 'lost' && newestIsOver.current(link.snapshot, ageMs) ? { kind: 'absent' } : link,
      )
      if (ageOf(heard) <= staleMs) return
      // A cable that was pulled out leaves a socket open that never says anything again: take another one.
      lose()
      end()
      follow()
    }, lookMs)
    return () => {
      clearInterval(timer)
      end()
    }
  }, [])
  return link
}

function lost(link: QueueLink): QueueLink {
  switch (link.kind) {
    case 'connecting':
    case 'absent':
      return { kind: 'absent' }
    case 'live':
    case 'lost':
      return { kind: 'lost', snapshot: link.snapshot }
  }
}

/** One clock stands still while the computer sleeps, the other one can be set by hand: the larger age counts. */
const moment = () => ({ steady: performance.now(), wall: Date.now() })
const ageOf = ({ steady, wall }: ReturnType<typeof moment>) => Math.max(performance.now() - steady, Date.now() - wall)
