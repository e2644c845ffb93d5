/** The front desk in a browser: opened, checked in at, and asked what it puts on paper. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A desk of its own: another browser, which has kept nothing. It counts what it is asked to print, and prints nothing. */
export async function openDeskPage(
  browser: Browser,
  url: string,
  viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.addInitScript(() => {
    const counted = Object.assign(window, { prints: 0 })
    window.print = () => {
      counted.prints += 1
    }
  })
  await page.goto(`${url}/desk`)
  await page.getByRole('heading', { name: 'Waiting' }).waitFor()
  return page
}

/** @returns the code */
export async function checkInByKeyboard(page: Page, label: string): Promise<string> {
  await page.keyboard.press('n')
  await expect.poll(() => page.locator('[name=label]').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type(label)
  await page.keyboard.press('Enter')
  const card = page.locator('.code-card')
  await card.getByText(label).waitFor()
  return (await card.locator('b').textContent()) ?? ''
}

export const printsOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { readonly prints: number }).prints)

/** What lies ready for the printer. */
export const sheetOf = (page: Page) => page.locator('.sheet')

/** Prints into a PDF. @returns the size of each page in millimetres, rounded */
export async function pagesOnPaper(page: Page): Promise<readonly (readonly [width: number, height: number])[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
  const mm = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4)
  return boxes.map(([, width, height]) => [mm(width), mm(height)])
}
