/** The day report in a real browser: the figures of a simulated day, other days, the table to take away, and on paper. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { DayReport } from '../../core/report-contract.ts'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf } from '../support/browser.ts'
import type { RunningHub } from '../support/hub.ts'
import type { OpenHub } from '../support/open-hub.ts'
import { openPageForAll } from '../support/open-page.ts'
import type { Place } from '../support/place.ts'
import { putIntoLog, simulatedDay } from '../support/simulated-day.ts'

const evening = '2026-03-02T17:05:00+01:00'
let hub: RunningHub
let place: Place
let startAgain: OpenHub['startAgain']
let page: Page
let complaints: readonly string[]

openPageForAll(['--at', evening], { viewport: { width: 1280, height: 900 } }, (opened) => {
  ;({ hub, place, page, startAgain } = opened)
})

beforeAll(async () => {
  await hub.stop()
  putIntoLog(simulatedDay(), place.data)
  await startAgain()
  complaints = complaintsOf(page)
})

test('the report opens with the figures of the day, the questions and the hours', async () => {
  const { counts, waits } = await hub.get<DayReport>('/api/reports/day')
  await page.goto(`${hub.url}/report`)
  await page.getByRole('heading', { name: 'Monday 2 March' }).waitFor()
  await expect
    .poll(() => page.getByRole('listitem').filter({ hasText: 'came' }).first().textContent())
    .toBe(`${counts.arrived} came`)
  await page.getByText(`Half were called within ${waits?.median} min of coming in`).waitFor()
  expect(await page.locator('.chart rect').count()).toBe(
    await page.getByRole('table', { name: 'By the hour' }).locator('tbody tr').count(),
  )
  await expect.poll(() => page.title()).toBe('Monday 2 March · Day report')
  expect(await violationsOf(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('providers are named only when somebody asks', async () => {
  expect(await page.getByRole('table', { name: 'By provider' }).count()).toBe(0)
  await page.getByLabel('Also by provider').check()
  await page.getByRole('table', { name: 'By provider' }).waitFor()
  await page.reload()
  await page.getByRole('table', { name: 'By service' }).waitFor()
  await expect.poll(() => page.getByLabel('Also by provider').isChecked()).toBe(false)
})

test('the table to take away is a file with a line for each visit', async () => {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('anteroom-2026-03-02.csv')
  const text = await new Response((await file.createReadStream()) as unknown as ReadableStream).text()
  expect(text.trim().split('\r\n')).toHaveLength(41)
})

test('a day without anybody says so', async () => {
  await page.goto(`${hub.url}/report?day=2026-02-27`)
  await page.getByText('Nobody came on this day.').waitFor()
  await page.getByLabel('Day').selectOption('2026-03-02')
  await page.getByRole('table', { name: 'By the hour' }).waitFor()
})

test('at 360 pixels nothing but tables goes sideways, and on paper there are no buttons', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  await expect.poll(() => page.getByRole('heading', { name: 'Monday 2 March' }).isVisible()).toBe(true)
})
