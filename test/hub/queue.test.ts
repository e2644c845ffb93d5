/** The buttons of the queue over HTTP: what they answer, what they refuse, and that a press counts once. */
import { describe, expect, test } from 'vitest'
import { type QueueButton, queueAnswers } from '../../core/queue-bodies.ts'
import { queueSnapshot } from '../../core/queue-contract.ts'
import { type Desk, deskAt, send } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { openHubForEach } from '../support/open-hub.ts'

const here = { provider: 'p1', room: '1' }
let hub: RunningHub
let desk: Desk

openHubForEach([], (opened) => {
  hub = opened.hub
  desk = deskAt(hub.url)
})

test('a visit from check-in to the end; every answer is as the contract says', async () => {
  const press = async (button: QueueButton, body: object = {}) => {
    const { status, body: answer } = await desk.press(button, body)
    expect(queueAnswers[button].strict().safeParse(answer).error, button).toBeUndefined()
    expect(status).toBe(button === 'check-in' ? 201 : 200)
    return answer
  }
  const arrivedAt = new Date(Date.now() - 600_000).toISOString()
  const booked = { appointmentAt: new Date().toISOString(), arrivedAt, language: 'de', needs: ['speak'], party: 'a' }
  const { ticket } = await press('check-in', { service: 'consultation', label: 'RC, red coat', ...booked })
  expect(ticket).toMatchObject({ service: 'consultation', state: 'waiting' })
  expect(ticket.token.length).toBeGreaterThanOrEqual(22)
  expect(await desk.ticket(ticket.id)).toMatchObject({
    ...booked,
    label: 'RC, red coat',
    wait: { shown: { kind: 'unknown', text: 'Waiting time not yet known' } },
  })
  expect((await press('call-next', here)).ticket).toMatchObject({ id: ticket.id, state: 'called', ...here })
  await press('recall', { ticket: ticket.id })
  await press('start', { ticket: ticket.id })
  expect((await press('undo')).tickets).toMatchObject([{ id: ticket.id, state: 'called' }])
  expect((await press('finish', { ticket: ticket.id })).ticket.state).toBe('done')
  const other = await press('check-in', { service: 'consultation', appointmentAt: booked.appointmentAt })
  await press('call', { ticket: other.ticket.id, ...here })
  await press('no-show', { ticket: other.ticket.id })
  const third = await press('check-in', { service: 'consultation' })
  await press('leave', { ticket: third.ticket.id })
  const queue = await desk.queue()
  expect(queueSnapshot.safeParse(queue).error).toBeUndefined()
  expect(queue.tickets.map(({ state }) => state)).toEqual(['done', 'no-show', 'left'])
  expect(queue.revision).toBe((await hub.health()).queueRevision)
  expect(await press('close-day')).toEqual({ revision: queue.revision + 1, leftOpen: [] })
})

