/** The page as a whole: waits for the hub and the lists, then shows the day. */
import { type ReactElement, useEffect, useRef } from 'react'
import { isDayOver } from '../shared/clinic-time.ts'
import { useClinicLists } from './clinic-lists.ts'
import { Day } from './day.tsx'
import { isLate, waitingOf } from './lanes.ts'
import { PracticeDoor, usePracticeDoor } from './practice-door.tsx'
import { type QueueLink, useQueueLink } from './queue-link.ts'

export function Desk(): ReactElement {
  const zone = useRef('UTC')
  const link = useQueueLink(({ at }, ageMs) => isDayOver(at, ageMs, zone.current))
  const clinic = useClinicLists(link.kind === 'live')
  if (clinic !== undefined) zone.current = clinic.zone
  const practice = usePracticeDoor()
  const title = practice.isOpen ? 'PRACTICE · Front desk' : titleOf(link)
  useEffect(() => {
    document.title = title
  }, [title])
  if (clinic === undefined || !('snapshot' in link)) {
    return (
      <main className="opening">
        <h1>Front desk</h1>
        {link.kind === 'absent' ? (
          <p role="alert">
            The hub does not answer. See whether the computer with the waiting-room TV is on. It is asked every second,
            and this page goes on by itself.
          </p>
        ) : (
          <p role="status">Connecting …</p>
        )}
      </main>
    )
  }
  if (practice.isOpen) return <PracticeDoor clinic={clinic} link={link} onLeave={practice.leave} />
  return <Day snapshot={link.snapshot} clinic={clinic} isLive={link.kind === 'live'} />
}

/** What the tab says: `(2 late) 7 waiting`. */
function titleOf(link: QueueLink): string {
  if (link.kind === 'connecting') return 'Front desk'
  if (link.kind !== 'live') return 'No connection · Front desk'
  const waiting = waitingOf(link.snapshot.tickets)
  const late = waiting.filter(isLate).length
  return `${late === 0 ? '' : `(${late} late) `}${waiting.length} waiting`
}
