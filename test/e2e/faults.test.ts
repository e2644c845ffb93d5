/** What a viewer sees when something breaks behind the picture: nothing. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { type Kiosk, launchKiosk } from '../support/kiosk.ts'
import { putVideo } from '../support/media.ts'
import { makePlace } from '../support/place.ts'
import { countFrames, looksBlue, looksRed, showing } from '../support/presented.ts'

const place = makePlace()
const playlist = path.join(place.playlists, 'default.yaml')
let kiosk: Kiosk

beforeAll(async () => {
  putVideo(path.join(place.content, 'red.mp4'), 'red', 3)
  putVideo(path.join(place.content, 'blue.mp4'), 'blue', 3)
  kiosk = await launchKiosk([...place.args, '--windowed'])
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
  await expect.poll(presented, { timeout: 10_000 }).toBeGreaterThan(before + 30)
  const health = async () => (await fetch(`${kiosk.hubUrl()}/api/health`)).status
  await eventually(health, (status) => status === 200)
  expect(await eventually(kiosk.hubPid, (pid) => pid !== killed)).not.toBe(killed)
  await showing(kiosk, looksBlue)
  await showing(kiosk, looksRed)
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
  await kiosk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await showing(kiosk, looksBlue, 10_000)
})

test('without a hub from the start, the screen plays from its own copy', async () => {
  await kiosk.close()
  // A hub that cannot open its database ends at once, again and again.
  writeFileSync(path.join(place.data, 'anteroom.sqlite'), 'no database')
  kiosk = await launchKiosk([...place.args, '--windowed'])
  await showing(kiosk, looksBlue, 15_000)
  expect(kiosk.said()).toContain('cannot be used')
})
