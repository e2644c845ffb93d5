/** The studio in a real browser, with a real hub and real files: adding, replacing, deleting, asking, and phones. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { sample } from '../support/samples.ts'

const afternoon = '2026-03-03T14:02:00+01:00'
/** Being taken in: lying still, checked, made ready. */
const patience = { timeout: 60_000 }

let place: Place
let hub: RunningHub
let browser: Browser
let studio: Page
let complaints: readonly string[]

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  place = makePlace()
  hub = await startHub([...place.args, '--at', afternoon, '--phones', '127.0.0.1:0'])
  studio = await openStudio()
  complaints = complaintsOf(studio)
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await Promise.all(browser.contexts().map((context) => context.close()))
  await hub.stop()
  place.remove()
})

async function openStudio(viewport = { width: 1440, height: 900 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.goto(`${hub.url}/studio`)
  await page.getByRole('heading', { name: 'Studio' }).waitFor()
  return page
}

const inFolder = (name: string) => path.join(place.content, name)
const put = (name: string, bytes: Buffer | string) => {
  mkdirSync(path.dirname(inFolder(name)), { recursive: true })
  writeFileSync(inFolder(name), bytes)
}
const card = (page: Page, file: string) => page.locator(`[data-path="${file}"]`)
const stateOf = (page: Page, file: string) => card(page, file).getAttribute('data-state', patience)
const ready = (page: Page, file: string) => expect.poll(() => stateOf(page, file), patience).toBe('ready')
const told = (page: Page) => expect.poll(() => page.locator('.notice-bar [role=status]').textContent(), patience)

/** As from a file manager: the page sees what it would see of a real drop. */
async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([given, text]) => {
      const data = new DataTransfer()
      const binary = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
      data.items.add(new File([binary], given))
      return data
    },
    [name, bytes.toString('base64')] as const,
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.getByText('Drop to put it on the TV').waitFor()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file][multiple]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

test('a file dropped on the page arrives, is looked at, and says when it is next on the TV', async () => {
  await studio.getByText('Nothing to show yet').waitFor()
  await dropFile(studio, 'Garden.jpg', sample('photo.jpg'))
  await studio.getByRole('heading', { name: '1 file added' }).waitFor()
  await ready(studio, 'Garden.jpg')
  expect(readFileSync(inFolder('Garden.jpg')).equals(sample('photo.jpg'))).toBe(true)
  await card(studio, 'Garden.jpg').getByText('Next on TV at 14:0').waitFor()
  await card(studio, 'Garden.jpg').locator('img').waitFor()
  await studio.keyboard.press('Tab')
  await studio.getByRole('button', { name: 'Show Garden in preview' }).click()
  const shown = studio.getByRole('dialog').locator('img')
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
})

test('a name in use is asked about: both stay, or the new one takes the place and keeps the note', async () => {
  put('Offer.png', sample('photo.png'))
  put('Offer.png.yaml', 'title: The summer offer\n')
  await ready(studio, 'Offer.png')
  await choose(studio, 'Offer.png', sample('photo.png', 1))
  await studio.getByRole('button', { name: 'Keep both' }).click()
  await ready(studio, 'Offer 2.png')
  expect(readFileSync(inFolder('Offer.png')).equals(sample('photo.png'))).toBe(true)
  await choose(studio, 'Offer.png', sample('photo.png', 2))
  await studio.getByRole('button', { name: 'Replace', exact: true }).click()
  await eventually(
    () => readFileSync(inFolder('Offer.png')).equals(sample('photo.png', 2)),
    (isNew) => isNew,
  )
  expect(readFileSync(inFolder('Offer.png.yaml'), 'utf8')).toBe('title: The summer offer\n')
  await told(studio).toBe('Replaced: Offer.png. The new one is being looked at.')
  await choose(studio, 'Offer.png', sample('photo.png', 3))
  await studio.getByRole('button', { name: 'Cancel' }).click()
  expect(readFileSync(inFolder('Offer.png')).equals(sample('photo.png', 2))).toBe(true)
  await studio.getByRole('button', { name: 'Undo' }).click()
  await told(studio).toBe('Brought back: Offer.png.')
  expect(readFileSync(inFolder('Offer.png')).equals(sample('photo.png'))).toBe(true)
})

