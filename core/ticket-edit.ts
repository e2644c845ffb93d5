/** Setting right what was entered wrong, and sending somebody on: the code and the place in line stay. */
import { unfitVisit } from './check-in.ts'
import { unfitService } from './known.ts'
import { type Circumstances, type Decision, type Edit, happens, refuse } from './queue-command.ts'
import type { VisitChanges } from './queue-event.ts'
import { isHere, type QueueState, type Ticket } from './queue-state.ts'
import { over } from './whereabouts.ts'

export function edited(state: QueueState, ticket: Ticket, edit: Edit, circumstances: Circumstances): Decision {
  if (!isHere(ticket)) return over(ticket)
  const { now } = circumstances
  const provider = edit.provider === undefined ? ticket.provider : (edit.provider ?? undefined)
  const refusal =
    unfitService(circumstances.clinic, edit.service ?? ticket.service, provider) ??
    unfitVisit(state, edit, circumstances, ticket.id)
  if (refusal !== undefined) return refusal
  const arrived = edit.arrivedAt === undefined ? {} : { arrivedAt: Math.min(edit.arrivedAt, now) }
  const changes: VisitChanges = { ...edit, ...arrived }
  return happens({ type: 'edited', ticket: ticket.id, changes })
}

interface Onward {
  readonly service?: string
  readonly provider?: string | null
}

export function transferred(ticket: Ticket, to: Onward, { clinic }: Circumstances): Decision {
  if (!isHere(ticket)) return over(ticket)
  if (to.service === undefined && to.provider === undefined) {
    return refuse('bad-input', 'provider: Say to whom, or for which service.', 'provider')
  }
  const service = to.service ?? ticket.service
  const provider = to.provider ?? undefined
  const refusal = unfitService(clinic, service, provider)
  if (refusal !== undefined) return refusal
  return happens({
    type: 'transferred',
    ticket: ticket.id,
    service,
    ...(provider === undefined ? {} : { provider }),
  })
}
