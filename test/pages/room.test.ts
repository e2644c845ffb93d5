/** A provider's page in a real browser, with a real hub: a day by keyboard on a room PC, and by thumb on a phone. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { type Desk, deskAt, send } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'

/** The machine may have other work. */
const patience = { timeout: 30_000 }
const afternoon = '2026-03-03T14:32:00+01:00'
const lists = {
  services: [
    { id: 'filler', name: 'Filler', minutes: 20 },
    { id: 'laser', name: 'Laser', minutes: 25, providers: ['p2'] },
  ],
  rooms: ['1', '2'].map((id) => ({ id, name: `Room ${id}` })),
  providers: [
    { id: 'p1', name: 'Dr Lemaire', room: '1' },
    { id: 'p2', name: 'Nurse Okafor', room: '2' },
  ],
}

let place: Place
let hub: RunningHub
let desk: Desk
let browser: Browser
let room: Page
let complaints: readonly string[]

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  place = makePlace()
  hub = await startHub([...place.args, '--at', afternoon])
  desk = deskAt(hub.url)
  const names = ['services', 'rooms', 'providers'] as const
  // Providers name rooms, services name providers: each list after what it names.
  await putList('providers', [
    { id: 'p1', name: 'Dr Lemaire' },
    { id: 'p2', name: 'Nurse Okafor' },
  ])
  for (const name of names) await putList(name, lists[name])
  room = await openRoom(['Room 1'])
  complaints = complaintsOf(room)
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await Promise.all(browser.contexts().map((context) => context.close()))
  await hub.stop()
  place.remove()
})

