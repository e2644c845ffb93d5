/** What lies over the media: the queue beside it, a call over everything, nothing when there is no queue. */
import { type ReactElement, useEffect, useState } from 'react'
import type { PageClock } from '../shared/clock.ts'
import { useAnnouncement } from './announcements.ts'
import { useBoard } from './board.ts'
import { QueuePanel } from './queue-panel.tsx'
import { Takeover } from './takeover.tsx'

interface OverlayProps {
  readonly screen: string
  readonly clock: PageClock
  readonly zone: string | undefined
}

export function Overlay({ screen, clock, zone }: OverlayProps): ReactElement {
  const state = useBoard(screen, clock)
  const calls = state.kind === 'live' ? state.board.called : []
  const call = useAnnouncement(calls, clock)
  const time = useTime(clock, zone)
  useEffect(() => {
    document.documentElement.dataset.queue = state.kind === 'none' ? 'none' : 'beside'
  }, [state.kind])
  return (
    <div className="overlay" data-stage="zone">
      {state.kind === 'stale' && (
        <section className="queue-stale">
          <h2>One moment</h2>
          <p>The list is reconnecting. Please ask at the desk.</p>
        </section>
      )}
      {state.kind === 'live' && <QueuePanel board={state.board} time={time} />}
      {call !== undefined && state.kind === 'live' && (
        <Takeover
          key={`${call.code}${call.announceFrom}`}
          call={call}
          roomName={state.board.rooms[call.room] ?? call.room}
        />
      )}
    </div>
  )
}

/** Hours and minutes in the clinic's zone. */
function useTime(clock: PageClock, zone: string | undefined): string {
  const [, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  const format = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  return format.format(clock.latest())
}
