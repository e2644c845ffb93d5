/** The page as a whole: waits for the hub and the lists, then shows the day. */
import { type ReactElement, useEffect, useRef } from 'react'
import { useClinicLists } from '../shared/clinic-lists.ts'
import { isDayOver } from '../shared/clinic-time.ts'
import { Opening } from '../shared/opening.tsx'
import { type QueueLink, useQueueLink } from '../shared/queue-link.ts'
import { Day } from './day.tsx'
import { isLate, waitingOf } from './lanes.ts'
import { PracticeDoor, usePracticeDoor } from './practice-door.tsx'

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
    return <Opening title="Front desk" isAbsent={link.kind === 'absent'} />
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
