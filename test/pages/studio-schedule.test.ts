/** The week as marketing plans it: what plays when and why, what a schedule would change before it is saved, and the way back. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { sample } from '../support/samples.ts'

const patience = { timeout: 30_000 }
/** A Thursday; in the night to Sunday the clocks are set back. */
const thursday = '2026-10-22T10:20:00+02:00'

let place: Place
let hub: RunningHub
let browser: Browser
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  browser = await startBrowser()
  place = makePlace()
  for (const [at, file] of ['Lake.jpg', 'Hills.jpg'].entries()) {
    writeFileSync(path.join(place.content, file), sample('photo.jpg', at))
  }
  writeFileSync(path.join(place.playlists, 'calm.yaml'), 'title: Calm\nitems: [Lake.jpg]\n')
  writeFileSync(path.join(place.playlists, 'offers.yaml'), 'title: Offers\nitems: [Hills.jpg]\n')
  hub = await startHub([...place.args, '--screens', '2', '--at', thursday])
  await Promise.all(['Lake.jpg', 'Hills.jpg'].map((file) => hub.judged(file)))
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

beforeEach(async () => {
  page = await openWeek()
  complaints = complaintsOf(page)
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await Promise.all(browser.contexts().map((context) => context.close()))
  for (const name of await names()) await send('DELETE', `/api/schedules/${encodeURIComponent(name)}`, {})
  await send('PUT', '/api/screens/groups', { groups: [] })
})

async function openWeek(viewport = { width: 1366, height: 768 }): Promise<Page> {
  const opened = await (await browser.newContext({ viewport })).newPage()
  await opened.goto(`${hub.url}/studio/schedule`)
  await opened.locator('.block').first().waitFor()
  return opened
}

