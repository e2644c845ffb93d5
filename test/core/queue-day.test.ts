/** What a day at the counter needs beyond calling: people who step out, come together, go on, or are entered wrongly. */
import { describe, expect, test } from 'vitest'
import { nextWithReason } from '../../core/call-order.ts'
import type { Command } from '../../core/queue-command.ts'
import { servedBy } from '../../core/queue-state.ts'
import { arrive, at, callNext, dayWith, refusalOf, stateOf } from '../support/counter-day.ts'
import { clinic, Day } from '../support/queue.ts'

describe('called in vain', () => {
  test('the provider is free, and whoever was missing comes first once they are back', () => {
    const day = dayWith(3)
    callNext(day)
    day.press({ type: 'not-here', ticket: 't1' }, at(3))
    expect(servedBy(day.state, 'p1', '1')).toEqual([])
    expect(day.ticket('t1').state).toMatchObject({ kind: 'held', isMissing: true, firstFor: 'p1' })
    callNext(day, 4)
    expect(stateOf(day, 't2')).toBe('called')
    day.press({ type: 'back', ticket: 't1' }, at(5))
    expect(nextWithReason(day.state.tickets.values(), 'p1', clinic, at(5))).toMatchObject({
      ticket: { id: 't1' },
      reason: 'first-for',
    })
    expect(nextWithReason(day.state.tickets.values(), 'p2', clinic, at(5))?.ticket.id).toBe('t1')
  })

  test('only somebody who was called can be missing', () => {
    expect(refusalOf(dayWith(1).press({ type: 'not-here', ticket: 't1' }))?.[0]).toBe('not-called')
    const day = dayWith(1)
    callNext(day)
    day.press({ type: 'here', ticket: 't1' })
    expect(refusalOf(day.press({ type: 'not-here', ticket: 't1' }))?.[0]).toBe('already-started')
  })
})

describe('people who came together', () => {
  const family = { party: 'family', together: true } as const

  test('are called together, and the next call ends the visit of all of them', () => {
    const day = new Day()
    arrive(day, family)
    arrive(day)
    arrive(day, family)
    callNext(day)
    expect([stateOf(day, 't1'), stateOf(day, 't2'), stateOf(day, 't3')]).toEqual(['called', 'waiting', 'called'])
    expect(day.state.announcements).toHaveLength(1)
    expect(day.state.announcements[0]?.codes).toEqual([day.ticket('t1').code, day.ticket('t3').code])
    callNext(day, 10)
    expect([stateOf(day, 't1'), stateOf(day, 't2'), stateOf(day, 't3')]).toEqual(['done', 'called', 'done'])
    day.press({ type: 'undo' }, at(10))
    expect([stateOf(day, 't1'), stateOf(day, 't2'), stateOf(day, 't3')]).toEqual(['called', 'waiting', 'called'])
  })

  test('come back into a room by undo only as they were called: not beside the other half, called since', () => {
    const day = new Day()
    arrive(day, { party: 'family' })
    arrive(day, { party: 'family' })
    callNext(day)
    day.press({ type: 'leave', ticket: 't1' }, at(1), 'desk-b')
    callNext(day, 2)
    expect(stateOf(day, 't2')).toBe('called')
    expect(refusalOf(day.press({ type: 'undo' }, at(3), 'desk-b'))?.[0]).toBe('cannot-undo')
    expect(servedBy(day.state, 'p1', '1').map(({ id }) => id)).toEqual(['t2'])
  })

  test('come one after another when they like that better', () => {
    const day = new Day()
    arrive(day, { party: 'family' })
    arrive(day, { party: 'family' })
    callNext(day)
    expect([stateOf(day, 't1'), stateOf(day, 't2')]).toEqual(['called', 'waiting'])
  })

  test('step out and leave as a group', () => {
    const day = new Day()
    arrive(day, family)
    arrive(day, family)
    day.press({ type: 'hold', ticket: 't2', party: true })
    expect([stateOf(day, 't1'), stateOf(day, 't2')]).toEqual(['held', 'held'])
    day.press({ type: 'leave', ticket: 't1', party: true })
    expect([stateOf(day, 't1'), stateOf(day, 't2')]).toEqual(['left', 'left'])
  })

  test('are called together only as far as the provider may see them', () => {
    const day = new Day()
    arrive(day, family)
    arrive(day, { ...family, service: 'laser' })
    callNext(day)
    expect([stateOf(day, 't1'), stateOf(day, 't2')]).toEqual(['called', 'waiting'])
  })
})

