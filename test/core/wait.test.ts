/** What people are told about their wait, from planned minutes alone. */
import { expect, test } from 'vitest'
import { plannedRange, plannedWaits } from '../../core/planned-waits.ts'
import { promiseOf, tellWait } from '../../core/wait.ts'
import { untaught } from '../../core/wait-model.ts'
import { estimateWaits } from '../../core/wait-moment.ts'
import { promisedWindow } from '../../core/wait-window.ts'
import { minuteMs, monday } from '../support/items.ts'
import { clinic, Day } from '../support/queue.ts'

const checkIn = (service = 'consultation') => ({ type: 'check-in', arrival: { service } }) as const

/** Somebody is with p1 since eight, planned for a quarter of an hour, and `people` wait. */
function busyDay(people: number): Day {
  const day = new Day()
  for (let index = 0; index <= people; index += 1) day.press(checkIn(), monday, 'desk', index / 40)
  day.press({ type: 'call-next', provider: 'p1', room: '1' }, monday)
  return day
}

const minutesAt = (day: Day, minute = 0) =>
  [...plannedWaits(day.state, clinic, monday + minute * minuteMs).values()].map(({ minutes }) => minutes)

const clockTime = (at: number) => new Date(at).toISOString().slice(11, 16)
const told = (minutes: number, isNext = false, promisedUntil?: number) =>
  tellWait({ range: plannedRange(minutes), isNext }, { now: monday, isClockTrusted: true, clockTime, promisedUntil })

test('planned minutes add up behind whoever is in the room', () => {
  expect(minutesAt(busyDay(3))).toEqual([15, 30, 45])
  expect(minutesAt(busyDay(3), 10)).toEqual([5, 20, 35])
})

test('a visit that takes longer than planned is expected to take a little longer still', () => {
  expect(minutesAt(busyDay(1), 40)).toEqual([3])
})

test('two providers share the line', () => {
  const day = busyDay(3)
  day.press({ type: 'call-next', provider: 'p2', room: '2' }, monday)
  expect(minutesAt(day)).toEqual([15, 15])
})

test('nobody knows anything before a provider has called somebody, or long after the last one did', () => {
  const day = new Day()
  day.press(checkIn(), monday)
  expect(minutesAt(day)).toEqual([])
  day.press({ type: 'call-next', provider: 'p1', room: '1' }, monday)
  day.press({ type: 'finish', ticket: 't1' }, monday)
  day.press(checkIn(), monday)
  expect(minutesAt(day, 89)).toEqual([0])
  expect(minutesAt(day, 91)).toEqual([])
})

test('whoever has called somebody in vain, or waits for numbing, is at work and free', () => {
  const day = new Day()
  for (const chance of [0, 0.1]) day.press(checkIn(), monday, 'desk', chance)
  day.press({ type: 'call-next', provider: 'p1', room: '1' }, monday)
  const isSoon = (minute: number) => {
    const moment = { state: day.state, clinic, now: monday + minute * minuteMs, expected: [], known: new Set<string>() }
    return [...estimateWaits(moment, untaught, 1).values()].map(({ raw }) => raw.p50 < 3)
  }
  for (const freeing of [{ type: 'not-here' }, { type: 'hold' }] as const) {
    day.press({ ...freeing, ticket: 't1' }, monday)
    expect([minutesAt(day), isSoon(1)]).toEqual([[0], [true]])
    expect(minutesAt(day, 91)).toEqual([])
    day.press({ type: 'undo' }, monday)
  }
})

test('a ticket that nobody on duty may take has no time', () => {
  const day = busyDay(0)
  day.press(checkIn('laser'), monday)
  expect(minutesAt(day)).toEqual([])
  expect(tellWait(undefined, { now: monday, isClockTrusted: true, clockTime }).onTv).toEqual({
    kind: 'unknown',
    text: 'Waiting time not yet known',
  })
})

test('next is only who alone is next for a free provider', () => {
  const day = busyDay(2)
  day.press({ type: 'finish', ticket: 't1' }, monday)
  const nextOf = () => [...plannedWaits(day.state, clinic, monday).values()].map(({ isNext }) => isNext)
  expect(nextOf()).toEqual([true, false])
  day.press({ type: 'call-next', provider: 'p2', room: '2' }, monday)
  day.press({ type: 'finish', ticket: 't2' }, monday)
  day.press({ type: 'check-in', arrival: { service: 'laser', priority: true } }, monday, 'desk', 0.9)
  expect(nextOf()).toEqual([false, false])
})

test.each([
  [20, false, { kind: 'range', text: 'about 10–30 min' }, 'about 10–30 min (07:10–07:30)'],
  [6, false, { kind: 'range', text: 'up to 10 min' }, 'up to 10 min (until 07:10)'],
  [61, false, { kind: 'range', text: 'more than 60 min' }, 'more than 60 min'],
  [4.9, false, { kind: 'soon', text: 'Soon' }, 'Soon'],
  [0, true, { kind: 'next', text: 'Next' }, 'Next'],
  [20, true, { kind: 'range', text: 'about 10–30 min' }, 'about 10–30 min (07:10–07:30)'],
])('%s minutes (next: %s) is told as %j', (minutes, isNext, onTv, onDesk) => {
  const { wait, onTv: tv } = told(minutes, isNext)
  expect(tv).toEqual(onTv)
  expect(wait.shown).toEqual({ kind: onTv.kind, text: onDesk })
})

test('the figures go with the words', () => {
  expect(told(20).wait).toMatchObject({ low: 10, high: 30, p50: 20, p80: 28 })
})

test('who waits longer than promised is told so, until they are next', () => {
  const madeAt = monday - 31 * minuteMs
  const promise = promiseOf(promisedWindow(undefined, plannedRange(20), madeAt), madeAt)
  expect(told(10, false, promise).onTv.kind).toBe('over')
  expect(told(0, true, promise).onTv.kind).toBe('next')
  expect(told(10, false, promise + 2 * minuteMs).onTv.kind).toBe('range')
})

test('a clock that cannot be right shows no times', () => {
  const { wait, onTv } = tellWait(
    { range: plannedRange(20), isNext: false },
    { now: monday, isClockTrusted: false, clockTime },
  )
  expect(wait).toEqual({ shown: { kind: 'none', text: '' } })
  expect(onTv).toEqual({ kind: 'none', text: '' })
})
