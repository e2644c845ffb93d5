/** What the buttons of the queue refuse before they look at the queue: it stays as it was. One hub refuses it all. */
import { afterEach, expect, test } from 'vitest'
import { refusalBody } from '../../core/contract.ts'
import type { QueueButton } from '../../core/queue-bodies.ts'
import { type Desk, deskAt, send } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { openHubForAll } from '../support/open-hub.ts'

const here = { provider: 'p1', room: '1' }
let hub: RunningHub
let desk: Desk

openHubForAll([], (opened) => {
  hub = opened.hub
  desk = deskAt(hub.url)
})

afterEach(async () => {
  expect(await desk.queue()).toMatchObject({ revision: 0, tickets: [] })
})

test.each([{}, { 'idempotency-key': 'a b' }, { 'idempotency-key': 'x'.repeat(201) }])(
  '%j is no key',
  async (headers) => {
    const { status, body } = await send(`${hub.url}/api/queue/undo`, { headers })
    expect([status, body.reason]).toEqual([400, 'key-missing'])
  },
)

test.each([
  ['check-in', {}, 'service', 'service: "service" is missing.'],
  ['check-in', { servce: 'x', service: 'x' }, 'servce', 'servce: This is not known here. Did you mean "service"?'],
  ['check-in', { service: 5 }, 'service', 'service: "service" must be text. Put it in quotes: "5".'],
  ['check-in', { service: 'x', label: 'x'.repeat(25) }, 'label', 'label: "label" has 25 characters. At most 24 fit.'],
  ['check-in', { service: 'x', label: 'a\nb' }, 'label', 'label: Line breaks and control characters are not possible.'],
  [
    'check-in',
    { service: 'x', needs: ['tea'] },
    'needs.0',
    'needs.0: Entry 1 must be one of: fetch, speak, more-time.',
  ],
  ['check-in', { service: 'x', needs: 'speak' }, 'needs', 'needs: A list is expected.'],
  [
    'check-in',
    { service: 'x', arrivedAt: '10:30' },
    'arrivedAt',
    'arrivedAt: An instant is expected, such as 2026-11-21T14:40:00Z.',
  ],
  ['undo', { event: 0.5 }, 'event', 'event: "event" must be a whole number.'],
  ['close-day', [], 'body', 'body: An object is expected.'],
] as const)('bad input is named: %s %j, %s', async (button, body, field, message) => {
  const answer = await desk.press(button, body)
  expect([answer.status, answer.body]).toEqual([422, { reason: 'bad-input', field, message }])
})

test('what is no JSON, not called JSON, or too much is refused', async () => {
  const headers = { 'idempotency-key': 'press-1' }
  const said = async (body: string, type = 'application/json') => {
    const answer = await send(`${hub.url}/api/queue/check-in`, {
      headers: { ...headers, 'content-type': type },
      body,
    })
    expect(refusalBody.safeParse(answer.body).error).toBeUndefined()
    return [answer.status, answer.body.reason]
  }
  expect(await said('{"service":')).toEqual([422, 'bad-input'])
  expect(await said('{"service":"consultation"}', 'text/plain')).toEqual([415, 'not-json'])
  expect(await said(JSON.stringify({ service: 'x'.repeat(70_000) }))).toEqual([413, 'too-large'])
  expect((await desk.queue()).tickets).toEqual([])
})

test('ids that do not exist are 404, in a sentence', async () => {
  const unknown = async (button: QueueButton, body: object) => {
    const { status, body: answer } = await desk.press(button, body)
    return [status, answer.reason]
  }
  expect(await unknown('check-in', { service: 'botox' })).toEqual([404, 'unknown-service'])
  expect(await unknown('check-in', { service: 'consultation', provider: 'p2' })).toEqual([404, 'unknown-provider'])
  expect(await unknown('call-next', { provider: 'p2', room: '1' })).toEqual([404, 'unknown-provider'])
  expect(await unknown('call-next', { provider: 'p1', room: '2' })).toEqual([404, 'unknown-room'])
  for (const button of ['recall', 'start', 'finish', 'no-show', 'leave'] as const) {
    expect(await unknown(button, { ticket: 'nobody' })).toEqual([404, 'unknown-ticket'])
  }
  expect(await unknown('call', { ticket: 'nobody', ...here })).toEqual([404, 'unknown-ticket'])
})

test('a desk whose name is no name is refused', async () => {
  const { status, body } = await deskAt(hub.url, 'front desk').press('undo')
  expect([status, body.field]).toEqual([422, 'X-Anteroom-Desk'])
})
