/** Waiting times in a running hub: reckoned apart from the queue, learned from its days, and held to what they promised. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BoardSnapshot, QueueSnapshot, TicketSnapshot } from '../../core/queue-contract.ts'
import type { SettingsBody } from '../../core/settings-contract.ts'
import type { WaitAccuracy, WaitList } from '../../core/wait-contract.ts'
import type { WaitModel } from '../../core/wait-model.ts'
import { type Desk, deskAt, follow, send } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { tellTimes } from '../support/promises.ts'
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
  await expect.poll(async () => (await desk.ticket(id)).wait?.p50).not.toBe(15)
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
  await expect.poll(() => kept()?.model.services.consultation?.count ?? 0).toBeGreaterThan(10)
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
  await expect.poll(async () => (await desk.ticket(id)).wait?.p50).not.toBe(15)
  const accuracy = async () => {
    const { calls, early } = await hub.get<WaitAccuracy>('/api/waits/accuracy')
    return { calls, early }
  }
  expect(await accuracy()).toEqual({ calls: 0, early: 0 })
  await desk.press('call-next', here)
  await desk.ticket(id)
  await expect.poll(accuracy).toMatchObject({ calls: 1 })
  await desk.press('undo', {})
  await desk.ticket(id)
  await expect.poll(accuracy).toMatchObject({ calls: 0 })
})

const showOnTv = async () => {
  const { settings } = await hub.get<SettingsBody>('/api/settings')
  const times = { ...settings.times, shownOn: 'tv' }
  const headers = { 'if-match': '*', 'idempotency-key': crypto.randomUUID() }
  return send(`${hub.url}/api/settings`, { method: 'PUT', headers, body: { settings: { ...settings, times } } })
}

test('the hub itself keeps times off the TV until they have earned it, and says what is missing', async () => {
  const early = await showOnTv()
  expect([early.status, early.body.reason]).toEqual([409, 'times-not-earned'])
  expect(early.body.message).toContain('75 % of at least 100 calls came inside what was told first: 0 calls so far.')
  tellTimes(place.data, { at: morning, name: 'late', calls: 30, calledAt: 30 })
  tellTimes(place.data, { at: morning, name: 'inside', calls: 70, calledAt: 9 })
  expect((await showOnTv()).body.message).toContain('70 % of 100 calls so far.')
  expect((await hub.get<SettingsBody>('/api/settings')).settings.times.shownOn).toBe('desk')
  tellTimes(place.data, { at: morning, name: 'more', calls: 40, calledAt: 9 })
  expect((await showOnTv()).status).toBe(200)
  // A bad month does not keep anybody from changing something else.
  tellTimes(place.data, { at: morning, name: 'bad', calls: 300, calledAt: 30 })
  expect((await showOnTv()).status).toBe(200)
})

test('a demonstration shows times on the TV at once', async () => {
  await hub.stop()
  hub = await startHub([...place.args, '--at', morning, '--demo'])
  expect((await showOnTv()).status).toBe(200)
})

test('a provider who is late moves the window, and desk, phone and TV say why', async () => {
  tellTimes(place.data, { at: morning, name: 'inside', calls: 100, calledAt: 9 })
  await showOnTv()
  await desk.checkIn()
  await desk.press('call-next', here)
  const { id, token } = await desk.checkIn()
  await expect.poll(async () => (await desk.ticket(id)).wait?.p50).not.toBe(15)
  expect((await desk.ticket(id)).wait?.later).toBeUndefined()
  expect((await desk.press('provider-late', { provider: 'p1', minutes: 40 })).status).toBe(200)
  const later = async () => (await desk.ticket(id)).wait?.later
  await expect.poll(later).toBe('provider-away')
  const phone = await follow(hub.url, `ticket:${token}`)
  const { ticket } = await phone.until<TicketSnapshot>(`ticket:${token}`, () => true)
  phone.stop()
  expect(ticket).toMatchObject({ shown: { kind: 'range' }, later: 'provider-away' })
  const board = await follow(hub.url, 'board:screen-1')
  const onTv = await board.until<BoardSnapshot>('board:screen-1', (snapshot) => snapshot.later !== undefined)
  board.stop()
  // The reason stands beside no code.
  expect(onTv.later).toEqual(['provider-away'])
  expect(Object.keys(onTv.waiting[0] ?? {}).sort()).toEqual(['code', 'high', 'low', 'shown'])
  expect(JSON.stringify(onTv)).not.toContain('consultation')
})

/** Beside the hub: ends its worker threads when it is told to. */
const assassin = `
const workers = new Set()
process.on('worker', (worker) => {
  workers.add(worker)
  worker.on('exit', () => workers.delete(worker))
})
process.on('SIGUSR2', () => {
  for (const worker of workers) void worker.terminate()
  console.error('ended ' + workers.size)
})
`

test('the thread that reckons is killed: every press is answered meanwhile, and it comes back', async () => {
  await hub.stop()
  const file = path.join(place.folder, 'assassin.mjs')
  writeFileSync(file, assassin)
  hub = await startHub([...place.args, '--zone', 'Europe/Berlin', '--at', morning], {
    NODE_OPTIONS: `--import ${pathToFileURL(file)}`,
  })
  desk = deskAt(hub.url)
  await desk.checkIn()
  await desk.press('call-next', here)
  const { id } = await desk.checkIn()
  const middle = async (ticket: string) => (await desk.ticket(ticket)).wait?.p50
  await expect.poll(() => middle(id)).not.toBe(15)
  const answeredMs: number[] = []
  for (let kill = 0; kill < 3; kill += 1) {
    hub.child.kill('SIGUSR2')
    const begin = performance.now()
    const late = await desk.checkIn()
    const shown = (await desk.ticket(late.id)).wait?.shown
    answeredMs.push(performance.now() - begin)
    // Planned minutes are told until it is back.
    expect(shown?.text).toMatch(/min/)
    const answered = async () => (await hub.get<QueueSnapshot>('/api/queue')).revision
    const revision = await answered()
    const waits = await follow(hub.url, 'waits')
    await waits.until<WaitList>('waits', (list) => list.revision >= revision)
    waits.stop()
  }
  // Other work may hold up one of them; a press that waited for the thread would be late each time.
  expect(Math.min(...answeredMs)).toBeLessThan(1_000)
  expect(hub.said().match(/ended 1/g)?.length).toBe(3)
})
