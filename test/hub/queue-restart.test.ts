/** What was acknowledged stays, once and in order, however often the hub dies; and what must be forgotten is gone. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { deskAt } from '../support/desk.ts'
import { failToStartHub, type RunningHub, startHub } from '../support/hub.ts'
import { killHub } from '../support/hub-kill.ts'
import { makePlace, type Place } from '../support/place.ts'

const here = { provider: 'p1', room: '1' }
let place: Place
let hub: RunningHub

beforeEach(() => {
  place = makePlace()
})

afterEach(async () => {
  await hub.stop('SIGKILL')
  place.remove()
})

const withoutWait = ({ wait: _, ...ticket }: QueueTicket) => ticket

interface Row {
  readonly revision: number
  readonly key: string | null
  readonly body: string
}

function inDatabase<Answer>(ask: (database: Database.Database) => Answer): Answer {
  const database = new Database(path.join(place.data, 'anteroom.sqlite'))
  try {
    return ask(database)
  } finally {
    database.close()
  }
}

const eventRows = () =>
  inDatabase((database) =>
    database.prepare('SELECT revision, key, body FROM queue_events ORDER BY revision').all(),
  ) as Row[]

test('killed again and again under three desks, the hub loses nothing it has acknowledged and does nothing twice', async () => {
  const { acknowledged, readyMs: _, ...rest } = await killHub(place, 6, 1)
  hub = await startHub(place.args)
  expect(rest).toEqual({ kills: 6, lost: 0, doubled: 0, outOfOrder: 0, damage: [] })
  expect(acknowledged).toBeGreaterThan(12)
  const { queueRevision } = await hub.health()
  expect(queueRevision).toBe(eventRows().length)
  expect((await deskAt(hub.url).queue()).tickets.length).toBeGreaterThan(0)
})

test('a hub that comes back shows the same day, labels included, and answers a repeated press from before', async () => {
  hub = await startHub(place.args)
  const desk = deskAt(hub.url)
  await desk.checkIn({ label: 'RC, red coat' })
  const pressed = await desk.press('check-in', { service: 'consultation' }, 'press-1')
  await desk.press('call-next', here)
  await desk.press('undo')
  await desk.press('call-next', here)
  const before = await desk.queue()
  await hub.stop('SIGKILL')
  hub = await startHub(place.args)
  const after = deskAt(hub.url)
  // A wait is reckoned anew, some moments later.
  const { tickets, ...rest } = await after.queue()
  expect({ ...rest, at: before.at, tickets: tickets.map(withoutWait) }).toEqual({
    ...before,
    tickets: before.tickets.map(withoutWait),
  })
  expect((await after.press('check-in', { service: 'consultation' }, 'press-1')).body).toEqual(pressed.body)
  expect((await after.press('undo')).body).toMatchObject({ tickets: [{ state: 'waiting' }] })
})

test('a desk left open after midnight finds its people: nothing is reset by the date', async () => {
  hub = await startHub([...place.args, '--at', '2026-03-02T23:55:00+01:00'])
  const { id, code } = await deskAt(hub.url).checkIn()
  await hub.stop()
  hub = await startHub([...place.args, '--at', '2026-03-03T00:30:00+01:00'])
  const desk = deskAt(hub.url)
  expect((await desk.queue()).tickets).toMatchObject([{ id, code, state: 'waiting' }])
  const { body } = await desk.press('call-next', here)
  expect(body.ticket).toMatchObject({ id, state: 'called', since: expect.stringMatching(/^2026-03-02T23:/) })
  expect((await desk.press('undo')).status).toBe(200)
})

test('a label is never in the log or in an answer, and nowhere on the disk once the day is closed', async () => {
  hub = await startHub(place.args)
  const desk = deskAt(hub.url)
  const canary = 'CANARY-7f3a'
  await desk.checkIn({ label: canary })
  await desk.press('undo')
  await desk.checkIn({ label: canary })
  await desk.press('call-next', here)
  const written = inDatabase((database) =>
    ['queue_events', 'answers'].map((table) => database.prepare(`SELECT * FROM ${table}`).all()),
  )
  expect(JSON.stringify(written)).not.toContain(canary)
  await desk.press('close-day', { anyway: true })
  for (const name of readdirSync(place.data).filter((file) => file.startsWith('anteroom.sqlite'))) {
    expect([name, readFileSync(path.join(place.data, name)).includes(canary)]).toEqual([name, false])
  }
  const digests = inDatabase((database) => database.prepare('SELECT request FROM answers WHERE status = 201').all())
  expect(digests).toEqual([{ request: null }, { request: null }])
})

test('what cannot be written has not happened, and the desk is told so', async () => {
  hub = await startHub(place.args)
  const desk = deskAt(hub.url)
  await desk.checkIn()
  const blocker = new Database(path.join(place.data, 'anteroom.sqlite'))
  blocker.exec('BEGIN IMMEDIATE')
  const { status, body } = await desk.press('check-in', { service: 'consultation' }, 'press-1')
  blocker.close()
  expect([status, body.reason]).toEqual([503, 'not-written'])
  expect((await desk.queue()).tickets).toHaveLength(1)
  expect((await desk.press('check-in', { service: 'consultation' }, 'press-1')).status).toBe(201)
  expect((await desk.queue()).revision).toBe(2)
})

test('a log with a hole is not guessed at: the hub says what is missing and stops', async () => {
  hub = await startHub(place.args)
  for (let person = 0; person < 3; person += 1) await deskAt(hub.url).checkIn()
  await hub.stop()
  inDatabase((database) => database.exec('DELETE FROM queue_events WHERE revision = 2'))
  const { code, said } = await failToStartHub(place.args)
  expect(code).toBe(3)
  expect(said).toContain('Event 2 is missing from the log. Restore a backup, or start with another folder: --data DIR.')
})

test('the log of the disk is a day long from the start, and after a close: no press has to lengthen it', async () => {
  hub = await startHub(place.args)
  const logBytes = () => statSync(path.join(place.data, 'anteroom.sqlite-wal')).size
  expect(logBytes()).toBeGreaterThan(8_000_000)
  const desk = deskAt(hub.url)
  await desk.checkIn()
  await desk.press('close-day', { anyway: true })
  expect(logBytes()).toBeGreaterThan(8_000_000)
})
