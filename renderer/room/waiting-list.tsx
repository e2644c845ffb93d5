/** How many wait for me and the next few; and whom I have set aside. */
import type { ReactElement } from 'react'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import type { MyQueue } from './my-queue.ts'
import { shortly } from './patient.tsx'
import { useRoom } from './room-context.ts'

/** More would be a list to read; the desk has it. */
const shownMost = 5

interface WaitingListState {
  readonly queue: MyQueue
  readonly onBack: (ticket: QueueTicket) => void
}

export function WaitingList({ queue: { waiting, aside, others }, onBack }: WaitingListState): ReactElement {
  const { clinic, at, canPress } = useRoom()
  // The first one stands on the button.
  const after = waiting.slice(1, 1 + shownMost)
  const more = waiting.length - 1 - after.length
  const count = waiting.length === 1 ? '1 waits for you' : `${waiting.length} wait for you`
  return (
    <section className="line" aria-labelledby="line">
      <h2 id="line">{waiting.length === 0 ? 'Your line is empty' : count}</h2>
      {after.length > 0 && (
        <ol>
          {after.map((ticket) => (
            <li key={ticket.id}>
              <b>{ticket.code}</b>
              <span>
                <bdi>{shortly(ticket, clinic.services)}</bdi>
              </span>
            </li>
          ))}
        </ol>
      )}
      {more > 0 && <p className="aside">and {more} more</p>}
      {waiting.length > 0 && others > 0 && <p className="aside">{others} more for somebody else</p>}
      {aside.length > 0 && (
        <>
          <h2>Set aside</h2>
          <ul>
            {aside.map((ticket) => (
              <li key={ticket.id}>
                <b>{ticket.code}</b>
                <span>{asideWords(ticket, clinic.zone, at)}</span>
                <Action isOff={!canPress} label={`Back: ${ticket.code}`} onPress={() => onBack(ticket)}>
                  Back
                </Action>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function asideWords({ missing, heldUntil }: QueueTicket, zone: string, at: string): string {
  if (missing) return 'not here; the TV asks them to the desk'
  if (heldUntil === undefined) return 'on hold'
  return Date.parse(heldUntil) <= Date.parse(at) ? 'back now' : `on hold until ${clockTime(heldUntil, zone)}`
}