test('of two desks that call at once, one gets the ticket and the other is told that nobody waits', async () => {
  await desk.checkIn()
  await send(`${hub.url}/api/rooms`, {
    method: 'PUT',
    headers: { 'idempotency-key': 'rooms', 'if-match': '*' },
    body: {
      rooms: [
        { id: '1', name: 'Room 1' },
        { id: '2', name: 'Room 2' },
      ],
    },
  })
  const answers = await Promise.all([
    deskAt(hub.url, 'one').press('call-next', here),
    deskAt(hub.url, 'other').press('call-next', { provider: 'p1', room: '2' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.body).toEqual({
    reason: 'nobody-waiting',
    message: 'Nobody is waiting for Provider 1.',
  })
  expect((await desk.queue()).revision).toBe(2)
})

describe('a key', () => {
  test('repeated gives the first answer again, and nothing happens twice', async () => {
    const first = await desk.press('check-in', { service: 'consultation', label: 'AB' }, 'press-1')
    const again = await desk.press('check-in', { label: 'AB', service: 'consultation' }, 'press-1')
    expect([again.status, again.body]).toEqual([201, first.body])
    expect((await desk.queue()).tickets).toHaveLength(1)
  })

  test('repeats refusals too, even when the same press would work by now', async () => {
    const first = await desk.press('call-next', here, 'press-1')
    await desk.checkIn()
    const again = await desk.press('call-next', here, 'press-1')
    expect([again.status, again.body]).toEqual([409, first.body])
    expect((await desk.press('call-next', here, 'press-2')).status).toBe(200)
  })

  test('used for something else is refused: another body, another button', async () => {
    const { id } = await desk.checkIn()
    await desk.press('leave', { ticket: id }, 'press-1')
    for (const [button, body] of [
      ['leave', { ticket: 'other' }],
      ['no-show', { ticket: id }],
    ] as const) {
      const { status, body: answer } = await desk.press(button, body, 'press-1')
      expect([status, answer.reason]).toEqual([422, 'key-reused'])
    }
  })

  test('is not spent on bad input, which is mended and sent again', async () => {
    expect((await desk.press('check-in', { servce: 'consultation' }, 'press-1')).status).toBe(422)
    const tooEarly = { service: 'consultation', arrivedAt: '2020-01-01T00:00:00Z' }
    expect((await desk.press('check-in', tooEarly, 'press-1')).status).toBe(422)
    expect((await desk.press('check-in', { service: 'consultation' }, 'press-1')).status).toBe(201)
  })
})

test('a ticket that is over stays over', async () => {
  const { id, code } = await desk.checkIn()
  await desk.press('leave', { ticket: id })
  for (const button of ['recall', 'start', 'finish', 'no-show', 'leave'] as const) {
    const { status, body } = await desk.press(button, { ticket: id })
    expect([status, body.reason]).toEqual([409, 'already-over'])
    expect(body.message).toContain(`${code} has left`)
  }
  expect((await desk.press('call', { ticket: id, ...here })).body.reason).toBe('already-over')
})

test('a walk-in is no no-show: the answer says what they are instead', async () => {
  const { id, code } = await desk.checkIn()
  const { status, body } = await desk.press('no-show', { ticket: id })
  expect([status, body]).toEqual([
    409,
    { reason: 'not-booked', message: `${code} has no booking. Who has come and gone again is Gone.` },
  ])
  expect((await desk.ticket(id))?.state).toBe('waiting')
})

test("undo takes back the caller's own last step, and another desk's only through that desk", async () => {
  const { id } = await desk.checkIn()
  const other = deskAt(hub.url, 'desk-b')
  const { body: called } = await other.press('call-next', here)
  expect((await desk.press('undo', { event: called.revision })).body.reason).toBe('cannot-undo')
  expect((await desk.press('undo')).body.reason).toBe('cannot-undo')
  const { body } = await other.press('undo', { event: called.revision })
  expect(body).toMatchObject({ undone: called.revision, retracted: true, tickets: [{ id, state: 'waiting' }] })
  expect((await desk.queue()).called).toMatchObject([{ retracted: true }])
  expect((await desk.press('undo')).body.tickets).toEqual([])
  expect((await desk.queue()).tickets).toEqual([])
})

test('calls are announced one after another, eight seconds each', async () => {
  for (let person = 0; person < 3; person += 1) await desk.checkIn()
  for (let call = 0; call < 3; call += 1) await desk.press('call-next', here)
  const slots = (await desk.queue()).called.map(({ announceFrom, announceUntil }) => [
    Date.parse(announceFrom),
    Date.parse(announceUntil),
  ])
  expect(slots).toHaveLength(3)
  const inOrder = slots.toReversed()
  for (const [index, [from = 0, until = 0]] of inOrder.entries()) {
    expect(until - from).toBeGreaterThanOrEqual(8_000)
    expect(from).toBeGreaterThanOrEqual(inOrder[index - 1]?.[1] ?? 0)
  }
})

test('the day is closed only when nobody is here, or anyway', async () => {
  const { code } = await desk.checkIn()
  const { status, body } = await desk.press('close-day')
  expect([status, body]).toEqual([
    409,
    { reason: 'still-open', message: `1 person is still here: ${code}. Keep the day open, or close it anyway.` },
  ])
  expect((await desk.press('close-day', { anyway: true })).body).toEqual({ revision: 2, leftOpen: [code] })
  expect(await desk.queue()).toMatchObject({ day: 'closed', tickets: [], revision: 2 })
  expect((await desk.press('close-day')).body.reason).toBe('already-closed')
})
