/** From the desk to the wall: a call made at the desk, in a browser, is what the waiting room sees, in Electron. */
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { deskAt, send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { type Kiosk, launchKiosk } from '../support/kiosk.ts'
import { putVideo } from '../support/media.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
let hub: RunningHub
let kiosk: Kiosk
let browser: Browser
let desk: Page
let code = ''

beforeAll(async () => {
  putVideo(path.join(place.content, 'film.mp4'), 'blue', 4)
  hub = await startHub(place.args)
  // The kiosk finds the hub that runs on its data folder, and uses it.
  kiosk = await launchKiosk([...place.args, '--windowed'])
  browser = await startBrowser()
  desk = await browser.newPage()
  await desk.goto(`${hub.url}/desk`)
  await desk.getByText('Check in the first patient').waitFor()
})

afterAll(async () => {
  await browser.close()
  await kiosk.close()
  await hub.stop()
  place.remove()
})

const wall = (place_: string) => kiosk.page.locator(place_)

test('without a queue the film has the whole screen', async () => {
  expect(await wall('.queue-panel').count()).toBe(0)
  await expect.poll(() => kiosk.page.evaluate(() => document.documentElement.dataset.queue)).toBe('none')
})

test('whoever is checked in stands among the waiting, as a code and nothing else', async () => {
  await desk.keyboard.press('n')
  await desk.locator('[name=label]').fill('red coat')
  await desk.keyboard.press('Enter')
  code = (await desk.locator('.code-card b').textContent()) ?? ''
  await wall('.queue-waiting').getByText(code).waitFor()
  const shown = await kiosk.page.evaluate(() => document.body.textContent ?? '')
  expect(shown).not.toContain('red coat')
  expect(shown.toLowerCase()).not.toContain('consultation')
  await wall('.queue-order').getByText('not by order of arrival.').waitFor()
})

test('a call fills the screen with code and room, then stands beside its door', async () => {
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('1')
  await wall('.takeover-code').getByText(code).waitFor()
  await wall('.takeover-room').getByText('Room 1').waitFor()
  await wall('.queue-called').getByText(code).waitFor()
  const size = await wall('.takeover-code').evaluate((element) => {
    return Number.parseFloat(getComputedStyle(element).fontSize) / window.innerHeight
  })
  // Capitals are 0.7 of the size: 296 of 1,080 lines on a 43-inch screen (147 mm).
  expect(size * 0.7).toBeGreaterThan(0.274)
  await wall('.takeover').waitFor({ state: 'detached' })
  await wall('.queue-called').getByText(code).waitFor()
  await expect.poll(() => wall('.queue-waiting li').count()).toBe(0)
})

test('what the settings say is on the wall at once: another language, and calls beside the film', async () => {
  const { body } = await send(`${hub.url}/api/settings`, {
    method: 'PUT',
    headers: { 'if-match': '*', 'idempotency-key': 'settings' },
    body: {
      settings: {
        languages: { tv: ['de'], patients: ['de'] },
        tv: { screenInches: 55, farthestSeatMetres: 4, calls: 'side' },
      },
    },
  })
  expect(body).toMatchObject({ settings: { tv: { calls: 'side' } } })
  await wall('.queue-order').getByText('nicht nach Ankunft').waitFor()
  const { code: second } = await deskAt(hub.url).checkIn()
  await deskAt(hub.url).press('call-next', { provider: 'p1', room: '1' })
  await wall('.takeover-code').getByText(second).waitFor()
  const call = await wall('.takeover').boundingBox()
  const codePlace = await wall('.takeover-code').boundingBox()
  const width = await kiosk.page.evaluate(() => innerWidth)
  const film = await kiosk.page.locator('.layers').boundingBox()
  expect([call?.width, film?.width, Math.abs((film?.x ?? 0) - (call?.x ?? 0))]).toEqual(Array(3).fill(width / 2))
  expect(codePlace?.width ?? width).toBeLessThanOrEqual(width / 2)
  code = second
  expect(codePlace?.x ?? 0).toBeGreaterThanOrEqual(call?.x ?? width)
})

test('the queue the wall shows is the queue the desk has', async () => {
  const hashes = await Promise.all(
    ['queue', 'board:screen-1'].map(
      (topic) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/api/live?topics=${topic}`)
          socket.addEventListener('message', ({ data }) => {
            resolve(JSON.parse(String(data)).data.stateHash)
            socket.close()
          })
        }),
    ),
  )
  expect(hashes[0]).toBe(hashes[1])
})

test('a hub that is gone makes the list say so, never show old codes; back again, it goes on', async () => {
  await hub.stop('SIGKILL')
  // The kiosk starts a hub of its own in the lost one's place, on the same data.
  const back = await eventually(
    () => kiosk.hubPid(),
    (pid) => pid !== hub.pid,
  )
  process.kill(back, 'SIGSTOP')
  try {
    await wall('text=Bitte fragen Sie').waitFor({ timeout: 30_000 })
    expect(await wall('.queue-code').count()).toBe(0)
  } finally {
    process.kill(back, 'SIGCONT')
  }
  await wall('.queue-called').getByText(code).waitFor({ timeout: 30_000 })
})
