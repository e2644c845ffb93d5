/** The pretend queue by itself: it answers as the hub would, for any clinic, and refuses what is no button of the queue. */
import { expect, test } from 'vitest'
import { type Clinic, firstClinic } from '../../core/clinic.ts'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { PracticeQueue } from '../../renderer/desk/practice-queue.ts'
import type { Delivered } from '../../renderer/shared/press.ts'
import { clinic } from '../support/queue.ts'

const at = '2026-03-03T13:32:00.000Z'
const queueFor = (lists: Clinic) => new PracticeQueue({ ...lists, zone: 'Europe/Berlin', languages: ['en'] }, at)
const press = (queue: PracticeQueue, name: string, body: object) =>
  queue.answer(`/api/queue/${name}`, JSON.stringify(body)) as Delivered<{ readonly revision: number }>
const labelled = (queue: PracticeQueue, label: string): QueueTicket | undefined =>
  queue.snapshot().tickets.find((ticket) => ticket.label === label)

test.each([
  ['a fresh hub', firstClinic],
  ['two providers, one of whom does not perform everything', clinic],
])('it begins with patients in every place: %s', (_, lists) => {
  const { tickets, paperCodes, next } = queueFor(lists).snapshot()
  expect(new Set(tickets.map(({ state }) => state))).toContain('waiting')
  expect(tickets.some(({ state }) => state === 'in-service')).toBe(true)
  expect(tickets.every(({ label, arrivedAt }) => label !== undefined && arrivedAt < at)).toBe(true)
  expect(paperCodes.length).toBe(10)
  expect(next.length).toBeGreaterThan(0)
})

test('an edited label is taken back with its edit', () => {
  const queue = queueFor(clinic)
  const { id = '' } = labelled(queue, 'walking stick') ?? {}
  const answer = press(queue, 'edit', { ticket: id, label: 'red coat, moved' })
  expect(labelled(queue, 'red coat, moved')?.id).toBe(id)
  if (answer.kind !== 'done') throw new Error(`The edit was ${answer.kind}`)
  expect(press(queue, 'undo', { event: answer.answer.revision }).kind).toBe('done')
  expect(labelled(queue, 'walking stick')?.id).toBe(id)
})

test('whoever is on hold until a time waits again when it has come', () => {
  const queue = queueFor(clinic)
  const { id = '' } = labelled(queue, 'BM') ?? {}
  // It has come as soon as it is set.
  const until = queue.snapshot().at
  const held = press(queue, 'hold', { ticket: id, until })
  if (held.kind === 'done') expect(labelled(queue, 'BM')?.state).toBe('held')
  queue.tick()
  expect(labelled(queue, 'BM')?.state).toBe('waiting')
})

test('it refuses in the words of the hub, with the field', () => {
  const queue = queueFor(clinic)
  expect(press(queue, 'call-next', { provider: 'nobody', room: '1' })).toMatchObject({
    kind: 'refused',
    reason: 'unknown-provider',
  })
  const lines = [{ code: 'Z99', service: 'consultation', arrivedAt: at }]
  expect(press(queue, 'add-paper', { lines })).toMatchObject({ kind: 'refused', field: 'lines.0.code' })
  expect(press(queue, 'check-in', { service: '' })).toMatchObject({ kind: 'refused', field: 'service' })
})

test('whatever else the page would send is refused, not sent', () => {
  for (const path of ['/api/content/undo', '/api/queue/constructor', '/api/services']) {
    expect(queueFor(clinic).answer(path)).toMatchObject({ kind: 'refused', reason: 'practice' })
  }
})
