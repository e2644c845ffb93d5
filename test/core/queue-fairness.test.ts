/** Who is there to call, who comes next, and what was written down on paper. */
import { describe, expect, test } from 'vitest'
import { nextWithReason } from '../../core/call-order.ts'
import { codesInUse, unusedPaperCodes } from '../../core/check-in.ts'
import { nextCalls } from '../../core/next-call.ts'
import { plannedWaits } from '../../core/planned-waits.ts'
import { toldDelay } from '../../core/presence.ts'
import { likenessOf } from '../../core/ticket-code.ts'
import { arrive, at, callNext, dayWith, refusalOf, room1, stateOf } from '../support/counter-day.ts'
import { minuteMs, monday } from '../support/items.ts'
import { clinic, Day } from '../support/queue.ts'

describe('providers', () => {
  test('people are told of a delay after two minutes or at once, and no longer than it lasts', () => {
    const told = (show: boolean, minute: number) => {
      const day = new Day()
      day.press({ type: 'provider-late', provider: 'p1', minutes: 40, show }, at(0))
      return toldDelay(day.state.presence.values(), at(minute))
    }
    expect([told(true, 0), told(false, 1), told(false, 2), told(true, 40)]).toEqual([40, undefined, 40, undefined])
  })

  test('calling somebody ends a break, and taking the call back brings it back', () => {
    const day = dayWith(1)
    day.press({ type: 'provider-break', provider: 'p1', until: at(30) }, at(0), 'room')
    const before = day.state.presence.get('p1')
    callNext(day, 10)
    expect(day.state.presence.has('p1')).toBe(false)
    expect(refusalOf(day.press({ type: 'undo' }, at(11), 'room'))?.[0]).toBe('cannot-undo')
    day.press({ type: 'undo' }, at(12), 'desk-a')
    expect(day.state.presence.get('p1')).toEqual(before)
    expect(stateOf(day, 't1')).toBe('waiting')
  })

  test('a delay before anybody has come does not open the day', () => {
    const day = dayWith(0)
    day.press({ type: 'close-day', anyway: true })
    day.press({ type: 'provider-late', provider: 'p1', minutes: 20, show: false })
    expect(day.state.day).toBe('closed')
  })

  test('breaks, delays, holds and finished providers are in the estimates', () => {
    const minutes = (day: Day, id: string, minute = 0) => plannedWaits(day.state, clinic, at(minute)).get(id)?.minutes
    const late = dayWith(1)
    late.press({ type: 'provider-late', provider: 'p1', minutes: 20, show: true })
    expect(minutes(late, 't1')).toBe(20)
    const away = dayWith(2)
    callNext(away)
    away.press({ type: 'finish', ticket: 't1' }, at(10))
    away.press({ type: 'provider-break', provider: 'p1', until: at(40) }, at(10))
    expect(minutes(away, 't2', 10)).toBe(30)
    away.press({ type: 'provider-done', provider: 'p1' }, at(11))
    expect(minutes(away, 't2', 11)).toBeUndefined()
    const held = dayWith(2)
    callNext(held)
    held.press({ type: 'hold', ticket: 't1', until: at(25) }, at(5))
    held.press({ type: 'provider-late', provider: 'p1', minutes: 1, show: false }, at(5))
    expect(minutes(held, 't2', 5)).toBe(1)
    expect(minutes(held, 't1', 5)).toBe(20)
  })
})

