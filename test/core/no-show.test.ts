/** Who never came: only somebody who was booked can be missed, whatever presses it. */
import { expect, test } from 'vitest'
import { evolve } from '../../core/queue.ts'
import { monday } from '../support/items.ts'
import { Day } from '../support/queue.ts'

/** A day with somebody checked in for each: t1, t2 … */
function dayOf(...arrivals: readonly object[]): Day {
  const day = new Day()
  for (const more of arrivals) day.press({ type: 'check-in', arrival: { service: 'consultation', ...more } })
  return day
}

const booked = { appointmentAt: monday }

test('who was booked can be missed; who came without an appointment has gone', () => {
  const day = dayOf(booked, {})
  expect(day.press({ type: 'no-show', ticket: 't2' }).decision).toMatchObject({
    reason: 'not-booked',
    message: `${day.ticket('t2').code} has no booking. Who has come and gone again is Gone.`,
  })
  expect(day.press({ type: 'no-show', ticket: 't1' }).decision.ok).toBe(true)
  expect(['t1', 't2'].map((id) => day.ticket(id).state.kind)).toEqual(['no-show', 'waiting'])
})

test('whoever came with somebody is missed only where they were booked too', () => {
  const day = dayOf(...[booked, booked, {}].map((more) => ({ ...more, party: 'family' })))
  day.press({ type: 'no-show', ticket: 't1', party: true })
  expect(['t1', 't2', 't3'].map((id) => day.ticket(id).state.kind)).toEqual(['no-show', 'no-show', 'waiting'])
})

test('a log in which an earlier version took a walk-in is read as it was written', () => {
  const { state } = dayOf({})
  const event = { type: 'no-show', ticket: 't1', revision: 2, at: monday, caller: 'desk-a' } as const
  expect(evolve(state, event).tickets.get('t1')?.state.kind).toBe('no-show')
})
