/** A patient's phone, 360 × 740, through the listener that phones reach: from the wait to the thanks. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { type Desk, deskAt, send } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'

/** The machine may have other work. */
const patience = { timeout: 30_000 }
const afternoon = '2026-03-03T14:32:00+01:00'
const here = { provider: 'p1', room: '1' }
const place = makePlace()
let hub: RunningHub
let desk: Desk
let origin: string
let browser: Browser
let complaints: readonly string[] = []

beforeAll(async () => {
  hub = await startHub([...place.args, '--at', afternoon, '--phones', '127.0.0.1:0'])
  desk = deskAt(hub.url)
  origin = new URL((await hub.get<{ tryUrl: string }>('/api/phones')).tryUrl).origin
  browser = await startBrowser()
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await Promise.all(browser.contexts().map((context) => context.close()))
  await desk.press('close-day', { anyway: true })
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

async function openPhone(token: string, locale = 'en'): Promise<Page> {
  const options = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale }
  const page = await (await browser.newContext(options)).newPage()
  complaints = complaintsOf(page)
  await page.goto(`${origin}/t/${token}`)
  await page.locator('h1').waitFor()
  return page
}

const faceOf = (page: Page) => expect.poll(() => page.evaluate(() => document.documentElement.dataset.face), patience)
/** Nothing cut off, nothing that a thumb would miss, nothing that axe finds. */
async function expectFit(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const targets = await page
    .locator('button, select, input')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
  expect(targets.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
  expect(await violationsOf(page)).toEqual([])
}

/** Somebody is with the only provider, so that the next one has a wait. */
async function occupy(): Promise<void> {
  const { id } = await desk.checkIn()
  await desk.press('call', { ticket: id, ...here })
  await desk.press('here', { ticket: id })
}

test('it shows the code and the wait with its clock times, and that everything works without it', async () => {
  await occupy()
  const { token, code } = await desk.checkIn()
  const phone = await openPhone(token)
  await phone.getByRole('heading', { name: `Your code ${code}` }).waitFor()
  await phone.locator('.wait', { hasText: /^about \d+–\d+ min14:\d\d–14:\d\d$/ }).waitFor()
  for (const text of ['Keep this page open.', 'not by order of arrival', 'Everything works without a phone']) {
    await phone.getByText(text).waitFor()
  }
  await expectFit(phone)
})

test('a phone without Chinese letters gets them from the clinic', async () => {
  const { token } = await desk.checkIn()
  const phone = await openPhone(token, 'zh-CN')
  await phone.getByText('您的号码', { exact: true }).waitFor()
  await expect.poll(() => phone.evaluate(boxesOn), patience).toEqual([])
})

/** Letters of the page that look like one that no typeface has. */
function boxesOn(): readonly string[] {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return ['no canvas']
  const draw = (letter: string) => {
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.font = `24px ${getComputedStyle(document.body).fontFamily}`
    context.fillText(letter, 30, 60)
    return context.getImageData(0, 0, 90, 90).data.join()
  }
  const missing = draw('\u{ffffe}')
  const letters = [
    ...new Set(
      [...document.querySelectorAll('h1, p')]
        .map((part) => part.textContent)
        .join('')
        .replace(/\s/g, ''),
    ),
  ]
  return letters.filter((letter) => draw(letter) === missing)
}

test('called, it fills the screen with where to go, rings, and takes it back with a sorry', async () => {
  const { id, token, code } = await desk.checkIn()
  const phone = await openPhone(token)
  await phone.evaluate(() => {
    const heard: number[] = []
    Object.assign(window, { heard })
    navigator.vibrate = () => heard.push(1) > 0
  })
  await phone.getByRole('button', { name: 'Ring when I am called' }).tap()
  await phone.getByText('This phone rings when you are called. It also vibrates.').waitFor()
  await phone.getByText('It cannot ring while it is locked').waitFor()
  await desk.press('call', { ticket: id, ...here })
  await faceOf(phone).toBe('called')
  await phone.locator('.place', { hasText: 'Room 1' }).waitFor()
  await expect.poll(() => phone.title()).toBe(`${code} · Please go to Room 1`)
  // The accent, which is nowhere else.
  expect(await phone.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(242, 185, 140)',
  )
  await expect.poll(() => phone.locator('#told').textContent()).toBe('Please go to Room 1')
  await expect
    .poll(() => phone.evaluate(() => (window as unknown as { heard: number[] }).heard.length), patience)
    .toBeGreaterThan(0)
  await expectFit(phone)
  await desk.press('undo')
  await phone.locator('.place', { hasText: 'Please keep your seat' }).waitFor()
  await phone.getByText('Sorry, we called you too early. You keep your place.', { exact: true }).waitFor()
  await expectFit(phone)
})

test('asked to the desk, on hold and in the room it says so', async () => {
  const { id, token } = await desk.checkIn()
  const phone = await openPhone(token)
  await desk.press('hold', { ticket: id, until: '2026-03-03T13:50:00Z' })
  await phone.locator('.lead', { hasText: 'until about 14:50. You keep your place.' }).waitFor()
  await expectFit(phone)
  await desk.press('ask', { ticket: id })
  await phone.locator('.place', { hasText: 'Please come to the desk' }).waitFor()
  await desk.press('resume', { ticket: id })
  await desk.press('call', { ticket: id, ...here })
  await faceOf(phone).toBe('called')
  await desk.press('not-here', { ticket: id })
  await phone.locator('.place', { hasText: 'Please come to the desk' }).waitFor()
  await desk.press('back', { ticket: id })
  await desk.press('call', { ticket: id, ...here })
  await desk.press('here', { ticket: id })
  await phone.locator('.lead', { hasText: 'It is your turn.' }).waitFor()
  await expectFit(phone)
})

test('more time is one tap, leaving is two', async () => {
  await occupy()
  const { id, token } = await desk.checkIn()
  const phone = await openPhone(token)
  await phone.getByRole('button', { name: 'I need more time' }).tap()
  await phone.getByText('We know that you need more time. You keep your place.').waitFor()
  expect((await desk.ticket(id)).needs).toEqual(['more-time'])
  await phone.getByRole('button', { name: 'I am leaving' }).tap()
  await phone.getByText('Do you want to leave? You lose your place.').waitFor()
  await expectFit(phone)
  await phone.getByRole('button', { name: 'No, I am staying' }).tap()
  expect((await desk.ticket(id)).state).toBe('waiting')
  await phone.getByRole('button', { name: 'I am leaving' }).tap()
  await phone.getByRole('button', { name: 'Yes, I am leaving' }).tap()
  await phone.getByRole('heading', { name: 'You have left' }).waitFor()
  expect((await desk.ticket(id)).state).toBe('left')
  await expectFit(phone)
})

test('after the visit it asks how it was, in two taps and without a word of one’s own, and leads to advice', async () => {
  const aftercare = 'https://clinic.example/after'
  await send(`${hub.url}/api/services`, {
    ...{ method: 'PUT', headers: { 'if-match': '*', 'idempotency-key': 'aftercare' } },
    body: { services: [{ id: 'consultation', name: 'Consultation', minutes: 15, aftercare }] },
  })
  const { id, token } = await desk.checkIn()
  const phone = await openPhone(token)
  await desk.press('call', { ticket: id, ...here })
  await desk.press('finish', { ticket: id })
  await phone.getByRole('group', { name: 'How was it?' }).waitFor()
  expect(await phone.locator('textarea, input[type=text]').count()).toBe(0)
  await expect
    .poll(() => phone.getByRole('link', { name: 'Advice for afterwards' }).getAttribute('href'))
    .toBe(aftercare)
  await expect.poll(() => phone.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
  await phone.getByLabel('Very good').check()
  await phone.getByLabel('The explanations').check()
  await expectFit(phone)
  await phone.getByRole('button', { name: 'Send' }).tap()
  await phone.getByText('Thank you. We have your answer.').waitFor()
  expect(await hub.get('/api/feedback?from=2026-03-03&to=2026-03-04')).toMatchObject({
    ratings: [0, 0, 0, 0, 1],
    about: { explained: 1 },
  })
})

test('it speaks the language of the ticket, from right to left where that is so, and another one on request', async () => {
  await occupy()
  const { id, token, code } = await desk.checkIn({ language: 'ar' })
  const phone = await openPhone(token, 'de')
  await phone.getByRole('button', { name: 'أحتاج إلى وقت أطول' }).waitFor()
  expect(await phone.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'ar',
    'rtl',
  ])
  await expectFit(phone)
  await phone.getByRole('combobox', { name: 'اللغة' }).selectOption('Deutsch')
  await phone.getByRole('heading', { name: `Ihr Code ${code}` }).waitFor()
  await desk.press('call', { ticket: id, provider: 'p1', room: '1' })
  await phone.locator('.lead', { hasText: 'Bitte gehen Sie zu' }).waitFor()
})

test('a page that hears nothing says so and lets nothing be pressed', async () => {
  const { token } = await desk.checkIn()
  const phone = await openPhone(token)
  await phone.route('**/live**', (route) => route.abort())
  // The phone was in a pocket: what it had asked before does not count any more.
  await phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await phone
    .getByText('No connection. Please watch the TV or ask at the desk. (As of 14:')
    .waitFor({ timeout: 40_000 })
  await expect.poll(() => phone.getByRole('button', { name: 'I am leaving' }).isDisabled()).toBe(true)
  await phone.unroute('**/live**')
  await phone.getByText('No connection.').waitFor({ state: 'detached' })
})

test('a page whose time is over, and one that never was, are calm and say nothing', async () => {
  const { token } = await desk.checkIn()
  const phone = await openPhone(token)
  await desk.press('close-day', { anyway: true })
  await phone.getByRole('heading', { name: 'This page is not in use any more. Please ask at the desk.' }).waitFor()
  const shown = async (one: string) => {
    const page = await openPhone(one)
    expect(await violationsOf(page)).toEqual([])
    return page.locator('main h1').textContent()
  }
  expect(await shown(token)).toBe(await shown('A'.repeat(27)))
})