describe('a visit with a pause or several parts', () => {
  test('whoever is on hold in the middle of a visit comes first for the same provider', () => {
    const day = dayWith(2)
    callNext(day)
    day.press({ type: 'here', ticket: 't1' })
    day.press({ type: 'hold', ticket: 't1', until: at(20), step: 'numbing' }, at(5))
    expect(day.ticket('t1').state).toMatchObject({ kind: 'held', until: at(20), firstFor: 'p1', step: 'numbing' })
    day.press({ type: 'resume', ticket: 't1' }, at(20), 'hub')
    callNext(day, 21)
    expect(stateOf(day, 't1')).toBe('called')
  })

  test('a hold that is over already, or lasts longer than a day at work, is refused', () => {
    const day = dayWith(1)
    expect(refusalOf(day.press({ type: 'hold', ticket: 't1', until: at(-1) }))?.[0]).toBe('bad-input')
    expect(refusalOf(day.press({ type: 'hold', ticket: 't1', until: at(13 * 60) }))?.[0]).toBe('bad-input')
  })

  test('the next service of a visit keeps the code and the time of arrival', () => {
    const day = new Day()
    arrive(day, { further: ['laser'], provider: 'p1' })
    const { code, arrivedAt } = day.ticket('t1')
    callNext(day, 5)
    day.press({ type: 'finish', ticket: 't1' }, at(20))
    expect(day.ticket('t1')).toMatchObject({ code, arrivedAt, service: 'laser', state: { kind: 'waiting' } })
    expect(day.ticket('t1')).not.toHaveProperty('provider')
    expect(day.ticket('t1')).not.toHaveProperty('further')
    day.press({ type: 'call-next', provider: 'p2', room: '2' }, at(21))
    day.press({ type: 'finish', ticket: 't1' }, at(40))
    expect(stateOf(day, 't1')).toBe('done')
  })

  test('whoever is sent on waits for somebody else with the same code and arrival', () => {
    const day = dayWith(1)
    callNext(day)
    day.press({ type: 'transfer', ticket: 't1', service: 'laser', provider: 'p2' }, at(5))
    expect(day.ticket('t1')).toMatchObject({ service: 'laser', provider: 'p2', arrivedAt: at(0) })
    expect(refusalOf(day.press({ type: 'transfer', ticket: 't1', provider: 'p1' }))).toEqual([
      'does-not-perform',
      'Dr Lind does not perform Laser. Choose another provider, or none.',
    ])
    expect(refusalOf(day.press({ type: 'transfer', ticket: 't1' }))?.[0]).toBe('bad-input')
  })
})

describe('setting right', () => {
  test('an edit changes what it names, takes away with null, and is undone exactly', () => {
    const day = new Day()
    arrive(day, { provider: 'p1', appointmentAt: at(30), language: 'de' })
    const before = day.ticket('t1')
    const edit = { provider: null, appointmentAt: null, priority: true, priorityReason: 'unwell' } as const
    day.press({ type: 'edit', ticket: 't1', edit }, at(1))
    const { provider: _, appointmentAt: __, ...rest } = before
    expect(day.ticket('t1')).toEqual({ ...rest, priority: true, priorityReason: 'unwell' })
    day.press({ type: 'undo' }, at(2), 'desk-a')
    expect(day.ticket('t1')).toEqual(before)
  })

  test('an edit is held to the same rules as a check-in', () => {
    const day = dayWith(1)
    const refused = (edit: Extract<Command, { type: 'edit' }>['edit']) =>
      refusalOf(day.press({ type: 'edit', ticket: 't1', edit }))?.[0]
    expect(refused({ service: 'nothing' })).toBe('unknown-service')
    expect(refused({ service: 'laser', provider: 'p1' })).toBe('does-not-perform')
    expect(refused({ arrivedAt: at(-5 * 60) })).toBe('bad-input')
    expect(refused({ further: ['nothing'] })).toBe('unknown-service')
  })

  test('a booking that has come already is named with its code, and can be swapped over', () => {
    const day = new Day()
    arrive(day, { booking: 'b-1' })
    const { code } = day.ticket('t1')
    expect(refusalOf(arrive(day, { booking: 'b-1' }))).toEqual([
      'already-here',
      `Already here as ${code}. If that is somebody else, swap the booking over.`,
    ])
    day.press({ type: 'edit', ticket: 't1', edit: { booking: null } })
    expect(refusalOf(arrive(day, { booking: 'b-1' }))).toBeUndefined()
  })

  test('somebody who had gone returns with the same code, unless it would be mixed up by now', () => {
    const day = new Day()
    arrive(day)
    const { code } = day.ticket('t1')
    day.press({ type: 'leave', ticket: 't1' })
    day.press({ type: 'return', ticket: 't1' }, at(5))
    expect(day.ticket('t1')).toMatchObject({ code, state: { kind: 'waiting' } })
    expect(refusalOf(day.press({ type: 'return', ticket: 't1' }))?.[0]).toBe('not-over')
  })
})
