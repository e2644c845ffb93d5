/** Whom *Call next* would call, and at a tap why. */
import { type ReactElement, useId, useState } from 'react'
import type { NextCall, QueueTicket } from '../../core/queue-contract.ts'
import { useDesk } from './desk-context.ts'
import { type Lane, nameOf } from './lanes.ts'
import { inWords } from './party.ts'

export function NextUp({ lane: { provider, room, tickets, waiting } }: { readonly lane: Lane }): ReactElement {
  const { clinic, queue } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const next = queue.next.find((one) => one.provider === provider.id)
  const called = ticketsOf(next, queue.tickets)
  const [first] = called
  const ends = tickets.filter((ticket) => ticket.room === room).map(({ code }) => code)
  const more = waiting - called.length
  if (next === undefined || first === undefined) return <p className="next-up next-none">Nobody waits</p>
  return (
    <div className="next-up">
      <p>
        <b>{inWords(called.map(({ code }) => code))}</b>{' '}
        {first.label !== undefined && (
          <>
            <bdi>{first.label}</bdi> ·{' '}
          </>
        )}
        <bdi>{nameOf(clinic.services, first.service)}</bdi>
        <span>
          {more > 0 && ` · ${more} more ${more === 1 ? 'waits' : 'wait'}`}
          {ends.length > 0 && ` · finishes ${inWords(ends)}`}
        </span>
      </p>
      <button
        type="button"
        className="action action-quiet"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`Why ${first.code} is next for ${provider.name}`}
        onClick={() => setOpen(!isOpen)}
      >
        Why?
      </button>
      <p id={id} className="because" hidden={!isOpen} role="status">
        {next.because.text}
      </p>
    </div>
  )
}

function ticketsOf(next: NextCall | undefined, tickets: readonly QueueTicket[]): readonly QueueTicket[] {
  if (next === undefined) return []
  const ids = [next.ticket, ...(next.with ?? [])]
  return ids.map((id) => tickets.find((ticket) => ticket.id === id)).filter((ticket) => ticket !== undefined)
}
