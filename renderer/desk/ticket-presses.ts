/** What the buttons of a ticket send, for one or for a whole party, and how it is told afterwards. */
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { randomId } from '../shared/press.ts'
import type { Presses } from '../shared/presses.ts'
import { nameOf } from './lanes.ts'
import { companionsOf, type Scope, subjectOf } from './party.ts'
import type { PressButton } from './ticket-buttons.ts'

interface Pressing {
  readonly presses: Presses
  readonly queue: QueueSnapshot
  readonly clinic: ClinicLists
}

/** @returns whether it worked */
export async function pressTicket(
  { presses, queue, clinic }: Pressing,
  { name, words }: PressButton,
  ticket: QueueTicket,
  scope: Scope,
): Promise<boolean> {
  const { id, code, room } = ticket
  const where = room === undefined ? 'the room' : nameOf(clinic.rooms, room)
  // These two are about one code each: a whole party is told one after another.
  if (name === 'recall' || name === 'ask') {
    const others = scope === 'party' && name === 'recall' ? companionsOf(ticket, queue.tickets) : []
    const all = [ticket, ...others.filter(({ state }) => state === ticket.state)]
    const batch = all.length > 1 ? randomId() : undefined
    for (const [index, one] of all.entries()) {
      const told = subjectOf(all.slice(0, index + 1).map((other) => other.code))
      if ((await presses.send(name, { ticket: one.id }, () => words(told, where), batch)) === undefined) return false
    }
    return true
  }
  const body = { ticket: id, ...(scope === 'party' ? { party: true } : {}) }
  const answer = await presses.send(name, body, ({ with: others = [] }) =>
    words(subjectOf([code, ...others.map((other) => other.code)]), where),
  )
  return answer !== undefined
}
