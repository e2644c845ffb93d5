/** Schedules and questions about them that are refused over HTTP: nothing is changed by it. One hub refuses them all. */
import { afterEach, expect, test } from 'vitest'
import type { ScheduleList } from '../../core/schedule-contract.ts'
import type { RunningHub } from '../support/hub.ts'
import { openHubForAll } from '../support/open-hub.ts'

let hub: RunningHub

openHubForAll(['--screens', '2', '--at', '2026-11-23T10:00:00+01:00'], (opened) => {
  hub = opened.hub
})

afterEach(async () => {
  expect((await hub.get<ScheduleList>('/api/schedules')).schedules).toEqual([])
})

async function put(at: string, schedule: Readonly<Record<string, unknown>>) {
  const response = await fetch(`${hub.url}/api/schedules/${encodeURIComponent(at)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(schedule),
  })
  return {
    status: response.status,
    body: (await response.json()) as { readonly field: string; readonly message: string },
  }
}

test.each([
  [{ playlst: 'calm' }, 'playlst', 'Did you mean "playlist"?'],
  [{ rrule: 'FREQ=DAILY;BYHOUR=9' }, 'rrule', 'days only'],
  [{ kind: 'takeover' }, 'endsAt', 'must end'],
  [{ from: '2026-12-01', until: '2026-11-01' }, 'until', 'before it begins'],
  [{ name: 'Another' }, 'name', 'not the same'],
])('a schedule is refused in words: %j', async (wrong, field, words) => {
  const { status, body } = await put('Wrong', { name: 'Wrong', playlist: 'default', ...wrong })
  expect([status, body.field]).toEqual([422, field])
  expect(body.message).toContain(words)
})

test('a schedule may not be called like what the calendar plays', async () => {
  const name = 'While closed'
  expect((await put(name, { name, playlist: 'default', start: '12:00', end: '13:00' })).body.field).toBe('name')
})

test.each([
  ['screen=screen-9&from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z', 404, 'unknown-screen'],
  ['screen=screen-1&from=today&to=2026-11-24T00:00:00Z', 422, 'bad-input'],
  ['screen=screen-1&from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z', 422, 'bad-input'],
  ['screen=screen-1&from=2026-01-01T00:00:00Z&to=2226-01-01T00:00:00Z', 422, 'bad-input'],
  ['screen=screen-1&zone=queue&from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z', 422, 'bad-input'],
])('what plays when is not told for %s', async (query, status, reason) => {
  const response = await fetch(`${hub.url}/api/schedule?${query}`)
  expect([response.status, ((await response.json()) as { reason: string }).reason]).toEqual([status, reason])
})
