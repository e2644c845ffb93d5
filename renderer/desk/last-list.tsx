/** The last list on paper, for a desk that goes on without the hub: who is here, and room for what happens next. */
import type { ReactElement } from 'react'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { clockTime, dayName } from '../shared/clinic-time.ts'
import { isHere, nameOf } from './lanes.ts'

interface LastListState {
  readonly snapshot: QueueSnapshot
  readonly clinic: ClinicLists
}

export function LastList({ snapshot, clinic }: LastListState): ReactElement {
  const { tickets, at, paperCodes } = snapshot
  const here = tickets.filter(isHere)
  return (
    <article className="last-list">
      <header>
        <h1>Front desk, as of {clockTime(at, clinic.zone)}</h1>
        <p>{dayName(at, clinic.zone)}. Written down by hand from here on. Shred it once it has been entered.</p>
      </header>
      <h2>Who is here</h2>
      <table>
        <thead>
          <tr>
            {['Code', 'Label', 'Service', 'With', 'Booked', 'Came', 'State', 'Room', 'Ended'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {here.map((ticket) => (
            <tr key={ticket.id}>
              <th scope="row">{ticket.code}</th>
              <td dir="auto">{ticket.label}</td>
              <td>{nameOf(clinic.services, ticket.service)}</td>
              <td>{ticket.provider !== undefined && nameOf(clinic.providers, ticket.provider)}</td>
              <td>{ticket.appointmentAt !== undefined && clockTime(ticket.appointmentAt, clinic.zone)}</td>
              <td>{clockTime(ticket.arrivedAt, clinic.zone)}</td>
              <td>{stateOf(ticket, clinic)}</td>
              <td>{ticket.room !== undefined && nameOf(clinic.rooms, ticket.room)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {here.length === 0 && <p>Nobody was here.</p>}
      <h2>Who comes now</h2>
      {paperCodes.length === 0 ? (
        <p>No codes are kept back before the first check-in of a day.</p>
      ) : (
        <p>Write the code on a card for the patient. Two desks: one begins at the top, the other at the bottom.</p>
      )}
      <table className="last-list-empty">
        <thead>
          <tr>
            {['Code', 'Service', 'With', 'Came', 'Room', 'Ended', 'Done or left'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paperCodes.map((code) => (
            <tr key={code}>
              <th scope="row">{code}</th>
              <td />
              <td />
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

function stateOf({ state, since, missing }: QueueTicket, { zone }: ClinicLists): string {
  const from = clockTime(since, zone)
  switch (state) {
    case 'waiting':
      return 'waiting'
    case 'called':
      return `called ${from}`
    case 'in-service':
      return `in since ${from}`
    case 'held':
      return missing === true ? `not there ${from}` : `on hold ${from}`
    case 'done':
    case 'no-show':
    case 'left':
      return state
  }
}
