/** The desk's view of the day's tickets. */
import { expect, test } from 'vitest'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { lanesOf, waitingOf } from '../../renderer/desk/lanes.ts'
import { clinic } from '../support/queue.ts'

const ticket = (code: string, minute: number, more: Partial<QueueTicket> = {}): QueueTicket => {
  const at = `2026-03-03T13:${String(minute).padStart(2, '0')}:00Z`
  const visit = { service: 'consultation', state: 'waiting', priority: false } as const
  return { id: code, code, since: at, arrivedAt: at, needs: [], ...visit, ...more }
}

test('whoever came first stands first, also when their arrival was entered later', () => {
  const tickets = [ticket('K47', 20), ticket('M36', 5), ticket('R92', 1, { state: 'done' })]
  expect(waitingOf(tickets).map(({ code }) => code)).toEqual(['M36', 'K47'])
})

test('a lane counts those its provider could call', () => {
  const tickets = [ticket('K47', 1), ticket('M36', 2, { provider: 'p1' }), ticket('R92', 3, { service: 'laser' })]
  expect(lanesOf(tickets, clinic, {}).map(({ waiting }) => waiting)).toEqual([2, 2])
})

test('a lane calls to its provider’s room, or to the one chosen at this desk while it exists', () => {
  const roomsOf = (chosen: Record<string, string>) => lanesOf([], clinic, chosen).map(({ room }) => room)
  expect(roomsOf({})).toEqual(['1', '2'])
  expect(roomsOf({ p1: '2', p2: 'gone' })).toEqual(['2', '2'])
})

test('nobody vanishes because their provider has left the list', () => {
  const called = ticket('K47', 1, { state: 'called', provider: 'p9', room: '1' })
  expect(lanesOf([called], clinic, {}).at(-1)).toMatchObject({ provider: { name: 'p9' }, tickets: [called] })
})
