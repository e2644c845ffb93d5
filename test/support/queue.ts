/** Queues for rules: a small clinic, and days in which several desks press everything at any time. */
import fc from 'fast-check'
import { unusedPaperCodes } from '../../core/check-in.ts'
import type { Clinic } from '../../core/clinic.ts'
import { type Decision, decide, evolve, type QueueState } from '../../core/queue.ts'
import type { Command, Edit } from '../../core/queue-command.ts'
import type { Recorded } from '../../core/queue-event.ts'
import { emptyQueue, type Ticket } from '../../core/queue-state.ts'
import { minuteMs, monday } from './items.ts'

/** Two providers, two rooms; only p2 performs the laser. */
export const clinic: Clinic = {
  services: [
    { id: 'consultation', name: 'Consultation', minutes: 15 },
    { id: 'laser', name: 'Laser', minutes: 30, providers: ['p2'] },
  ],
  providers: [
    { id: 'p1', name: 'Dr Lind', room: '1' },
    { id: 'p2', name: 'Dr Okafor', room: '2' },
  ],
  rooms: [
    { id: '1', name: 'Room 1' },
    { id: '2', name: 'Room 2' },
  ],
}

/** One press, and what came of it. */
export interface Pressed {
  readonly before: QueueState
  readonly after: QueueState
  readonly command: Command
  readonly now: number
  readonly caller: string
  readonly decision: Decision
  readonly event?: Recorded
}

/** A queue that remembers every press; ids are t1, t2 … in the order of the presses. */
export class Day {
  readonly presses: Pressed[] = []
  state: QueueState = emptyQueue

  press(command: Command, now = monday, caller = 'desk-a', share = 0.5): Pressed {
    const before = this.state
    const id = `t${this.presses.length + 1}`
    const decision = decide(before, command, { now, caller, clinic, chance: { id, token: `token-${id}`, share } })
    const event = decision.ok ? { ...decision.event, revision: before.revision + 1, at: now, caller } : undefined
    if (event !== undefined) this.state = evolve(before, event)
    const after = this.state
    const pressed = { before, after, command, now, caller, decision, ...(event === undefined ? {} : { event }) }
    this.presses.push(pressed)
    return pressed
  }

  get events(): readonly Recorded[] {
    return this.presses.map(({ event }) => event).filter((event) => event !== undefined)
  }

  /** The only ticket with this id. */
  ticket(id: string): Ticket {
    const ticket = this.state.tickets.get(id)
    if (ticket === undefined) throw new Error(`There is no ticket ${id}`)
    return ticket
  }
}

interface Act {
  readonly type: Command['type']
  readonly desk: number
  readonly who: number
  readonly provider: number
  readonly room: number
  readonly share: number
  readonly afterMs: number
  readonly offMinutes: number
}

const weights: readonly [Command['type'], number][] = [
  ['check-in', 8],
  ['call-next', 6],
  ['call', 2],
  ['recall', 2],
  ['start', 3],
  ['finish', 3],
  ['no-show', 1],
  ['leave', 1],
  ['here', 1],
  ['not-here', 2],
  ['back', 1],
  ['hold', 2],
  ['resume', 1],
  ['return', 1],
  ['ask', 1],
  ['transfer', 1],
  ['edit', 2],
  ['provider-late', 1],
  ['provider-break', 1],
  ['provider-done', 1],
  ['provider-back', 1],
  ['add-paper', 1],
  ['undo', 6],
  ['close-day', 1],
]

const actAfter = (afterMs: fc.Arbitrary<number>): fc.Arbitrary<Act> =>
  fc.record({
    type: fc.oneof(...weights.map(([type, weight]) => ({ weight, arbitrary: fc.constant(type) }))),
    desk: fc.nat(2),
    who: fc.nat(200),
    provider: fc.nat(1),
    room: fc.nat(1),
    share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    afterMs,
    offMinutes: fc.integer({ min: -60, max: 60 }),
  })

