/** A hub and a page of an ordinary browser, the same for all tests of a file. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startBrowser } from './browser.ts'
import { type OpenHub, openHubForAll } from './open-hub.ts'

interface OpenPage extends OpenHub {
  readonly browser: Browser
  /** Nothing is open in it yet. */
  readonly page: Page
}

/**
 * @param more options of the hub beside those of its place
 * @param onOpen given the hub whenever one has started, with the one page
 */
export function openPageForAll(
  more: readonly string[],
  look: BrowserContextOptions,
  onOpen: (opened: OpenPage) => void,
): void {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await startBrowser()
    page = await browser.newPage(look)
  })
  afterAll(() => browser.close())
  openHubForAll(more, (opened) => onOpen({ ...opened, browser, page }))
}
