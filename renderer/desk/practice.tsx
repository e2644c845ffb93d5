/** The same desk with a pretend queue, for whoever learns it: marked all over, and nothing of it leaves this page. */
import { type ReactElement, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { Action } from '../shared/action.tsx'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { useKeys } from '../shared/keys.ts'
import { keepingInMemory, PracticeProvider } from '../shared/practice-context.ts'
import { answerInstead } from '../shared/press.ts'
import type { QueueLink } from '../shared/queue-link.ts'
import { Day } from './day.tsx'
import { isLate, waitingOf } from './lanes.ts'
import { PracticeQueue } from './practice-queue.ts'

const tickMs = 1_000

export interface PracticeState {
  readonly clinic: ClinicLists
  /** The real queue goes on meanwhile, and whoever practises has to see that. */
  readonly link: Extract<QueueLink, { readonly snapshot: unknown }>
  readonly onLeave: () => void
}

export function Practice({ clinic, link, onLeave }: PracticeState): ReactElement {
  const [queue] = useState(() => new PracticeQueue(clinic, link.snapshot.at))
  const [room] = useState(() => ({ keeping: keepingInMemory() }))
  const snapshot = useSyncExternalStore(queue.subscribe, queue.snapshot)
  // Before anything below can be pressed.
  useLayoutEffect(() => answerInstead(queue.answer), [queue])
  useEffect(() => {
    const timer = setInterval(() => queue.tick(), tickMs)
    return () => clearInterval(timer)
  }, [queue])
  useKeys({
    onKey: (key) => {
      if (key !== 'q') return false
      onLeave()
      return true
    },
  })
  return (
    <PracticeProvider value={room}>
      <div className="practice">
        <aside className="practice-ribbon" aria-label="Practice">
          <p>
            <strong>Practice with invented patients.</strong>{' '}
            <span className="practice-what">Nothing here reaches the TV, phones, the queue or the statistics.</span>
          </p>
          <p className="practice-truth">{truthOf(link)}</p>
          <Action shortcut="Q" onPress={onLeave}>
            Leave practice
          </Action>
        </aside>
        <Day snapshot={snapshot} clinic={clinic} isLive={true} />
        <div className="practice-mark" aria-hidden="true">
          {Array.from({ length: 18 }, (_, place) => (
            <span key={place} />
          ))}
        </div>
      </div>
    </PracticeProvider>
  )
}

function truthOf(link: PracticeState['link']): string {
  if (link.kind !== 'live') return 'In truth: no connection to Anteroom.'
  const waiting = waitingOf(link.snapshot.tickets)
  const late = waiting.filter(isLate).length
  return `In truth: ${waiting.length} waiting${late === 0 ? '' : `, ${late} late`}.`
}
