/** Takes the README's pictures from the real kiosk with the simulated clinic day, and from the studio: `npm run screenshots`. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { startBrowser } from '../test/support/browser.ts'
import { eventually } from '../test/support/eventually.ts'
import { startHub } from '../test/support/hub.ts'
import { launchKiosk } from '../test/support/kiosk.ts'
import { makePlace, projectRoot } from '../test/support/place.ts'

const images = path.join(projectRoot, 'docs/images')
// A call comes about every half minute, the films one after another.
const patienceMs = 240_000

await mkdir(images, { recursive: true })
const wanted = process.argv.slice(2)
if (wanted.length === 0 || wanted.includes('studio')) await takeStudio()
if (wanted.length === 0 || wanted.includes('tv')) await takeTv()

async function takeTv() {
  const place = makePlace()
  const samples = ['--content', path.join(projectRoot, 'content'), '--playlists', path.join(projectRoot, 'playlists')]
  const kiosk = await launchKiosk([...place.args, ...samples, '--demo'])
  const { page } = kiosk
  const take = (name) => {
    const { width, height } = { width: 1920, height: 1080 }
    return page.screenshot({ path: path.join(images, name), clip: { x: 0, y: 0, width, height } })
  }
  try {
    const isCall = () => page.evaluate(() => document.querySelector('.takeover[data-retracted=false]') !== null)
    await eventually(isCall, (is) => is, patienceMs)
    await take('call.png')
    const isOver = () => page.evaluate(() => document.querySelector('.takeover') === null)
    await eventually(isOver, (is) => is, patienceMs)
    await take('tv.png')
  } finally {
    await kiosk.close()
    place.remove()
  }
}

/** A folder as it is on a working day: most is in order, something is in work, and four files need somebody. */
async function takeStudio() {
  const place = makePlace()
  const media = path.join(projectRoot, 'content/media')
  const inFolder = (name) => path.join(place.content, name)
  mkdirSync(inFolder('offers'))
  mkdirSync(inFolder('voices'))
  cpSync(path.join(projectRoot, 'content/brand.yaml'), inFolder('brand.yaml'))
  cpSync(media, place.content, { recursive: true })
  for (const name of ['Light therapy', 'Summer offer', 'Summer offer (3)']) {
    copyFileSync(path.join(media, '05-tell-us-before-we-start.webp'), inFolder(`offers/${name}.webp`))
  }
  const photo = readFileSync(path.join(media, '02-questions-to-ask-today.jpg'))
  writeFileSync(inFolder('Team photo.jpg'), photo.subarray(0, photo.length / 2))
  writeFileSync(inFolder('price list.mp4'), 'A spreadsheet, in truth')
  const sound = ['-f', 'lavfi', '-i', 'sine=330:d=8', '-shortest', '-c:v', 'copy', '-c:a', 'aac']
  const quiet = path.join(media, '03-a-quiet-moment.mp4')
  execFileSync('ffmpeg', ['-v', 'error', '-i', quiet, ...sound, inFolder('voices/A patient tells.mp4')])
  const hub = await startHub([...place.args, '--at', '2026-03-03T14:02:00+01:00'])
  const browser = await startBrowser()
  const viewport = { width: 1440, height: 1240 }
  try {
    const isSettled = (assets) => assets.length >= 11 && assets.every(({ state }) => state !== 'working')
    await eventually(hub.assets, isSettled, patienceMs)
    const explainer = '01-how-waiting-works-here.md'
    copyFileSync(path.join(projectRoot, 'content/explainers', explainer), inFolder(explainer))
    const isBegun = (assets) => assets.some(({ kind, progress = 0 }) => kind === 'explainer' && progress > 0.2)
    await eventually(hub.assets, isBegun, patienceMs)
    const page = await browser.newPage({ viewport })
    await page.goto(`${hub.url}/studio`)
    await page.waitForSelector('.card img')
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: path.join(images, 'studio.png') })
    const isWritten = (text) => text.includes('In work')
    await eventually(() => readFileSync(inFolder('_status.html'), 'utf8'), isWritten, patienceMs)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`file://${inFolder('_status.html')}`)
    await page.screenshot({ path: path.join(images, 'status.png') })
  } finally {
    await browser.close()
    await hub.stop()
    place.remove()
  }
}