test('a deleted file comes back with Undo, and later from the list', async () => {
  put('rooms/Lake.jpg', sample('photo.jpg', 1))
  put('rooms/Hills.jpg', sample('photo.jpg', 2))
  await ready(studio, 'rooms/Lake.jpg')
  await ready(studio, 'rooms/Hills.jpg')
  await studio.getByRole('button', { name: 'Delete Lake' }).click()
  await told(studio).toBe('Deleted: Lake.')
  expect(existsSync(inFolder('rooms/Lake.jpg'))).toBe(false)
  // The keyboard goes on where it was.
  await expect
    .poll(() => studio.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Show Hills in preview')
  // Undo is far from there by Tab: it has the keys that it has everywhere.
  await studio.keyboard.press('Control+z')
  await told(studio).toBe('Brought back: rooms/Lake.jpg.')
  await ready(studio, 'rooms/Lake.jpg')
  await studio.getByRole('button', { name: 'Delete Lake' }).click()
  await card(studio, 'rooms/Lake.jpg').waitFor({ state: 'detached' })
  await studio.getByRole('button', { name: 'Recently deleted' }).click()
  await studio.getByRole('button', { name: 'Bring back rooms/Lake.jpg' }).click()
  await ready(studio, 'rooms/Lake.jpg')
})

test('a refused file says why and what to do, and its buttons do it', async () => {
  put('price list.mp4', '<script>alert(1)</script>')
  const refused = card(studio, 'price list.mp4')
  await refused.getByText('The file is neither a video nor a picture').waitFor(patience)
  await refused.getByText('Put in a video, a picture or a PDF.').waitFor()
  await expect.poll(() => studio.title()).toBe('(1) Studio')
  // To look at it again would change nothing: only where it may, the page offers that.
  expect(await refused.getByRole('button', { name: 'Try again' }).count()).toBe(0)
  await refused.getByRole('button', { name: 'Replace…: price list' }).waitFor()
  await refused.getByRole('button', { name: 'Show price list in preview' }).click()
  await studio.getByText('It is not shown here, as it is not shown on the TV.').waitFor()
  await studio.keyboard.press('Escape')
  put('half.mp4', sample('film.mp4').subarray(0, 9_000))
  const half = card(studio, 'half.mp4')
  await half.getByRole('button', { name: 'Try again: half' }).click(patience)
  await told(studio).toBe('half is looked at again.')
  await studio.getByRole('button', { name: 'Delete half' }).click()
  await half.waitFor({ state: 'detached' })
  await refused.getByRole('button', { name: 'Delete price list' }).click()
  await refused.waitFor({ state: 'detached' })
  expect(readdirSync(place.content).filter((name) => !name.startsWith('_'))).toEqual([])
})

test('whoever answers with the keyboard stays with the file, wherever its card goes', async () => {
  put('Offer.png', sample('photo.png'))
  put('Offer v2.png', sample('photo.png', 1))
  await studio.getByRole('button', { name: 'Keep both: Offer v2' }).press('Enter', patience)
  await told(studio).toBe('Both stay: Offer v2.')
  await expect.poll(() => studio.locator('section[aria-labelledby=needs-you]').count(), patience).toBe(0)
  const focused = () => studio.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused).toBe('Show Offer v2 in preview')
})

test('every file that cannot be added is named', async () => {
  const files = ['a?.jpg', 'b:b.jpg', 'c.part'].map((name) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: Buffer.from('x'),
  }))
  await studio.locator('input[type=file][multiple]').setInputFiles(files)
  const notice = studio.locator('.notice-bar [role=status]')
  for (const name of ['a?.jpg:', 'b:b.jpg:', 'c.part:']) await notice.getByText(name).waitFor()
})

test('a new version is asked about, and takes the place of the old one', async () => {
  put('Offer.png', sample('photo.png'))
  put('Offer v2.png', sample('photo.png', 1))
  await ready(studio, 'Offer v2.png')
  await card(studio, 'Offer v2.png').getByText('Is it a new version of Offer.png?').waitFor()
  await studio.getByRole('button', { name: 'Replace it: Offer v2' }).click()
  await told(studio).toBe('Offer v2 has taken the place of Offer.png.')
  expect(readFileSync(inFolder('Offer.png')).equals(sample('photo.png', 1))).toBe(true)
  expect(existsSync(inFolder('Offer v2.png'))).toBe(false)
})

