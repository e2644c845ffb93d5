/** Whom the desk should speak to, and who is affected by a provider who is not there. */
import { expect, test } from 'vitest'
import { type ArrangedBody, arrangedBody, withArranged } from '../../core/arranged.ts'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import { affectedBy, isUnseen, presenceText } from '../../renderer/desk/presence.ts'
import { awayKey, marksIn, overKey, speakList } from '../../renderer/desk/speak.ts'
import { clinic } from '../support/queue.ts'

const lists = { ...clinic, zone: 'Europe/Berlin', languages: ['en'] }
const at = '2026-03-03T13:32:00Z'

const ticket = (id: string, more: Partial<QueueTicket> = {}): QueueTicket => ({
  ...{ id, code: id.toUpperCase(), service: 'consultation', state: 'waiting', since: at },
  ...{ arrivedAt: '2026-03-03T13:00:00Z', priority: false, needs: [], ...more },
})
const over = { wait: { low: 5, high: 15, shown: { kind: 'over', text: '' } } } as const

const queueOf = (tickets: readonly QueueTicket[], more: Partial<QueueSnapshot> = {}): QueueSnapshot => ({
  ...{ revision: 1, at, demo: false, stateHash: '0'.repeat(32), day: 'open' },
  ...{ tickets: [...tickets], called: [], presence: [], next: [], paperCodes: [], ...more },
})
const late = { provider: 'p1', kind: 'late', since: at, until: '2026-03-03T14:12:00Z', minutes: 40 } as const

test('an overdue wait has a sentence that says what comes next', () => {
  const because = { kind: 'arrival', text: '' } as const
  const queue = queueOf([ticket('t1', over), ticket('t2', over)], { next: [{ provider: 'p1', ticket: 't1', because }] })
  expect(speakList(queue, lists, {}).map(({ say }) => say)).toEqual([
    'I am sorry, this is taking longer than we said. You have not been forgotten. You are next for Dr Lind.',
    'I am sorry, this is taking longer than we said. You have not been forgotten. It should be 5 to 15 more minutes.',
  ])
})

test('whoever was told is not listed again for twenty minutes', () => {
  const queue = queueOf([ticket('t1', over)])
  const toldAt = (instant: string) => ({ [overKey('t1')]: { how: 'told', at: instant } as const })
  expect(speakList(queue, lists, toldAt('2026-03-03T13:13:00Z'))).toEqual([])
  expect(speakList(queue, lists, toldAt('2026-03-03T13:12:00Z'))).toHaveLength(1)
})

test('a late provider concerns whoever waits for nobody else, by appointment; not whoever is not in the room', () => {
  const tickets = [
    ticket('t1', { provider: 'p1', appointmentAt: '2026-03-03T14:00:00Z' }),
    ticket('t2', { provider: 'p1', appointmentAt: '2026-03-03T13:40:00Z' }),
    ticket('t3'),
    ticket('t4', { state: 'held', missing: true, firstFor: 'p1' }),
    ticket('t5', { provider: 'p2' }),
    ticket('t6', { state: 'called', provider: 'p1', room: '1' }),
  ]
  expect(affectedBy('p1', tickets, clinic).map(({ id }) => id)).toEqual(['t4', 't2', 't1'])
  const [entry] = speakList(queueOf(tickets, { presence: [late] }), lists, {})
  expect(entry?.people.map(({ ticket: one }) => one.id)).toEqual(['t2', 't1'])
  expect(entry?.say).toContain('Dr Lind is running about 40 minutes late.')
})

test('a service that only one provider performs waits for that provider', () => {
  expect(affectedBy('p2', [ticket('t1', { service: 'laser' })], clinic)).toHaveLength(1)
})

test('nobody is listed twice, and whatever was arranged is done', () => {
  const queue = queueOf([ticket('t1', { ...over, provider: 'p1' })], { presence: [late] })
  expect(speakList(queue, lists, {})).toHaveLength(1)
  expect(speakList(queue, lists, { [awayKey('p1', 't1')]: { how: 'rebook', at: '2026-03-03T09:00:00Z' } })).toEqual([])
})

test('what was arranged is forgotten when they have gone, and about a provider when another delay begins', () => {
  const told = (tickets: readonly string[], more: Partial<ArrangedBody> = {}) =>
    arrangedBody.parse({ arranged: tickets.map((one) => ({ ticket: one, how: 'told' })), ...more })
  const first = withArranged([], told(['t1', 't9']), new Set(['t1', 't9']), at)
  const second = withArranged(first, told(['t1', 't2'], { provider: 'p1' }), new Set(['t1', 't2']), at)
  const mark = { how: 'told', at }
  expect(marksIn({ arranged: [...second] })).toEqual({
    [overKey('t1')]: mark,
    [awayKey('p1', 't1')]: mark,
    [awayKey('p1', 't2')]: mark,
  })
  const anew = withArranged(second, told(['t2'], { provider: 'p1', anew: true }), new Set(['t1', 't2']), at)
  expect(Object.keys(marksIn({ arranged: [...anew] }))).toEqual([overKey('t1'), awayKey('p1', 't2')])
})

test('a delay that is over still says when they were expected', () => {
  expect(presenceText(late, at, lists.zone)).toBe('Running 40 min late, until about 15:12')
  expect(presenceText(late, '2026-03-03T14:12:00Z', lists.zone)).toBe('Running 40 min late, expected at 15:12')
  const lunch = { provider: 'p1', kind: 'break', since: at, until: '2026-03-03T14:12:00Z' } as const
  expect(presenceText(lunch, '2026-03-03T14:20:00Z', lists.zone)).toBe('Break, expected at 15:12')
})

test('a provider is missed five minutes after the first booking, unless they have called or said something', () => {
  const booked = ticket('t1', { provider: 'p1', appointmentAt: '2026-03-03T13:27:00Z' })
  expect(isUnseen('p1', queueOf([booked]), clinic)).toBe(true)
  expect(isUnseen('p1', queueOf([{ ...booked, appointmentAt: '2026-03-03T13:28:00Z' }]), clinic)).toBe(false)
  expect(isUnseen('p1', queueOf([booked], { presence: [late] }), clinic)).toBe(false)
  expect(isUnseen('p1', queueOf([booked, ticket('t2', { state: 'done', provider: 'p1' })]), clinic)).toBe(false)
})
