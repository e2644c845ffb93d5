/** Whoever is done or has gone today, the last first: to find them when they stand at the desk again. */
import { type ReactElement, useState } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import { Dialog } from '../shared/dialog.tsx'
import { useDesk } from './desk-context.ts'
import type { ErrandState } from './errand.ts'
import { isHere, nameOf } from './lanes.ts'

const stateWords: Partial<Record<QueueTicket['state'], string>> = {
  done: 'done',
  left: 'gone',
  'no-show': 'did not come',
}

/** With more than this there is a field to search in. */
const searchFrom = 8

export function OverList({ presses, onClose }: ErrandState): ReactElement {
  const { queue, clinic, canPress } = useDesk()
  const [wanted, setWanted] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const over = overOf(queue.tickets)
  const found = over.filter(({ code, label = '' }) => `${code} ${label}`.toLowerCase().includes(wanted.toLowerCase()))
  const comeBack = async ({ id, code }: QueueTicket) => {
    const answer = await presses.send('return', { ticket: id }, () => `${code} is waiting again`)
    if (answer === undefined) setFailed(true)
    else onClose()
  }
  return (
    <Dialog title="Gone and done" onClose={onClose}>
      {over.length > searchFrom && (
        <label className="over-search">
          <span>Code or label</span>
          <input
            type="search"
            autoComplete="off"
            dir="auto"
            value={wanted}
            onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          />
        </label>
      )}
      {over.length === 0 && <p>Nobody has finished or gone today.</p>}
      {hasFailed && presses.notice !== undefined && (
        <p className="errand-wrong" role="alert">
          {presses.notice.text}
        </p>
      )}
      <ol className="over-list">
        {found.map((ticket) => (
          <li key={ticket.id} className="over-row">
            <b className="code">{ticket.code}</b>
            <div className="who">
              {ticket.label !== undefined && <strong dir="auto">{ticket.label}</strong>}
              <span>
                {`${nameOf(clinic.services, ticket.service)} · ${stateWords[ticket.state]} at ${clockTime(ticket.since, clinic.zone)}`}
              </span>
            </div>
            <Action isOff={!canPress} label={`Return: ${ticket.code}`} onPress={() => void comeBack(ticket)}>
              Return
            </Action>
          </li>
        ))}
      </ol>
      <div className="dialog-actions">
        <Action look="first" onPress={onClose}>
          Close
        </Action>
      </div>
    </Dialog>
  )
}

/** The last to go first. */
const overOf = (tickets: readonly QueueTicket[]): readonly QueueTicket[] =>
  tickets.filter((ticket) => !isHere(ticket)).sort((one, other) => Date.parse(other.since) - Date.parse(one.since))
