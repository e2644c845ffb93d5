/** What is typed at the desk, and what is sent of it. */
import { expect, test } from 'vitest'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { arrivalsOf, blankArrival, draftOf, editsOf } from '../../renderer/desk/visit-draft.ts'

const typing = { at: '2026-03-03T13:32:00Z', zone: 'Europe/Berlin' }
const visit: QueueTicket = {
  id: 't1',
  code: 'K47',
  service: 'consultation',
  state: 'waiting',
  since: '2026-03-03T13:20:00Z',
  arrivedAt: '2026-03-03T13:20:30Z',
  priority: false,
  needs: [],
}

test('a simple check-in sends a service and nothing else', () => {
  expect(arrivalsOf({ ...blankArrival, service: 'laser' }, typing, 'word')).toEqual([{ service: 'laser' }])
})

test('people who came together are as many check-ins with one word for their party', () => {
  const draft = { ...blankArrival, service: 'laser', people: 3, label: ' sisters ', arrived: '14:05' }
  const one = {
    service: 'laser',
    label: 'sisters',
    arrivedAt: '2026-03-03T13:05:00.000Z',
    party: 'word',
    together: true,
  }
  expect(arrivalsOf(draft, typing, 'word')).toEqual([one, one, one])
  const { together: _, ...apart } = one
  expect(arrivalsOf({ ...draft, people: 2, together: false }, typing, 'word')).toEqual([apart, apart])
})

test('a reason without priority is not sent', () => {
  const draft = { ...blankArrival, service: 'laser', reason: 'unwell' as const }
  expect(arrivalsOf(draft, typing, 'word')).toEqual([{ service: 'laser' }])
  expect(arrivalsOf({ ...draft, goesFirst: true }, typing, 'word')).toEqual([
    { service: 'laser', priority: true, priorityReason: 'unwell' },
  ])
})

test('an edit sends only what is different: the seconds of an arrival stay', () => {
  const draft = draftOf(visit, [visit], typing.zone)
  expect(draft.arrived).toBe('14:20')
  expect(editsOf(visit, draft, [visit], typing, 'word')).toEqual([])
  expect(editsOf(visit, { ...draft, label: 'red coat' }, [visit], typing, 'word')).toEqual([
    { ticket: 't1', label: 'red coat' },
  ])
})

test('what is emptied is taken away', () => {
  const full: QueueTicket = {
    ...visit,
    label: 'red coat',
    provider: 'p1',
    appointmentAt: '2026-03-03T13:45:00Z',
    further: ['laser'],
    language: 'ar',
    priority: true,
    priorityReason: 'unwell',
  }
  const draft = draftOf(full, [full], typing.zone)
  const bare = { ...draft, label: '', provider: '', time: '', further: [], language: '', goesFirst: false }
  expect(editsOf(full, bare, [full], typing, 'word')).toEqual([
    {
      ticket: 't1',
      provider: null,
      label: null,
      appointmentAt: null,
      further: null,
      language: null,
      priority: false,
      priorityReason: null,
    },
  ])
})

test('somebody joins whoever they came with, and both are of one party', () => {
  const other = { ...visit, id: 't2', code: 'M36' }
  const draft = { ...draftOf(visit, [visit, other], typing.zone), cameWith: 't2', together: true }
  expect(editsOf(visit, draft, [visit, other], typing, 'word')).toEqual([
    { ticket: 't1', party: 'word', together: true },
    { ticket: 't2', party: 'word', together: true },
  ])
})

test('a third joins a party as it is; who leaves one leaves the others in it', () => {
  const [one, two] = [visit, { ...visit, id: 't2' }].map((ticket) => ({ ...ticket, party: 'x', together: true }))
  const third = { ...visit, id: 't3' }
  const all = [one, two, third] as QueueTicket[]
  const joining = { ...draftOf(third, all, typing.zone), cameWith: 't2', together: true }
  expect(editsOf(third, joining, all, typing, 'word')).toEqual([{ ticket: 't3', party: 'x', together: true }])
  const leaving = { ...draftOf(all[0] as QueueTicket, all, typing.zone), cameWith: '' }
  expect(editsOf(all[0] as QueueTicket, leaving, all, typing, 'word')).toEqual([
    { ticket: 't1', party: null, together: null },
  ])
})

test('whether a party is called at once is true of all of them', () => {
  const all = [visit, { ...visit, id: 't2' }].map((ticket) => ({ ...ticket, party: 'x', together: true }))
  const draft = { ...draftOf(all[0] as QueueTicket, all, typing.zone), together: false }
  expect(editsOf(all[0] as QueueTicket, draft, all, typing, 'word')).toEqual([
    { ticket: 't1', party: 'x', together: null },
    { ticket: 't2', party: 'x', together: null },
  ])
})