test('speech without captions is asked about once; the answer is kept in the note', async () => {
  put('Story.mp4', sample('film-with-sound.mp4'))
  put('Other story.mp4', sample('film-with-sound.mp4', 1))
  const story = card(studio, 'Story.mp4')
  await story.getByText('It plays silently').waitFor(patience)
  await studio.getByRole('button', { name: 'Nobody speaks: Story' }).click()
  await eventually(
    () => readFileSync(inFolder('Story.mp4.yaml'), 'utf8'),
    (text) => text === 'speech: none\n',
  )
  await studio.getByRole('button', { name: 'Play silently: Other story' }).click(patience)
  await expect.poll(() => studio.locator('#on-tv').count(), patience).toBe(1)
  await studio.locator('section[aria-labelledby=on-tv]').locator('[data-path="Other story.mp4"]').waitFor(patience)
})

test('only what is looked for is shown', async () => {
  put('Café.jpg', sample('photo.jpg', 3))
  put('Lake.jpg', sample('photo.jpg', 4))
  await ready(studio, 'Lake.jpg')
  await ready(studio, 'Café.jpg')
  await studio.getByRole('searchbox', { name: 'Find a file' }).fill('cafe')
  await card(studio, 'Lake.jpg').waitFor({ state: 'detached' })
  await expect.poll(() => card(studio, 'Café.jpg').count()).toBe(1)
  await studio.getByRole('searchbox').fill('nothing like it')
  await studio.getByText('No file is called “nothing like it”.').waitFor()
})

test('without the hub the page says so, and offers nothing', async () => {
  put('Lake.jpg', sample('photo.jpg'))
  await ready(studio, 'Lake.jpg')
  await hub.stop()
  await studio.getByText('No connection to Anteroom. This is the folder as of 14:0').waitFor()
  for (const name of ['Add files', 'Add from my phone', 'Delete Lake', 'Replace Lake…']) {
    await expect.poll(() => studio.getByRole('button', { name }).isDisabled()).toBe(true)
  }
})

test('everything has a name, a place for the keyboard and a size for a finger, also at 400 %', async () => {
  put('Lake.jpg', sample('photo.jpg'))
  put('broken.mp4', 'no film')
  const narrow = await openStudio({ width: 360, height: 225 })
  await card(narrow, 'broken.mp4').getByText('Not on the TV').waitFor(patience)
  await ready(narrow, 'Lake.jpg')
  const found = await narrow.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, a, input:not([type=file])')]
    return {
      nameless: controls.filter((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim() === '')
        .length,
      small: controls
        .filter((one) => one.getClientRects().length > 0)
        .filter((one) => one.offsetHeight < 44 || one.offsetWidth < 44)
        .map((one) => one.outerHTML.slice(0, 120)),
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      pictures: [...document.querySelectorAll('img')].filter((image) => !image.hasAttribute('alt')).length,
    }
  })
  expect(found).toEqual({ nameless: 0, small: [], wide: 0, pictures: 0 })
})

test('a phone adds files with the code, and with nothing else', async () => {
  await studio.getByRole('button', { name: 'Add from my phone' }).click()
  const address = (await studio.locator('.address').textContent()) ?? ''
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/t\/u\/[\w-]{22}$/)
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  const phoneComplaints = complaintsOf(phone)
  await phone.goto(address)
  const photos = ['image.jpg', 'image.jpg'].map((name, at) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: sample('photo.jpg', at),
  }))
  await phone.getByLabel('Choose photos or videos').setInputFiles(photos)
  await phone.getByText('Done: 2 files arrived.').waitFor(patience)
  expect(readFileSync(inFolder('from-phone/image.jpg')).equals(sample('photo.jpg', 0))).toBe(true)
  expect(readFileSync(inFolder('from-phone/image 2.jpg')).equals(sample('photo.jpg', 1))).toBe(true)
  await studio.getByText('2 files have arrived.').waitFor()
  await studio.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  // The code is over as soon as the page of the clinic lets go of it.
  await expect.poll(async () => (await fetch(address)).status).toBe(404)
  await phone.getByLabel('Choose photos or videos').setInputFiles(photos.slice(0, 1))
  await phone.getByText('The code is over.').waitFor()
  expect(phoneComplaints).toEqual([])
})
