/** What the worker of the waiting times does, without its thread: a whole clinic, with everything that goes wrong in one. */
import { expect, test } from 'vitest'
import { isWaiting } from '../../core/queue-state.ts'
import { taughtBy } from '../../core/wait-lessons.ts'
import { untaught } from '../../core/wait-model.ts'
import { WaitReckoner } from '../../hub/wait-reckoner.ts'
import { minuteMs } from '../support/items.ts'
import { clinic, Day } from '../support/queue.ts'
import { simulatedDay } from '../support/simulated-day.ts'
import { simulatedWeek } from '../support/simulated-week.ts'

const teachingDays = 10
const days = 17

test('with a tenth of all Done forgotten and a provider half an hour late, four of five are called by the 80th percentile', () => {
  const reckoner = new WaitReckoner({ revision: 0, model: untaught }, true)
  const told: { readonly ticket: string; readonly at: number; readonly p80: number }[] = []
  let sent = 0
  const { calledAt } = simulatedWeek(days, (day, now, index) => {
    const events = day.events.slice(sent)
    sent += events.length
    const moment = { state: day.state, clinic, now, expected: [] }
    const { ranges } = reckoner.answer({ revision: day.state.revision, moment, events })
    if (index < teachingDays) return
    for (const { id } of [...day.state.tickets.values()].filter(isWaiting)) {
      const range = ranges.get(id)
      if (range !== undefined) told.push({ ticket: id, at: now, p80: range.p80 })
    }
  })
  const judged = told.flatMap(({ ticket, at, p80 }) => {
    const truth = ((calledAt.get(ticket) ?? Number.NaN) - at) / minuteMs
    return Number.isNaN(truth) ? [] : [truth <= p80]
  })
  expect(judged.length).toBeGreaterThan(500)
  const covered = judged.filter((isCovered) => isCovered).length / judged.length
  expect(covered).toBeGreaterThan(0.75)
  expect(covered).toBeLessThan(0.85)
})

test('what a day taught does not hang on when it was asked, and what was taken back never happened', () => {
  const day = simulatedDay()
  const taught = taughtBy(untaught, day.events, clinic)
  expect(taught.services.consultation?.count).toBeGreaterThan(10)
  const mistaken = simulatedDay()
  const now = (mistaken.events.at(-1)?.at ?? 0) + minuteMs
  mistaken.press({ type: 'check-in', arrival: { service: 'laser' } }, now)
  mistaken.press({ type: 'undo' }, now)
  expect(taughtBy(untaught, mistaken.events, clinic)).toEqual(taught)
})

test.each([
  ['forgotten over night', 600],
  ['pressed twice by mistake', 0.2],
])('a visit %s teaches nothing of its length', (_, minutes) => {
  const day = new Day()
  const at = (minute: number) => day.presses[0]?.now ?? minute
  day.press({ type: 'check-in', arrival: { service: 'consultation' } })
  const begin = at(0)
  day.press({ type: 'call-next', provider: 'p1', room: '1' }, begin)
  day.press({ type: 'finish', ticket: 't1' }, begin + minutes * minuteMs)
  expect(taughtBy(untaught, day.events, clinic).services).toEqual({})
})

test('a visit that the next call ended counts if somebody had been waiting for that call, and no other does', () => {
  const taught = (waitedMinutes: number) => {
    const day = new Day()
    day.press({ type: 'check-in', arrival: { service: 'consultation' } })
    const begin = day.presses[0]?.now ?? 0
    day.press({ type: 'call-next', provider: 'p1', room: '1' }, begin)
    day.press({ type: 'check-in', arrival: { service: 'consultation' } }, begin + (20 - waitedMinutes) * minuteMs)
    day.press({ type: 'call-next', provider: 'p1', room: '1' }, begin + 20 * minuteMs)
    return taughtBy(untaught, day.events, clinic).services.consultation?.count ?? 0
  }
  expect([taught(10), taught(1)]).toEqual([1, 0])
})

test('a clock that is set in the middle of a day teaches nothing of what lies on both sides of it', () => {
  const day = new Day()
  day.press({ type: 'check-in', arrival: { service: 'consultation' } })
  const begin = day.presses[0]?.now ?? 0
  day.press({ type: 'call-next', provider: 'p1', room: '1' }, begin)
  day.press({ type: 'check-in', arrival: { service: 'laser' } }, begin - 30 * minuteMs)
  day.press({ type: 'finish', ticket: 't1' }, begin + 5 * minuteMs)
  expect(taughtBy(untaught, day.events, clinic).services).toEqual({})
})
