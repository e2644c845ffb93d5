/** How a provider's day goes: learned by half hours, only as far as it has been seen, and heeded from their first call on. */
import { expect, test } from 'vitest'
import { isServing } from '../../core/queue-state.ts'
import { withVisit } from '../../core/wait-learn.ts'
import { begunIn, taughtBy } from '../../core/wait-lessons.ts'
import { untaught, type WaitModel } from '../../core/wait-model.ts'
import { estimateWaits } from '../../core/wait-moment.ts'
import { paceOf, stretchAt } from '../../core/wait-pace.ts'
import { minuteMs, monday } from '../support/items.ts'
import { clinic, Day } from '../support/queue.ts'

const seed = 8_710
/** Visits of 20 minutes in the first hour of the day, of 10 later. @param days how many such days */
function slowMornings(days: number): WaitModel {
  let model = untaught
  for (let day = 0; day < days; day += 1)
    for (const since of [0, 20, 40, 60, 75, 90, 105, 120, 135, 150, 165, 180])
      model = withVisit(model, {
        ...{ service: 'consultation', provider: 'p1', planned: 15 },
        ...{ minutes: since < 60 ? 20 : 10, since },
      })
  return model
}
/** Somebody has been with p1 for a minute, and three wait. */
function waiting(): Day {
  const day = new Day()
  for (let index = 0; index < 4; index += 1)
    day.press({ type: 'check-in', arrival: { service: 'consultation' } }, monday, 'desk', index / 40)
  day.press({ type: 'call-next', provider: 'p1', room: '1' }, monday)
  return day
}
const lastWait = (model: WaitModel, begunAt: number | undefined) => {
  const { state } = waiting()
  const moment = { state, clinic, now: monday + minuteMs, expected: [], known: new Set<string>() }
  const begun = begunAt === undefined ? {} : { begun: new Map([['p1', begunAt]]) }
  return Math.max(...[...estimateWaits({ ...moment, ...begun }, model, seed).values()].map(({ raw }) => raw.p50))
}

test('the half hours of a day are told apart, the last one without an end, and before the first call is the first', () => {
  expect([-5, 0, 29, 30, 269, 1_000].map(stretchAt)).toEqual([0, 0, 0, 1, 8, 8])
})

test('nothing seen says nothing, a few visits little, many what they were', () => {
  expect([...paceOf(untaught, 'p1')]).toEqual(Array.from({ length: 9 }, () => 1))
  const [few = 0] = paceOf(slowMornings(2), 'p1')
  const [many = 0, , , late = 0] = paceOf(slowMornings(60), 'p1')
  expect(few).toBeGreaterThan(1)
  expect(many).toBeGreaterThan(few)
  expect(many / late).toBeGreaterThan(1.5)
  expect(many / late).toBeLessThan(2.1)
  expect([...paceOf(slowMornings(60), 'p2')]).toEqual([...paceOf(untaught, 'p2')])
})

test('whoever waits in the morning is told a longer time than whoever waits at noon', () => {
  const model = slowMornings(60)
  const morning = lastWait(model, monday)
  const noon = lastWait(model, monday - 180 * minuteMs)
  expect(morning).toBeGreaterThan(1.3 * noon)
  // Where nobody knows when the day began, it is as it always was.
  const { paces: _, ...older } = model
  expect(lastWait(model, undefined)).toBe(lastWait(older, undefined))
})

test('what an older version has kept is a model like any other', () => {
  const { paces: _, ...older } = slowMornings(3)
  expect(lastWait(older, monday)).toBeGreaterThan(0)
  expect(
    withVisit(older, { service: 'consultation', provider: 'p1', planned: 15, minutes: 12, since: 0 }).paces,
  ).toBeDefined()
})

test('a day teaches it from its calls; one that was taken back began nothing', () => {
  const day = waiting()
  day.press({ type: 'undo' }, monday + minuteMs)
  const second = monday + 20 * minuteMs
  day.press({ type: 'call-next', provider: 'p1', room: '1' }, second)
  expect(begunIn(day.events)).toEqual(new Map([['p1', second]]))
  const [served] = [...day.state.tickets.values()].filter(isServing)
  day.press({ type: 'finish', ticket: served?.id ?? '' }, second + 12 * minuteMs)
  expect(Object.keys(taughtBy(untaught, day.events, clinic).paces ?? {})).toEqual(['p1|0'])
})
