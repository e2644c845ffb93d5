/** The window somebody is promised: kept while it is true, and owned up to when it is not. */
import { describe, expect, test } from 'vitest'
import { isWaiting, type WaitingTicket } from '../../core/queue-state.ts'
import { laterBecause } from '../../core/wait-reason.ts'
import { promisedWindow } from '../../core/wait-window.ts'
import { at, callNext, dayWith } from '../support/counter-day.ts'
import { minuteMs, monday } from '../support/items.ts'
import { clinic, type Day } from '../support/queue.ts'

const range = (p50: number, p90 = p50 * 1.6) => ({ p20: p50 * 0.7, p50, p80: p50 * 1.4, p90 })
const minutes = ({ from, until }: { readonly from: number; readonly until: number }) =>
  [from, until].map((one) => (one - monday) / minuteMs)

describe('a window', () => {
  const first = promisedWindow(undefined, range(20), monday)

  test('is rounded outwards to five minutes', () => {
    expect(minutes(first)).toEqual([10, 30])
    expect(minutes(promisedWindow(undefined, range(0), monday))).toEqual([0, 5])
  })

  test('stays the same one while the middle lies in it', () => {
    expect(promisedWindow(first, range(22, 40), monday + minuteMs)).toBe(first)
  })

  test('moves when the middle leaves it, and when its end is a minute away', () => {
    expect(minutes(promisedWindow(first, range(35), monday + minuteMs))).toEqual([21, 51])
    expect(minutes(promisedWindow(first, range(0.5, 3), at(29)))).toEqual([29, 34])
  })

  test('passes on better news when it has come twice', () => {
    const once = promisedWindow(first, range(11, 18), monday)
    expect(minutes(once)).toEqual([10, 30])
    expect(minutes(promisedWindow(once, range(11, 18), monday))).toEqual([5, 20])
    const recovered = promisedWindow(once, range(20, 32), monday)
    expect(minutes(promisedWindow(recovered, range(11, 18), monday))).toEqual([10, 30])
  })

  test('of a clock that jumped far back is made anew', () => {
    expect(minutes(promisedWindow({ ...first, from: at(3_000), until: at(3_010) }, range(20), monday))).toEqual([
      10, 30,
    ])
  })
})

describe('a window moves later', () => {
  const why = (day: Day, minute: number) => {
    const ticket = day.ticket('t2')
    if (!isWaiting(ticket)) throw new Error('t2 does not wait')
    return laterBecause(ticket as WaitingTicket, day.state, clinic, { madeAt: at(0), now: at(minute) })
  }

  test('because a provider is late, a visit takes long, others had to go first, or all of it is slow', () => {
    const day = dayWith(2)
    callNext(day)
    expect(why(day, 20)).toBe('busy')
    day.press({ type: 'check-in', arrival: { service: 'consultation', priority: true } }, at(5))
    expect(why(day, 20)).toBe('others-first')
    expect(why(day, 26)).toBe('long-visit')
    day.press({ type: 'provider-late', provider: 'p1', minutes: 20, show: false }, at(6))
    expect(why(day, 26)).toBe('provider-away')
  })
})
