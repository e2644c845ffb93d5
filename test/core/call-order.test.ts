/** Whom *Call next* calls. */
import { expect, test } from 'vitest'
import { nextFor } from '../../core/call-order.ts'
import { minuteMs, monday } from '../support/items.ts'
import { clinic, Day } from '../support/queue.ts'

interface Person {
  readonly name: string
  /** Minutes after eight. */
  readonly arrived?: number
  readonly booked?: number
  readonly service?: string
  readonly provider?: string
  readonly priority?: boolean
}

/** @returns the names in the order in which a provider calls them, all at `minute` after eight */
function order(provider: string, people: readonly Person[], minute = 0): readonly string[] {
  const now = monday + minute * minuteMs
  const day = new Day()
  for (const { service = 'consultation', arrived = 0, booked, provider: wanted, priority = false } of people) {
    const arrival = {
      service,
      priority,
      arrivedAt: monday + arrived * minuteMs,
      ...(booked === undefined ? {} : { appointmentAt: monday + booked * minuteMs }),
      ...(wanted === undefined ? {} : { provider: wanted }),
    }
    day.press({ type: 'check-in', arrival }, now, 'desk', 0.37)
  }
  const left = new Map(day.state.tickets)
  const called: string[] = []
  for (;;) {
    const next = nextFor(left.values(), provider, clinic, now)
    if (next === undefined) return called
    left.delete(next.id)
    called.push(people[Number(next.id.slice(1)) - 1]?.name ?? '?')
  }
}

test('without appointments, whoever has waited longest', () => {
  const people = [
    { name: 'later', arrived: 10 },
    { name: 'first', arrived: 1 },
    { name: 'second', arrived: 5 },
  ]
  expect(order('p1', people, 20)).toEqual(['first', 'second', 'later'])
})

test('of two who came in the same moment, the one who was checked in first', () => {
  expect(order('p1', [{ name: 'one' }, { name: 'other' }])).toEqual(['one', 'other'])
})

test('booked patients whose time has come go before those without an appointment, by appointment', () => {
  const people = [
    { name: 'walk-in', arrived: 0 },
    { name: 'booked 8:30', arrived: 20, booked: 30 },
    { name: 'booked 8:15, late', arrived: 29, booked: 15 },
  ]
  expect(order('p1', people, 30)).toEqual(['booked 8:15, late', 'booked 8:30', 'walk-in'])
})

test('five minutes before the appointment its time has come; earlier it has not', () => {
  const people = [{ name: 'walk-in' }, { name: 'booked', booked: 30 }]
  expect(order('p1', people, 24)).toEqual(['walk-in', 'booked'])
  expect(order('p1', people, 25)).toEqual(['booked', 'walk-in'])
})

test('an early patient is called when nobody else is there', () => {
  expect(order('p1', [{ name: 'early', booked: 60 }])).toEqual(['early'])
})

test('priority comes first', () => {
  const people = [
    { name: 'booked', booked: 0 },
    { name: 'urgent', arrived: 9, priority: true },
  ]
  expect(order('p1', people, 10)).toEqual(['urgent', 'booked'])
})

test('nobody is called by a provider they did not ask for, or who does not perform the service', () => {
  const people = [{ name: 'laser', service: 'laser' }, { name: 'wants p2', provider: 'p2' }, { name: 'anybody' }]
  expect(order('p1', people)).toEqual(['anybody'])
  expect(order('p2', people)).toEqual(['laser', 'wants p2', 'anybody'])
})
