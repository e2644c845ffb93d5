/** What a page sends → what the queue is asked: instants become milliseconds, the label goes its own way. */
import type { z } from 'zod'
import type { Command } from '../core/queue-command.ts'
import type { QueueButton, queueBodies } from '../core/queue-contract.ts'
import { msOf } from './clock.ts'

type Bodies = { readonly [Name in QueueButton]: z.infer<(typeof queueBodies)[Name]> }
type Sent = { readonly [Name in QueueButton]: { readonly name: Name; readonly body: Bodies[Name] } }[QueueButton]

export interface Asked {
  readonly command: Command
  readonly label?: string
}

/** @param body as the contract's schema for `name` has let it through */
export function pressOf(name: QueueButton, body: unknown): Asked {
  const sent = { name, body } as Sent
  switch (sent.name) {
    case 'check-in':
      return checkIn(sent.body)
    case 'call-next':
    case 'call':
      return { command: { type: sent.name, ...sent.body } as Command }
    case 'recall':
    case 'start':
    case 'finish':
    case 'no-show':
    case 'leave':
      return { command: { type: sent.name, ticket: sent.body.ticket } }
    case 'undo':
      return { command: { type: 'undo', ...(sent.body.event === undefined ? {} : { event: sent.body.event }) } }
    case 'close-day':
      return { command: { type: 'close-day', anyway: sent.body.anyway ?? false } }
  }
}

function checkIn({ label, appointmentAt, arrivedAt, ...rest }: Bodies['check-in']): Asked {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const arrival = {
    ...(given as { service: string }),
    ...(appointmentAt === undefined ? {} : { appointmentAt: msOf(appointmentAt) }),
    ...(arrivedAt === undefined ? {} : { arrivedAt: msOf(arrivedAt) }),
  }
  return { command: { type: 'check-in', arrival }, ...(label === undefined ? {} : { label }) }
}
