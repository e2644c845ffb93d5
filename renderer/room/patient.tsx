/** Who somebody is in this room: label, service, party and needs, never a name. */
import type { ReactElement } from 'react'
import { nameOf } from '../../core/clinic.ts'
import { languageName } from '../../core/languages.ts'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { Needs } from '../shared/needs.tsx'
import { useRoom } from './room-context.ts'

export function Patient({ ticket }: { readonly ticket: QueueTicket }): ReactElement {
  const { clinic } = useRoom()
  const { label, service, further = [], party, needs, appointmentAt, language } = ticket
  const then = further.map((id) => nameOf(clinic.services, id)).join(', ')
  return (
    <div className="patient">
      <p>
        {label !== undefined && (
          <strong>
            <bdi>{label}</bdi>
          </strong>
        )}
        <span>
          <bdi>{nameOf(clinic.services, service)}</bdi>
          {then !== '' && `, then ${then}`}
        </span>
        {language !== undefined && (
          <span>
            <bdi>{languageName(language)}</bdi>
          </span>
        )}
        {appointmentAt !== undefined && <span>booked {clockTime(appointmentAt, clinic.zone)}</span>}
        {party !== undefined && (
          <span>
            with <bdi>{party}</bdi>
          </span>
        )}
      </p>
      <Needs needs={needs} />
    </div>
  )
}

/** The same in one line: `RC · Filler`. */
export function shortly({ label, service }: QueueTicket, services: Parameters<typeof nameOf>[0]): string {
  return [label, nameOf(services, service)].filter((part) => part !== undefined).join(' · ')
}
