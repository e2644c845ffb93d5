/** What stays true of the queue whatever several desks press, in whatever order, at whatever time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { announceMs } from '../../core/announcements.ts'
import { nextFor } from '../../core/call-order.ts'
import { codesInUse } from '../../core/check-in.ts'
import { plannedWaits } from '../../core/planned-waits.ts'
import { decide, evolve, fold, type QueueState } from '../../core/queue.ts'
import type { Recorded } from '../../core/queue-event.ts'
import { emptyQueue, isServing, servedBy, ticketsHere } from '../../core/queue-state.ts'
import { findStep } from '../../core/steps.ts'
import { likenessOf } from '../../core/ticket-code.ts'
import { monday } from '../support/items.ts'
import { anyDay, clinic, type Day, type Pressed } from '../support/queue.ts'

const always = (law: (day: Day) => void) => fc.assert(fc.property(anyDay, law), { numRuns: 150 })
const ticketsOf = ({ tickets }: QueueState) => [...tickets]

test('the days tried here contain everything that can happen', () => {
  const seen = new Set<string>()
  const refused = new Set<string>()
  for (const day of fc.sample(anyDay, { numRuns: 300, seed: 1 })) {
    for (const { event, decision } of day.presses) {
      if (event !== undefined) seen.add(event.type === 'undone' && event.retraction ? 'retracted' : event.type)
      if (!decision.ok) refused.add(decision.reason)
    }
  }
  const happened = ['called', 'checked-in', 'day-closed', 'finished', 'left', 'no-show', 'recalled', 'started']
  const away = ['held', 'resumed', 'returned', 'asked', 'transferred', 'edited', 'paper-added']
  const providers = ['provider-back', 'provider-break', 'provider-done', 'provider-late']
  expect([...seen].sort()).toEqual([...happened, ...away, ...providers, 'retracted', 'undone'].sort())
  expect([...refused].sort()).toEqual(
    expect.arrayContaining([
      ...['already-called', 'already-over', 'bad-input', 'cannot-undo', 'does-not-perform', 'not-away'],
      ...['nobody-waiting', 'not-booked', 'not-called', 'not-held', 'not-over', 'still-open'],
    ]),
  )
})

test('events are numbered without gaps, and each is there once', () => {
  always((day) => {
    expect(day.events.map(({ revision }) => revision)).toEqual(day.events.map((_, index) => index + 1))
    expect(day.state.revision).toBe(day.events.length)
  })
})

test('folding the log gives the queue, twice the same, also when it comes back from the disk', () => {
  always((day) => {
    const fromDisk = JSON.parse(JSON.stringify(day.events)) as Recorded[]
    expect(fold(day.events)).toEqual(day.state)
    expect(fold(fromDisk)).toEqual(fold(fromDisk))
    expect(fold(fromDisk)).toEqual(day.state)
  })
})

test('what happened before the last closed day only counts', () => {
  always((day) => {
    const last = day.events.findLastIndex(({ type }) => type === 'day-closed')
    expect(fold(day.events.slice(Math.max(0, last)))).toEqual(day.state)
  })
})

test('a provider never has two tickets in one room, except a party that was called together', () => {
  always((day) => {
    const groups: ReadonlySet<string>[] = []
    for (const { after, event } of day.presses) {
      if (event?.type === 'called') groups.push(new Set([event.ticket, ...(event.with ?? [])]))
      for (const ticket of ticketsHere(after).filter(isServing)) {
        const { provider, room } = ticket.state
        const together = servedBy(after, provider, room)
        expect(groups.some((group) => together.every(({ id }) => group.has(id)))).toBe(true)
      }
    }
  })
})

test('every state can be reached, and left again', () => {
  const [reached, left] = [new Set<string>(), new Set<string>()]
  for (const { presses } of fc.sample(anyDay, { numRuns: 300, seed: 2 })) {
    for (const { before, after } of presses) {
      for (const [id, { state }] of after.tickets) {
        reached.add(state.kind)
        const was = before.tickets.get(id)?.state.kind
        if (was !== undefined && was !== state.kind) left.add(was)
      }
    }
  }
  const all = ['called', 'done', 'held', 'in-service', 'left', 'no-show', 'waiting']
  expect([...reached].sort()).toEqual(all)
  expect([...left].sort()).toEqual(all)
})

test('nobody is missed who was not booked', () => {
  always((day) => {
    for (const { before, event } of day.presses) {
      if (event?.type !== 'no-show') continue
      const missed = [event.ticket, ...(event.with ?? [])].map((id) => before.tickets.get(id)?.appointmentAt)
      expect(missed).not.toContain(undefined)
    }
  })
})

test('nobody who is here is forgotten by the estimate of whoever may take them', () => {
  always((day) => {
    const waits = plannedWaits(day.state, clinic, monday)
    for (const { minutes } of waits.values()) expect(minutes).toBeGreaterThanOrEqual(0)
  })
})

test('a code is handed out once a day, and no two in use can be mixed up', () => {
  always((day) => {
    let given: string[] = []
    for (const { event, after } of day.presses) {
      if (event?.type === 'day-closed') given = []
      if (event?.type === 'checked-in') given.push(event.visit.code, ...(event.paperCodes ?? []))
      expect(new Set(given).size).toBe(given.length)
      const likenesses = codesInUse(after).map(likenessOf)
      expect(new Set(likenesses).size).toBe(likenesses.length)
    }
  })
})

test('no ticket vanishes or changes unless the event names it', () => {
  always((day) => {
    for (const { before, after, event } of day.presses) {
      if (event === undefined) {
        expect(after).toBe(before)
        continue
      }
      if (event.type === 'day-closed') {
        expect([...event.leftOpen]).toEqual(ticketsHere(before).map(({ id }) => id))
        continue
      }
      const named = namedBy(event, before)
      for (const [id, ticket] of before.tickets) if (!named.has(id)) expect(after.tickets.get(id)).toBe(ticket)
      for (const id of after.tickets.keys()) if (!before.tickets.has(id)) expect(named).toContain(id)
    }
  })
})

test('announcements have their eight seconds each and never overlap', () => {
  always((day) => {
    for (const { after } of day.presses) {
      const slots = [...after.announcements].sort((one, other) => one.from - other.from)
      for (const [index, { from, until }] of slots.entries()) {
        expect(until - from).toBeGreaterThanOrEqual(announceMs)
        expect(from).toBeGreaterThanOrEqual(slots[index - 1]?.until ?? from)
      }
    }
  })
})

test('an announcement that has begun is never moved; only taking the call back ends it', () => {
  always((day) => {
    for (const { before, after, event, now } of day.presses) {
      if (event === undefined || event.type === 'day-closed') continue
      for (const begun of before.announcements.filter(({ at, from }) => at <= now && from <= now)) {
        if (event.type === 'undone' && event.event === begun.event) continue
        expect(after.announcements).toContainEqual(begun)
      }
    }
  })
})

test('call next calls whom the one rule names, and nobody else', () => {
  always((day) => {
    for (const { before, command, event, now } of day.presses) {
      if (command.type !== 'call-next') continue
      const next = nextFor(before.tickets.values(), command.provider, clinic, now)
      expect(event?.type === 'called' ? event.ticket : undefined).toBe(next?.id)
    }
  })
})

test('deciding and refusing leave the queue alone', () => {
  always((day) => {
    for (const { before, command, now, caller } of day.presses) {
      const asItIs = () => ({ ...before, tickets: new Map(before.tickets) })
      const asItWas = structuredClone(asItIs())
      decide(before, command, { now, caller, clinic, chance: { id: 'x', token: 'y', share: 0 } })
      expect(asItIs()).toEqual(asItWas)
    }
  })
})

test('the day is as if what was undone had never been done', () => {
  always((day) => {
    for (const [index, pressed] of day.presses.entries()) {
      if (pressed.event?.type !== 'undone') continue
      const events = eventsUpTo(day, index)
      const taken = new Set(events.flatMap((event) => (event.type === 'undone' ? [event.event] : [])))
      const without = events.filter(({ type, revision }) => type !== 'undone' && !taken.has(revision))
      expect(ticketsOf(without.reduce(evolve, emptyQueue))).toEqual(ticketsOf(pressed.after))
    }
  })
})

test('undo of the last event restores tickets, their order and what may be undone next, exactly', () => {
  always((day) => {
    for (const [index, { event, after, before }] of day.presses.entries()) {
      if (event?.type !== 'undone' || event.event !== before.revision) continue
      const origin = stateBefore(day, index, event.event)
      expect(ticketsOf(after)).toEqual(ticketsOf(origin))
      expect(after.presence).toEqual(origin.presence)
      expect(after.steps).toEqual(origin.steps)
      // A clock that was set back drops calls of a time that has not come yet.
      if (isSetBack(day)) continue
      const wasUnheard = before.announcements.every(({ event: call, from }) => call !== event.event || from > event.at)
      if (wasUnheard) expect(after.announcements).toEqual(origin.announcements)
    }
  })
})

test('undo takes back only the own last step, and tells people when they have heard it', () => {
  always((day) => {
    for (const { before, event, caller, now } of day.presses) {
      if (event?.type !== 'undone') continue
      const own = findStep(before.steps, (step) => step.caller === caller)
      expect(event.event).toBe(own?.event)
      const call = before.announcements.find((announcement) => announcement.event === event.event)
      const isHeardCall = own?.isCall === true && call !== undefined && call.from <= now
      expect(event.retraction !== undefined).toBe(isHeardCall)
      if (event.retraction !== undefined) expect(event.retraction.from).toBeGreaterThanOrEqual(now)
    }
  })
})

const eventsUpTo = (day: Day, index: number) =>
  day.presses.slice(0, index + 1).flatMap(({ event }) => (event === undefined ? [] : [event]))

function stateBefore(day: Day, index: number, revision: number): QueueState {
  const origin = day.presses.slice(0, index).find((pressed) => pressed.event?.revision === revision)
  if (origin === undefined) throw new Error(`Event ${revision} was never made`)
  return origin.before
}

const isSetBack = ({ presses }: Day) => presses.some(({ now }, index) => now < (presses[index - 1]?.now ?? now))

function namedBy(event: NonNullable<Pressed['event']>, before: QueueState): ReadonlySet<string> {
  switch (event.type) {
    case 'checked-in':
      return new Set([event.visit.id])
    case 'called':
      return new Set([event.ticket, ...(event.with ?? []), ...(event.finishes ?? [])])
    case 'provider-late':
    case 'provider-break':
    case 'provider-done':
    case 'provider-back':
      return new Set()
    case 'paper-added':
      return new Set(event.visits.map(({ visit }) => visit.id))
    case 'undone':
      return new Set(findStep(before.steps, (step) => step.event === event.event)?.before.map(([id]) => id))
    case 'day-closed':
      return new Set(before.tickets.keys())
    default:
      return new Set([event.ticket, ...('with' in event ? (event.with ?? []) : [])])
  }
}
