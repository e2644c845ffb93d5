/** Takes the README's pictures from the real kiosk with the simulated clinic day: `npm run screenshots`. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { eventually } from '../test/support/eventually.ts'
import { launchKiosk } from '../test/support/kiosk.ts'
import { makePlace, projectRoot } from '../test/support/place.ts'

const images = path.join(projectRoot, 'docs/images')
// A call comes about every half minute, the films one after another.
const patienceMs = 240_000

await mkdir(images, { recursive: true })
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
