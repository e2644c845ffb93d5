/** The front desk in a real browser, with a real hub: by keyboard, by two desks at once, and while the hub is away. */
import { expect, test } from 'vitest'
import type { QueueSnapshot } from '../../core/queue-contract.ts'
import { checkInByKeyboard, openDeskPage } from '../support/desk-page.ts'
import { isIn, rowOf, told } from '../support/desk-steps.ts'
import { type Front, openFrontForEach } from '../support/front.ts'

const afternoon = '2026-03-03T14:32:00+01:00'
const nextMorning = '2026-03-04T08:05:00+01:00'

let hub: Front['hub']
let browser: Front['browser']
let desk: Front['desk']
let far: Front['far']
let startAgain: Front['startAgain']

openFrontForEach({ at: afternoon }, (front) => {
  ;({ hub, browser, desk, far, startAgain } = front)
})

const tickets = async () => (await hub.get<QueueSnapshot>('/api/queue')).tickets

test('a visit from check-in to finish and back needs the keyboard only', async () => {
  await desk.getByText('Check in the first patient').waitFor()
  const code = await checkInByKeyboard(desk, 'red coat')
  expect(code).toMatch(/^[A-Z]\d\d$/)
  await desk.getByText(`Write ${code} on a card`).waitFor()
  await expect.poll(() => desk.title()).toBe('1 waiting')
  await desk.keyboard.press('1')
  await told(desk, `${code} called to Room 1.`)
  await isIn(desk, code, 'called')
  await desk.keyboard.press('r')
  await told(desk, `${code} called again.`)
  await desk.keyboard.press('h')
  await isIn(desk, code, 'in-service')
  await desk.keyboard.press('f')
  await told(desk, `${code} finished.`)
  await desk.getByText('1 done').waitFor()
  await desk.getByRole('button', { name: `Undo: ${code} finished` }).waitFor()
  await desk.keyboard.press('u')
  await told(desk, `Taken back: ${code} finished.`)
  await isIn(desk, code, 'in-service')
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
  const other = await openDeskPage(browser, hub.url)
  const code = await checkInByKeyboard(desk, 'red coat')
  await rowOf(other, code).getByText('red coat').waitFor()
  await Promise.all([desk.keyboard.press('1'), other.keyboard.press('1')])
  await Promise.all([isIn(desk, code, 'called'), isIn(other, code, 'called')])
  const said = () => Promise.all([desk, other].map((page) => page.getByRole('status').textContent()))
  await expect
    .poll(async () => (await said()).sort())
    .toEqual([`${code} called to Room 1.`, 'Nobody is waiting for Provider 1.'].sort())
})

test('the frame goes to whoever has been called: keys mean one patient, and no other is framed', async () => {
  const [first, second] = [await checkInByKeyboard(desk, 'red coat'), await checkInByKeyboard(desk, 'walking stick')]
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('ArrowDown')
  const framed = () => desk.evaluate(() => document.activeElement?.querySelector('.code')?.textContent)
  await expect.poll(framed).toBe(second)
  await desk.keyboard.press('1')
  await isIn(desk, first, 'called')
  await expect.poll(framed).toBe(first)
})

test('of two desks that call at once for one provider, the second does not finish whom the first has just called', async () => {
  const other = await openDeskPage(browser, hub.url)
  for (const label of ['red coat', 'walking stick']) await checkInByKeyboard(desk, label)
  await expect.poll(() => other.title()).toBe('2 waiting')
  await Promise.all([desk.keyboard.press('1'), other.keyboard.press('1')])
  await expect.poll(async () => (await tickets()).map(({ state }) => state)).toEqual(['called', 'waiting'])
  const [called] = await tickets()
  const said = () => Promise.all([desk, other].map((page) => page.getByRole('status').textContent()))
  await expect
    .poll(async () => (await said()).filter((text) => text?.startsWith('Nobody was called')))
    .toEqual([expect.stringContaining(`somebody else has just called ${called?.code}`)])
})

