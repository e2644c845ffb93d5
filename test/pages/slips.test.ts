/** What the counter hands out, in a real browser with a real hub: slips on two papers, and the screen turned around. */
import { expect, test } from 'vitest'
import { patientLanguages, patientWords } from '../../core/patient-words.ts'
import { violationsOf } from '../support/axe.ts'
import { send } from '../support/desk.ts'
import { checkInByKeyboard, pagesOnPaper, printsOf, sheetOf } from '../support/desk-page.ts'
import { type Front, openFrontForEach } from '../support/front.ts'

const afternoon = '2026-03-03T14:32:00+01:00'
const permanentLine = 'Called by appointment and clinician, not by order of arrival.'

let hub: Front['hub']
let desk: Front['desk']
let far: Front['far']

openFrontForEach({ at: afternoon }, (front) => {
  ;({ hub, desk, far } = front)
})

const dialog = () => desk.getByRole('dialog')

async function printFirstSlip(paper: '80 mm receipt' | 'A6 card'): Promise<void> {
  await desk.keyboard.press('t')
  await dialog().getByRole('radio', { name: paper }).check()
  await dialog().getByRole('button', { name: 'Print slip' }).click()
  await expect.poll(() => printsOf(desk)).toBe(1)
}

test('a slip says the code and what to do with it, never who it is or what for, and has no QR code without a page for it', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await printFirstSlip('80 mm receipt')
  const text = (await sheetOf(desk).textContent()) ?? ''
  for (const part of ['Your code is', code, 'watch the screen', permanentLine, '3 March 2026', '14:32']) {
    expect(text).toContain(part)
  }
  expect(text).not.toMatch(/red coat|Consultation/)
  expect(await sheetOf(desk).locator('.qr').count()).toBe(0)
})

const phones = { state: 'ready', base: 'https://wait.example.org/t/', tryUrl: 'https://wait.example.org/t/try' }

/** As the hub says it once a phone has opened a ticket page. */
async function sayPhonesAreReady(): Promise<void> {
  await desk.route('**/api/phones', (route) => route.fulfill({ json: phones }))
  const asked = desk.waitForResponse('**/api/phones')
  await desk.reload()
  await asked
  await desk.getByRole('heading', { name: 'Waiting' }).waitFor()
}

test('a card with a QR code is still one page, in every language', async () => {
  await sayPhonesAreReady()
  await checkInByKeyboard(desk, 'red coat')
  await printFirstSlip('A6 card')
  await desk.keyboard.press('v')
  const chips = dialog().locator('[aria-pressed]')
  expect(await chips.evaluateAll((all) => all.map((chip) => chip.getAttribute('lang')))).toEqual(
    expect.arrayContaining([...patientLanguages]),
  )
  await desk.keyboard.press('Escape')
  const [ticket] = (await far.queue()).tickets
  const slip = sheetOf(desk).locator('.slip')
  const overflowing: string[] = []
  for (const language of patientLanguages) {
    await far.press('edit', { ticket: ticket?.id, language })
    const printedLanguage = async () => {
      await desk.keyboard.press('t')
      return slip.getAttribute('lang')
    }
    // The list with the language is on its way.
    await expect.poll(printedLanguage).toBe(language)
    await expect.poll(() => slip.locator('.qr').count()).toBe(1)
    if (await slip.evaluate((one) => one.scrollHeight > one.clientHeight)) overflowing.push(language)
  }
  expect(overflowing).toEqual([])
})

test('a QR code comes with the hub’s word that a phone has opened a ticket page', async () => {
  await sayPhonesAreReady()
  await checkInByKeyboard(desk, 'red coat')
  await printFirstSlip('80 mm receipt')
  await expect.poll(() => sheetOf(desk).locator('.qr').count()).toBe(1)
  // In practice there is nothing to follow.
  await desk.goto(`${hub.url}/desk#practice`)
  await desk.reload()
  await desk.getByText('Practice with invented patients.').waitFor()
  await checkInByKeyboard(desk, 'practice person')
  await desk.keyboard.press('t')
  await dialog().getByRole('button', { name: 'Print slip' }).click()
  await expect.poll(() => sheetOf(desk).count()).toBe(1)
  expect(await sheetOf(desk).locator('.qr').count()).toBe(0)
})

test('a receipt is 80 mm wide and as long as what stands on it; nothing else is on the paper', async () => {
  await checkInByKeyboard(desk, 'red coat')
  await printFirstSlip('80 mm receipt')
  await desk.emulateMedia({ media: 'print' })
  expect(await desk.locator('.desk').isVisible()).toBe(false)
  await expect.poll(() => sheetOf(desk).getByText(permanentLine).isVisible()).toBe(true)
  const pages = await pagesOnPaper(desk)
  expect(pages).toEqual([[80, expect.closeTo(115, -1.5)]])
  // Once it is on paper, nothing of it is left in the page.
  await expect.poll(() => sheetOf(desk).count()).toBe(0)
})

