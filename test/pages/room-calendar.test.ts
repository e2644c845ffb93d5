/** A provider's page while the calendar has them at lunch or away: it says so, as the desk and the TV do. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf } from '../support/browser.ts'
import { send } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { openPageForAll } from '../support/open-page.ts'

let hub: RunningHub
let room: Page
let complaints: readonly string[]

// A phone: what fits there fits on a room PC.
openPageForAll(['--at', '2026-03-03T14:32:00+01:00'], { viewport: { width: 360, height: 740 } }, (opened) => {
  ;({ hub, page: room } = opened)
  complaints = complaintsOf(room)
})

beforeAll(async () => {
  await room.goto(`${hub.url}/room`)
  await room.getByLabel('Provider 1').check()
  await room.getByLabel('Room 1').check()
  await room.getByRole('button', { name: 'Start' }).click()
  await room.getByText('Nobody waits for you.').waitFor()
})

afterAll(() => expect(complaints).toEqual([]))

const day = [{ start: '09:00', end: '18:00' }]
const calendar = {
  weekly: { mon: [], tue: day, wed: [], thu: [], fri: [], sat: [], sun: [] },
  lunch: { start: '14:00', end: '15:00' },
}
const putCalendar = async (changes: object) => {
  const headers = { 'if-match': '*', 'idempotency-key': randomUUID() }
  const body = { calendar: { ...calendar, ...changes } }
  expect((await send(`${hub.url}/api/calendar`, { method: 'PUT', headers, body })).status).toBe(200)
}

test('lunch and days off stand above everything, and give way to what the provider says', async () => {
  await putCalendar({})
  await room.getByText('You are at lunch until 15:00, by the calendar.').waitFor()
  expect(await room.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await violationsOf(room)).toEqual([])
  await room.getByRole('button', { name: 'Finished for today' }).click()
  await room.getByText('You have finished for today.').waitFor()
  expect(await room.getByText('by the calendar').count()).toBe(0)
  await room.getByRole('button', { name: 'I am back' }).click()
  await room.getByText('You are at lunch until 15:00').waitFor()
  await putCalendar({ absences: [{ provider: 'p1', from: '2026-03-03' }] })
  await room.getByText('You are not here today, by the calendar.').waitFor()
  // It is the calendar that ends it.
  expect(await room.getByRole('button', { name: 'I am back' }).count()).toBe(0)
  await putCalendar({ lunch: undefined })
  await room.getByText('by the calendar').waitFor({ state: 'detached' })
})
