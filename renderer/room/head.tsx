/** The head of the page: who works here, to which room they call, what time it is. */
import type { ReactElement } from 'react'
import { nameOf } from '../../core/clinic.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import type { Chosen } from './choose.tsx'
import { useRoom } from './room-context.ts'

interface HeadState {
  readonly chosen: Chosen
  readonly onRoom: (room: string) => void
  readonly onChange: () => void
  readonly onKeys: () => void
}

export function Head({ chosen: { provider, rooms }, onRoom, onChange, onKeys }: HeadState): ReactElement {
  const { clinic, at, canPress } = useRoom()
  const inOrder = [...rooms].sort()
  return (
    <header className="head">
      <h1>
        <bdi>{nameOf(clinic.providers, provider)}</bdi>
      </h1>
      {inOrder.length === 1 ? (
        <p className="head-room">
          <bdi>{nameOf(clinic.rooms, rooms[0] ?? '')}</bdi>
        </p>
      ) : (
        <div className="head-rooms" role="radiogroup" aria-label="Where the next patient is called to">
          {inOrder.map((id, index) => (
            <label key={id}>
              <input type="radio" name="head-room" checked={rooms[0] === id} onChange={() => onRoom(id)} />
              <span className="head-choice">
                <bdi>{nameOf(clinic.rooms, id)}</bdi>
                <span className="key" data-key={index + 1} />
              </span>
            </label>
          ))}
        </div>
      )}
      <time dateTime={at}>{`${canPress ? '' : 'as of '}${clockTime(at, clinic.zone)}`}</time>
      <Action look="quiet" onPress={onChange}>
        Change
      </Action>
      <Action look="quiet" label="Keys" onPress={onKeys}>
        ?
      </Action>
    </header>
  )
}
