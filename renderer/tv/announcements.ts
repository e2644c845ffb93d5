/** Which call is announced at this moment. The hub has put the calls one after another: the TV only looks at the clock. */
import { useEffect, useState } from 'react'
import { boardLanguageOf } from '../../core/board-words.ts'
import type { Call } from '../../core/queue-contract.ts'
import { msOf, type PageClock } from '../shared/clock.ts'

/** The call announced at `now`, if any. */
function announcedAt(calls: readonly Call[], now: number): Call | undefined {
  return calls.find(({ announceFrom, announceUntil }) => msOf(announceFrom) <= now && now < msOf(announceUntil))
}

/** The languages of a call: the ticket's own first, if the board speaks it, then the clinic's. At most two. */
export function announcedLanguages({ language }: Call, clinic: readonly string[]): readonly string[] {
  const own = language === undefined ? undefined : boardLanguageOf(language)
  const all = [...(own === undefined ? [] : [own]), ...clinic.map((tag) => boardLanguageOf(tag) ?? 'en')]
  return [...new Set(all)].slice(0, 2)
}

/** Milliseconds until that changes; undefined when nothing is to come. */
export function nextChangeMs(calls: readonly Call[], now: number): number | undefined {
  const moments = calls.flatMap(({ announceFrom, announceUntil }) => [msOf(announceFrom), msOf(announceUntil)])
  const coming = moments.filter((moment) => moment > now)
  return coming.length === 0 ? undefined : Math.min(...coming) - now
}

/** Renders again in the very moment an announcement begins or ends. */
export function useAnnouncement(calls: readonly Call[], clock: PageClock): Call | undefined {
  const [, setTurn] = useState(0)
  const now = clock.latest()
  const waitMs = nextChangeMs(calls, now)
  useEffect(() => {
    if (waitMs === undefined) return
    // A hair later: timers may fire a millisecond early.
    const timer = setTimeout(() => setTurn((turn) => turn + 1), waitMs + 2)
    return () => clearTimeout(timer)
  })
  return announcedAt(calls, now)
}
