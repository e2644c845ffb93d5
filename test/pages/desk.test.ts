/** The front desk in a real browser, with a real hub: by keyboard, by two desks at once, and while the hub is away. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { QueueSnapshot } from '../../core/queue-contract.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { deskAt } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'

const afternoon = '2026-03-03T14:32:00+01:00'
const nextMorning = '2026-03-04T08:05:00+01:00'

let place: Place
let hub: RunningHub
let browser: Browser
let desk: Page
let complaints: readonly string[]

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  place = makePlace()
  hub = await startHub([...place.args, '--at', afternoon])
  desk = await openDesk()
  complaints = complaintsOf(desk)
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await Promise.all(browser.contexts().map((context) => context.close()))
  await hub.stop()
  place.remove()
})

/** A desk of its own: another browser, which has kept nothing. */
async function openDesk(viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.goto(`${hub.url}/desk`)
  await page.getByRole('heading', { name: 'Waiting' }).waitFor()
  return page
}

/** The same hub once more: same data, same address. */
async function startAgain(at: string): Promise<void> {
  const { port } = new URL(hub.url)
  await hub.stop()
  const args = place.args.map((arg, index) => (place.args[index - 1] === '--port' ? port : arg))
  hub = await startHub([...args, '--at', at])
}

const told = (page: Page) => expect.poll(() => page.getByRole('status').textContent(), { timeout: 15_000 })
const listed = (page: Page, code: string) => page.locator('.ticket', { hasText: code })
const stateOf = (page: Page, code: string) =>
  expect.poll(async () => (await listed(page, code).count()) === 1 && listed(page, code).getAttribute('data-state'))
const tickets = async () => (await hub.get<QueueSnapshot>('/api/queue')).tickets