const dayOf = (afterMs: fc.Arbitrary<number>): fc.Arbitrary<Day> =>
  fc.array(actAfter(afterMs), { maxLength: 60, size: 'max' }).map((acts) => {
    const day = new Day()
    let now = monday
    for (const act of acts) {
      now += act.afterMs
      day.press(commandOf(act, day, now), now, `desk-${act.desk}`, act.share)
    }
    return day
  })

/** Calls queue up behind each other. */
const anyRush = dayOf(fc.nat(2_500))
const anyHours = dayOf(
  fc.oneof(
    { weight: 5, arbitrary: fc.nat(12_000) },
    { weight: 2, arbitrary: fc.nat(20 * minuteMs) },
    // Somebody sets the clock.
    { weight: 1, arbitrary: fc.integer({ min: -60 * minuteMs, max: 60 * minuteMs }) },
  ),
)

/** Days of three desks, with every kind of press, at any time and on any ticket, sensible or not. */
export const anyDay: fc.Arbitrary<Day> = fc.oneof(anyRush, anyHours)

function commandOf({ type, who, provider, room, offMinutes }: Act, day: Day, now: number): Command {
  const ids = [...day.state.tickets.keys()]
  const ticket = ids[who % Math.max(1, ids.length)] ?? 'nobody'
  const place = { provider: `p${provider + 1}`, room: `${room + 1}` }
  switch (type) {
    case 'check-in': {
      const service = who % 3 === 0 ? 'laser' : 'consultation'
      const wanted = who % 5 === 0 ? { provider: place.provider } : {}
      const booked = who % 2 === 0 ? { appointmentAt: now + offMinutes * minuteMs } : {}
      const party = who % 4 === 1 ? { party: 'family', together: who % 8 === 1 } : {}
      const onward = who % 7 === 0 ? { further: ['consultation'] } : {}
      return { type, arrival: { service, ...wanted, ...booked, ...party, ...onward, priority: who % 11 === 0 } }
    }
    case 'call-next':
      return { type, ...place }
    case 'call':
      return { type, ticket, ...place, party: who % 2 === 0 }
    case 'hold': {
      const until = offMinutes % 2 === 0 ? {} : { until: now + offMinutes * minuteMs }
      return { type, ticket, party: who % 2 === 0, ...until }
    }
    case 'transfer':
      return { type, ticket, service: who % 2 === 0 ? 'laser' : 'consultation', provider: who % 3 === 0 ? 'p2' : null }
    case 'edit':
      return { type, ticket, edit: editOf(who, now, offMinutes) }
    case 'provider-late':
      return { type, provider: place.provider, minutes: 20, show: who % 2 === 0 }
    case 'provider-break':
      return { type, provider: place.provider, until: now + offMinutes * minuteMs }
    case 'provider-done':
    case 'provider-back':
      return { type, provider: place.provider }
    case 'add-paper': {
      const codes = [...unusedPaperCodes(day.state), day.state.tickets.get(ticket)?.code ?? 'Z99']
      const code = codes[who % codes.length] ?? 'Z99'
      const ended = who % 2 === 0 ? { endedAt: now, ...place } : {}
      return {
        type,
        lines: [{ code, service: 'consultation', arrivedAt: now - Math.abs(offMinutes) * minuteMs, ...ended }],
      }
    }
    case 'undo': {
      const last = day.state.steps?.newest.event
      return who % 4 === 0 && last !== undefined ? { type, event: last } : { type }
    }
    case 'close-day':
      return { type, anyway: who % 2 === 0 }
    default:
      return { type, ticket, ...(who % 2 === 0 ? { party: true } : {}) }
  }
}

function editOf(who: number, now: number, offMinutes: number): Edit {
  const edits: readonly Edit[] = [
    { service: 'consultation', provider: null },
    { appointmentAt: now + offMinutes * minuteMs },
    { appointmentAt: null, priority: true, priorityReason: 'unwell' },
    { arrivedAt: now + offMinutes * minuteMs },
    { party: 'friends', together: true },
    { further: ['laser'], language: 'de' },
  ]
  return edits[who % edits.length] ?? {}
}
