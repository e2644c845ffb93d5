/** The monthly page and the desk's tally in a real browser: figures, questions, the table to take away, and paper. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf } from '../support/browser.ts'
import { send } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { openPageForAll } from '../support/open-page.ts'
import { aPlay } from '../support/plays.ts'

let hub: RunningHub
let page: Page
let complaints: readonly string[]

const titles = ['How waiting works here', 'Light therapy, step by step', 'A quiet moment', 'Your first visit with us']

/** Three weeks of opening hours, two screens. */
async function fill(): Promise<void> {
  for (let day = 2; day <= 20; day += 1) {
    const plays = Array.from({ length: 48 }, (_, index) => {
      const title = titles[index % titles.length] ?? ''
      const seconds = 30 + (index % titles.length) * 25
      const isCut = (index + day) % 17 === 0
      return aPlay({
        startedAt: new Date(Date.UTC(2026, 10, day, 8, index * 11)).toISOString(),
        asset: `asset-${index % titles.length}`,
        ...{ title, screen: `screen-${1 + (index % 2)}`, durationMs: seconds * 1_000 },
        presentedMs: isCut ? 9_000 : seconds * 1_000 - 20,
        outcome: isCut ? 'cut' : 'whole',
        waiting: (index + day) % 6,
      })
    })
    await send(`${hub.url}/api/plays`, { headers: { 'idempotency-key': randomUUID() }, body: { plays } })
  }
}

openPageForAll(['--at', '2026-11-21T15:00:00+01:00'], { viewport: { width: 1366, height: 900 } }, (opened) => {
  ;({ hub, page } = opened)
})

beforeAll(async () => {
  await fill()
  complaints = complaintsOf(page)
})

test('the desk counts a question with one press, and takes it back', async () => {
  await page.goto(`${hub.url}/desk`)
  await page.getByRole('button', { name: 'They asked about …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Consultation' }).click()
  await dialog.getByText('Counted: Consultation.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await dialog.getByText('Taken back: Consultation.').waitFor()
  await dialog.getByRole('button', { name: 'Consultation' }).click()
  await dialog.getByText('Counted: Consultation.').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('the month shows what played, how many waited, what was asked, and that it proves no cause', async () => {
  await page.goto(`${hub.url}/monthly`)
  await page.getByRole('heading', { name: 'November 2026' }).waitFor()
  const table = page.getByRole('table', { name: 'What played' })
  await expect.poll(() => table.locator('tbody tr').count()).toBe(4)
  await page.getByRole('listitem').filter({ hasText: 'plays' }).getByText('912').waitFor()
  await page.getByText('None of this proves a cause.').waitFor()
  const asked = page.locator('article').filter({ hasText: 'What people asked about' })
  await expect.poll(() => asked.getByRole('listitem').textContent()).toBe('Consultation1')
  await expect.poll(() => page.title()).toBe('November 2026 · Monthly page')
  expect(await violationsOf(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('the table to take away has a line for each file and each day', async () => {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('anteroom-2026-11.csv')
  const text = await new Response((await file.createReadStream()) as unknown as ReadableStream).text()
  expect(text.split('\r\n').filter((line) => /^(file|day),/.test(line))).toHaveLength(4 + 19)
})

test('at 360 pixels only tables and the chart go sideways; a month of which nothing is known says so', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.goto(`${hub.url}/monthly?month=2026-09`)
  await page.getByText('Nothing was reported by a screen in this month.').waitFor()
  await page.setViewportSize({ width: 1366, height: 900 })
})

test('on paper it is two sheets at most, without buttons', async () => {
  await page.goto(`${hub.url}/monthly`)
  await page.getByRole('table', { name: 'What played' }).waitFor()
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
})
