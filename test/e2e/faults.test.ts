/** What a viewer sees when something breaks behind the picture: nothing. */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { type Kiosk, launchKiosk, small } from '../support/kiosk.ts'
import { putVideo } from '../support/media.ts'
import { makePlace } from '../support/place.ts'
import { countFrames, looksBlue, looksRed, showing } from '../support/presented.ts'

const place = makePlace()
const playlist = path.join(place.playlists, 'default.yaml')
let kiosk: Kiosk

/** Of the page's own process. */
const rendererPid = () =>
  eventually(
    () =>
      kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0),
    (pid) => pid > 0,
  )
const ended = (pid: number) => expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 60_000 }).toBe(false)

/** Nothing that was stopped is left behind, whatever comes of the test. */
function endAtLast(pid: number): void {
  onTestFinished(() => {
    if (existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGKILL')
  })
}

beforeAll(async () => {
  putVideo(path.join(place.content, 'red.mp4'), 'red', 3, 360)
  putVideo(path.join(place.content, 'blue.mp4'), 'blue', 3, 360)
  kiosk = await launchKiosk([...place.args, '--windowed'], small)
  await showing(kiosk, looksRed)
})

afterAll(async () => {
  await kiosk.close()
  place.remove()
})

test('the hub killed: the picture goes on, item after item, and the hub is back', async () => {
  const presented = await countFrames(kiosk.page)
  const killed = kiosk.hubPid()
  const before = await presented()
  process.kill(killed, 'SIGKILL')
  await expect.poll(presented).toBeGreaterThan(before + 30)
  const health = async () => (await fetch(`${kiosk.hubUrl()}/api/health`)).status
  await eventually(health, (status) => status === 200)
  expect(await eventually(kiosk.hubPid, (pid) => pid !== killed)).not.toBe(killed)
  await showing(kiosk, looksBlue)
  await showing(kiosk, looksRed)
})

test('a film that was ready and presents nothing is passed over, and the others go on', async () => {
  await showing(kiosk, looksBlue)
  const presented = await countFrames(kiosk.page)
  await kiosk.page.evaluate(async () => {
    const { programme } = await (await fetch('/api/screens/screen-1/programme')).json()
    const items = Object.values(programme.items) as { title: string; file: string }[]
    const file = items.find(({ title }) => title === 'blue')?.file ?? 'none'
    const isIt = (video: HTMLVideoElement) => video.src.endsWith(file)
    for (const video of document.querySelectorAll('video'))
      video.addEventListener('play', () => isIt(video) && video.pause())
  })
  const before = await presented()
  // What is on screen and the film after it are no more than 180.
  await eventually(presented, (frames) => frames > before + 300)
  await showing(kiosk, looksRed)
  await kiosk.page.reload()
  await showing(kiosk, looksBlue)
})

test('a playlist is followed; edited into nonsense, the last good one goes on', async () => {
  writeFileSync(playlist, 'items:\n  - blue.mp4\n')
  const items = () =>
    kiosk.page.evaluate(async () => {
      const { programme } = await (await fetch('/api/screens/screen-1/programme')).json()
      return (programme.loops.default as { places: string[] }).places.length
    })
  await eventually(items, (count) => count === 1)
  writeFileSync(playlist, 'itms:\n  - blue.mp4\n')
  const problems = async () =>
    (await (await fetch(`${kiosk.hubUrl()}/api/health`)).json()).problems as { message: string }[]
  const [problem] = await eventually(problems, (all) => all.length > 0)
  expect(problem).toMatchObject({ about: 'playlists/default.yaml', line: 1 })
  expect(problem?.message).toContain('Did you mean "items"?')
  expect(problem?.message).toContain('The previous version keeps playing.')
  expect(await items()).toBe(1)
  await showing(kiosk, looksBlue)
})

test('a page that crashes is back, and plays', async () => {
  const crashed = await rendererPid()
  await kiosk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await ended(crashed)
  await showing(kiosk, looksBlue)
})

test('a page that has stopped is found, and is back', async () => {
  const stopped = await rendererPid()
  endAtLast(stopped)
  process.kill(stopped, 'SIGSTOP')
  await ended(stopped)
  const next = await rendererPid()
  await showing(kiosk, looksBlue)
  // Questions that the stopped one left unanswered are not held against the next.
  await pause(6_000)
  expect(await rendererPid()).toBe(next)
})

test('a page that hangs while it loads is back, and plays', async () => {
  const hung = await kiosk.app.evaluate(async ({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    if (page === undefined) return 0
    // Its address is taken over, nothing of it has run yet.
    const stopped = new Promise<number>((resolve) => {
      page.once('did-navigate', () => {
        const pid = page.getOSProcessId()
        // 0 would be everybody in this group.
        if (pid > 0) process.kill(pid, 'SIGSTOP')
        resolve(pid)
      })
    })
    page.reload()
    return stopped
  })
  endAtLast(hung)
  expect(hung).toBeGreaterThan(0)
  await ended(hung)
  await showing(kiosk, looksBlue)
})

test('without a hub from the start, the screen plays from its own copy', async () => {
  await kiosk.close()
  // A hub that cannot open its database ends at once, again and again.
  writeFileSync(path.join(place.data, 'anteroom.sqlite'), 'no database')
  kiosk = await launchKiosk([...place.args, '--windowed'], small)
  await showing(kiosk, looksBlue)
  expect(kiosk.said()).toContain('cannot be used')
})
