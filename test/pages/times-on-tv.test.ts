/** Waiting times earn their place on the TV: settings offers it then, and not before. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { tellTimes } from '../support/promises.ts'

const now = '2026-11-23T10:00:00+01:00'
const place = makePlace()
let hub: RunningHub
let browser: Browser
let page: Page

beforeAll(async () => {
  hub = await startHub([...place.args, '--at', now])
  browser = await startBrowser()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })).newPage()
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

const open = async () => {
  await page.goto(`${hub.url}/settings`)
  await page.getByRole('heading', { name: 'Waiting times' }).waitFor()
}

const tell = (name: string, calls: number, calledAt: number) =>
  tellTimes(place.data, { at: now, name, calls, calledAt })

test('they are offered for the TV once three of four of a hundred calls came inside what was told', async () => {
  await open()
  const offer = page.getByRole('radio', { name: /^Show on TV/ })
  await page.getByText('Offered after 100 calls that were told a time before; 0 so far.').waitFor()
  expect(await offer.isDisabled()).toBe(true)
  expect(await violationsOf(page)).toEqual([])
  tell('late', 26, 30)
  tell('inside', 74, 9)
  await open()
  await page.getByText('Not yet: 74 % of 100 calls came inside what was told first.').waitFor()
  expect(await offer.isDisabled()).toBe(true)
  tell('more', 10, 9)
  await open()
  await page.getByText('They have earned it: 76 % of 110 calls came inside what was told first.').waitFor()
  await offer.check()
  await page.getByText('What the TV says for Consultation').waitFor({ state: 'attached' })
  expect(await violationsOf(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => page.locator('.save-bar').getByRole('status').textContent()).toBe('Saved.')
})