const block = (words: string) => page.getByRole('button', { name: words, exact: true })
const told = () => expect.poll(() => page.locator('.notice-bar [role=status]').textContent(), patience)
const names = async () => {
  const { schedules } = await hub.get<{ schedules: { name: string }[] }>('/api/schedules')
  return schedules.map(({ name }) => name)
}
async function send(method: string, route: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  const answer = await fetch(`${hub.url}${route}`, { method, headers, body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
}
const put = (schedule: { readonly name: string } & Record<string, unknown>) =>
  send('PUT', `/api/schedules/${encodeURIComponent(schedule.name)}`, schedule)

test('a schedule is seen in the week before it is saved, saved, explained, and taken back', async () => {
  await page.getByRole('button', { name: 'New schedule' }).click()
  await page.getByLabel('What plays').selectOption({ label: 'Calm' })
  await block('08:00–12:00: Calm, would change').first().waitFor()
  await expect.poll(() => page.locator('.week-change').count()).toBe(5)
  expect(await names()).toEqual([])
  await page.getByRole('checkbox', { name: 'Friday' }).uncheck()
  await expect.poll(() => page.locator('.week-change').count()).toBe(4)
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await told().toBe('Scheduled “Calm”.')
  expect(await names()).toEqual(['Calm'])
  await page.locator('.saved-schedule').getByText('Mon–Thu, 08:00–12:00').waitFor()
  await block('08:00–12:00: Calm').first().click()
  const why = page.getByRole('dialog')
  await why.getByText('“Calm” is scheduled at this time, with priority 50.').waitFor()
  await why.getByText('All content').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await why.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('Control+z')
  await told().toBe('Taken back: Scheduled “Calm”.')
  expect(await names()).toEqual([])
  await expect.poll(() => block('08:00–12:00: Calm').count()).toBe(0)
})

test('from an empty list to the wall: a playlist is made, filled, scheduled, and is what the TV will show', async () => {
  await page.getByRole('link', { name: 'Playlists' }).click()
  await page.getByRole('button', { name: 'New playlist' }).click()
  await page.getByLabel('What it is called').fill('Evenings')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('button', { name: 'Add Hills' }).click()
  await told().toBe('Added Hills.')
  await page.getByRole('link', { name: 'Schedule' }).click()
  await page.getByRole('button', { name: 'New schedule' }).click()
  await page.getByLabel('What plays').selectOption({ label: 'Evenings' })
  await page.getByLabel('From', { exact: true }).fill('18:00')
  await page.getByLabel('Until', { exact: true }).fill('20:00')
  await page.getByRole('button', { name: 'Save' }).click()
  await block('18:00–20:00: Evenings').nth(1).click()
  await page.getByRole('button', { name: 'What is on at 18:00' }).click()
  await page.getByRole('heading', { name: 'At this moment' }).waitFor()
  await page.locator('.moment-time').getByText('Friday 23 October').waitFor()
  await page.locator('.moment-title').getByText('Hills').waitFor()
  await page.locator('.moment').getByText('“Evenings” is scheduled at this time').waitFor()
})

test('two at the same time: the higher priority wins, the other is told, and what lies beneath is shown', async () => {
  await put({ name: 'Mornings', playlist: 'calm', start: '08:00', end: '12:00' })
  await put({ name: 'Sale', playlist: 'offers', weekdays: ['fri'], start: '09:00', end: '10:00', priority: 80 })
  await block('09:00–10:00: Offers').click()
  const why = page.getByRole('dialog')
  await why.getByText('with priority 80').waitFor()
  await why.locator('.why-rows').getByText('Calm').waitFor()
  await why.getByRole('button', { name: 'Change “Sale”' }).click()
  await page.getByRole('heading', { name: 'Change “Sale”' }).waitFor()
  await page.getByRole('spinbutton', { name: 'Priority' }).fill('50')
  await block('09:00–10:00: Calm and Offers in turn, would change').waitFor()
  await page.locator('.schedule-form').getByText('At the same time.').first().waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await block('09:00–10:00: Offers').waitFor()
})

test('the night in which the clocks are set back is drawn hour by hour, the doubled one twice', async () => {
  await put({ name: 'Night', playlist: 'calm', start: '22:00', end: '03:30' })
  await page
    .getByRole('button', { name: /^Sun 25/ })
    .getByText('clocks back')
    .waitFor()
  await expect.poll(() => page.locator('.week-missing').count()).toBe(6)
  await expect.poll(() => page.locator('.week-scale [data-again=true]').allTextContents()).toEqual(['02:00'])
  await page.getByRole('button', { name: /^Sun 25/ }).click()
  await page.getByText('the day has 25 hours').waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /00:00–03:30/ })
    .getByText('Calm')
    .waitFor()
  expect(await violationsOf(page)).toEqual([])
})

test('what a rule, an exception, a share and a group say is kept', async () => {
  await page.getByRole('button', { name: 'Groups of screens' }).click()
  await page.getByRole('button', { name: 'Add a group' }).click()
  await page.getByLabel('Name of group 1').fill('Hall')
  await page.getByRole('dialog').getByLabel('Screen 2').check()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await told().toBe('Changed the groups of screens.')
  await page.getByRole('button', { name: 'New schedule' }).click()
  await page.getByLabel('What plays').selectOption({ label: 'Offers' })
  await page.getByText('Advanced').click()
  await page.getByRole('checkbox', { name: 'Hall' }).check()
  await page.getByLabel('How it joins what else is scheduled').selectOption({ label: 'Comes in between now and then' })
  await page.getByLabel('Share of the time').fill('30')
  await page.getByLabel('Which days').selectOption({ label: 'The last Friday of each month' })
  await page.getByLabel('Not on').fill('2026-12-25')
  await page.getByRole('button', { name: 'Leave out' }).click()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await told().toBe('Scheduled “Offers”.')
  const { schedules } = await hub.get<{ schedules: readonly object[] }>('/api/schedules')
  expect(schedules[0]).toMatchObject({
    ...{ name: 'Offers', playlist: 'offers', screens: ['Hall'], kind: 'interrupt', share: 30 },
    ...{ rrule: 'FREQ=MONTHLY;BYDAY=-1FR', except: ['2026-12-25'] },
  })
  await expect.poll(() => block('08:00–12:00: All content, with Offers (30 %)').count()).toBe(0)
  await page.getByRole('radio', { name: 'Screen 2' }).check()
  await page.getByRole('button', { name: 'Seven days later' }).click()
  await block('08:00–12:00: All content, with Offers (30 %)').waitFor()
})

