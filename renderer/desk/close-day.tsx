/** Asks before the day ends, and says who would be left. The list behind it is live: whoever goes meanwhile is gone here too. */
import type { ReactElement } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { isHere } from './lanes.ts'

interface CloseDayState {
  readonly tickets: readonly QueueTicket[]
  readonly canPress: boolean
  readonly onKeepOpen: () => void
  /** @param anyway people are still here, and whoever pressed has seen who */
  readonly onClose: (anyway: boolean) => void
}

export function CloseDay({ tickets, canPress, onKeepOpen, onClose }: CloseDayState): ReactElement {
  const here = tickets.filter(isHere)
  const people = here.length === 1 ? '1 person still here' : `${here.length} people still here`
  const title = here.length === 0 ? 'Close the day?' : `${people}: ${here.map(({ code }) => code).join(', ')}`
  return (
    <Dialog title={title} onClose={onKeepOpen}>
      <p>
        {here.length > 0 && 'They are recorded as left open. '}
        Desk labels are erased and the list begins anew with the next check-in. This cannot be undone.
      </p>
      <div className="dialog-actions">
        <Action onPress={onKeepOpen}>Keep open</Action>
        <Action look="first" isOff={!canPress} onPress={() => onClose(here.length > 0)}>
          Close day
        </Action>
      </div>
    </Dialog>
  )
}