test('a card is one A6 page, also for a party of four in the longest words', async () => {
  const family = { party: 'family', together: true, language: 'de' }
  const codes: string[] = []
  for (let count = 0; count < 4; count += 1) codes.push((await far.checkIn(family)).code)
  await desk.locator(`.ticket[aria-label="${codes[3]}"]`).focus()
  await printFirstSlip('A6 card')
  const slip = sheetOf(desk).locator('.slip')
  await expect.poll(() => slip.getAttribute('lang')).toBe('de')
  await expect.poll(() => slip.locator('b').allTextContents()).toEqual(codes)
  await expect.poll(() => slip.textContent()).toContain(patientWords.de.yourCodes)
  await expect.poll(() => slip.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
  expect(await pagesOnPaper(desk)).toEqual([[105, 148]])
})

test('the desk asks once what slips are printed on, remembers it, and can be told otherwise', async () => {
  await checkInByKeyboard(desk, 'red coat')
  await printFirstSlip('A6 card')
  await desk.keyboard.press('t')
  await expect.poll(() => printsOf(desk)).toBe(2)
  await desk.reload()
  await desk.getByRole('heading', { name: 'Waiting' }).waitFor()
  await checkInByKeyboard(desk, 'blue scarf')
  await desk.getByRole('button', { name: /^Print slip/ }).click()
  await expect.poll(() => sheetOf(desk).getAttribute('data-paper')).toBe('a6')
  await desk.getByRole('button', { name: /^Paper for slips/ }).click()
  await dialog().getByRole('radio', { name: '80 mm receipt' }).check()
  await dialog().getByRole('button', { name: 'Print slip' }).click()
  await expect.poll(() => sheetOf(desk).getAttribute('data-paper')).toBe('receipt')
})

test('turned around in Arabic everything runs from right to left, and the ticket then speaks Arabic', async () => {
  const code = await checkInByKeyboard(desk, 'red coat')
  await desk.keyboard.press('v')
  const words = dialog().locator('.turn-around-words')
  await expect.poll(() => words.getAttribute('dir')).toBe('ltr')
  await expect.poll(() => words.textContent()).toContain(`Your code is${code}`)
  await expect.poll(() => words.textContent()).toContain(permanentLine)
  await dialog().getByRole('button', { name: 'العربية' }).click()
  await expect.poll(() => words.getAttribute('dir')).toBe('rtl')
  await expect.poll(() => words.textContent()).toContain(patientWords.ar.order)
  // What comes first stands on the right.
  const left = async (part: string) => (await dialog().locator(part).boundingBox())?.x ?? 0
  expect(await left('.turn-around-codes b')).toBeGreaterThan(await left('.turn-around-next'))
  expect(await words.textContent()).not.toMatch(/red coat|Consultation/)
  await expect.poll(async () => (await far.queue()).tickets[0]?.language).toBe('ar')
  expect(await violationsOf(desk)).toEqual([])

  await desk.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
  await desk.keyboard.press('t')
  await dialog().getByRole('button', { name: 'Print slip' }).click()
  await expect.poll(() => sheetOf(desk).locator('.slip').getAttribute('dir')).toBe('rtl')
  await desk.keyboard.press('u')
  await expect.poll(async () => (await far.queue()).tickets[0]?.language).toBe(undefined)
})

test('patients are offered the languages of the settings', async () => {
  const settings = { languages: { tv: ['en'], patients: ['es', 'fr'] } }
  const headers = { 'if-match': '*', 'idempotency-key': 'languages' }
  await send(`${hub.url}/api/settings`, { method: 'PUT', headers, body: { settings } })
  const asked = desk.waitForResponse('**/api/settings')
  await desk.reload()
  await asked
  await desk.getByRole('heading', { name: 'Waiting' }).waitFor()
  await checkInByKeyboard(desk, 'red coat')
  await desk.keyboard.press('v')
  await dialog().locator('.turn-around-words').waitFor()
  const offered = () => dialog().locator('.turn-around-languages button').allTextContents()
  await expect.poll(offered).toEqual(['Español', 'Français'])
})

test('the turned-around screen turns itself back after a minute', async () => {
  await checkInByKeyboard(desk, 'red coat')
  await desk.clock.install()
  await desk.getByRole('button', { name: /^Show code/ }).click()
  await dialog().waitFor()
  await desk.clock.runFor(59_000)
  await expect.poll(() => dialog().count()).toBe(1)
  await desk.clock.runFor(2_000)
  await dialog().waitFor({ state: 'detached' })
})

test('on a phone held upright the code and all its words are there without scrolling sideways', async () => {
  await desk.setViewportSize({ width: 360, height: 740 })
  await desk.keyboard.press('n')
  await desk.locator('[name=label]').fill('red coat')
  await desk.keyboard.press('Enter')
  await desk.locator('.code-card').waitFor()
  await desk.keyboard.press('v')
  await dialog().waitFor()
  await expect.poll(() => dialog().evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  const targets = await dialog()
    .locator('button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
  expect(targets.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
})

test('behind More on a ticket stand its slip and its code on the screen', async () => {
  const { code } = await far.checkIn({ language: 'fr' })
  await desk.locator(`.ticket[aria-label="${code}"]`).getByRole('button', { name: 'More' }).click()
  await desk.getByRole('menuitem', { name: 'Show code' }).click()
  await dialog().getByText(patientWords.fr.watch).waitFor()
})
