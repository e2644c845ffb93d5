/** What a provider can do with whom they have called. */
import { expect, test } from 'vitest'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { myQueue } from '../../renderer/room/my-queue.ts'
import { buttonsOf } from '../../renderer/room/visit-buttons.ts'

const at = '2026-03-03T14:32:00.000Z'
const clinic = {
  services: [{ id: 'filler', name: 'Filler', minutes: 20 }],
  providers: ['p1', 'p2'].map((id) => ({ id, name: id })),
  rooms: ['1', '2'].map((id) => ({ id, name: id })),
}

const ticket = (code: string, more: Partial<QueueTicket>): QueueTicket => ({
  ...{ id: code, code, service: 'filler', priority: false, needs: [], arrivedAt: at, since: at, state: 'called' },
  ...{ provider: 'p1', room: '1' },
  ...more,
})
const visitsOf = (...tickets: readonly QueueTicket[]) =>
  myQueue(
    {
      ...{ revision: 1, at, demo: false, stateHash: '', day: 'open' },
      ...{ tickets: [...tickets], called: [], presence: [], next: [], paperCodes: [] },
    },
    clinic,
    'p1',
  ).visits
const namesOf = (one: QueueTicket) => visitsOf(one).flatMap((visit) => buttonsOf(visit, at).map(({ name }) => name))

test('done stands on a visit, and on a call that nobody said anything about for three minutes', () => {
  expect(namesOf(ticket('K47', {}))).toEqual(['here', 'not-here', 'recall', 'hold', 'send-on'])
  expect(namesOf(ticket('K47', { since: '2026-03-03T14:29:00.000Z' }))).toContain('finish')
  expect(namesOf(ticket('K47', { state: 'in-service' }))).toEqual(['finish', 'hold', 'send-on'])
})

test('a party in one room is one visit; one that is spread over two rooms is not', () => {
  const [one, two] = [ticket('K47', { party: 'family' }), ticket('M36', { party: 'family' })]
  expect(visitsOf(one, two)).toMatchObject([{ isParty: true, tickets: [{ code: 'K47' }, { code: 'M36' }] }])
  expect(visitsOf(one, { ...two, room: '2' })).toMatchObject([{ isParty: false }, { isParty: false }])
  expect(visitsOf(one, { ...two, provider: 'p2' })).toMatchObject([{ isParty: false, tickets: [{ code: 'K47' }] }])
  expect(visitsOf(one, { ...two, state: 'in-service' })).toHaveLength(2)
})
