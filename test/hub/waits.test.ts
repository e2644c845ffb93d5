/** Waiting times in a running hub: reckoned apart from the queue, learned from its days, and held to what they promised. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TicketSnapshot } from '../../core/queue-contract.ts'
import type { WaitAccuracy } from '../../core/wait-contract.ts'
import type { WaitModel } from '../../core/wait-model.ts'
import { type Desk, deskAt, follow } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { putIntoLog, simulatedDay } from '../support/simulated-day.ts'

const morning = '2026-03-02T08:00:00+01:00'
const here = { provider: 'p1', room: '1' }
let place: Place
let hub: RunningHub
let desk: Desk

const startAt = async (at: string) => {
  hub = await startHub([...place.args, '--zone', 'Europe/Berlin', '--at', at])
  desk = deskAt(hub.url)
}

beforeEach(async () => {
  place = makePlace()
  await startAt(morning)
})

afterEach(async () => {
  await hub.stop()
  place.remove()
})

const kept = (): { readonly revision: number; readonly model: WaitModel } | undefined => {
  const database = new Database(path.join(place.data, 'anteroom.sqlite'), { readonly: true })
  try {
    const row = database.prepare('SELECT revision, body FROM wait_model').get() as
      | { readonly revision: number; readonly body: string }
      | undefined
    return row === undefined ? undefined : { revision: row.revision, model: JSON.parse(row.body) as WaitModel }
  } finally {
    database.close()
  }
}

test('a wait is there with the check-in itself, and the model has its say within seconds', async () => {
  await desk.checkIn()
  await desk.press('call-next', here)
  const { id } = await desk.checkIn()
  expect((await desk.ticket(id)).wait?.shown.kind).toBe('range')
  // Fifteen minutes planned are rolled forward to something near them, but never to just them.
  await expect.poll(async () => (await desk.ticket(id)).wait?.p50, { timeout: 10_000 }).not.toBe(15)
  const { p50 = 0, p80 = 0 } = (await desk.ticket(id)).wait ?? {}
  expect(p50).toBeGreaterThan(8)
  expect(p50).toBeLessThan(25)
  expect(p80).toBeGreaterThan(p50)
})

test('days that were closed are learned from at the next start, once, and kept', async () => {
  await hub.stop()
  const day = simulatedDay()
  putIntoLog(day, place.data)
  await startAt('2026-03-02T18:00:00+01:00')
  await desk.press('close-day', { anyway: true })
  await expect.poll(() => kept()?.model.services.consultation?.count ?? 0, { timeout: 15_000 }).toBeGreaterThan(10)
  const before = kept()
  await hub.stop()
  await startAt('2026-03-03T08:00:00+01:00')
  await desk.checkIn()
  await desk.press('call-next', here)
  await expect.poll(async () => (await hub.get<{ revision: number }>('/api/queue')).revision).toBeGreaterThan(0)
  await hub.stop()
  expect(kept()?.revision).toBe(before?.revision)
  expect(kept()?.model.services).toEqual(before?.model.services)
})

test('times have earned nothing before a hundred calls, and it says what that takes', async () => {
  expect(await hub.get<WaitAccuracy>('/api/waits/accuracy')).toEqual({
    ...{ calls: 0, inside: 0, early: 0, late: 0, bias: 0, earned: false },
    needed: { calls: 100, share: 0.75 },
  })
})

test('whoever is called inside their window counts for the times, and taking the call back takes that back', async () => {
  await desk.checkIn()
  await desk.press('call-next', here)
  const { id } = await desk.checkIn()
  await expect.poll(async () => (await desk.ticket(id)).wait?.p50, { timeout: 10_000 }).not.toBe(15)
  const accuracy = async () => {
    const { calls, early } = await hub.get<WaitAccuracy>('/api/waits/accuracy')
    return { calls, early }
  }
  expect(await accuracy()).toEqual({ calls: 0, early: 0 })
  await desk.press('call-next', here)
  await desk.ticket(id)
  await expect.poll(accuracy, { timeout: 10_000 }).toMatchObject({ calls: 1 })
  await desk.press('undo', {})
  await desk.ticket(id)
  await expect.poll(accuracy, { timeout: 10_000 }).toMatchObject({ calls: 0 })
})

test('a provider who is late moves the window, and desk and phone say why', async () => {
  await desk.checkIn()
  await desk.press('call-next', here)
  const { id, token } = await desk.checkIn()
  await expect.poll(async () => (await desk.ticket(id)).wait?.p50, { timeout: 10_000 }).not.toBe(15)
  expect((await desk.ticket(id)).wait?.later).toBeUndefined()
  expect((await desk.press('provider-late', { provider: 'p1', minutes: 40 })).status).toBe(200)
  const later = async () => (await desk.ticket(id)).wait?.later
  await expect.poll(later, { timeout: 10_000 }).toBe('provider-away')
  const phone = await follow(hub.url, `ticket:${token}`)
  const { ticket } = await phone.until<TicketSnapshot>(`ticket:${token}`, () => true)
  phone.stop()
  expect(ticket).toMatchObject({ shown: { kind: 'range' }, later: 'provider-away' })
})
