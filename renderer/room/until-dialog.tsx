/** Until when: a few likely times, or one of one's own. */
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import { Action } from '../shared/action.tsx'
import { clockTime, duration, instantOf } from '../shared/clinic-time.ts'
import { Dialog } from '../shared/dialog.tsx'
import { useRoom } from './room-context.ts'

const minuteMs = 60_000

interface UntilDialogState {
  readonly title: string
  readonly text: string
  /** Minutes from now. */
  readonly likely: readonly number[]
  /** Offered when there need be no time at all. */
  readonly without?: string
  readonly onChoose: (until: string | undefined) => void
  readonly onClose: () => void
}

export function UntilDialog({ title, text, likely, without, onChoose, onClose }: UntilDialogState): ReactElement {
  const { at, clinic, canPress } = useRoom()
  const [time, setTime] = useState('')
  const problem = useId()
  const isOver = time !== '' && Date.parse(instantOf(time, at, clinic.zone)) <= Date.parse(at)
  const isReady = canPress && time !== '' && !isOver
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onChoose(instantOf(time, at, clinic.zone))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="times">
        {likely.map((minutes) => {
          const until = new Date(Date.parse(at) + minutes * minuteMs).toISOString()
          return (
            <Action key={minutes} isOff={!canPress} onPress={() => onChoose(until)}>
              <b>{duration(minutes)}</b> <small>until {clockTime(until, clinic.zone)}</small>
            </Action>
          )
        })}
      </div>
      <form className="own-time" onSubmit={submit}>
        <label>
          Until
          <input
            type="time"
            value={time}
            aria-describedby={isOver ? problem : undefined}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </label>
        <button type="submit" className="action action-plain" disabled={!isReady}>
          Set
        </button>
        {isOver && <p id={problem}>This time is over already.</p>}
      </form>
      <div className="dialog-actions">
        {without !== undefined && (
          <Action isOff={!canPress} onPress={() => onChoose(undefined)}>
            {without}
          </Action>
        )}
        <Action look="quiet" onPress={onClose}>
          Cancel
        </Action>
      </div>
    </Dialog>
  )
}
