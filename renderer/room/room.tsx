/** The page as a whole: waits for the hub, asks once who is in front of it and where, then shows their work. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { type ClinicLists, useClinicLists } from '../shared/clinic-lists.ts'
import { isDayOver } from '../shared/clinic-time.ts'
import { useKept } from '../shared/kept.ts'
import { Opening } from '../shared/opening.tsx'
import { type QueueLink, useQueueLink } from '../shared/queue-link.ts'
import { Choose, type Chosen } from './choose.tsx'
import { Work } from './work.tsx'

/** What this browser keeps; the first of the rooms is where the next patient is called to. */
type Kept = Partial<Chosen>

export function Room(): ReactElement {
  const zone = useRef('UTC')
  const link = useQueueLink(({ at }, ageMs) => isDayOver(at, ageMs, zone.current))
  const clinic = useClinicLists(link.kind === 'live')
  if (clinic !== undefined) zone.current = clinic.zone
  const [kept, keep] = useKept<Kept>(localStorage, 'anteroom-room', {})
  const [isChoosing, setChoosing] = useState(false)
  const chosen = clinic === undefined ? undefined : stillThere(kept, clinic)
  const title = titleOf(link, chosen)
  useEffect(() => {
    document.title = title
  }, [title])
  if (clinic === undefined || !('snapshot' in link)) {
    return <Opening title="Room" isAbsent={link.kind === 'absent'} />
  }
  if (chosen === undefined || isChoosing) {
    const choose = (next: Chosen) => {
      keep(next)
      setChoosing(false)
    }
    return <Choose clinic={clinic} before={chosen ?? kept} onChoose={choose} />
  }
  return (
    <Work
      key={chosen.provider}
      snapshot={link.snapshot}
      clinic={clinic}
      isLive={link.kind === 'live'}
      chosen={chosen}
      onRoom={(room) => keep({ ...chosen, rooms: [room, ...chosen.rooms.filter((one) => one !== room)] })}
      onChange={() => setChoosing(true)}
    />
  )
}

/** Lists change: whoever has left them is asked again. */
function stillThere({ provider, rooms = [] }: Kept, clinic: ClinicLists): Chosen | undefined {
  const there = rooms.filter((room) => clinic.rooms.some(({ id }) => id === room))
  const isKnown = clinic.providers.some(({ id }) => id === provider)
  return isKnown && provider !== undefined && there.length > 0 ? { provider, rooms: there } : undefined
}

/** What the tab says: `K47 next`. */
function titleOf(link: QueueLink, chosen: Chosen | undefined): string {
  if (link.kind === 'connecting' || chosen === undefined) return 'Room'
  if (link.kind !== 'live') return 'No connection · Room'
  const next = link.snapshot.next.find(({ provider }) => provider === chosen.provider)
  const code = link.snapshot.tickets.find(({ id }) => id === next?.ticket)?.code
  return code === undefined ? 'Nobody waits' : `${code} next`
}
