/** What has to be known before anything on this page is believed: an old day, invented patients. */
import type { ReactElement } from 'react'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
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

interface LastCloseState {
  readonly snapshot: QueueSnapshot
  readonly zone: string
}

/** Until somebody comes, the morning says who was still in the list when the hub closed the day. */
export function LastCloseBanner({ snapshot: { tickets, lastClose }, zone }: LastCloseState): ReactElement | null {
  if (tickets.length > 0 || lastClose === undefined || !lastClose.automatic || lastClose.leftOpen.length === 0)
    return null
  return (
    <div className="banner">
      <p>
        <strong>{dayName(lastClose.beganAt, zone)} was closed by itself.</strong> Left out of the statistics:{' '}
        {lastClose.leftOpen.join(', ')}.
      </p>
    </div>
  )
}
