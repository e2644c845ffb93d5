/** Providers and parties at the desk: who is next and why, who runs late and whom that concerns, people who came together. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { type Desk, deskAt, follow } from '../support/desk.ts'
import { choose, isIn, openDesk, putClinic, rowOf, told } from '../support/desk-steps.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { clinic } from '../support/queue.ts'

let place: Place
let hub: RunningHub
let browser: Browser
let desk: Page
let far: Desk
let complaints: readonly string[]

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  place = makePlace()
  hub = await startHub([...place.args, '--at', '2026-03-03T14:32:00+01:00'])
  await putClinic(hub, clinic)
  far = deskAt(hub.url, 'far')
  desk = await openDesk(browser, hub)
  complaints = complaintsOf(desk)
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await Promise.all(browser.contexts().map((context) => context.close()))
  await hub.stop()
  place.remove()
})

const lane = (name: string) => desk.getByRole('region', { name, exact: true })

test('two people checked in at one press are called, seen and taken back together', async () => {
  await desk.keyboard.press('n')
  await desk.getByLabel('Desk label').fill('two sisters')
  await desk.locator('.more-fields summary').press('Enter')
  await desk.getByLabel('1 person').press('ArrowRight')
  await desk.getByRole('button', { name: 'Check in 2 people' }).press('Enter')
  await desk.locator('.code-card').waitFor()
  const codes = await desk.locator('.code-card b').allTextContents()
  const [one = '', other = ''] = codes
  expect(codes).toHaveLength(2)
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('1')
  await told(desk, `${one} and ${other} called to Room 1.`)
  await choose(desk, other)
  await desk.keyboard.press('h')
  await told(desk, `${other} and ${one} are in Room 1.`)
  await Promise.all(codes.map((code) => isIn(desk, code, 'in-service')))
  await desk.keyboard.press('u')
  await told(desk, `Taken back: ${other} and ${one} are in Room 1.`)
  await desk.keyboard.press('u')
  await told(desk, `Taken back: ${one} and ${other} called to Room 1. The TV asks them to keep their seat.`)
  await desk.keyboard.press('u')
  await told(desk, `Taken back: ${one} and ${other} checked in.`)
  await desk.getByText('Check in the first patient').waitFor()
})

test('of a party one can go alone, or all of them', async () => {
  const sisters = { party: 'sisters', together: true }
  const [first, second] = [await far.checkIn(sisters), await far.checkIn(sisters)]
  await rowOf(desk, second.code).waitFor()
  await choose(desk, first.code)
  await desk.keyboard.press('Enter')
  const alone = desk.getByRole('group', { name: `Only ${first.code}` })
  await alone.getByRole('menuitem', { name: 'Hold…' }).press('Enter')
  await desk.getByRole('dialog', { name: `Hold ${first.code}` }).waitFor()
  await desk.keyboard.press('Enter')
  await isIn(desk, first.code, 'held')
  await isIn(desk, second.code, 'waiting')
  await choose(desk, first.code)
  await desk.keyboard.press('g')
  await told(desk, `${first.code} and ${second.code} have gone.`)
})

test('a lane says whom Call next would call, and why at a tap', async () => {
  const { code } = await far.checkIn({ label: 'red coat' })
  await lane('Dr Lind').getByText('red coat · Consultation').waitFor()
  const why = desk.getByRole('button', { name: `Why ${code} is next for Dr Lind` })
  await why.press('Enter')
  const because = lane('Dr Lind').getByText('Nobody booked is due. Has waited longest, since 14:32.')
  await because.waitFor()
  await why.press('Enter')
  await because.waitFor({ state: 'hidden' })
})

test('a patient is called to the desk, or in their seat, as the lane says', async () => {
  const [first, second] = [await far.checkIn(), await far.checkIn()]
  await rowOf(desk, second.code).waitFor()
  const place = desk.getByLabel('Where Dr Lind calls to')
  await place.selectOption('To the desk')
  await place.blur()
  await desk.keyboard.press('1')
  await told(desk, `${first.code} called to the desk.`)
  await rowOf(desk, first.code).getByText('Desk · called just now').waitFor()
  await place.selectOption('We come to them')
  await place.blur()
  await desk.keyboard.press('1')
  await told(desk, `${second.code} called in their seat: we are coming to them.`)
  expect((await far.queue()).called.map(({ to }) => to)).toEqual(['seat', 'desk'])
})

test('a late provider: first who is affected, then the TV, and whoever was not told is listed', async () => {
  const late = await far.checkIn({ label: 'red coat', provider: 'p1', appointmentAt: '2026-03-03T13:30:00Z' })
  const told1 = await far.checkIn({ label: 'old file', provider: 'p1', appointmentAt: '2026-03-03T13:45:00Z' })
  await far.checkIn({ label: 'anyone’s', service: 'laser' })
  await rowOf(desk, told1.code).waitFor()
  const tv = await follow(hub.url, 'board:screen-1')
  await desk.getByRole('button', { name: 'Dr Lind: late, break, finished' }).press('Enter')
  await desk.getByRole('menuitem', { name: 'Running late: 40 min…' }).press('Enter')
  const dialog = desk.getByRole('dialog', { name: 'Dr Lind runs late' })
  const affected = await dialog.locator('.affected .code').allTextContents()
  expect(affected).toEqual([late.code, told1.code])
  await dialog.getByRole('radiogroup', { name: told1.code }).getByLabel('told').press('Space')
  await dialog.getByRole('button', { name: 'Show on TV now' }).press('Enter')
  await told(desk, 'Dr Lind runs 40 min late; the TV says so.')
  await lane('Dr Lind').getByText('Running 40 min late, until about 15:12').waitFor()
  await tv.until<BoardSnapshot>('board:screen-1', ({ delay }) => delay === 40)
  tv.stop()
  const speak = desk.getByRole('region', { name: 'Speak to them' })
  await speak.getByText('Dr Lind is running about 40 minutes late.').waitFor()
  expect(await speak.locator('.code').allTextContents()).toEqual([late.code])
  await desk.getByRole('button', { name: `Told: ${late.code}` }).press('Enter')
  await speak.waitFor({ state: 'detached' })
  await desk.getByRole('button', { name: 'Dr Lind: late, break, finished' }).press('Enter')
  await desk.getByRole('menuitem', { name: 'Back' }).press('Enter')
  await told(desk, 'Dr Lind is back.')
})

test('a break and the end of somebody’s day stand on their lane', async () => {
  await desk.getByRole('button', { name: 'Dr Okafor: late, break, finished' }).press('Enter')
  await desk.getByRole('menuitem', { name: 'Break until…' }).press('Enter')
  await desk.getByRole('dialog').getByText('until 15:02').waitFor()
  await desk.keyboard.press('Enter')
  await lane('Dr Okafor').getByText('Break until 15:02').waitFor()
  await desk.getByRole('button', { name: 'Dr Okafor: late, break, finished' }).press('Enter')
  await desk.getByRole('menuitem', { name: 'Finished for today' }).press('Enter')
  await lane('Dr Okafor').getByText('Finished for today').waitFor()
})

test('somebody booked five minutes ago, with a provider who has called nobody: is the provider late?', async () => {
  await far.checkIn({ provider: 'p1', appointmentAt: '2026-03-03T13:27:00Z' })
  await lane('Dr Lind').getByText('Is Dr Lind late?').waitFor()
  await desk.getByRole('button', { name: 'Dr Lind is 20 minutes late' }).press('Enter')
  const dialog = desk.getByRole('dialog', { name: 'Dr Lind runs late' })
  expect(await dialog.getByLabel('20 min').isChecked()).toBe(true)
  await dialog.getByRole('button', { name: 'Show in 2 min' }).press('Enter')
  await told(desk, 'Dr Lind runs 20 min late; the TV says so in 2 minutes.')
  expect(await desk.getByText('Is Dr Lind late?').count()).toBe(0)
})

test('half a check-in with everything in it survives a reload', async () => {
  await desk.getByLabel('Desk label').fill('chart 209')
  await desk.locator('.more-fields summary').press('Enter')
  await desk.getByLabel('Fetch in person').press('Space')
  await desk.getByLabel('Language').selectOption('ti')
  await desk.getByLabel('Here since').fill('14:05')
  await desk.reload()
  await desk.getByText('Fetch in person · ትግርኛ · here since 14:05').waitFor()
  await desk.getByLabel('Desk label').press('Enter')
  await desk.locator('.code-card').waitFor()
  const [ticket] = (await far.queue()).tickets
  expect(ticket).toMatchObject({ needs: ['fetch'], language: 'ti', arrivedAt: '2026-03-03T13:05:00.000Z' })
})

test('all of it fits beside the booking software, and nothing in it offends axe', async () => {
  const party = { party: 'sisters', together: true, needs: ['fetch', 'speak', 'more-time'], label: 'M'.repeat(24) }
  const { id } = await far.checkIn({ ...party, priority: true, priorityReason: 'delayed-by-us', provider: 'p1' })
  await far.checkIn({ ...party, further: ['laser'] })
  const { id: missing } = await far.checkIn({ appointmentAt: '2026-03-03T14:00:00Z' })
  await far.press('call', { ticket: missing, provider: 'p2', room: '2' })
  await far.press('not-here', { ticket: missing })
  await far.press('provider-late', { provider: 'p1', minutes: 40 })
  const narrow = await openDesk(browser, hub, { width: 360, height: 740 })
  await narrow.getByRole('heading', { name: 'Speak to them' }).waitFor()
  const looks = async () => {
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    const sizes = await narrow
      .locator('button:visible, select:visible, input:visible, summary:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
    expect(sizes.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
    expect(await violationsOf(narrow)).toEqual([])
  }
  await looks()
  await choose(narrow, (await far.ticket(id)).code)
  for (const key of ['Enter', 'e', 'w', 's', 'c', 'l']) {
    await narrow.keyboard.press(key)
    await narrow.locator('dialog[open], .menu:popover-open').waitFor()
    await looks()
    await narrow.keyboard.press('Escape')
    await narrow.locator('dialog[open], .menu:popover-open').waitFor({ state: 'hidden' })
  }
  await narrow.keyboard.press('n')
  await narrow.locator('.more-fields summary').press('Enter')
  await looks()
})
