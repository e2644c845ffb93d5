/** What the desk does to the wall, in real Electron: skip, hide, say, hear, and see what is on it. */
import { execFileSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contrastRatio } from '../../core/contrast.ts'
import type { TvState } from '../../core/tv-contract.ts'
import type { Sounding } from '../../renderer/tv/speaker.ts'
import { violationsOf } from '../support/axe.ts'
import { startBrowser } from '../support/browser.ts'
import { type Desk, deskAt } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { type Kiosk, launchKiosk, type Rgb } from '../support/kiosk.ts'
import { putPicture } from '../support/media.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
let hub: RunningHub
let kiosk: Kiosk
let browser: Browser
let page: Page
let desk: Desk

const isBlue = ({ red, blue }: Rgb) => blue > 150 && red < 100
const isRed = ({ red, blue }: Rgb) => red > 150 && blue < 100

/** Small and as the kiosk likes it, so that it is judged soon; it fills the screen all the same. */
function putFilm(name: string): void {
  const made = path.join(place.folder, name)
  const source = ['-f', 'lavfi', '-i', 'color=blue:s=320x180:r=30:d=40']
  const safe = ['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', '60']
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...source, ...safe, '-movflags', '+faststart', made])
  renameSync(made, path.join(place.content, name))
}

beforeAll(async () => {
  // Long enough that nothing changes by itself while somebody presses.
  putFilm('a blue.mp4')
  writeFileSync(path.join(place.content, 'b red.png.yaml'), 'seconds: 60\n')
  putPicture(path.join(place.content, 'b red.png'), 'red')
  hub = await startHub(place.args)
  await eventually(hub.assets, (all) => all.length === 2 && all.every(({ state }) => state === 'ready'))
  kiosk = await launchKiosk([...place.args, '--windowed'])
  browser = await startBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  desk = deskAt(hub.url)
  await page.goto(`${hub.url}/desk`)
  await page.getByRole('button', { name: 'TV & sound' }).click()
})

afterAll(async () => {
  await browser.close()
  await kiosk.close()
  await hub.stop()
  place.remove()
})

/** Milliseconds from the press until the wall has its next item on the glass; then it looks as wanted. */
async function untilWall(press: () => Promise<unknown>, isWanted: (color: Rgb) => boolean): Promise<number> {
  const switches = () =>
    kiosk.page.evaluate(() => [
      ...((window as { anteroomSwitches?: readonly { readonly shownAtMs: number }[] }).anteroomSwitches ?? []),
    ])
  const before = (await switches()).length
  const pressedAtMs = performance.timeOrigin + performance.now()
  await press()
  const after = await eventually(switches, (all) => all.length > before, 10_000)
  await eventually(kiosk.color, isWanted, 10_000)
  return (after[before]?.shownAtMs ?? Number.POSITIVE_INFINITY) - pressedAtMs
}
const button = (name: string) => page.getByRole('dialog').getByRole('button', { name })

describe('on the TV now', () => {
  test('the desk sees the picture of the wall, and what is on it', async () => {
    const first = await eventually(kiosk.color, (color) => isBlue(color) || isRed(color))
    if (isRed(first)) await button('Skip').click()
    await eventually(kiosk.color, isBlue)
    await page.locator('.tv-picture[data-loaded=true] img').waitFor()
    await page.locator('.tv-title').getByText('blue').waitFor()
    const width = await page.locator('.tv-picture img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(width).toBe(960)
  })

  test('Skip brings the next film within a second', async () => {
    expect(await untilWall(() => button('Skip').click(), isRed)).toBeLessThan(1_000)
    await page.locator('.tv-title').getByText('red').waitFor()
  })

  test('Hide until checked takes a film off the wall within a second, in the middle of it, and for good', async () => {
    expect(await untilWall(() => button('Hide until checked').click(), isBlue)).toBeLessThan(1_000)
    expect(Object.values((await hub.programme()).items).map(({ title }) => title)).toEqual(['a blue'])
    await page.locator('.tv-held').getByText('b red').waitFor()
  })

  test('shown again, it is back, and comes when it is its turn', async () => {
    await button('Show again: b red').click()
    await eventually(hub.programme, ({ items }) => Object.keys(items).length === 2)
    expect(await untilWall(() => button('Skip').click(), isRed)).toBeLessThan(1_500)
  })
})

test('Say on TV stands on the wall until it is taken off', async () => {
  await page.getByLabel('What it says').fill('Card machine down')
  await page.getByRole('dialog').getByRole('button', { name: 'Say on TV' }).click()
  const band = kiosk.page.locator('.message-band')
  await band.getByText('Card machine down').waitFor()
  await button('Take it off').click()
  await band.waitFor({ state: 'detached' })
})

test('the dialog has no fault that a program can find, and fits on a phone', async () => {
  expect(await violationsOf(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > 360)
  expect(isWider).toBe(false)
  await page.setViewportSize({ width: 1280, height: 900 })
})

test('a call is heard: the chime, then code and room word by word, one after the other', async () => {
  const { id } = await desk.checkIn()
  const { speaks } = await hub.get<TvState>('/api/tv')
  await desk.press('call', { ticket: id, provider: 'p1', room: '1' })
  await kiosk.page.locator('.takeover').waitFor()
  const heard = () =>
    kiosk.page.evaluate(() => [...((window as { anteroomSounds?: readonly Sounding[] }).anteroomSounds ?? [])])
  const words = speaks.length === 0 ? 0 : 5
  const sounds = await eventually(heard, (all) => all.length > words, 10_000)
  expect(sounds[0]?.what).toBe('call')
  for (const [at, sound] of sounds.entries()) {
    const before = sounds[at - 1]
    if (before !== undefined) expect(sound.fromSeconds).toBeGreaterThanOrEqual(before.untilSeconds)
  }
})

describe('over a moving film', () => {
  test.each(['.queue-called .queue-code', '.queue-waiting .queue-code', '.plate', '.queue-order'])(
    '%s is read with a contrast of 7 to 1 or more, measured on its pixels',
    async (selector) => {
      await desk.checkIn()
      await kiosk.page.locator('.takeover').waitFor({ state: 'detached' })
      await kiosk.page.locator(selector).first().waitFor()
      expect(await contrastOf(selector)).toBeGreaterThanOrEqual(7)
    },
  )
})

/** Between the lightest and the darkest of what is drawn in an element's place. */
async function contrastOf(selector: string): Promise<number> {
  const box = await kiosk.page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x: Math.ceil(x), y: Math.ceil(y), width: Math.floor(width), height: Math.floor(height) }
    })
  const colors = await kiosk.app.evaluate(async ({ BrowserWindow }, rect) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage(rect)
    const bitmap = image?.toBitmap() ?? []
    const found = new Map<string, number>()
    for (let at = 0; at < bitmap.length; at += 4) {
      const color = [bitmap[at + 2], bitmap[at + 1], bitmap[at]].map((part = 0) => part.toString(16).padStart(2, '0'))
      const name = `#${color.join('')}`
      found.set(name, (found.get(name) ?? 0) + 1)
    }
    return [...found]
  }, box)
  // The two colours that most of it is made of: letters and what they stand on; edges are smoothed.
  const [one, other] = colors.sort(([, left], [, right]) => right - left).map(([color]) => color)
  return one === undefined || other === undefined ? 1 : contrastRatio(one, other)
}
