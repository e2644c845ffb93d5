/** One ticket: its code, how the desk knows the patient, since when it is where it is, and what can be done with it. */
import type { ReactElement } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime, duration, minutesSince } from '../shared/clinic-time.ts'
import { type DeskContext, useDesk } from './desk-context.ts'
import { isLate, nameOf } from './lanes.ts'
import { buttonsOf } from './ticket-buttons.ts'

/** Called and not come for this long: somebody should look. */
const missingMinutes = 3

export function Ticket({ ticket }: { readonly ticket: QueueTicket }): ReactElement {
  const desk = useDesk()
  const { id, code, label, state } = ticket
  const isChosen = desk.chosen === id
  const isMissing = state === 'called' && minutesSince(ticket.since, desk.at) >= missingMinutes
  return (
    <li>
      <article
        className="ticket"
        data-ticket={id}
        data-state={state}
        data-chosen={isChosen}
        data-alert={isMissing || isLate(ticket)}
        aria-label={label === undefined ? code : `${code}, ${label}`}
        aria-current={isChosen}
        tabIndex={-1}
        onFocus={() => desk.choose(id)}
      >
        <b className="code">{code}</b>
        <div className="who">
          {label !== undefined && <strong dir="auto">{label}</strong>}
          <span>{reasonOf(ticket, desk)}</span>
        </div>
        <p className="when">
          {sinceOf(ticket, desk, isMissing).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <div className="ticket-actions">
          {buttonsOf(ticket).map((button) => (
            <Action
              key={button.name}
              shortcut={button.key.toUpperCase()}
              isOff={!desk.canPress}
              look={button.name === 'start' || button.name === 'finish' ? 'plain' : 'quiet'}
              label={`${button.label}: ${code}`}
              onPress={() => desk.onTicket(button, ticket)}
            >
              {button.label}
            </Action>
          ))}
        </div>
      </article>
    </li>
  )
}

function reasonOf({ service, provider, appointmentAt, state }: QueueTicket, { clinic }: DeskContext): string {
  const parts = [
    nameOf(clinic.services, service),
    provider !== undefined && (state === 'waiting' || state === 'held')
      ? `for ${nameOf(clinic.providers, provider)}`
      : '',
    appointmentAt === undefined ? '' : `booked ${clockTime(appointmentAt, clinic.zone)}`,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function sinceOf(ticket: QueueTicket, { clinic, at }: DeskContext, isMissing: boolean): readonly string[] {
  const { state, since, arrivedAt, room, wait } = ticket
  const ago = minutesSince(since, at)
  const where = room === undefined ? '' : nameOf(clinic.rooms, room)
  switch (state) {
    case 'called':
      return [
        `${where} · called ${ago === 0 ? 'just now' : `${duration(ago)} ago`}${isMissing ? ', not there yet?' : ''}`,
      ]
    case 'in-service':
      return [`${where} · since ${clockTime(since, clinic.zone)}${ago === 0 ? '' : `, ${duration(ago)}`}`]
    case 'held':
      return [`on hold since ${clockTime(since, clinic.zone)}`]
    case 'waiting': {
      const here = minutesSince(arrivedAt, at)
      const shown = wait?.shown.text ?? ''
      return [here === 0 ? 'just arrived' : `here ${duration(here)}`, ...(shown === '' ? [] : [shown])]
    }
    case 'done':
    case 'no-show':
    case 'left':
      return []
  }
}
