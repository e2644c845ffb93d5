/** Takes the README's pictures from the real kiosk playing the sample content: `npm run screenshots` on a display of 1920 × 1080. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { eventually } from '../test/support/eventually.ts'
import { launchKiosk } from '../test/support/kiosk.ts'
import { makePlace, projectRoot } from '../test/support/place.ts'

const images = path.join(projectRoot, 'docs/images')
// Well into the welcome film: its first words stand.
const welcomeMs = 3_500

await mkdir(images, { recursive: true })
const place = makePlace()
const samples = ['--content', path.join(projectRoot, 'content'), '--playlists', path.join(projectRoot, 'playlists')]
const kiosk = await launchKiosk([...place.args, ...samples])
try {
  const isWelcome = () =>
    kiosk.page.evaluate((atMs) => {
      const [film] = [...document.querySelectorAll('video')].filter(
        (video) => !video.paused && video.style.zIndex === '2',
      )
      return film !== undefined && Math.round(film.duration) === 16 && film.currentTime * 1_000 > atMs
    }, welcomeMs)
  await eventually(isWelcome, (is) => is, 120_000)
  await kiosk.page.screenshot({ path: path.join(images, 'tv.png') })
} finally {
  await kiosk.close()
  place.remove()
}