async function checkInByKeyboard(page: Page, label: string): Promise<string> {
  await page.keyboard.press('n')
  await expect.poll(() => page.locator('[name=label]').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type(label)
  await page.keyboard.press('Enter')
  const card = page.locator('.code-card')
  await card.getByText(label).waitFor()
  return (await card.locator('b').textContent()) ?? ''
}

test('a visit from check-in to finish and back needs the keyboard only', async () => {
  await desk.getByText('Check in the first patient').waitFor()
  const code = await checkInByKeyboard(desk, 'red coat')
  expect(code).toMatch(/^[A-Z]\d\d$/)
  await desk.getByText(`Write ${code} on a card`).waitFor()
  await expect.poll(() => desk.title()).toBe('1 waiting')
  await desk.keyboard.press('1')
  await told(desk).toBe(`${code} called to Room 1.`)
  await stateOf(desk, code).toBe('called')
  await desk.keyboard.press('r')
  await told(desk).toBe(`${code} called again.`)
  await desk.keyboard.press('h')
  await stateOf(desk, code).toBe('in-service')
  await desk.keyboard.press('f')
  await told(desk).toBe(`${code} finished.`)
  await desk.getByText('1 done').waitFor()
  await desk.getByRole('button', { name: `Undo: ${code} finished` }).waitFor()
  await desk.keyboard.press('u')
  await told(desk).toBe(`Taken back: ${code} finished.`)
  await stateOf(desk, code).toBe('in-service')
  await desk.getByRole('button', { name: `Undo: ${code} is in Room 1` }).waitFor()
})

test('letters typed into a field are letters', async () => {
  await checkInByKeyboard(desk, 'n1 ruf?')
  expect(await tickets()).toMatchObject([{ state: 'waiting', label: 'n1 ruf?' }])
  expect(await desk.locator('dialog').count()).toBe(0)
})

test('the page behind ? tells the keys', async () => {
  await desk.keyboard.press('?')
  await desk.getByRole('dialog').getByText('Calls the next patient').waitFor()
  await desk.keyboard.press('Escape')
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
})

test('a half-typed check-in survives an interruption', async () => {
  await desk.getByLabel('Desk label').fill('chart 209')
  await desk.getByLabel('Booked for').fill('14:30')
  await desk.reload()
  await expect.poll(() => desk.getByLabel('Desk label').inputValue()).toBe('chart 209')
  await desk.getByRole('button', { name: 'Check in' }).click()
  await desk.getByText('on a card').waitFor()
  const [ticket] = await tickets()
  expect(ticket?.label).toBe('chart 209')
  expect(ticket?.appointmentAt).toBe('2026-03-03T13:30:00.000Z')
  expect(await desk.evaluate(() => sessionStorage.getItem('anteroom-check-in'))).not.toContain('chart')
})

test('two desks show the same, and only one of two presses calls', async () => {
  const other = await openDesk()
  const code = await checkInByKeyboard(desk, 'red coat')
  await listed(other, code).getByText('red coat').waitFor()
  await Promise.all([desk.keyboard.press('1'), other.keyboard.press('1')])
  await Promise.all([stateOf(desk, code).toBe('called'), stateOf(other, code).toBe('called')])
  const said = () => Promise.all([desk, other].map((page) => page.getByRole('status').textContent()))
  await expect
    .poll(async () => (await said()).sort())
    .toEqual([`${code} called to Room 1.`, 'Nobody is waiting for Provider 1.'].sort())
})

test('an answer that got lost is asked for again: nobody is called twice', async () => {
  const far = deskAt(hub.url, 'far')
  const first = await far.checkIn()
  const second = await far.checkIn()
  let losses = 0
  await desk.route('**/api/queue/call-next', async (route) => {
    losses += 1
    if (losses > 2) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await listed(desk, second.code).waitFor()
  await desk.keyboard.press('1')
  await told(desk).toBe(`${first.code} called to Room 1.`)
  expect(losses).toBe(3)
  expect((await far.ticket(second.id)).state).toBe('waiting')
})

test('a double click calls one', async () => {
  const far = deskAt(hub.url, 'far')
  await far.checkIn()
  const second = await far.checkIn()
  await listed(desk, second.code).waitFor()
  await desk.getByRole('button', { name: 'Call next' }).dblclick()
  await told(desk).toMatch(/called to Room 1/)
  expect((await far.ticket(second.id)).state).toBe('waiting')
})

test('without the hub the last list stays, dated and without buttons, until it is back', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await hub.stop('SIGKILL')
  await desk.getByText('This is the list as of 14:32.').waitFor()
  expect(await listed(desk, code).textContent()).toContain('red coat')
  expect(await desk.getByRole('button', { name: 'Call next' }).isDisabled()).toBe(true)
  expect(await desk.title()).toContain('No connection')
  await desk.keyboard.press('1')
  await startAgain(afternoon)
  await desk.getByText('This is the list as of').waitFor({ state: 'detached' })
  expect(await listed(desk, code).getAttribute('data-state')).toBe('waiting')
  await desk.keyboard.press('1')
  await stateOf(desk, code).toBe('called')
})

test('a hub that hangs is noticed within 16 seconds', async () => {
  hub.child.kill('SIGSTOP')
  const hangsFrom = performance.now()
  await desk.getByText('This is the list as of').waitFor()
  expect(performance.now() - hangsFrom).toBeLessThan(17_000)
  hub.child.kill('SIGCONT')
  await desk.getByText('This is the list as of').waitFor({ state: 'detached' })
})

test('closing the day names who is still here', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await desk.keyboard.press('d')
  const dialog = desk.getByRole('dialog', { name: `1 person still here: ${code}` })
  await dialog.getByRole('button', { name: 'Keep open' }).click()
  expect(await listed(desk, code).count()).toBe(1)
  await desk.keyboard.press('d')
  await dialog.getByRole('button', { name: 'Close day' }).click()
  await told(desk).toBe('The day is closed.')
  await desk.getByText('Check in the first patient').waitFor()
  await expect.poll(() => desk.title()).toBe('0 waiting')
  expect(await desk.getByRole('button', { name: /^Undo/ }).count()).toBe(0)
})

test('a day left open after midnight is still there, and says so', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await startAgain('2026-03-04T00:30:00+01:00')
  await desk.getByText('This day was opened yesterday: Tuesday 3 March.').waitFor()
  await stateOf(desk, code).toBe('waiting')
})

test('the morning after a day that nobody closed says who was left out of the statistics, until somebody comes', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await startAgain(nextMorning)
  const told = desk.getByText(`Tuesday 3 March was closed by itself. Left out of the statistics: ${code}.`)
  await told.waitFor()
  await checkInByKeyboard(desk, 'blue hat')
  await told.waitFor({ state: 'detached' })
})

test('beside the booking software 360 pixels are enough', async () => {
  const far = deskAt(hub.url, 'far')
  await far.checkIn({ label: 'M'.repeat(24), appointmentAt: '2026-03-03T14:00:00Z' })
  await far.checkIn({ label: 'with her daughter' })
  await far.press('call-next', { provider: 'p1', room: '1' })
  const narrow = await openDesk({ width: 360, height: 740 })
  await narrow.getByText('with her daughter').waitFor()
  expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const targets = await narrow
    .locator('button, select, input')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0))
  expect(targets.length).toBeGreaterThan(4)
  expect(targets.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
})
