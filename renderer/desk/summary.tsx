/** The head of the page: how many are where, at what time, and what concerns the whole day. */
import type { ReactElement } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import { AskedMenu } from './asked-about.tsx'
import { useDesk } from './desk-context.ts'
import { TvMenu } from './tv-dialog.tsx'

interface SummaryState {
  readonly tickets: readonly QueueTicket[]
  readonly onKeys: () => void
  /** Absent while there is no day to close. */
  readonly onCloseDay: (() => void) | undefined
}

export function Summary({ tickets, onKeys, onCloseDay }: SummaryState): ReactElement {
  const { at, clinic, canPress } = useDesk()
  const count = (...states: readonly QueueTicket['state'][]) =>
    tickets.filter(({ state }) => states.includes(state)).length
  const figures = [
    { name: 'waiting', figure: count('waiting', 'held') },
    { name: 'called', figure: count('called') },
    { name: 'in service', figure: count('in-service') },
    { name: 'done', figure: count('done') },
  ]
  return (
    <header className="summary">
      <h1>Front desk</h1>
      <ul aria-label="Today so far">
        {figures.map(({ name, figure }) => (
          <li key={name}>
            <b>{figure}</b> {name}
          </li>
        ))}
      </ul>
      <time dateTime={at}>{`${canPress ? '' : 'as of '}${clockTime(at, clinic.zone)}`}</time>
      <AskedMenu />
      <TvMenu zone={clinic.zone} canPress={canPress} />
      {onCloseDay !== undefined && (
        <Action look="quiet" shortcut="D" isOff={!canPress} onPress={onCloseDay}>
          Close day
        </Action>
      )}
      <Action look="quiet" label="Keys" onPress={onKeys}>
        ?
      </Action>
    </header>
  )
}
