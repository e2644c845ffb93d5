/** Marketing's whole way: a file is dropped into the studio, put on a list, scheduled, seen on the wall at its minute, hidden, and back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AssetList, Health } from '../../core/contract.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { type Kiosk, launchKiosk, small } from '../support/kiosk.ts'
import { putPicture } from '../support/media.ts'
import { makePlace } from '../support/place.ts'
import { looksLime, looksRed, showing } from '../support/presented.ts'

const patience = { timeout: 60_000 }
const ten = Date.parse('2026-03-02T10:00:00+01:00')
const place = makePlace()
const desktop = mkdtempSync(path.join(tmpdir(), 'anteroom-'))
let kiosk: Kiosk
let browser: Browser
let page: Page
let complaints: readonly string[]

const get = async <Answer>(route: string) => (await (await fetch(`${kiosk.hubUrl()}${route}`)).json()) as Answer
const hubNow = async () => Date.parse((await get<Health>('/api/health')).clock.now)
const told = () => expect.poll(() => page.locator('.notice-bar [role=status]').textContent(), patience)

beforeAll(async () => {
  putPicture(path.join(place.content, 'welcome.png'), 'red')
  putPicture(path.join(desktop, 'garden.png'), 'lime')
  writeFileSync(path.join(place.playlists, 'default.yaml'), 'items: [{ asset: welcome.png, seconds: 2 }]\n')
  kiosk = await launchKiosk([...place.args, '--windowed', '--at', '2026-03-02T09:59:42+01:00'], small)
  // Its hub has said where it answers.
  await eventually(
    () => kiosk.hubUrl(),
    () => true,
  )
  browser = await startBrowser()
  page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  complaints = complaintsOf(page)
})

afterAll(async () => {
  await browser.close()
  await kiosk.close()
  place.remove()
  rmSync(desktop, { recursive: true })
})

test('a dropped file is looked through and ready, and plays nowhere until it is on a list', async () => {
  await page.goto(`${kiosk.hubUrl()}/studio`)
  const buffer = readFileSync(path.join(desktop, 'garden.png'))
  const file = { name: 'garden.png', mimeType: 'image/png', buffer }
  await page.locator('input[type=file][multiple]').setInputFiles(file)
  const garden = async () =>
    (await get<AssetList>('/api/assets')).assets.find(({ path: name }) => name === 'garden.png')
  await expect.poll(async () => (await garden())?.state, patience).toBe('ready')
  await showing(kiosk, looksRed)
})

test('it is put on a list and scheduled with a few presses, and is on the wall at its minute, not before', async () => {
  await page.getByRole('link', { name: 'Playlists' }).click()
  await page.getByRole('button', { name: 'New playlist' }).click()
  await page.getByLabel('What it is called').fill('Mornings')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('button', { name: 'Add garden' }).click()
  await told().toBe('Added garden.')
  await page.getByRole('link', { name: 'Schedule' }).click()
  await page.getByRole('button', { name: 'New schedule' }).click()
  await page.getByLabel('What plays').selectOption({ label: 'Mornings' })
  await page.getByLabel('From', { exact: true }).fill('10:00')
  await page.getByLabel('Until', { exact: true }).fill('12:00')
  await page.getByRole('button', { name: 'Save' }).click()
  await told().toBe('Scheduled “Mornings”.')
  await showing(kiosk, looksLime, 120_000)
  // It fades in over the last moments of what was on.
  expect(await hubNow()).toBeGreaterThanOrEqual(ten - 1_000)
})

test('hidden until checked it leaves the wall at once, and Undo brings it back', async () => {
  await page.getByRole('link', { name: 'On the TV' }).click()
  await expect.poll(() => page.locator('#now-title').textContent(), patience).toBe('garden')
  await page.getByRole('button', { name: 'Hide until checked' }).click()
  await showing(kiosk, looksRed, 10_000)
  await page.keyboard.press('Control+z')
  await page.locator('.tv-held').waitFor({ state: 'detached' })
  await showing(kiosk, looksLime)
  expect(complaints).toEqual([])
})
