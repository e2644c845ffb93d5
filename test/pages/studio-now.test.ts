/** On the TV, from the studio: what is on now and at any time to come, and what cannot wait. */
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
const files = ['Hills.jpg', 'Lake.jpg', 'Sea.jpg']

let place: Place
let hub: RunningHub
let browser: Browser
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  browser = await startBrowser()
  place = makePlace()
  for (const [at, file] of files.entries()) writeFileSync(path.join(place.content, file), sample('photo.jpg', at))
  const lists = { calm: ['Lake.jpg'], leave: ['Sea.jpg'], all: ['Hills.jpg', 'Lake.jpg'] }
  for (const [name, items] of Object.entries(lists)) {
    // Long enough that nothing changes by itself while somebody presses.
    const lines = items.map((asset) => ({ asset, seconds: 600 }))
    writeFileSync(
      path.join(place.playlists, `${name}.yaml`),
      JSON.stringify({ title: `The ${name} list`, items: lines }),
    )
  }
  // One word that is wider than a telephone.
  writeFileSync(
    path.join(place.playlists, 'foot.yaml'),
    JSON.stringify({ items: [{ text: 'Behandlungszimmertürschlossreparaturarbeitenankündigung' }] }),
  )
  const day = { screens: ['all'], start: '08:00', end: '18:00' }
  const schedules = [
    { name: 'Days', playlist: 'all', ...day },
    { name: 'Evenings', playlist: 'calm', start: '18:00', end: '22:00' },
    { name: 'Foot', playlist: 'foot', zone: 'ticker' },
  ]
  writeFileSync(path.join(place.playlists, 'schedule.yaml'), JSON.stringify({ schedules }))
  hub = await startHub([...place.args, '--at', '2026-10-22T10:20:00+02:00'])
  await Promise.all(files.map((file) => hub.judged(file)))
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  complaints = complaintsOf(page)
  await page.goto(`${hub.url}/studio/now`)
  await page.getByRole('heading', { name: 'Coming up' }).waitFor()
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await page.context().close()
})

const told = () => expect.poll(() => page.locator('.notice-bar [role=status]').textContent(), patience)
const playing = () => expect.poll(() => page.locator('#now-title').textContent(), patience)
const shownNow = async () => (await page.locator('#now-title').textContent()) ?? ''

test('Skip goes on; Hide until checked takes the film off, says so, and comes back with Undo', async () => {
  await playing().toMatch(/Hills|Lake/)
  const first = await shownNow()
  await page.getByRole('button', { name: 'Skip' }).click()
  const second = first === 'Hills' ? 'Lake' : 'Hills'
  await playing().toBe(second)
  await page.getByRole('button', { name: 'Hide until checked' }).click()
  await playing().toBe(first)
  await page.locator('.tv-held').getByText(second).waitFor()
  await told().toBe(`${second} is hidden everywhere.`)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await page.locator('.tv-held').waitFor({ state: 'detached' })
})

test('the slider tells what is on at any time to come, why, and that the order may still change', async () => {
  const moment = page.locator('.moment')
  await moment.getByText('“Days” is scheduled at this time').waitFor()
  await moment.getByRole('slider', { name: 'Time of day' }).fill(String(19 * 60))
  await moment.getByText('19:00').waitFor()
  await moment.getByText('“Evenings” is scheduled at this time').waitFor()
  await moment.locator('.moment-title').getByText('Lake').waitFor()
  await moment.getByText('only the next 15 minutes are fixed').waitFor()
  await moment.getByLabel('Another day').fill('2026-10-25')
  await moment.getByText('Sunday 25 October').waitFor()
  // A day of 25 hours is that much longer on the slider.
  await expect.poll(() => moment.getByRole('slider').getAttribute('max')).toBe(String(25 * 60 - 1))
  await moment.getByRole('slider').fill(String(24 * 60))
  await moment.getByText('23:00').waitFor()
  expect(await violationsOf(page)).toEqual([])
})

test('another day keeps the time of day, also when the clocks change, and can be typed', async () => {
  const moment = page.locator('.moment')
  const shown = () => expect.poll(() => moment.locator('.moment-time').textContent(), patience)
  await moment.getByRole('slider').fill(String(23 * 60 + 55))
  for (const day of ['Sunday 25 October', 'Sunday 28 March']) {
    await moment.getByLabel('Another day').fill(day === 'Sunday 28 March' ? '2027-03-28' : '2026-10-25')
    await shown().toContain(`23:55 ${day}`)
  }
  // Half-typed years are long ago, and mean nothing yet.
  await moment.getByLabel('Another day').fill('2026-11-24')
  await moment.getByLabel('Another day').focus()
  await page.keyboard.type('05042027')
  await shown().toContain('23:55 Tuesday 4 May')
  for (const day of ['9999-12-31', '0002-01-01']) await moment.getByLabel('Another day').fill(day)
  await moment.getByRole('slider').focus()
  await expect.poll(() => moment.getByLabel('Another day').inputValue()).toBe('2027-05-04')
})

test('a takeover is shown before, cuts what plays, says until when, and is ended early or taken back', async () => {
  await page.getByRole('button', { name: 'Take over now…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What plays').selectOption({ label: 'The leave list' })
  await dialog.locator('.takeover-shown').getByText('Sea').waitFor()
  await dialog.getByText('ends by itself at Thursday 22 October, 10:3').waitFor()
  expect(await violationsOf(page)).toEqual([])
  // However long the titles beside them are, the fields stay together.
  const shape = () => dialog.locator('.form-fields').evaluate((fields) => fields.lastElementChild?.clientHeight)
  const usual = await shape()
  await dialog.locator('.takeover-title').evaluate((title) => {
    title.textContent = 'A title that nobody would shorten '.repeat(10)
  })
  expect(await shape()).toBe(usual)
  await dialog.getByRole('button', { name: 'Take over now' }).click()
  await playing().toBe('Sea')
  await page.locator('.takeover-line').getByText('has taken over every screen until 10:3').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: /^End it now: The leave list/ }).click()
  await page.locator('.takeover-line').waitFor({ state: 'detached' })
  await playing().toMatch(/Hills|Lake/)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await playing().toBe('Sea')
  await page.getByRole('button', { name: /^End it now: The leave list/ }).click()
  await playing().toMatch(/Hills|Lake/)
})

test('a sentence is said on the TV and taken off with Undo', async () => {
  await page.getByLabel('What it says').fill('Card machine down')
  await page.getByRole('button', { name: 'Say on TV' }).click()
  await page.locator('.tv-message').getByText('Card machine down').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.locator('.tv-message').waitFor({ state: 'detached' })
})

test('on a telephone everything is there and nothing is wider than the page; without the hub nothing can be pressed', async () => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.locator('.ticker-lines').first().waitFor()
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await hub.stop()
  await page.getByText('No connection to Anteroom. This is the TV as of').waitFor(patience)
  for (const name of ['Skip', 'Hide until checked', 'Take over now…']) {
    await expect.poll(() => page.getByRole('button', { name }).isDisabled()).toBe(true)
  }
})
