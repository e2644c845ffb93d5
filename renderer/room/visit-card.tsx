/** Whom I have called or have with me, and what comes after. */
import type { ReactElement } from 'react'
import { nameOf } from '../../core/clinic.ts'
import { Action } from '../shared/action.tsx'
import { clockTime, duration, minutesSince } from '../shared/clinic-time.ts'
import { unansweredOf } from '../shared/unanswered.ts'
import type { Visit } from './my-queue.ts'
import { Patient } from './patient.tsx'
import { useRoom } from './room-context.ts'
import { buttonsOf, codesOf, type VisitButton } from './visit-buttons.ts'

interface VisitCardState {
  readonly visit: Visit
  readonly onPress: (button: VisitButton, visit: Visit) => void
}

export function VisitCard({ visit, onPress }: VisitCardState): ReactElement {
  const { clinic, called: calls, at, canPress } = useRoom()
  const { tickets, room } = visit
  const [{ id, state, since, further = [] }] = tickets
  const codes = codesOf(tickets)
  const ago = minutesSince(since, at)
  const isMissing = state === 'called' && unansweredOf(tickets[0], calls, at) === 'missing'
  const called = ago === 0 ? 'Called just now' : `Called ${duration(ago)} ago${isMissing ? ': not there yet?' : ''}`
  const began = `With you since ${clockTime(since, clinic.zone)}${ago === 0 ? '' : `, ${duration(ago)}`}`
  const done = further.length === 0 ? 'Done' : `Done, on to ${nameOf(clinic.services, further[0] ?? '')}`
  return (
    <article
      className="visit"
      data-visit={id}
      data-state={state}
      data-alert={isMissing}
      tabIndex={-1}
      aria-label={codes}
    >
      <div className="visit-head">
        <h2 className="visit-code">{codes}</h2>
        <p className="visit-when">
          <bdi>{nameOf(clinic.rooms, room)}</bdi>
          <span>{state === 'called' ? called : began}</span>
        </p>
      </div>
      {tickets.map((ticket) => (
        <Patient key={ticket.id} ticket={ticket} />
      ))}
      <div className="visit-actions">
        {buttonsOf(visit, at).map((button) => (
          <Action
            key={button.name}
            shortcut={button.key.toUpperCase()}
            isOff={!canPress}
            look={button.name === (state === 'called' ? 'here' : 'finish') ? 'first' : 'plain'}
            label={`${button.name === 'finish' ? done : button.label}: ${codes}`}
            onPress={() => onPress(button, visit)}
          >
            {button.name === 'finish' ? done : button.label}
          </Action>
        ))}
      </div>
    </article>
  )
}