async function putList(name: string, list: readonly object[]): Promise<void> {
  const headers = { 'if-match': '*', 'idempotency-key': randomUUID() }
  const { status, body } = await send(`${hub.url}/api/${name}`, { method: 'PUT', headers, body: { [name]: list } })
  if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`)
}

/** A browser of its own, in which Dr Lemaire has chosen rooms. */
async function openRoom(rooms: readonly string[], viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, hasTouch: viewport.width < 500 })).newPage()
  await page.goto(`${hub.url}/room`)
  await page.getByLabel('Dr Lemaire').check()
  for (const name of rooms) await page.getByLabel(name).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByText('Nobody waits for you.').or(page.locator('.call-next')).first().waitFor()
  return page
}

const told = (page = room) => expect.poll(() => page.locator('.step-bar [role=status]').textContent(), patience)
const visit = (code: string, page = room) => page.getByRole('article', { name: code })
const next = (page = room) => page.getByRole('button', { name: /^Call next/ })
const key = (name: string) => room.keyboard.press(name)

test('who and where is asked once and kept; two rooms at most', async () => {
  await room.reload()
  await room.getByRole('heading', { name: 'Dr Lemaire' }).waitFor()
  await room.getByText('Room 1').waitFor()
  await room.getByRole('button', { name: 'Change' }).click()
  await expect.poll(() => room.getByLabel('Dr Lemaire').isChecked()).toBe(true)
  await room.getByLabel('Nurse Okafor').check()
  await room.getByLabel('Room 2').check()
  await room.getByRole('button', { name: 'Start' }).click()
  await room.getByRole('heading', { name: 'Nurse Okafor' }).waitFor()
})

test('a visit needs the keyboard only: next, why, call, again, here, done, and back', async () => {
  const { code } = await desk.checkIn({ service: 'filler', label: 'RC', needs: ['fetch', 'more-time'], language: 'ar' })
  await next().waitFor()
  await expect.poll(() => next().textContent()).toBe(`Call next${code}RC · Filler`)
  await expect.poll(() => room.title(), patience).toBe(`${code} next`)
  await key('w')
  await room.getByText('Nobody booked is due. Has waited longest').waitFor()
  for (const need of ['Fetch in person', 'More time']) await room.getByText(need).waitFor()
  await key('n')
  await told().toBe(`${code} called to Room 1.`)
  await visit(code).getByText('Called just now').waitFor()
  await visit(code).getByText('العربية').waitFor()
  await key('r')
  await told().toBe(`${code} called again.`)
  await key('h')
  await visit(code).getByText('With you since 14:32').waitFor()
  await key('f')
  await told().toBe(`${code} is done.`)
  await visit(code).waitFor({ state: 'detached' })
  await key('u')
  await told().toBe(`Taken back: ${code} is done.`)
  await visit(code)
    .getByRole('button', { name: `Done: ${code}` })
    .waitFor()
})

test('calling the next one ends the visit before in that room, and says so beforehand', async () => {
  const [first, second] = [await desk.checkIn({ service: 'filler' }), await desk.checkIn({ service: 'filler' })]
  await next().click()
  await visit(first.code).waitFor()
  await room.getByText(`finishes ${first.code}`).waitFor()
  await next().click()
  await visit(second.code).waitFor()
  await visit(first.code).waitFor({ state: 'detached' })
  expect((await desk.ticket(first.id)).state).toBe('done')
})

test('when the desk calls for this room in the same moment, nobody is finished unseen', async () => {
  const waiting = [await desk.checkIn({ service: 'filler' }), await desk.checkIn({ service: 'filler' })]
  await next().waitFor()
  await Promise.all([desk.press('call-next', { provider: 'p1', room: '1', finishes: [] }), key('n')])
  const states = () => Promise.all(waiting.map(async ({ id }) => (await desk.ticket(id)).state))
  await expect.poll(states, patience).toEqual(['called', 'waiting'])
})

test('in two rooms the next patient goes to the other one, and nobody is finished by it', async () => {
  const page = await openRoom(['Room 1', 'Room 2'])
  const [first, second] = [await desk.checkIn({ service: 'filler' }), await desk.checkIn({ service: 'filler' })]
  await next(page).click()
  await visit(first.code, page).getByText('Room 1').waitFor()
  await page.getByText('To Room 2').waitFor()
  await page.keyboard.press('n')
  await visit(second.code, page).getByText('Room 2').waitFor()
  await page.keyboard.press('h')
  await told(page).toBe(`${first.code} or ${second.code}? Press the button itself.`)
  await page.getByRole('button', { name: `Here: ${second.code}`, exact: true }).click()
  await visit(second.code, page).getByText('With you since').waitFor()
  await page.keyboard.press('h')
  await visit(first.code, page).getByText('With you since').waitFor()
})

test('not here frees the provider and comes back first; numbing has its time, and is first then', async () => {
  const [first, second] = [await desk.checkIn({ service: 'filler' }), await desk.checkIn({ service: 'filler' })]
  await next().waitFor()
  await key('n')
  await visit(first.code).waitFor()
  await key('m')
  await room.getByText('not here; the TV asks them to the desk').waitFor()
  await room.getByRole('button', { name: `Back: ${first.code}` }).click()
  await expect.poll(() => next().textContent(), patience).toContain(first.code)
  await key('n')
  await visit(first.code).waitFor()
  await key('h')
  await visit(first.code).getByText('With you since').waitFor()
  await key('p')
  await room.getByRole('dialog').getByRole('button', { name: '10 min until 14:42' }).click()
  await told().toBe(`${first.code} is on hold until 14:42, then first for you.`)
  await room.getByText('on hold until 14:42', { exact: true }).waitFor()
  expect(await desk.ticket(first.id)).toMatchObject({ state: 'held', firstFor: 'p1' })
  await expect.poll(() => next().textContent(), patience).toContain(second.code)
})

test('somebody is sent on to another service, and is not this provider’s any more', async () => {
  const { id, code } = await desk.checkIn({ service: 'filler' })
  await next().click()
  await visit(code).waitFor()
  await key('s')
  const dialog = room.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'For' }).selectOption('Laser')
  await dialog.getByRole('button', { name: 'Send on' }).click()
  await told().toBe(`${code} sent on for Laser.`)
  await room.getByText('Nobody waits for you.').waitFor()
  await room.getByText('1 waits for somebody else.').waitFor()
  expect(await desk.ticket(id)).toMatchObject({ state: 'waiting', service: 'laser' })
})

test('whoever is to be fetched stays seated and is told so', async () => {
  const { id, code } = await desk.checkIn({ service: 'filler', needs: ['fetch'] })
  await room.getByRole('button', { name: `I fetch them: ${code}` }).click()
  await told().toBe(`${code} is told that you are coming.`)
  expect((await desk.queue()).called).toMatchObject([{ code, room: '1', to: 'seat' }])
  expect((await desk.ticket(id)).state).toBe('called')
})

test('a party is called and done together', async () => {
  const both = { service: 'filler', party: 'family', together: true }
  const [one, two] = [await desk.checkIn(both), await desk.checkIn(both)]
  await next().click()
  await visit(`${one.code} + ${two.code}`).waitFor()
  await key('h')
  await visit(`${one.code} + ${two.code}`).getByText('With you since').waitFor()
  await key('f')
  await told().toBe(`${one.code} + ${two.code} is done.`)
  expect([(await desk.ticket(one.id)).state, (await desk.ticket(two.id)).state]).toEqual(['done', 'done'])
})

test('late, a break, finished for today and back: each is said, and can be taken back', async () => {
  await room.getByRole('button', { name: 'Running 20 minutes late' }).click()
  await room.getByText('You are running 20 minutes late, until 14:52.').waitFor()
  await key('u')
  await room.getByText('You are running').waitFor({ state: 'detached' })
  await key('b')
  await room.getByRole('dialog').getByLabel('Until', { exact: true }).fill('15:15')
  await room.keyboard.press('Enter')
  await room.getByText('You are on a break until 15:15.').waitFor()
  await key('k')
  await room.getByText('You are on a break').waitFor({ state: 'detached' })
  await key('e')
  await room.getByText('You have finished for today.').waitFor()
  expect((await desk.queue()).presence).toMatchObject([{ provider: 'p1', kind: 'done' }])
})

test('Undo takes back what the list shows already, though the answer to it is still on its way', async () => {
  await room.route('**/api/queue/provider-late', async (route) => {
    const response = await route.fetch()
    await room.waitForTimeout(1_000)
    await route.fulfill({ response })
  })
  await room.getByRole('button', { name: 'Running 20 minutes late' }).click()
  await room.getByText('You are running 20 minutes late, until 14:52.').waitFor()
  await key('u')
  await room.getByText('You are running').waitFor({ state: 'detached' })
})

test('the next few stand in the order in which they will be called', async () => {
  const walkIn = await desk.checkIn({ service: 'filler' })
  const early = await desk.checkIn({ service: 'filler', appointmentAt: '2026-03-03T15:30:00Z' })
  const due = await desk.checkIn({ service: 'filler', appointmentAt: '2026-03-03T13:30:00Z' })
  const urgent = await desk.checkIn({ service: 'filler', priority: true })
  await room.getByText('4 wait for you').waitFor()
  const listed = await room.locator('.line ol b').allTextContents()
  expect([await room.locator('.call-code').textContent(), ...listed]).toEqual(
    [urgent, due, walkIn, early].map(({ code }) => code),
  )
})

test('without the hub what was there stays, dated and without buttons', async () => {
  const { code } = await desk.checkIn({ service: 'filler' })
  await next().waitFor()
  await hub.stop('SIGKILL')
  await room.getByText('No connection to Anteroom. This is as of 14:32.').waitFor()
  await expect.poll(() => next().isDisabled()).toBe(true)
  await key('n')
  await expect.poll(() => room.locator('.call-code').textContent()).toBe(code)
  await expect.poll(() => room.title()).toContain('No connection')
})

test('the page behind ? tells the keys', async () => {
  await key('?')
  await room.getByRole('dialog').getByText('Calls the next patient', { exact: true }).waitFor()
  expect(await violationsOf(room)).toEqual([])
})

test('on a phone everything is under the thumb, and nothing is cut off', async () => {
  const phone = await openRoom(['Room 1', 'Room 2'], { width: 360, height: 740 })
  await desk.checkIn({ service: 'filler', label: 'M'.repeat(24), needs: ['fetch', 'speak', 'more-time'] })
  await desk.checkIn({ service: 'filler', label: 'with her daughter' })
  await next(phone).click()
  await phone.getByText('Called just now').waitFor()
  await expect.poll(() => phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const targets = await phone
    .locator('button, select, input')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0))
  expect(targets.length).toBeGreaterThan(10)
  expect(targets.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
})

test('axe finds nothing wrong, in each of its states', async () => {
  expect(await violationsOf(room)).toEqual([])
  await desk.checkIn({ service: 'filler', label: 'RC', needs: ['fetch'] })
  await desk.checkIn({ service: 'filler' })
  await next().click()
  await room.getByText('Called just now').waitFor()
  await key('l')
  await room.keyboard.press('Enter')
  await room.getByText('You are running 10 minutes late').waitFor()
  expect(await violationsOf(room)).toEqual([])
  await key('p')
  await room.getByRole('dialog').waitFor()
  expect(await violationsOf(room)).toEqual([])
  await room.keyboard.press('Escape')
  await room.getByRole('button', { name: 'Change' }).click()
  await room.getByText('Who are you?').waitFor()
  expect(await violationsOf(room)).toEqual([])
})
