/** The pages in an ordinary browser: the overview, and the preview of a screen. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { RunningHub } from '../support/hub.ts'
import { putPicture, putVideo } from '../support/media.ts'
import { openPageForAll } from '../support/open-page.ts'
import type { Place } from '../support/place.ts'
import { countFrames } from '../support/presented.ts'

let place: Place
let hub: RunningHub
let browser: Browser
let page: Page

openPageForAll([], {}, (opened) => {
  ;({ hub, place, browser, page } = opened)
})

test('the overview of an empty folder says what to do', async () => {
  await page.goto(hub.url)
  await page.waitForSelector('text=The content folder is empty')
  await page.waitForSelector('text=Everything is in order.')
})

test('it says what is ready and what needs somebody, without being loaded again', async () => {
  putPicture(path.join(place.content, 'garden.jpg'), 'lime')
  writeFileSync(path.join(place.content, 'notes.mp4'), 'not a film')
  await page.waitForSelector('text=1 file on the TV, 0 in work.')
  await page.waitForSelector('text=1 file needs you')
})

test('the preview of a screen plays what the TV plays', async () => {
  putVideo(path.join(place.content, 'film.mp4'), 'blue', 3)
  const preview = await browser.newPage()
  await preview.goto(`${hub.url}/tv/screen-1`)
  const presented = await countFrames(preview)
  await expect.poll(presented, { timeout: 40_000 }).toBeGreaterThan(30)
  await preview.close()
})

test('without the hub the overview says that what it shows may be old', async () => {
  await hub.stop()
  await page.waitForSelector('text=Anteroom does not answer')
})
