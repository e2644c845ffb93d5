/** The day's buttons through the contract, with what TV, phone and disk make of them. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { queueAnswers } from '../../core/queue-bodies.ts'
import { type BoardSnapshot, boardSnapshot, queueSnapshot } from '../../core/queue-contract.ts'
import { migrations } from '../../hub/migrations/index.ts'
import { type Desk, deskAt, follow, send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import type { RunningHub } from '../support/hub.ts'
import { type OpenHub, openHubForEach } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'

const here = { provider: 'p1', room: '1' }
const morning = '2026-03-03T09:00:00+01:00'
let place: Place
let hub: RunningHub
let startAgain: OpenHub['startAgain']
let desk: Desk

openHubForEach(['--at', morning], (opened) => {
  ;({ hub, place, startAgain } = opened)
  desk = deskAt(hub.url)
})

async function board(): Promise<BoardSnapshot> {
  const follower = await follow(hub.url, 'board:screen-1')
  try {
    return await follower.until<BoardSnapshot>('board:screen-1', () => true)
  } finally {
    follower.stop()
  }
}

const inMinutes = (minutes: number) => new Date(Date.parse(morning) + minutes * 60_000).toISOString()

test('every answer and snapshot is as the contract says', async () => {
  const { id } = await desk.checkIn({
    further: ['consultation'],
    party: 'two',
    together: true,
    priorityReason: 'other',
  })
  const one = { ticket: id }
  const presses = [
    ['edit', { ...one, label: 'RC', language: 'de' }],
    ['hold', { ...one, until: inMinutes(30) }],
    ['resume', one],
    ['ask', one],
    ['call', { ...one, ...here, to: 'seat' }],
    ['not-here', one],
    ['back', one],
    ['call-next', here],
    ['here', one],
    ['finish', one],
    ['transfer', { ...one, provider: 'p1' }],
    ['leave', one],
    ['return', one],
    ['provider-late', { provider: 'p1', minutes: 40, show: true }],
    ['provider-break', { provider: 'p1', until: inMinutes(30) }],
    ['provider-back', { provider: 'p1' }],
    ['provider-done', { provider: 'p1' }],
    ['undo', {}],
  ] as const
  for (const [button, body] of presses) {
    const answer = await desk.press(button, body)
    expect([button, answer.status, answer.body.message]).toEqual([button, 200, undefined])
    expect(queueAnswers[button].strict().safeParse(answer.body).error).toBeUndefined()
    expect(queueSnapshot.strict().safeParse(await desk.queue()).error).toBeUndefined()
    expect(boardSnapshot.strict().safeParse(await board()).error).toBeUndefined()
  }
})

test('the TV asks whoever was called in vain to the desk, and tells of a delay without a name', async () => {
  const { id, code } = await desk.checkIn()
  await desk.press('call-next', here)
  await desk.press('not-here', { ticket: id })
  expect(await board()).toMatchObject({ missing: [code], serving: [] })
  expect(await board()).not.toHaveProperty('delay')
  await desk.press('provider-late', { provider: 'p1', minutes: 40, show: true })
  const told = await board()
  expect(told.delay).toBe(40)
  expect(JSON.stringify(told)).not.toContain('Provider 1')
  await desk.press('back', { ticket: id })
  expect((await board()).missing).toEqual([])
})

test('a hold ends by itself at its time, and then they come first', async () => {
  const { id } = await desk.checkIn()
  await desk.checkIn()
  await desk.press('call-next', here)
  const until = new Date(Date.parse((await desk.queue()).at) + 1_500).toISOString()
  await desk.press('hold', { ticket: id, until })
  expect((await desk.ticket(id)).heldUntil).toBe(until)
  const back = await eventually(
    () => desk.ticket(id),
    ({ state }) => state === 'waiting',
  )
  expect(back.firstFor).toBe('p1')
  const { next } = await desk.queue()
  expect(next).toMatchObject([{ provider: 'p1', ticket: id, because: { kind: 'first-for' } }])
})

test('an edited label is taken back with its edit, is in no event, and goes with the day', async () => {
  const { id } = await desk.checkIn({ label: 'first' })
  await desk.press('edit', { ticket: id, label: 'second' })
  await desk.press('edit', { ticket: id, label: null })
  expect(await desk.ticket(id)).not.toHaveProperty('label')
  await desk.press('undo')
  expect((await desk.ticket(id)).label).toBe('second')
  await desk.press('undo')
  expect((await desk.ticket(id)).label).toBe('first')
  await desk.press('edit', { ticket: id, label: 'third' })
  await desk.press('close-day', { anyway: true })
  await hub.stop()
  const database = new Database(path.join(place.data, 'anteroom.sqlite'))
  const rows = ['queue_events', 'labels', 'label_changes', 'answers'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).all(),
  )
  database.close()
  for (const word of ['first', 'second', 'third']) expect(JSON.stringify(rows)).not.toContain(`"${word}"`)
})

test('lines of paper come in all or not at all, and a wrong one is named', async () => {
  await desk.checkIn()
  const { paperCodes } = await desk.queue()
  expect(paperCodes).toHaveLength(10)
  const line = { code: paperCodes[0], service: 'consultation', arrivedAt: inMinutes(-30) }
  const ended = { ...line, ...here, endedAt: inMinutes(-10) }
  const wrong = await desk.press('add-paper', { lines: [ended, { ...line, code: paperCodes[1], service: 'none' }] })
  expect([wrong.status, wrong.body]).toEqual([
    404,
    expect.objectContaining({
      reason: 'unknown-service',
      field: 'lines.1',
      message: expect.stringContaining('Line 2'),
    }),
  ])
  expect((await desk.queue()).tickets).toHaveLength(1)
  const right = await desk.press('add-paper', { lines: [ended] })
  expect(right.body.tickets).toMatchObject([{ code: paperCodes[0], state: 'done', paper: true }])
  expect((await desk.queue()).called).toEqual([])
  await desk.press('undo')
  expect(await desk.queue()).toMatchObject({ paperCodes, tickets: [{ state: 'waiting' }] })
})

test('many presses in the same moment are each answered for themselves, and one that is refused harms none', async () => {
  const presses = Array.from({ length: 40 }, (_, index) =>
    index % 4 === 3
      ? desk.press('leave', { ticket: 'nobody' })
      : desk.press('check-in', { service: 'consultation', label: `L${index}` }),
  )
  const answers = await Promise.all(presses)
  expect(answers.map(({ status }) => status)).toEqual(answers.map((_, index) => (index % 4 === 3 ? 404 : 201)))
  const { tickets, revision } = await desk.queue()
  expect([tickets.length, revision]).toEqual([30, 30])
  expect(new Set(tickets.map(({ label }) => label)).size).toBe(30)
})

test('the log of an older hub, in which a call ends one visit, is read on', async () => {
  await desk.checkIn()
  await desk.press('call-next', here)
  await desk.checkIn()
  await desk.press('call-next', here)
  await hub.stop()
  const file = path.join(place.data, 'anteroom.sqlite')
  const database = new Database(file)
  const rows = database.prepare('SELECT * FROM queue_events').all() as { readonly body: string }[]
  database.close()
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
  const older = new Database(file)
  for (const step of migrations.slice(0, 4)) older.exec(step)
  older.pragma('user_version = 4')
  const insert = older.prepare('INSERT INTO queue_events VALUES (:revision, :type, :body, :at, :caller, :key)')
  for (const row of rows) insert.run({ ...row, body: row.body.replace(/"finishes":\["([^"]+)"\]/, '"finishes":"$1"') })
  older.close()
  expect(rows.some(({ body }) => body.includes('"finishes":['))).toBe(true)
  await startAgain()
  const { tickets } = await deskAt(hub.url).queue()
  expect(tickets.map(({ state }) => state)).toEqual(['done', 'called'])
})

test('a thousand tickets are a long day, and still a day', async () => {
  for (let round = 0; round < 25; round += 1) {
    const answers = await Promise.all(Array.from({ length: 40 }, () => desk.checkIn()))
    await Promise.all(answers.slice(2).map(({ id }) => desk.press('leave', { ticket: id })))
  }
  const { tickets } = await desk.queue()
  expect(tickets).toHaveLength(1_000)
  expect(new Set(tickets.map(({ code }) => code)).size).toBe(1_000)
  expect((await desk.press('call-next', here)).status).toBe(200)
})

test('what was arranged with somebody is told to every desk, survives a restart and goes with them', async () => {
  const { id } = await desk.checkIn()
  const { id: other } = await desk.checkIn()
  const arranged = [id, other].map((ticket) => ({ ticket, how: 'told' }))
  const headers = { 'idempotency-key': 'arranged' }
  expect((await send(`${hub.url}/api/arranged`, { headers, body: { provider: 'p1', arranged } })).status).toBe(200)
  const kept = async () => ((await deskAt(hub.url).queue()).arranged ?? []).map(({ ticket }) => ticket)
  expect(await kept()).toEqual([id, other])
  await hub.stop('SIGKILL')
  await startAgain()
  expect(await kept()).toEqual([id, other])
  await deskAt(hub.url).press('leave', { ticket: id })
  await send(`${hub.url}/api/arranged`, { headers: { 'idempotency-key': 'next' }, body: { arranged: [] } })
  expect(await kept()).toEqual([other])
  await deskAt(hub.url).press('close-day', { anyway: true })
  expect(await kept()).toEqual([])
})
