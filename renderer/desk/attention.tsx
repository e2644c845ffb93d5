/** What cannot wait, above everything else: who was called and has not come, and whom somebody should speak to. */
import { type ReactElement, useState } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import { useDesk } from './desk-context.ts'
import { isOverdue } from './lanes.ts'
import { type Spoken, speakList } from './speak.ts'
import { Ticket } from './ticket.tsx'
import { ticketButtons } from './ticket-buttons.ts'
import { reasonOf } from './ticket-words.ts'

export function Attention(): ReactElement | null {
  const { queue, clinic, marks } = useDesk()
  const overdue = queue.tickets.filter((ticket) => isOverdue(ticket, queue))
  const spoken = speakList(queue, clinic, marks)
  if (overdue.length === 0 && spoken.length === 0) return null
  return (
    <div className="attention">
      {overdue.length > 0 && (
        <section className="absent" aria-labelledby="absent">
          <h2 id="absent">Called, not there yet</h2>
          <ul>
            {overdue.map((ticket) => (
              <Ticket key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        </section>
      )}
      {spoken.length > 0 && (
        <section className="speak" aria-labelledby="speak">
          <h2 id="speak">Speak to them</h2>
          <ul>
            {spoken.map((entry) => (
              <SpeakEntry key={entry.key} entry={entry} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** A whole afternoon that runs late does not push the page away. */
const mostShown = 3

function SpeakEntry({ entry: { why, say, people, provider } }: { readonly entry: Spoken }): ReactElement {
  const [isLong, setLong] = useState(false)
  // One more would take the place of the button that shows it.
  const shown = isLong || people.length <= mostShown + 1 ? people : people.slice(0, mostShown)
  return (
    <li className="speak-entry">
      <p className="speak-why">{why}</p>
      <q>{say}</q>
      <ul>
        {shown.map(({ ticket, key }) => (
          <SpeakRow key={key} ticket={ticket} provider={provider} />
        ))}
      </ul>
      {shown.length < people.length && (
        <Action look="quiet" onPress={() => setLong(true)}>
          {`Show ${people.length - shown.length} more`}
        </Action>
      )}
    </li>
  )
}

interface SpeakRowState {
  readonly ticket: QueueTicket
  /** Who is away, when that is what it is about. */
  readonly provider: string | undefined
}

function SpeakRow({ ticket, provider }: SpeakRowState): ReactElement {
  const { queue, clinic, canPress, onTicket, arrange } = useDesk()
  const { code, label } = ticket
  const asked = queue.called.find((call) => call.code === code && call.to === 'desk' && call.room === 'desk')
  const ask = ticketButtons.find(({ name }) => name === 'ask')
  const told = {
    ...(provider === undefined ? {} : { provider }),
    arranged: [{ ticket: ticket.id, how: 'told' as const }],
  }
  return (
    <li className="speak-row">
      <b className="code">{code}</b>
      <div className="who">
        {label !== undefined && <strong dir="auto">{label}</strong>}
        <span>{reasonOf(ticket, { clinic, queue })}</span>
        {asked !== undefined && <span>asked to come to the desk at {clockTime(asked.at, clinic.zone)}</span>}
      </div>
      <div className="speak-actions">
        <Action
          look="quiet"
          isOff={!canPress}
          label={`Please come to the desk: ${code}`}
          onPress={() => ask !== undefined && onTicket(ask, ticket, 'alone')}
        >
          Please come to the desk
        </Action>
        <Action label={`Told: ${code}`} isOff={!canPress} onPress={() => void arrange(told)}>
          Told
        </Action>
      </div>
    </li>
  )
}
