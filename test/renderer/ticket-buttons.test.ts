/** Which buttons a ticket has, and what a key means. */
import { expect, test } from 'vitest'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { keyLines } from '../../renderer/desk/key-lines.ts'
import { buttonsOf, meaningOf, meantBy, ticketButtons } from '../../renderer/desk/ticket-buttons.ts'

const at = '2026-03-03T13:32:00Z'
const ticket = (state: QueueTicket['state'], more: Partial<QueueTicket> = {}): QueueTicket => ({
  ...{ id: state, code: 'K47', service: 'consultation', state, since: at, arrivedAt: at, priority: false, needs: [] },
  ...more,
})
const shown = (one: QueueTicket, isOverdue = false) => buttonsOf(one, isOverdue).shown.map(({ label }) => label)

test('few buttons stand on a ticket, and those of its state', () => {
  expect(shown(ticket('waiting'))).toEqual(['Hold…', 'Gone'])
  expect(shown(ticket('called'))).toEqual(['Here', 'Call again', 'Not here yet'])
  expect(shown(ticket('called'), true)).toEqual(['Here', 'Call again', 'Not here yet', 'Gone'])
  expect(shown(ticket('held'))).toEqual(['Resume', 'Gone'])
  expect(shown(ticket('held', { missing: true }))).toEqual(['Back', 'Gone'])
  expect(shown(ticket('in-service'))).toEqual(['Finish', 'Hold…'])
  expect(shown(ticket('done'))).toEqual([])
})

test('no key means two things on one ticket', () => {
  for (const state of ['waiting', 'called', 'held', 'in-service'] as const) {
    const sets = buttonsOf(ticket(state, { appointmentAt: at }), false)
    const keys = [...sets.shown, ...sets.more].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('every key of a ticket stands on the page behind ?', () => {
  const listed = keyLines.flatMap(({ keys }) => keys)
  expect(ticketButtons.filter(({ key }) => !listed.includes(key.toUpperCase()))).toEqual([])
})

test('B is Back for whoever was missing, and Resume for whoever was on hold', () => {
  expect(meaningOf('b', ticket('held'))).toMatchObject({ button: { name: 'resume' } })
  expect(meaningOf('b', ticket('held', { missing: true }))).toMatchObject({ button: { name: 'back' } })
})

test('a walk-in cannot be a no-show', () => {
  expect(meaningOf('x', ticket('waiting'))).toMatchObject({ kind: 'nothing' })
  expect(meaningOf('x', ticket('waiting', { appointmentAt: at }))).toMatchObject({ button: { name: 'no-show' } })
})

test('a key without a chosen patient means the only one it can mean', () => {
  const [called, waiting] = [ticket('called'), ticket('waiting')]
  expect(meantBy('m', [called, waiting], undefined)).toBe(called)
  expect(meantBy('m', [called, { ...called, id: 'other' }], undefined)).toBeUndefined()
  expect(meantBy('g', [waiting], undefined)).toBeUndefined()
})
