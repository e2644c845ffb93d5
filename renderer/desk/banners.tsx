/** What has to be known before anything on this page is believed: an old day, invented patients. */
import type { ReactElement } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { dayName, daysBetween } from '../shared/clinic-time.ts'

export const DemoRibbon = (): ReactElement => <aside className="ribbon">Demonstration: invented patients</aside>

interface OldDayState {
  /** The tickets of the day that is open. */
  readonly tickets: readonly QueueTicket[]
  readonly at: string
  readonly zone: string
  readonly canPress: boolean
  readonly onCloseDay: () => void
}

/** A day that nobody has closed is shown as it is, and says so. */
export function OldDayBanner({ tickets, at, zone, canPress, onCloseDay }: OldDayState): ReactElement | null {
  const arrivals = tickets.map(({ arrivedAt }) => arrivedAt)
  const first = arrivals.reduce((one, other) => (Date.parse(other) < Date.parse(one) ? other : one), at)
  const days = daysBetween(first, at, zone)
  if (days <= 0) return null
  const when = days === 1 ? `yesterday: ${dayName(first, zone)}` : `${days} days ago: ${dayName(first, zone)}`
  return (
    <div className="banner">
      <p>
        <strong>This day was opened {when}.</strong> Close it to begin a new one.
      </p>
      <Action isOff={!canPress} onPress={onCloseDay}>
        Close day
      </Action>
    </div>
  )
}
