/** What a page sends → what the queue is asked: instants become milliseconds, the label goes its own way. */
import type { z } from 'zod'
import type { QueueButton, queueBodies } from './queue-bodies.ts'
import type { Arrival, Command, Edit, PaperLine } from './queue-command.ts'

type Bodies = { readonly [Name in QueueButton]: z.infer<(typeof queueBodies)[Name]> }

export interface Asked {
  readonly command: Command
  /** What the ticket is to be known by at the desk; null takes it away. */
  readonly label?: string | null
}

/** The fields that travel as instants. */
const instants: ReadonlySet<string> = new Set(['appointmentAt', 'arrivedAt', 'endedAt', 'until'])

/** Reads an instant, in whatever zone it was written. */
type Reading = (iso: string) => number

/** What was sent, with milliseconds for instants and without what was left out. */
function inMs(body: object, msOf: Reading): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    if (value !== undefined) given[name] = instants.has(name) && typeof value === 'string' ? msOf(value) : value
  }
  return given
}

/** @param body as the contract's schema for `name` has let it through */
export function pressOf(name: QueueButton, body: unknown, msOf: Reading): Asked {
  switch (name) {
    case 'check-in': {
      const { label, ...arrival } = body as Bodies['check-in']
      return labelled({ type: name, arrival: inMs(arrival, msOf) as unknown as Arrival }, label)
    }
    case 'edit': {
      const { label, ticket, ...edit } = body as Bodies['edit']
      return labelled({ type: name, ticket, edit: inMs(edit, msOf) as Edit }, label)
    }
    case 'add-paper': {
      const { lines } = body as Bodies['add-paper']
      return { command: { type: name, lines: lines.map((line) => inMs(line, msOf) as unknown as PaperLine) } }
    }
    case 'provider-late': {
      const { show = false, ...late } = body as Bodies['provider-late']
      return { command: { type: name, ...late, show } }
    }
    case 'close-day':
      return { command: { type: name, anyway: (body as Bodies['close-day']).anyway ?? false } }
    default:
      return { command: { type: name, ...inMs(body as object, msOf) } as unknown as Command }
  }
}

const labelled = (command: Command, label: string | null | undefined): Asked =>
  label === undefined ? { command } : { command, label }
