/** Calls that wait their turn: who has gone meanwhile is not called, and nobody else is passed over. */
import { expect, test } from 'vitest'
import { isMoot } from '../../core/moot-call.ts'
import type { Command } from '../../core/queue-command.ts'
import { monday } from '../support/items.ts'
import { Day } from '../support/queue.ts'

/** Two are called at once: the second call waits eight seconds. */
function twoCalled(): Day {
  const day = new Day()
  day.press({ type: 'check-in', arrival: { service: 'consultation' } })
  day.press({ type: 'check-in', arrival: { service: 'consultation' } })
  day.press({ type: 'call-next', provider: 'p1', room: '1' })
  day.press({ type: 'call-next', provider: 'p2', room: '2' })
  return day
}
const moot = ({ state }: Day) => state.announcements.map((one) => isMoot(one, state.tickets))

test.each([
  ['leaves', { type: 'leave', ticket: 't2' }],
  ['is put on hold', { type: 'hold', ticket: 't2' }],
  ['is not here', { type: 'not-here', ticket: 't2' }],
  ['is sent on', { type: 'transfer', ticket: 't2', provider: 'p1' }],
] as const satisfies readonly (readonly [string, Command])[])(
  'who %s before the turn of the call is not called; once it has begun, it is told to its end',
  (_, command) => {
    const early = twoCalled()
    early.press(command, monday + 3_000)
    expect(moot(early)).toEqual([false, true])
    const late = twoCalled()
    late.press(command, monday + 9_000)
    expect(moot(late)).toEqual([false, false])
  },
)

test('who is there already, is done, or is asked to the desk is told all the same', () => {
  const day = twoCalled()
  day.press({ type: 'here', ticket: 't2' }, monday + 1_000)
  expect(moot(day)).toEqual([false, false])
  day.press({ type: 'finish', ticket: 't2' }, monday + 2_000)
  expect(moot(day)).toEqual([false, false])
  day.press({ type: 'check-in', arrival: { service: 'consultation' } }, monday + 2_000)
  day.press({ type: 'ask', ticket: 't7' }, monday + 2_000)
  expect(moot(day)).toEqual([false, false, false])
})
