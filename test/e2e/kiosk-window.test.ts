/** The kiosk window: locked down, full size, one at a time. Every setting is read from the running window. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readlinkSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { electronFlags, electronPath, type Kiosk, launchKiosk } from '../support/kiosk.ts'
import { makePlace, projectRoot } from '../support/place.ts'

const place = makePlace()
let kiosk: Kiosk

beforeAll(async () => {
  kiosk = await launchKiosk([...place.args, '--screens', '2'])
})

afterAll(async () => {
  // A kiosk does not close its windows; quitting destroys them.
  await kiosk.close()
  place.remove()
})

test('one window for each screen, each knowing which one it is', async () => {
  await expect.poll(() => kiosk.app.windows().length).toBe(2)
  const ids = await Promise.all(
    kiosk.app
      .windows()
      .map((page) => page.evaluate(() => (window as { anteroom?: { screen: string } }).anteroom?.screen)),
  )
  expect(ids.sort()).toEqual(['screen-1', 'screen-2'])
})

test('the window fills the display, in front of everything, with the brand’s ground behind the page', async () => {
  const look = await kiosk.app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows()[0]
    const { width, height } = screen.getPrimaryDisplay().bounds
    const content = window?.getContentBounds()
    return {
      isKiosk: window?.isKiosk(),
      isFull: content?.width === width && (content?.height ?? 0) >= height,
      ground: window?.getBackgroundColor(),
    }
  })
  expect(look).toEqual({ isKiosk: true, isFull: true, ground: '#10272E' })
  await expect
    .poll(() => kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isAlwaysOnTop()))
    .toBe(true)
  await expect.poll(() => kiosk.page.evaluate(() => getComputedStyle(document.body).cursor)).toBe('none')
})

test('the page has no Node, no bridge but its identity, and a policy that lets nothing in', async () => {
  const inside = await kiosk.page.evaluate(async () => {
    const page = window as unknown as Record<string, unknown>
    const answer = await fetch(location.href)
    return {
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in page),
      bridge: Object.keys(page.anteroom as object),
      policy: answer.headers.get('content-security-policy'),
    }
  })
  expect(inside.node).toEqual([])
  expect(inside.bridge).toEqual(['screen'])
  expect(inside.policy).toMatch(/^default-src 'none'/)
})

test('pages elsewhere, new windows, permissions and inline scripts are refused', async () => {
  const { page } = kiosk
  const tried = await page.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => 'loaded',
      () => 'refused',
    )
    const opened = window.open('app://anteroom/tv/index.html') === null ? 'refused' : 'opened'
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'refused',
    )
    const note = await Notification.requestPermission()
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    script.remove()
    location.href = 'https://example.com/'
    return { fetched, opened, camera, note, injected: 'injected' in window }
  })
  expect(tried).toEqual({ fetched: 'refused', opened: 'refused', camera: 'refused', note: 'denied', injected: false })
  expect(page.url()).toBe('app://anteroom/tv/index.html')
})

test('nothing outside the pages and the media can be named', async () => {
  const statuses = await kiosk.page.evaluate(async () => {
    const names = ['/../package.json', '/%2e%2e/hub.mjs', '/..%2f..%2fetc/passwd', '/preload.cjs']
    return Promise.all(names.map(async (name) => (await fetch(`app://anteroom${name}`)).status))
  })
  expect(statuses).toEqual([404, 404, 404, 404])
})

test('the hub holds no socket of the kiosk but those by which the two speak', async () => {
  // A copy of a socket would hide from Chromium that a process of its own has ended, and the wall would stay empty.
  await expect.poll(() => kiosk.said()).toContain('ready http')
  const ofKiosk = new Set(socketsOf(kiosk.app.process().pid ?? 0).map(({ socket }) => socket))
  expect(ofKiosk.size).toBeGreaterThan(5)
  const shared = socketsOf(kiosk.hubPid()).filter(({ socket }) => ofKiosk.has(socket))
  expect(shared.filter(({ descriptor }) => descriptor > 2)).toEqual([])
})

test('a second start on the same data says so and ends; the first goes on', async () => {
  const second = spawn(electronPath(), [...electronFlags, projectRoot, '--', ...place.args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ANTEROOM_NODE: process.execPath },
  })
  let said = ''
  second.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(said).toContain('Anteroom is already running on')
  await expect.poll(() => kiosk.page.evaluate(() => document.readyState)).toBe('complete')
})

interface Held {
  readonly descriptor: number
  readonly socket: string
}

function socketsOf(pid: number): readonly Held[] {
  const folder = `/proc/${pid}/fd`
  const held = readdirSync(folder).flatMap((name) => {
    try {
      return [{ descriptor: Number(name), socket: readlinkSync(`${folder}/${name}`) }]
    } catch {
      return []
    }
  })
  return held.filter(({ socket }) => socket.startsWith('socket:'))
}
