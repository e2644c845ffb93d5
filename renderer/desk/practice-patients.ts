/** The invented patients somebody finds when practice begins: a morning that is half an hour old. */
import type { Clinic } from '../../core/clinic.ts'
import type { Command } from '../../core/queue-command.ts'
import { isServing, type QueueState } from '../../core/queue-state.ts'

export interface Scene {
  /** Minutes before practice begins. */
  readonly before: number
  readonly label?: string
  /** From the queue as it is then; undefined when this clinic has nobody for it. */
  readonly command: (state: QueueState, clinic: Clinic, beganAt: number) => Command | undefined
}

const minuteMs = 60_000

/** @param which of the clinic's services, counted round */
const arrives =
  (which: number, bookedBefore?: number): Scene['command'] =>
  (_, { services }, beganAt) => {
    const service = services[which % services.length]?.id
    if (service === undefined) return undefined
    const booked = bookedBefore === undefined ? {} : { appointmentAt: beganAt - bookedBefore * minuteMs }
    return { type: 'check-in', arrival: { service, ...booked } }
  }

/** @param which of the clinic's providers */
const calls =
  (which: number): Scene['command'] =>
  (_, { providers, rooms }) => {
    const provider = providers[which]
    const room = provider?.room ?? rooms[0]?.id
    return provider === undefined || room === undefined ? undefined : { type: 'call-next', provider: provider.id, room }
  }

const comes: Scene['command'] = (state) => {
  const called = [...state.tickets.values()].filter(isServing).find((ticket) => ticket.state.kind === 'called')
  return called === undefined ? undefined : { type: 'here', ticket: called.id }
}

export const scenes: readonly Scene[] = [
  { before: 31, label: 'red coat', command: arrives(0) },
  { before: 27, label: 'RC, with daughter', command: arrives(1, 15) },
  { before: 22, command: calls(0) },
  { before: 21, command: comes },
  { before: 19, label: 'walking stick', command: arrives(2) },
  { before: 14, label: 'BM', command: arrives(0, 5) },
  { before: 9, label: 'blue scarf', command: arrives(3) },
  { before: 6, label: 'TH, first visit', command: arrives(1, -10) },
  { before: 1, command: calls(1) },
]
