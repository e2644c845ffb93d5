/** Playlists as marketing makes them: by pointer, by keyboard, each change saved at once and taken back with Undo. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { sample } from '../support/samples.ts'

const patience = { timeout: 60_000 }
const files = ['Hills.jpg', 'Lake.jpg', 'rooms/One.jpg', 'rooms/Two.jpg']

let place: Place
let hub: RunningHub
let browser: Browser
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  browser = await startBrowser()
  place = makePlace()
  mkdirSync(path.join(place.content, 'rooms'))
  for (const [at, file] of files.entries()) writeFileSync(path.join(place.content, file), sample('photo.jpg', at))
  hub = await startHub([...place.args, '--at', '2026-03-03T14:02:00+01:00'])
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
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await page.context().close()
})

const fileOf = (name: string) => path.join(place.playlists, `${name}.yaml`)
const written = (name: string) => (existsSync(fileOf(name)) ? parse(readFileSync(fileOf(name), 'utf8')) : undefined)
const itemsOf = (name: string) => expect.poll(() => written(name)?.items, patience)
const told = () => expect.poll(() => page.locator('.notice-bar [role=status]').textContent(), patience)
const titles = () => expect.poll(() => page.locator('.entries .entry-words > b').allTextContents(), patience)
const focused = () => page.evaluate(() => document.activeElement?.querySelector('b')?.textContent)

async function open(name: string, items: readonly unknown[], title = name): Promise<void> {
  writeFileSync(fileOf(name), JSON.stringify({ title, items }))
  await expect.poll(async () => (await fetch(`${hub.url}/api/playlists/${name}`)).status, patience).toBe(200)
  await page.goto(`${hub.url}/studio/playlists#${name}`)
  await page.getByRole('textbox', { name: 'Name of the playlist' }).waitFor()
}

test('a new playlist is made, filled by button and by dragging, and is a file that people can read', async () => {
  await page.goto(`${hub.url}/studio/playlists`)
  await page.getByRole('button', { name: 'New playlist' }).click()
  await page.getByLabel('What it is called').fill('Quiet mornings')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByText('Nothing in it yet.').waitFor()
  await page.getByRole('button', { name: 'Add Lake' }).click()
  await itemsOf('quiet-mornings').toEqual(['Lake.jpg'])
  await page
    .locator('.offers li', { hasText: 'Hills' })
    .dragTo(page.locator('.entry').first(), { targetPosition: { x: 40, y: 4 } })
  await itemsOf('quiet-mornings').toEqual(['Hills.jpg', 'Lake.jpg'])
  await page.getByRole('radio', { name: 'Folders' }).check()
  await page.getByRole('button', { name: 'Add rooms' }).click()
  await itemsOf('quiet-mornings').toEqual(['Hills.jpg', 'Lake.jpg', { folder: 'rooms' }])
  await page.locator('.editor-totals').getByText('0:48').waitFor()
  await page.getByText('comes round 75 times an hour').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'All playlists' }).click()
  await page
    .getByRole('link', { name: /Quiet mornings/ })
    .getByText('4 items · 0:48')
    .waitFor()
  expect(await violationsOf(page)).toEqual([])
})

test('each change is taken back with Undo, the last first, down to the list as it was', async () => {
  await open('undone', ['Lake.jpg', 'Hills.jpg'])
  await page.getByRole('button', { name: 'Move Hills up' }).click()
  await told().toBe('Moved Hills.')
  await page.getByRole('button', { name: 'Take Lake out' }).click()
  await itemsOf('undone').toEqual(['Hills.jpg'])
  await page.getByRole('textbox', { name: 'Name of the playlist' }).fill('Another name')
  await page.getByRole('textbox', { name: 'Name of the playlist' }).press('Enter')
  await expect.poll(() => written('undone')?.title).toBe('Another name')
  for (const words of ['Called it Another name', 'Took out Lake', 'Moved Hills']) {
    await page.getByRole('button', { name: `Undo: ${words}` }).click()
    await told().toBe(`Taken back: ${words}.`)
  }
  await itemsOf('undone').toEqual(['Lake.jpg', 'Hills.jpg'])
  expect(written('undone').title).toBe('undone')
})

test('with the keyboard alone: Alt and an arrow move, Delete takes out, and the keyboard stays with the line', async () => {
  await open('keys', ['Lake.jpg', 'Hills.jpg', { folder: 'rooms' }])
  await page.locator('.entry-main').first().focus()
  await page.keyboard.press('Alt+ArrowDown')
  await titles().toEqual(['Hills', 'Lake', 'rooms'])
  await expect.poll(focused).toBe('Lake')
  await itemsOf('keys').toEqual(['Hills.jpg', 'Lake.jpg', { folder: 'rooms' }])
  await page.keyboard.press('Delete')
  await titles().toEqual(['Hills', 'rooms'])
  await expect.poll(focused).toBe('rooms')
  await page.keyboard.press('ArrowUp')
  await expect.poll(focused).toBe('Hills')
  await told().toBe('Took out Lake.')
  await page.keyboard.press('Control+z')
  await itemsOf('keys').toEqual(['Hills.jpg', 'Lake.jpg', { folder: 'rooms' }])
  await page.getByRole('button', { name: 'Add Lake' }).press('Enter')
  await itemsOf('keys').toEqual(['Hills.jpg', 'Lake.jpg', { folder: 'rooms' }, 'Lake.jpg'])
})

test('a line says how long, how often and whether it is heard; what stands there otherwise stays', async () => {
  await open('options', [{ asset: 'Lake.jpg', when: { locale: 'de' } }, 'Hills.jpg'])
  await page.locator('.entry-main').first().click()
  await page.getByLabel('How often').selectOption({ label: 'Twice as often' })
  await page.getByLabel('But not too often').selectOption({ label: 'At most every 10 minutes' })
  await page.getByLabel('Seconds it stands').fill('30')
  await page.getByLabel('Seconds it stands').press('Enter')
  await itemsOf('options').toEqual([
    { asset: 'Lake.jpg', when: { locale: 'de' }, weight: 2, atMostEvery: '10m', seconds: 30 },
    'Hills.jpg',
  ])
  await page.getByLabel('Another order every day').check()
  await expect.poll(() => written('options').shuffle).toBe('daily')
  expect(await violationsOf(page)).toEqual([])
})

test('sentences are for the ticker; a list may hold another list', async () => {
  await open('inner', ['Lake.jpg'], 'Inner list')
  await open('outer', ['Hills.jpg'])
  await page.getByRole('radio', { name: 'Playlists' }).check()
  await page.getByRole('button', { name: 'Add Inner list' }).click()
  await itemsOf('outer').toEqual(['Hills.jpg', { playlist: 'inner' }])
  await page.getByRole('radio', { name: 'Text', exact: true }).check()
  await page.getByLabel('What it says').fill('Flu vaccines are here')
  await page.getByRole('button', { name: 'Add this sentence' }).click()
  await itemsOf('outer').toEqual(['Hills.jpg', { playlist: 'inner' }, { text: 'Flu vaccines are here' }])
})

test('a folder is read-only and can be copied; a deleted playlist comes back', async () => {
  await page.goto(`${hub.url}/studio/playlists#rooms`)
  await page.getByText('It cannot be changed here; a copy can.').waitFor()
  expect(await page.getByRole('button', { name: 'Delete' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByLabel('What it is called').fill('Our rooms')
  await page.getByRole('button', { name: 'Make it' }).click()
  await itemsOf('our-rooms').toEqual(['rooms/One.jpg', 'rooms/Two.jpg'])
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => existsSync(fileOf('our-rooms'))).toBe(false)
  await told().toBe('Deleted the playlist Our rooms.')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await itemsOf('our-rooms').toEqual(['rooms/One.jpg', 'rooms/Two.jpg'])
})

test('a file that is gone is said so in its line, and the others play', async () => {
  await open('missing', ['Lake.jpg', 'gone.mp4'])
  await page.locator('.entry[data-problem=true]').getByText('gone.mp4').first().waitFor()
  await expect.poll(() => page.locator('.entry[data-problem=false]').count()).toBe(1)
})

test('what somebody else wrote meanwhile is not lost without a word: Undo brings it back', async () => {
  let isNear = true
  await page.routeWebSocket(/topics=(playlists|assets)/, (page) => {
    const hub = page.connectToServer()
    // The news of the change is on its way for longer than the next press of a button.
    hub.onMessage((message) => isNear && page.send(message))
  })
  await open('shared', ['Lake.jpg', 'Hills.jpg'])
  await titles().toEqual(['Lake', 'Hills'])
  isNear = false
  const theirs = { title: 'Theirs', items: ['rooms/One.jpg'] }
  writeFileSync(fileOf('shared'), JSON.stringify(theirs))
  const fileNow = async () => ((await hub.get('/api/playlists/shared')) as { file: { title?: string } }).file.title
  await expect.poll(fileNow, patience).toBe('Theirs')
  await page.getByRole('button', { name: 'Move Hills up' }).click()
  await told().toBe('Moved Hills. Somebody else had changed it meanwhile: Undo brings theirs back.')
  await page.keyboard.press('Control+z')
  await expect.poll(() => written('shared')).toEqual(theirs)
})

test('a list of two thousand lines is opened, changed and saved, and only its beginning is drawn', async () => {
  const items = Array.from({ length: 2_000 }, (_, at) => ({ asset: files[at % files.length], seconds: 5 + (at % 7) }))
  await open('long', items)
  await page.getByText('2000 items').waitFor()
  await expect.poll(() => page.locator('.entry').count()).toBe(100)
  await page.locator('.entry-main').nth(1).press('Alt+ArrowUp')
  await told().toBe('Moved Lake.')
  await itemsOf('long').toEqual([items[1], items[0], ...items.slice(2)])
})

test('the list fits a telephone at 400 %, and every button is large enough for a finger', async () => {
  await open('narrow', ['Lake.jpg', { folder: 'rooms' }])
  await page.setViewportSize({ width: 360, height: 640 })
  await page.locator('.entry-main').first().click()
  const found = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: [...document.querySelectorAll<HTMLElement>('main button, main select, main input:not([type=checkbox])')]
      .filter((one) => one.getClientRects().length > 0 && !one.matches('.tabs input'))
      .filter((one) => one.offsetHeight < 44 || one.offsetWidth < 44)
      .map((one) => one.outerHTML.slice(0, 120)),
  }))
  expect(found).toEqual({ wide: 0, small: [] })
})
