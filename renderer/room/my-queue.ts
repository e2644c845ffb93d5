/** The day's tickets as one provider looks at them: who is with me, who is next, who I have set aside. */
import { fits, nextFor } from '../../core/call-order.ts'
import type { Clinic } from '../../core/clinic.ts'
import type { NextCall, QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { WaitingTicket } from '../../core/queue-state.ts'

/** Whom I have in a room: one, or a party that does everything together. */
export interface Visit {
  readonly room: string
  readonly tickets: readonly [QueueTicket, ...QueueTicket[]]
  readonly isParty: boolean
}

export interface Next {
  readonly tickets: readonly [QueueTicket, ...QueueTicket[]]
  readonly because: NextCall['because']
}

export interface MyQueue {
  readonly visits: readonly Visit[]
  /** Whom *Call next* calls. */
  readonly next: Next | undefined
  /** Who waits for me, in the order in which I would call them now. */
  readonly waiting: readonly QueueTicket[]
  /** On hold, and first for me when they are back. */
  readonly aside: readonly QueueTicket[]
  /** How many wait for somebody else. */
  readonly others: number
}

export function myQueue({ tickets, next, at }: QueueSnapshot, clinic: Clinic, provider: string): MyQueue {
  const waiting = tickets.filter(({ state }) => state === 'waiting')
  const mine = waiting.filter((ticket) => fits(asWaiting(ticket), provider, clinic))
  const told = next.find((one) => one.provider === provider)
  return {
    visits: visitsOf(tickets, provider),
    next: told === undefined ? undefined : nextOf(told, tickets),
    waiting: inOrder(mine, told?.ticket, provider, clinic, Date.parse(at)),
    aside: tickets.filter(({ state, firstFor }) => state === 'held' && firstFor === provider),
    others: waiting.length - mine.length,
  }
}

function nextOf({ ticket, with: others = [], because }: NextCall, tickets: readonly QueueTicket[]): Next | undefined {
  const [first, ...rest] = [ticket, ...others].flatMap((id) => tickets.find((one) => one.id === id) ?? [])
  return first === undefined ? undefined : { tickets: [first, ...rest], because }
}

const isServing = ({ state }: QueueTicket) => state === 'called' || state === 'in-service'

function visitsOf(tickets: readonly QueueTicket[], provider: string): readonly Visit[] {
  const serving = tickets.filter(isServing)
  const visits: Visit[] = []
  for (const ticket of serving.filter((one) => one.provider === provider)) {
    const { party, room = '', state } = ticket
    const isWith = (other: QueueTicket) => other.party === party && other.room === room && other.state === state
    const family = party === undefined ? [] : serving.filter((one) => one.party === party)
    // A press is for the whole party only where nobody of it is somewhere else.
    const isParty = family.length > 1 && family.every((one) => isWith(one) && one.provider === provider)
    const before = visits.find((visit) => isParty && visit.isParty && visit.tickets[0].party === party)
    if (before === undefined) visits.push({ room, isParty, tickets: [ticket] })
    else visits[visits.indexOf(before)] = { ...before, tickets: [...before.tickets, ticket] }
  }
  return visits.sort((one, other) => Date.parse(one.tickets[0].since) - Date.parse(other.tickets[0].since))
}

/** By the rule of the button, asked again and again as if nobody else came. */
function inOrder(
  tickets: readonly QueueTicket[],
  first: string | undefined,
  provider: string,
  clinic: Clinic,
  now: number,
): readonly QueueTicket[] {
  const left = new Map(tickets.map((ticket) => [ticket.id, { ticket, rule: asWaiting(ticket) }]))
  const ordered: QueueTicket[] = []
  let id = first
  while (left.size > 0) {
    const rules = [...left.values()].map(({ rule }) => rule)
    id ??= nextFor(rules, provider, clinic, now)?.id
    const taken = id === undefined ? undefined : left.get(id)?.ticket
    if (taken === undefined) break
    ordered.push(taken)
    left.delete(taken.id)
    id = undefined
  }
  return ordered
}

/** What the rule looks at. */
function asWaiting(ticket: QueueTicket): WaitingTicket {
  const { id, code, service, provider, appointmentAt, arrivedAt, priority, needs, since, firstFor } = ticket
  return {
    ...{ id, code, service, priority, needs, token: '' },
    arrivedAt: Date.parse(arrivedAt),
    ...(provider === undefined ? {} : { provider }),
    ...(appointmentAt === undefined ? {} : { appointmentAt: Date.parse(appointmentAt) }),
    state: { kind: 'waiting', since: Date.parse(since), ...(firstFor === undefined ? {} : { firstFor }) },
  }
}
