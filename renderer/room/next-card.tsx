/** The one large button: who is next, and why, at a tap. */
import { type ReactElement, useId } from 'react'
import { nameOf } from '../../core/clinic.ts'
import { Action } from '../shared/action.tsx'
import { Needs } from '../shared/needs.tsx'
import type { MyQueue } from './my-queue.ts'
import { shortly } from './patient.tsx'
import { useRoom } from './room-context.ts'
import { codesOf } from './visit-buttons.ts'

interface NextCardState {
  readonly queue: MyQueue
  /** Id of the room the next patient is called to. */
  readonly room: string
  readonly isAway: boolean
  readonly isWhyOpen: boolean
  /** `seat`: to fetch them. */
  readonly onCall: (to?: 'seat') => void
  readonly onWhy: () => void
}

export function NextCard({ queue, room, isAway, isWhyOpen, onCall, onWhy }: NextCardState): ReactElement {
  const { clinic, canPress } = useRoom()
  const note = useId()
  const { next, visits, others } = queue
  if (next === undefined) {
    return (
      <section className="nobody" aria-label="Call next">
        <p>Nobody waits for you.</p>
        {others > 0 && <p className="aside">{others === 1 ? '1 waits' : `${others} wait`} for somebody else.</p>}
      </section>
    )
  }
  const codes = codesOf(next.tickets)
  const ends = visits.filter((visit) => visit.room === room)
  const needs = [...new Set(next.tickets.flatMap((ticket) => ticket.needs))]
  const notes = [
    clinic.rooms.length > 1 ? `To ${nameOf(clinic.rooms, room)}` : '',
    ends.length === 0 ? '' : `finishes ${ends.map(({ tickets }) => codesOf(tickets)).join(', ')}`,
    isAway ? 'you are back then' : '',
  ].filter((part) => part !== '')
  return (
    <section className="next" aria-label="Call next">
      <button
        type="button"
        className="call-next"
        disabled={!canPress}
        aria-describedby={note}
        aria-keyshortcuts="N"
        onClick={({ detail }) => detail < 2 && onCall()}
      >
        <span className="call-word">
          Call next
          <span className="key" data-key="N" />
        </span>
        <span className="call-code" data-many={next.tickets.length > 1}>
          {codes}
        </span>
        <span className="call-who">
          <bdi>{shortly(next.tickets[0], clinic.services)}</bdi>
        </span>
      </button>
      <div className="call-foot">
        <Needs needs={needs} />
        {needs.includes('fetch') && (
          <Action shortcut="C" isOff={!canPress} label={`I fetch them: ${codes}`} onPress={() => onCall('seat')}>
            I fetch them
          </Action>
        )}
        <p id={note} className="aside">
          {notes.join(' · ')}
        </p>
        <Action look="quiet" shortcut="W" label={`Why ${codes}`} onPress={onWhy}>
          Why?
        </Action>
      </div>
      {isWhyOpen && (
        <p className="why" role="status">
          {next.because.text}
        </p>
      )}
    </section>
  )
}
