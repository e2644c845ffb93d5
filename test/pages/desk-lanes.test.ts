/** Providers and parties at the desk: who is next and why, who runs late and whom that concerns, people who came together. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import { violationsOf } from '../support/axe.ts'
import { follow, send } from '../support/desk.ts'
import { openDeskPage } from '../support/desk-page.ts'
import { choose, isIn, rowOf, told } from '../support/desk-steps.ts'
import { type Front, openFrontForEach } from '../support/front.ts'
import { clinic } from '../support/queue.ts'

let hub: Front['hub']
let browser: Front['browser']
let desk: Front['desk']
let far: Front['far']
let data: Front['data']

openFrontForEach({ at: '2026-03-03T14:32:00+01:00', clinic }, (front) => {
  ;({ hub, browser, desk, far, data } = front)
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

test('a label in Arabic stays before the service, which stays behind it', async () => {
  await far.checkIn({ label: 'أحمد' })
  const parts = lane('Dr Lind').locator('.next-up bdi')
  await expect.poll(() => parts.allTextContents()).toEqual(['أحمد', 'Consultation'])
  const [label, service] = await parts.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
  expect(label.right).toBeLessThanOrEqual(service.left)
})

test('whoever is chosen with the arrows is not behind the bar at the foot', async () => {
  await desk.setViewportSize({ width: 1280, height: 560 })
  for (let count = 0; count < 6; count += 1) await far.checkIn()
  const rows = desk.locator('.waiting .ticket')
  await expect.poll(() => rows.count()).toBe(6)
  for (let count = 0; count < 6; count += 1) {
    await desk.keyboard.press('ArrowDown')
    const row = desk.locator('.ticket[data-chosen=true]')
    await expect.poll(() => row.evaluate((one) => one === document.activeElement)).toBe(true)
    const [bar, place] = [await desk.locator('.step-bar').boundingBox(), await row.boundingBox()]
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  }
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
  await expect.poll(() => speak.locator('.code').allTextContents()).toEqual([late.code])
  // Another desk tells nobody twice.
  const other = (await openDeskPage(browser, hub.url)).getByRole('region', { name: 'Speak to them' })
  await expect.poll(() => other.locator('.code').allTextContents()).toEqual([late.code])
  await desk.getByRole('button', { name: `Told: ${late.code}` }).press('Enter')
  await speak.waitFor({ state: 'detached' })
  await other.waitFor({ state: 'detached' })
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

test('what the disk does not take of a late provider is said, and nothing that was chosen is lost', async () => {
  const { code } = await far.checkIn({ provider: 'p1' })
  await rowOf(desk, code).waitFor()
  const database = new Database(path.join(data, 'anteroom.sqlite'))
  database.exec(`
    CREATE TRIGGER full BEFORE INSERT ON facts WHEN NEW.name = 'arranged' BEGIN SELECT RAISE(ABORT, 'full'); END
  `)
  await desk.getByRole('button', { name: 'Dr Lind: late, break, finished' }).press('Enter')
  await desk.getByRole('menuitem', { name: 'Running late: 40 min…' }).press('Enter')
  const dialog = desk.getByRole('dialog', { name: 'Dr Lind runs late' })
  const chosen = dialog.getByRole('radiogroup', { name: code }).getByLabel('told')
  await chosen.press('Space')
  await dialog.getByRole('button', { name: 'Show on TV now' }).press('Enter')
  await dialog.getByText('It could not be written down, so nothing has happened.').waitFor()
  const { arranged, presence } = await far.queue()
  expect([arranged, presence, await chosen.isChecked()]).toEqual([undefined, [], true])
  database.exec('DROP TRIGGER full')
  database.close()
  await dialog.getByRole('button', { name: 'Show on TV now' }).press('Enter')
  await told(desk, 'Dr Lind runs 40 min late; the TV says so.')
  expect((await far.queue()).arranged).toMatchObject([{ provider: 'p1', how: 'told' }])
})

test('somebody booked five minutes ago, with a provider who has called nobody: is the provider late?', async () => {
  await far.checkIn({ provider: 'p1', appointmentAt: '2026-03-03T13:27:00Z' })
  await lane('Dr Lind').getByText('Is Dr Lind late?').waitFor()
  await desk.getByRole('button', { name: 'Dr Lind is 20 minutes late' }).press('Enter')
  const dialog = desk.getByRole('dialog', { name: 'Dr Lind runs late' })
  await expect.poll(() => dialog.getByLabel('20 min').isChecked()).toBe(true)
  await dialog.getByRole('button', { name: 'Show in 2 min' }).press('Enter')
  await told(desk, 'Dr Lind runs 20 min late; the TV says so in 2 minutes.')
  await expect.poll(() => desk.getByText('Is Dr Lind late?').count()).toBe(0)
})

test('lunch and days off of the calendar stand on the lanes, and then nobody is asked whether somebody is late', async () => {
  await far.checkIn({ provider: 'p1', appointmentAt: '2026-03-03T13:27:00Z' })
  await lane('Dr Lind').getByText('Is Dr Lind late?').waitFor()
  const url = `${hub.url}/api/calendar`
  const day = [{ start: '09:00', end: '18:00' }]
  const weekly = { mon: [], tue: day, wed: [], thu: [], fri: [], sat: [], sun: [] }
  const lunch = { start: '14:00', end: '15:00' }
  const absences = [{ provider: 'p2', from: '2026-03-03' }]
  const match = (await fetch(url)).headers.get('etag') ?? ''
  const body = { calendar: { weekly, lunch, absences } }
  expect(
    (await send(url, { method: 'PUT', headers: { 'if-match': match, 'idempotency-key': 'lunch' }, body })).status,
  ).toBe(200)
  await lane('Dr Lind').getByText('Lunch until 15:00').waitFor()
  await lane('Dr Okafor').getByText('Not here today').waitFor()
  await expect.poll(() => desk.getByText('Is Dr Lind late?').count()).toBe(0)
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
  const narrow = await openDeskPage(browser, hub.url, { width: 360, height: 740 })
  await narrow.getByRole('heading', { name: 'Speak to them' }).waitFor()
  const looks = async () => {
    await expect.poll(() => narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
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

test('with a family in the room the next call stays in sight, and so does a row that is chosen by key', async () => {
  const low = await openDeskPage(browser, hub.url, { width: 1366, height: 640 })
  const family = { party: 'family', together: true, label: 'with her daughter' }
  for (let count = 0; count < 3; count += 1) await far.checkIn(family)
  await far.press('call-next', { provider: 'p1', room: '1' })
  const { code } = await far.checkIn({ label: 'red coat' })
  await rowOf(low, code).waitFor({ state: 'attached' })
  const call = low.getByRole('button', { name: /^Call next/ })
  const bar = async () => (await low.locator('.step-bar').boundingBox())?.y ?? 0
  const lowest = async () =>
    Math.max(
      ...(await call.all().then((all) =>
        Promise.all(
          all.map(async (one) => {
            const box = await one.boundingBox()
            return (box?.y ?? 0) + (box?.height ?? 0)
          }),
        ),
      )),
    )
  await expect.poll(async () => (await lowest()) <= (await bar())).toBe(true)
  await low.keyboard.press('ArrowUp')
  const row = await rowOf(low, code).boundingBox()
  expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(await bar())
})
