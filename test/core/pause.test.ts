/** Until when nobody can be called: only what is known is said, and nothing while somebody works. */
import { expect, test } from 'vitest'
import { type Away, pauseFor, waitingIn } from '../../core/pause.ts'
import { minuteMs, monday } from '../support/items.ts'
import { clinic, Day } from '../support/queue.ts'

const now = monday
const later = (minutes: number) => now + minutes * minuteMs
const lunch = (provider: string, until = later(40)): Away => ({ provider, why: 'lunch', until })
const pause = (day: Day, away: readonly Away[] = [], at = now) =>
  pauseFor(waitingIn(day.state), day.state, clinic, away, at)

/** One person, for whoever is free; both providers perform it. */
const waiting = () => {
  const day = new Day()
  day.press({ type: 'check-in', arrival: { service: 'consultation' } })
  return day
}

test('nobody is called when all who could are at lunch, until the first of them is back', () => {
  const day = waiting()
  expect(pause(day, [lunch('p1'), lunch('p2', later(30))])).toEqual({ until: later(30) })
  expect(pause(day, [lunch('p1')])).toBeUndefined()
  expect(pause(new Day(), [lunch('p1'), lunch('p2')])).toBeUndefined()
})

test('whoever works through lunch may call', () => {
  const day = waiting()
  day.press({ type: 'check-in', arrival: { service: 'consultation' } })
  day.press({ type: 'call-next', provider: 'p1', room: '1' })
  expect(pause(day, [lunch('p1'), lunch('p2')])).toBeUndefined()
})

test('only who performs the service counts', () => {
  const day = new Day()
  day.press({ type: 'check-in', arrival: { service: 'laser' } })
  expect(pause(day, [lunch('p2')])).toEqual({ until: later(40) })
  expect(pause(day, [lunch('p1')])).toBeUndefined()
})

test('a break says its end; a delay, a break that goes on and a finished day say none', () => {
  const day = waiting()
  day.press({ type: 'provider-break', provider: 'p1', until: later(20) })
  day.press({ type: 'provider-done', provider: 'p2' })
  expect(pause(day)).toEqual({ until: later(20) })
  expect(pause(day, [], later(25))).toEqual({})
  day.press({ type: 'provider-late', provider: 'p1', minutes: 10, show: false })
  expect(pause(day)).toEqual({})
  expect(pause(day, [{ provider: 'p1', why: 'calendar' }])).toEqual({})
})
