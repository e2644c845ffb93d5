/** Practice at the desk, in a real browser with a real hub: it looks like practice, and nothing of it leaves the page. */
import { expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { checkInByKeyboard, sheetOf } from '../support/desk-page.ts'
import { isIn, rowOf } from '../support/desk-steps.ts'
import { type Front, openFrontForEach } from '../support/front.ts'

let desk: Front['desk']
let far: Front['far']
let sent: string[]

openFrontForEach({ at: '2026-03-03T14:32:00+01:00' }, (front) => {
  ;({ desk, far } = front)
  sent = []
  desk.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`)
  })
})

async function practise(): Promise<void> {
  await desk.keyboard.press('?')
  await desk.getByRole('link', { name: 'Practise with invented patients' }).click()
  await desk.getByText('Practice with invented patients.').waitFor()
}

test('a whole day of practice sends nothing, and the real queue never hears of it', async () => {
  await practise()
  const code = await checkInByKeyboard(desk, 'practice person')
  await desk.keyboard.press('Escape')
  await rowOf(desk, code).focus()
  await desk.keyboard.press('g')
  await expect.poll(() => desk.getByRole('status').first().textContent()).toBe(`${code} has gone.`)
  await desk.keyboard.press('u')
  await isIn(desk, code, 'waiting')
  await desk.keyboard.press('1')
  await expect.poll(() => desk.getByRole('status').first().textContent()).toMatch(/called to Room 1/)
  await desk.keyboard.press('d')
  await desk.getByRole('dialog').getByRole('button', { name: 'Close day' }).click()
  await desk.getByText('Check in the first patient').waitFor()
  expect(sent).toEqual([])
  const { revision, tickets } = await far.queue()
  expect([revision, tickets]).toEqual([0, []])
})

test('nobody takes it for the real desk: title, ribbon, watermark, another colour, and what is true beside it', async () => {
  const colour = () => desk.locator('.summary').evaluate((head) => getComputedStyle(head).backgroundColor)
  const real = await colour()
  await practise()
  await expect.poll(() => desk.title()).toBe('PRACTICE · Front desk')
  expect(await colour()).not.toBe(real)
  await expect.poll(() => desk.locator('.practice-mark').isVisible()).toBe(true)
  await desk.getByText('In truth: 0 waiting.').waitFor()
  await far.checkIn({ label: 'real person' })
  await desk.getByText('In truth: 1 waiting.').waitFor()
  expect(await desk.getByText('real person').count()).toBe(0)
  expect(await violationsOf(desk)).toEqual([])
})

test('what is handed out in practice says so', async () => {
  await practise()
  await checkInByKeyboard(desk, 'practice person')
  await desk.keyboard.press('v')
  await desk.getByRole('dialog').getByText('Practice', { exact: true }).waitFor()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('t')
  await desk.getByRole('dialog').getByRole('button', { name: 'Print slip' }).click()
  await expect.poll(() => sheetOf(desk).textContent()).toContain('Practice. Not a ticket.')
})

test('one key leaves it, and nothing is mixed up: what was half typed before is there, what was practised is nowhere', async () => {
  await desk.getByLabel('Desk label').fill('chart 209')
  await desk.getByLabel('Desk label').press('Escape')
  await practise()
  await expect.poll(() => desk.getByLabel('Desk label').inputValue()).toBe('')
  await checkInByKeyboard(desk, 'practice person')
  await desk.keyboard.press('q')
  await desk.getByText('Practice with invented patients.').waitFor({ state: 'detached' })
  await expect.poll(() => desk.getByLabel('Desk label').inputValue()).toBe('chart 209')
  await expect.poll(() => desk.getByRole('button', { name: /^Undo/ }).count()).toBe(0)
  const kept = await desk.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toContain('practice person')
  // The next press is a real one again.
  await desk.getByLabel('Desk label').fill('real person')
  await desk.keyboard.press('Enter')
  await desk.locator('.code-card').waitFor()
  expect(sent.length).toBe(1)
  expect((await far.queue()).tickets).toMatchObject([{ label: 'real person' }])
})
