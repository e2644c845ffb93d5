/** The desk while the hub is away: what still holds, what goes on paper, and how it gets into the day afterwards. */
import { expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { checkInByKeyboard, pagesOnPaper, printsOf, sheetOf } from '../support/desk-page.ts'
import { type Front, openFrontForEach } from '../support/front.ts'

const afternoon = '2026-03-03T14:32:00+01:00'
const aMomentLater = '2026-03-03T14:32:40+01:00'
const laterOn = '2026-03-03T16:05:00+01:00'

let hub: Front['hub']
let desk: Front['desk']
let far: Front['far']
let startAgain: Front['startAgain']

openFrontForEach({ at: afternoon }, (front) => {
  ;({ hub, desk, far, startAgain } = front)
})

async function loseHub(): Promise<void> {
  await hub.stop('SIGKILL')
  await desk.getByText('This is the list as of').waitFor()
}

/** The same hub once more: same data, same address. */
async function findHub(at: string): Promise<void> {
  hub = await startAgain(at)
  await desk.getByText('This is the list as of').waitFor({ state: 'detached' })
}

const paper = () => desk.getByRole('dialog', { name: 'Add what happened on paper' })

async function fill(line: number, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = paper().locator(`[name="${name}-${line}"]`)
    if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

test('the last list can be printed, with its labels and ten codes for those who come now', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await desk.keyboard.press('Escape')
  const { paperCodes } = await far.queue()
  expect(paperCodes.length).toBe(10)
  await loseHub()
  await expect.poll(() => desk.locator('.paper-codes li').allTextContents()).toEqual(paperCodes)
  expect(await violationsOf(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Print this list' }).click()
  await expect.poll(() => printsOf(desk)).toBe(1)
  const text = (await sheetOf(desk).textContent()) ?? ''
  for (const part of ['as of 14:32', 'Tuesday 3 March', code, 'red coat', ...paperCodes]) expect(text).toContain(part)
  await desk.emulateMedia({ media: 'print' })
  expect(await desk.locator('.desk').isVisible()).toBe(false)
  expect(await pagesOnPaper(desk)).toEqual([[210, 297]])
})

test('the browser’s own print puts the list on paper as well', async () => {
  await checkInByKeyboard(desk, 'red coat')
  await loseHub()
  await desk.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect.poll(() => sheetOf(desk).textContent()).toContain('red coat')
  await desk.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(() => sheetOf(desk).count()).toBe(0)
})

test('the list is in the page only: nothing of it is kept in the browser, and a reload is asked about first', async () => {
  await checkInByKeyboard(desk, 'red coat')
  await loseHub()
  const kept = await desk.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toContain('red coat')
  const asked = desk.waitForEvent('dialog')
  await desk.evaluate(() => void setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect.poll(() => desk.getByText('red coat').first().isVisible()).toBe(true)
})

test('when its day is over the list is gone, with its labels', async () => {
  const listed = desk.locator('.ticket strong', { hasText: 'red coat' })
  await checkInByKeyboard(desk, 'red coat')
  await desk.keyboard.press('Escape')
  await desk.clock.install()
  await desk.reload()
  await listed.waitFor()
  await hub.stop('SIGKILL')
  await desk.clock.runFor(3_000)
  await desk.getByText('This is the list as of').waitFor()
  await desk.clock.fastForward('12:20:00')
  await desk.clock.runFor(2_000)
  await expect.poll(() => listed.count()).toBe(1)
  await desk.clock.fastForward('00:10:00')
  await desk.clock.runFor(2_000)
  await desk.getByText('Anteroom does not answer').waitFor()
  expect(await desk.getByText('red coat').count()).toBe(0)
})

test('after a moment without the hub nobody is asked for paper', async () => {
  await checkInByKeyboard(desk, 'red coat')
  await loseHub()
  await findHub(aMomentLater)
  expect(await desk.getByText('Anteroom is back.').count()).toBe(0)
  await loseHub()
  await findHub(laterOn)
  await desk.getByText('Anteroom is back.').waitFor()
  await desk.getByRole('button', { name: 'No, nothing' }).click()
  await expect.poll(() => desk.getByText('Anteroom is back.').count()).toBe(0)
})

test('whoever is chosen with the arrows is not behind what is said of the hub', async () => {
  await desk.setViewportSize({ width: 1280, height: 560 })
  for (let count = 0; count < 6; count += 1) await far.checkIn()
  const rows = desk.locator('.waiting .ticket')
  await expect.poll(() => rows.count()).toBe(6)
  await loseHub()
  for (let count = 0; count < 6; count += 1) await desk.keyboard.press('ArrowDown')
  await desk.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  for (let count = 0; count < 5; count += 1) {
    await desk.keyboard.press('ArrowUp')
    const row = desk.locator('.ticket[data-chosen=true]')
    const [banner, place] = [await desk.locator('.banner-lost').boundingBox(), await row.boundingBox()]
    expect(place?.y ?? 0).toBeGreaterThanOrEqual((banner?.y ?? 0) + (banner?.height ?? 0))
  }
})

test('what happened on paper is added in one go, without a call, and taken back in one', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  const [first = '', second = ''] = (await far.queue()).paperCodes
  await loseHub()
  await findHub(laterOn)
  await desk.getByRole('button', { name: 'Add what happened on paper' }).click()
  // Somebody who was here already: what is known of them need not be typed.
  await fill(0, { code, endedAt: '15:20', provider: 'p1' })
  await expect.poll(() => paper().locator('[name=arrivedAt-0]').inputValue()).toBe('14:32')
  await desk.getByRole('button', { name: 'Another line' }).click()
  await fill(1, { code: first.toLowerCase(), arrivedAt: '14:50', provider: 'p1', endedAt: '15:40', end: 'left' })
  await desk.getByRole('button', { name: 'Another line' }).click()
  await fill(2, { code: second, arrivedAt: '15:55' })
  expect(await violationsOf(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Add to the day' }).click()
  await paper().waitFor({ state: 'detached' })

  const { tickets, called } = await far.queue()
  expect(tickets.map((ticket) => [ticket.code, ticket.state, ticket.paper])).toEqual([
    [code, 'done', true],
    [first, 'left', true],
    [second, 'waiting', true],
  ])
  expect(tickets[2]?.arrivedAt).toBe('2026-03-03T14:55:00.000Z')
  expect(called).toEqual([])
  await desk.keyboard.press('u')
  await expect.poll(async () => (await far.queue()).tickets.map(({ state }) => state)).toEqual(['waiting'])
})

test('a line that cannot be is marked where it is wrong, and nothing is added', async () => {
  await checkInByKeyboard(desk, 'red coat')
  const [first = '', second = ''] = (await far.queue()).paperCodes
  await loseHub()
  await findHub(laterOn)
  await desk.getByRole('button', { name: 'Add what happened on paper' }).click()
  await fill(0, { code: first, arrivedAt: '14:50' })
  for (const _ of ['blank', 'wrong']) await desk.getByRole('button', { name: 'Another line' }).click()
  // The line between them stays blank, and the marks do not slip.
  await fill(2, { code: second, arrivedAt: '15:10', endedAt: '15:00' })
  const alert = () => paper().locator('.paper-line').nth(2).getByRole('alert').textContent()
  await desk.keyboard.press('Enter')
  await expect.poll(alert).toBe('The end has to lie between the arrival and now.')
  await expect.poll(() => paper().locator('[name=endedAt-2]').getAttribute('aria-invalid')).toBe('true')
  await expect.poll(() => desk.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('endedAt-2')
  await fill(2, { endedAt: '15:30' })
  await desk.keyboard.press('Enter')
  await expect.poll(alert).toBe('Say who saw them, and where.')
  expect((await far.queue()).tickets.length).toBe(1)
  // Half done, it survives an interruption.
  await desk.reload()
  await desk.getByRole('heading', { name: 'Waiting' }).waitFor()
  await desk.keyboard.press('?')
  await desk.getByRole('button', { name: 'Add what happened on paper' }).click()
  await expect.poll(() => paper().locator('[name=code-2]').inputValue()).toBe(second)
})