test('an answer that got lost is asked for again: nobody is called twice', async () => {
  const first = await far.checkIn()
  const second = await far.checkIn()
  let losses = 0
  await desk.route('**/api/queue/call-next', async (route) => {
    losses += 1
    if (losses > 2) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await rowOf(desk, second.code).waitFor()
  await desk.keyboard.press('1')
  await told(desk, `${first.code} called to Room 1.`)
  expect(losses).toBe(3)
  expect((await far.ticket(second.id)).state).toBe('waiting')
})

test('a double click calls one', async () => {
  const first = await far.checkIn()
  const second = await far.checkIn()
  await rowOf(desk, second.code).waitFor()
  await desk.getByRole('button', { name: 'Call next' }).dblclick()
  await told(desk, `${first.code} called to Room 1.`)
  expect((await far.ticket(second.id)).state).toBe('waiting')
})

test('without the hub the last list stays, dated and without buttons, until it is back', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await hub.stop('SIGKILL')
  await desk.getByText('This is the list as of 14:32.').waitFor()
  await expect.poll(() => rowOf(desk, code).textContent()).toContain('red coat')
  await expect.poll(() => desk.getByRole('button', { name: 'Call next' }).isDisabled()).toBe(true)
  await expect.poll(() => desk.title()).toContain('No connection')
  await desk.keyboard.press('1')
  hub = await startAgain(afternoon)
  await desk.getByText('This is the list as of').waitFor({ state: 'detached' })
  await expect.poll(() => rowOf(desk, code).getAttribute('data-state')).toBe('waiting')
  await desk.keyboard.press('1')
  await isIn(desk, code, 'called')
})

test('a hub that hangs is noticed within 16 seconds', async () => {
  hub.child.kill('SIGSTOP')
  const hangsFrom = performance.now()
  await desk.getByText('This is the list as of').waitFor()
  // The rest is for a machine that has more to do.
  expect(performance.now() - hangsFrom).toBeLessThan(20_000)
  hub.child.kill('SIGCONT')
  await desk.getByText('This is the list as of').waitFor({ state: 'detached' })
})

test('closing the day names who is still here', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await desk.keyboard.press('d')
  const dialog = desk.getByRole('dialog', { name: `1 person still here: ${code}` })
  await dialog.getByRole('button', { name: 'Keep open' }).click()
  await expect.poll(() => rowOf(desk, code).count()).toBe(1)
  await desk.keyboard.press('d')
  await dialog.getByRole('button', { name: 'Close day' }).click()
  await told(desk, 'The day is closed.')
  await desk.getByText('Check in the first patient').waitFor()
  await expect.poll(() => desk.title()).toBe('0 waiting')
  await expect.poll(() => desk.getByRole('button', { name: /^Undo/ }).count()).toBe(0)
})

test('a day left open after midnight is still there, and says so', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  hub = await startAgain('2026-03-04T00:30:00+01:00')
  await desk.getByText('This day was opened yesterday: Tuesday 3 March.').waitFor()
  await isIn(desk, code, 'waiting')
})

test('the morning after a day that nobody closed says who was left out of the statistics, until somebody comes', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  hub = await startAgain(nextMorning)
  const told = desk.getByText(`Tuesday 3 March was closed by itself. Left out of the statistics: ${code}.`)
  await told.waitFor()
  await checkInByKeyboard(desk, 'blue hat')
  await told.waitFor({ state: 'detached' })
})

test('beside the booking software 360 pixels are enough', async () => {
  await far.checkIn({ label: 'M'.repeat(24), appointmentAt: '2026-03-03T14:00:00Z' })
  await far.checkIn({ label: 'with her daughter' })
  await far.press('call-next', { provider: 'p1', room: '1' })
  const narrow = await openDeskPage(browser, hub.url, { width: 360, height: 740 })
  await narrow.getByText('with her daughter').waitFor()
  await expect.poll(() => narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const targets = await narrow
    .locator('button, select, input')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0))
  expect(targets.length).toBeGreaterThan(4)
  expect(targets.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
})
