/** Asks before the day ends, and says who would be left. The list behind it is live: whoever goes meanwhile is gone here too. */
import type { ReactElement } from 'react'
import type { BookingList } from '../../core/booking-contract.ts'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { daysBetween } from '../shared/clinic-time.ts'
import { Dialog } from '../shared/dialog.tsx'
import { useLive } from '../shared/hub.ts'
import { usePractice } from '../shared/practice-context.ts'
import { useDesk } from './desk-context.ts'
import { isHere } from './lanes.ts'

interface CloseDayState {
  readonly tickets: readonly QueueTicket[]
  readonly canPress: boolean
  readonly onKeepOpen: () => void
  /** @param anyway people are still here, and whoever pressed has seen who */
  readonly onClose: (anyway: boolean) => void
}

export function CloseDay({ tickets, canPress, onKeepOpen, onClose }: CloseDayState): ReactElement {
  const toCome = useToCome(tickets)
  const here = tickets.filter(isHere)
  const people = here.length === 1 ? '1 person still here' : `${here.length} people still here`
  const title = here.length === 0 ? 'Close the day?' : `${people}: ${here.map(({ code }) => code).join(', ')}`
  return (
    <Dialog title={title} onClose={onKeepOpen}>
      <p>
        {here.length > 0 && 'They are recorded as left open. '}
        Desk labels are erased and the list begins anew with the next check-in. This cannot be undone.
      </p>
      {toCome > 0 && (
        <p>
          <strong>
            {toCome === 1 ? '1 appointment of today is' : `${toCome} appointments of today are`} still to come:
          </strong>{' '}
          they are erased as well.
        </p>
      )}
      <div className="dialog-actions">
        <Action onPress={onKeepOpen}>Keep open</Action>
        <Action look="first" isOff={!canPress} onPress={() => onClose(here.length > 0)}>
          Close day
        </Action>
      </div>
    </Dialog>
  )
}

/** Of the day that would be closed: bookings of today outlive a day that somebody forgot to close. */
function useToCome(tickets: readonly QueueTicket[]): number {
  const { at, clinic } = useDesk()
  const { data } = useLive<BookingList>('bookings')
  const isOld = tickets.some(({ arrivedAt }) => daysBetween(arrivedAt, at, clinic.zone) > 0)
  if (usePractice() !== undefined || isOld) return 0
  return data?.bookings.filter(({ state }) => state === 'expected').length ?? 0
}