test('an impossible rule is said in the form, and cannot be saved', async () => {
  await page.getByRole('button', { name: 'New schedule' }).click()
  await page.getByText('Advanced').click()
  await page.getByLabel('Which days').selectOption({ label: 'A rule of my own …' })
  await page.getByLabel('Rule', { exact: true }).fill('FREQ=SOMETIMES')
  await page.locator('.form-verdict[data-wrong=true]').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await page.getByRole('radio', { name: 'Urgent' }).check()
  await page.getByLabel('Ends on').fill('2026-10-20')
  await page.locator('.form-verdict[data-wrong=true]').waitFor()
})

test('a schedule.yaml that says something new is offered, taken over, and taken back', async () => {
  await put({ name: 'Mornings', playlist: 'calm', start: '08:00', end: '12:00' })
  writeFileSync(
    path.join(place.playlists, 'schedule.yaml'),
    'groups:\n  - { name: Upstairs, screens: [screen-2] }\nschedules:\n  - { name: Mornings, playlist: offers, start: "08:00", end: "11:00" }\n  - { name: Night, playlist: calm, start: "22:00", end: "23:00" }\n',
  )
  await page.getByRole('button', { name: 'Take it over' }).click(patience)
  await told().toBe('Took over 2 schedules from schedule.yaml.')
  await block('08:00–11:00: Offers').first().waitFor()
  // Meanwhile somebody else schedules something: that is theirs.
  await put({ name: 'Theirs', playlist: 'offers', start: '20:00', end: '21:00' })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await block('08:00–12:00: Calm').first().waitFor()
  await expect.poll(names).toEqual(['Mornings', 'Theirs'])
  await expect.poll(async () => (await hub.get<{ groups: unknown }>('/api/schedules')).groups).toEqual([])
  await page.getByRole('link', { name: 'Save them as a file' }).waitFor()
})

test('with the keyboard alone a schedule is made, found in the week, and deleted', async () => {
  await page.getByRole('button', { name: 'New schedule' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('New schedule')
  await page.keyboard.press('Tab')
  await page.keyboard.press('o')
  await expect.poll(() => page.getByLabel('What plays').inputValue()).toBe('offers')
  await page.keyboard.press('Tab')
  // Of the four ways one is chosen, and the arrows choose another.
  await page.keyboard.press('ArrowLeft')
  await page.getByText('Whenever nothing more important is scheduled.').waitFor()
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await told().toBe('Scheduled “Offers”.')
  await block('00:00–24:00: Offers').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('00:00–24:00: Offers')
  await page.getByRole('button', { name: 'Delete Offers' }).press('Enter')
  await told().toBe('Deleted “Offers”.')
})

test('on a telephone there is a day at a time, and nothing is wider than the page', async () => {
  await put({ name: 'Mornings', playlist: 'calm', start: '08:00', end: '12:00' })
  const narrow = await openWeek({ width: 360, height: 640 })
  await narrow.getByRole('button', { name: '08:00–12:00: Calm' }).first().waitFor()
  await expect.poll(() => narrow.locator('.week-day:visible').count()).toBe(1)
  await narrow.setViewportSize({ width: 320, height: 640 })
  const topOf = async (name: string) => (await narrow.getByRole('button', { name }).boundingBox())?.y
  expect(await topOf('Seven days later')).toBe(await topOf('Seven days earlier'))
  await narrow.setViewportSize({ width: 360, height: 640 })
  await narrow.getByRole('radio', { name: 'Sun 25' }).check()
  await narrow.getByText('clocks back').waitFor()
  await narrow.getByRole('button', { name: 'New schedule' }).click()
  await narrow.getByText('Advanced').click()
  await expect.poll(() => narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await violationsOf(narrow)).toEqual([])
})
