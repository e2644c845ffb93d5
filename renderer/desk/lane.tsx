/** One provider: who is called or with them, and the button that calls the next one. */
import type { ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { useDesk } from './desk-context.ts'
import type { Lane } from './lanes.ts'
import { Ticket } from './ticket.tsx'

interface LaneState {
  readonly lane: Lane
  readonly onCallNext: () => void
  readonly onRoom: (room: string) => void
}

export function LaneCard({ lane, onCallNext, onRoom }: LaneState): ReactElement {
  const { clinic, canPress } = useDesk()
  const { provider, room, digit, tickets, waiting } = lane
  const ends = tickets.find((ticket) => ticket.room === room)
  return (
    <section className="lane" aria-label={provider.name}>
      <header>
        <h3>{provider.name}</h3>
        {clinic.rooms.length > 1 && (
          <select
            value={room}
            aria-label={`Where ${provider.name} calls to`}
            onChange={({ currentTarget }) => onRoom(currentTarget.value)}
          >
            {clinic.rooms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </header>
      {tickets.length === 0 ? (
        <p className="free">Free</p>
      ) : (
        <ul>
          {tickets.map((ticket) => (
            <Ticket key={ticket.id} ticket={ticket} />
          ))}
        </ul>
      )}
      <div className="lane-foot">
        <Action
          look="first"
          shortcut={digit?.toString()}
          isOff={!canPress}
          label={`Call next for ${provider.name}`}
          onPress={onCallNext}
        >
          Call next
        </Action>
        <p className="lane-note">
          {waiting === 0 ? 'Nobody waits' : waiting === 1 ? '1 waits' : `${waiting} wait`}
          {ends !== undefined && waiting > 0 && ` · finishes ${ends.code}`}
        </p>
      </div>
    </section>
  )
}
