/** A day that nobody closes is closed by itself, and the morning says what was left out. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deskAt, send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'

let place: Place
let hub: RunningHub
const here = { provider: 'p1', room: '1' }

beforeEach(() => {
  place = makePlace()
})

afterEach(async () => {
  await hub.stop()
  place.remove()
})

const startAt = async (iso: string) => {
  hub = await startHub([...place.args, '--at', iso])
  return deskAt(hub.url)
}
const startAgainAt = async (iso: string) => {
  await hub.stop()
  return startAt(iso)
}

async function openOnMondays(): Promise<void> {
  const none = { tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const hours = [
    { start: '09:00', end: '12:00' },
    { start: '13:00', end: '18:00' },
  ]
  const { status } = await send(`${hub.url}/api/calendar`, {
    method: 'PUT',
    headers: { 'if-match': '*', 'idempotency-key': 'hours' },
    body: { calendar: { weekly: { mon: hours, ...none } } },
  })
  expect(status).toBe(200)
}

test('at 03:00 a day that began before is closed, and whoever was left is named in the morning', async () => {
  const evening = await startAt('2026-11-23T23:50:00+01:00')
  const { code } = await evening.checkIn({ label: 'red coat' })
  const done = await evening.checkIn()
  await evening.press('leave', { ticket: done.id })
  const night = await startAgainAt('2026-11-24T02:59:00+01:00')
  expect((await night.queue()).tickets).toHaveLength(2)
  const morning = await startAgainAt('2026-11-24T02:59:58+01:00')
  const queue = await eventually(morning.queue, ({ day }) => day === 'closed')
  expect(queue.lastClose).toEqual({
    at: expect.stringMatching(/^2026-11-24T02:00:0/),
    beganAt: expect.stringMatching(/^2026-11-23T22:50:/),
    automatic: true,
    leftOpen: [code],
  })
  const later = await startAgainAt('2026-11-24T08:00:00+01:00')
  expect((await later.queue()).lastClose).toEqual(queue.lastClose)
  await later.checkIn()
  expect((await later.queue()).day).toBe('open')
})

test('what begins after 03:00 stays open', async () => {
  const desk = await startAt('2026-11-24T03:00:01+01:00')
  await desk.checkIn()
  const later = await startAgainAt('2026-11-24T23:00:00+01:00')
  expect((await later.queue()).day).toBe('open')
})

test('in the night the clocks go back the day ends once, at the only 03:00', async () => {
  const desk = await startAt('2026-10-24T22:00:00+02:00')
  await desk.checkIn()
  const twice = await startAgainAt('2026-10-25T02:59:00+02:00')
  expect((await twice.queue()).day).toBe('open')
  const over = await startAgainAt('2026-10-25T03:00:00+01:00')
  expect((await eventually(over.queue, ({ day }) => day === 'closed')).lastClose?.automatic).toBe(true)
})

test('after opening hours a day is closed half an hour after its last ticket, never at midday', async () => {
  const desk = await startAt('2026-11-23T11:00:00+01:00')
  await openOnMondays()
  const { id } = await desk.checkIn()
  await desk.press('call-next', here)
  await desk.press('finish', { ticket: id })
  expect((await (await startAgainAt('2026-11-23T12:30:00+01:00')).queue()).day).toBe('open')
  expect((await (await startAgainAt('2026-11-23T17:59:00+01:00')).queue()).day).toBe('open')
  const evening = await startAgainAt('2026-11-23T18:00:00+01:00')
  const { lastClose } = await eventually(evening.queue, ({ day }) => day === 'closed')
  expect(lastClose).toMatchObject({ automatic: true, leftOpen: [] })
  const late = await evening.checkIn()
  await evening.press('leave', { ticket: late.id })
  expect((await (await startAgainAt('2026-11-23T18:29:00+01:00')).queue()).day).toBe('open')
  const { queue } = await startAgainAt('2026-11-23T18:31:00+01:00')
  await eventually(queue, ({ day }) => day === 'closed')
})

test('whoever is still here keeps the day open after hours; a day closed by hand says so', async () => {
  const desk = await startAt('2026-11-23T17:00:00+01:00')
  await openOnMondays()
  await desk.checkIn()
  const evening = await startAgainAt('2026-11-23T21:00:00+01:00')
  expect((await evening.queue()).day).toBe('open')
  const { body } = await evening.press('close-day', { anyway: true })
  expect((await evening.queue()).lastClose).toMatchObject({ automatic: false, leftOpen: body.leftOpen })
})
