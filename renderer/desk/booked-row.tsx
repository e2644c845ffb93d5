/** One booking: its time first, since that is what people say at the counter, and what can be done about it. */
import { type ReactElement, useState } from 'react'
import type { BookingWords } from '../../core/booking-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime, duration, minutesSince } from '../shared/clinic-time.ts'
import { aboutBooking, isAlreadyHere, isOverdue } from './booked-list.ts'
import { useDesk } from './desk-context.ts'

export interface BookedRowState {
  readonly booking: BookingWords
  /** What Enter is about. */
  readonly isMeant: boolean
  readonly onCheckIn: (service: string | undefined) => void
  readonly onSwap: (service: string | undefined) => void
  readonly onMark: (as: 'no-show' | 'expected') => void
}

export function BookedRow({ booking, isMeant, onCheckIn, onSwap, onMark }: BookedRowState): ReactElement {
  const { clinic, at: now, canPress } = useDesk()
  const [chosen, choose] = useState('')
  const { id, at, initials, state, ticket } = booking
  const time = clockTime(at, clinic.zone)
  const isLate = isOverdue(booking, now)
  const isHere = isAlreadyHere(booking)
  const service = booking.service ?? (chosen === '' ? undefined : chosen)
  const isOff = !canPress || service === undefined
  return (
    <li className="booked-row" data-booking={id} data-state={state} data-late={isLate} data-meant={isMeant}>
      <b className="booked-time">{time}</b>
      <div className="booked-who">
        {initials !== undefined && <strong dir="auto">{initials}</strong>}
        <span>{aboutBooking(booking, { clinic })}</span>
        {isLate && <small>{duration(minutesSince(at, now))} late</small>}
        {state === 'no-show' && <small>did not come</small>}
        {ticket !== undefined && (
          <small>{isHere ? `Already here as ${ticket.code}` : `was here as ${ticket.code}`}</small>
        )}
      </div>
      {booking.service === undefined && state !== 'arrived' && (
        <select
          aria-label={`Service for ${time}`}
          value={chosen}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">For what?</option>
          {clinic.services.map(({ id: one, name }) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
      <div className="booked-actions">
        {isHere && ticket !== undefined && (
          <Action
            look={isMeant ? 'plain' : 'quiet'}
            isOff={isOff}
            label={`Swap: somebody else is here for ${time}, ${ticket.code} stays as a walk-in`}
            onPress={() => onSwap(service)}
          >
            Swap
          </Action>
        )}
        {isLate && (
          <Action look="quiet" isOff={!canPress} label={`No-show: ${time}`} onPress={() => onMark('no-show')}>
            No-show
          </Action>
        )}
        {!isHere && (
          <Action
            look={isMeant ? 'first' : 'plain'}
            isOff={isOff}
            label={`Check in: ${time}`}
            onPress={() => onCheckIn(service)}
          >
            {state === 'expected' ? 'Check in' : state === 'no-show' ? 'Came after all' : 'Back again'}
          </Action>
        )}
      </div>
    </li>
  )
}
