/** `--demo`: alive at once, marked as invented, and nowhere near a clinic's own log. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { BookingList } from '../../core/booking-contract.ts'
import { type BoardSnapshot, boardSnapshot, type QueueSnapshot, queueSnapshot } from '../../core/queue-contract.ts'
import { deskAt, follow } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { type OpenHub, openHubForEach } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'

let place: Place
let hub: RunningHub
let startAgain: OpenHub['startAgain']

openHubForEach(['--demo', '--at', '2026-03-02T10:15:00+01:00'], (opened) => {
  ;({ hub, place, startAgain } = opened)
})

test('the first snapshot is the middle of a morning: people wait, all rooms are busy, calls lie behind', async () => {
  const follower = await follow(hub.url, 'board:screen-1')
  const board = await follower.until<BoardSnapshot>('board:screen-1', () => true)
  follower.stop()
  expect(boardSnapshot.strict().safeParse(board).error).toBeUndefined()
  expect(board).toMatchObject({ demo: true, day: 'open' })
  expect(board.waiting.length).toBeGreaterThan(4)
  expect(board.waiting.every(({ shown }) => shown.text !== '')).toBe(true)
  expect(board.serving.length).toBeGreaterThan(1)
  expect(board.called.length).toBe(6)
  expect(await hub.health()).toMatchObject({ demo: true, status: 'ok' })
})

test('the history lies behind now and is a day like any other', async () => {
  const queue = await hub.get<QueueSnapshot>('/api/queue')
  expect(queueSnapshot.strict().safeParse(queue).error).toBeUndefined()
  expect(queue.demo).toBe(true)
  expect(queue.tickets.every(({ since }) => since <= queue.at)).toBe(true)
  expect(new Set(queue.tickets.map(({ state }) => state))).toContain('done')
})

test('some are booked: of those whose time has come, some have come with their booking', async () => {
  const { bookings } = await hub.get<BookingList>('/api/bookings')
  expect(bookings.length).toBeGreaterThan(12)
  expect(new Set(bookings.map(({ state }) => state))).toEqual(new Set(['expected', 'arrived']))
  for (const { ticket, at } of bookings) {
    const own = (await deskAt(hub.url).queue()).tickets.find(({ id }) => id === ticket?.id)
    expect(own?.appointmentAt).toBe(ticket === undefined ? undefined : at)
  }
})

test('somebody is called within half a minute, through the same log as by hand', async () => {
  const before = await hub.get<QueueSnapshot>('/api/queue')
  const follower = await follow(hub.url, 'queue')
  const isNew = (queue: QueueSnapshot) => (queue.called[0]?.at ?? '') > before.at
  const queue = await follower.until<QueueSnapshot>('queue', isNew)
  follower.stop()
  expect(queue.revision).toBeGreaterThan(before.revision)
})

test('a desk can join in', async () => {
  const desk = deskAt(hub.url)
  const { id } = await desk.checkIn()
  expect((await desk.ticket(id)).state).toBe('waiting')
  expect((await desk.press('undo')).status).toBe(200)
})

test('it goes on with its day after a restart', async () => {
  const before = await hub.get<QueueSnapshot>('/api/queue')
  await hub.stop('SIGKILL')
  await startAgain(['--demo', '--at', '2026-03-02T10:16:00+01:00'])
  const after = await hub.get<QueueSnapshot>('/api/queue')
  expect(after.tickets.map(({ code }) => code).slice(0, before.tickets.length)).toEqual(
    before.tickets.map(({ code }) => code),
  )
})

test("the clinic's own data folder stays as it was", async () => {
  expect(existsSync(path.join(place.data, 'anteroom.sqlite'))).toBe(false)
  expect(existsSync(path.join(place.data, 'demo/anteroom.sqlite'))).toBe(true)
  const own = await startHub(place.args)
  expect(await own.get('/api/queue')).toMatchObject({ revision: 0, demo: false, tickets: [] })
  await own.stop()
})