describe('fairness', () => {
  test('whoever waits without an appointment counts like a booking after three quarters of an hour', () => {
    const day = new Day()
    arrive(day)
    arrive(day, { appointmentAt: at(40) }, 38)
    arrive(day, { appointmentAt: at(50) }, 38)
    const next = (minute: number) => nextWithReason(day.state.tickets.values(), 'p1', clinic, at(minute))
    expect(next(41)).toMatchObject({ ticket: { id: 't2' }, reason: 'appointment' })
    day.press({ type: 'leave', ticket: 't2' }, at(42))
    expect(next(44)).toMatchObject({ ticket: { id: 't1' }, reason: 'arrival' })
    expect(next(46)).toMatchObject({ ticket: { id: 't1' }, reason: 'long-wait' })
  })

  test('coming early never makes it later', () => {
    for (const arrival of [-30, -5, 0]) {
      const day = new Day()
      arrive(day, {}, 5)
      arrive(day, { appointmentAt: at(10), arrivedAt: at(arrival) }, 5)
      expect(nextWithReason(day.state.tickets.values(), 'p1', clinic, at(6))?.ticket.id).toBe('t2')
    }
  })

  test('each provider is told whom they would call, and why', () => {
    const day = new Day()
    arrive(day, { service: 'laser', priority: true })
    arrive(day, { appointmentAt: at(3) })
    const clockTime = (ms: number) => `8:${String((ms - monday) / minuteMs).padStart(2, '0')}`
    expect(nextCalls(day.state, clinic, at(1), clockTime)).toEqual([
      { provider: 'p1', ticket: 't2', reason: 'appointment', text: expect.stringContaining('Booked for 8:03') },
      { provider: 'p2', ticket: 't1', reason: 'priority', text: expect.stringContaining('Here since 8:00') },
    ])
  })
})

describe('paper', () => {
  test('ten codes are kept back with the first check-in, and none of them can be mixed up with one in use', () => {
    const day = dayWith(30)
    expect(unusedPaperCodes(day.state)).toHaveLength(10)
    const likenesses = codesInUse(day.state).map(likenessOf)
    expect(new Set(likenesses).size).toBe(40)
  })

  test('what was written down comes in silently; used codes are replaced with the next check-in', () => {
    const day = dayWith(1)
    const [one = '', two = ''] = day.state.paperCodes
    const lines = [
      { code: one, service: 'laser', arrivedAt: at(1), provider: 'p2', room: '2', endedAt: at(30) },
      { code: two, service: 'consultation', arrivedAt: at(20) },
      { code: day.ticket('t1').code, service: 'consultation', arrivedAt: at(0), endedAt: at(25), end: 'left' as const },
    ]
    day.press({ type: 'add-paper', lines }, at(40))
    const states = [...day.state.tickets.values()].map(({ code, state, isPaper }) => [code, state.kind, isPaper])
    expect(states).toEqual([
      [day.ticket('t1').code, 'left', true],
      [one, 'done', true],
      [two, 'waiting', true],
    ])
    expect(day.state.announcements).toEqual([])
    expect(unusedPaperCodes(day.state)).toHaveLength(8)
    arrive(day, {}, 41)
    expect(unusedPaperCodes(day.state)).toHaveLength(10)
  })

  test('one wrong line keeps all of them out, and is named', () => {
    const day = dayWith(1)
    const [one = '', two = ''] = day.state.paperCodes
    const fine = { code: one, service: 'consultation', arrivedAt: at(0) }
    const add = (line: object) =>
      day.press({ type: 'add-paper', lines: [fine, { ...fine, code: two, ...line }] }, at(40)).decision
    expect(add({ code: 'Z99' })).toMatchObject({ reason: 'bad-input', field: 'lines.1.code' })
    expect(add({ code: one })).toMatchObject({ message: `Line 2: ${one} stands here twice.` })
    expect(add({ arrivedAt: at(41) })).toMatchObject({ field: 'lines.1.arrivedAt' })
    expect(add({ endedAt: at(50), ...room1 })).toMatchObject({ field: 'lines.1.endedAt' })
    expect(add({ endedAt: at(30) })).toMatchObject({ field: 'lines.1.provider' })
    expect(add({ service: 'nothing' })).toMatchObject({ reason: 'unknown-service', field: 'lines.1' })
    expect(day.state.tickets.size).toBe(1)
  })
})
