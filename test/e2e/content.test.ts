/** From the folder to the wall: what a viewer sees when somebody puts in, replaces or deletes a file. */
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Kiosk, launchKiosk, small } from '../support/kiosk.ts'
import { putPicture, putVideo } from '../support/media.ts'
import { makePlace } from '../support/place.ts'
import { countFrames, looksBlue, looksLime, looksRed, looksYellow, showing } from '../support/presented.ts'

const place = makePlace()
const film = path.join(place.content, 'film.mp4')
let kiosk: Kiosk

beforeAll(async () => {
  kiosk = await launchKiosk([...place.args, '--windowed'], small)
})

afterAll(async () => {
  await kiosk.close()
  place.remove()
})

test('an empty folder shows the branded card', async () => {
  await kiosk.page.waitForSelector('.card-name')
  await expect.poll(() => kiosk.page.textContent('.card-name')).toBe('Welcome')
})

test('the clinic’s own name and colours reach the card', async () => {
  const colors =
    '  ground: "#301030"\n  surface: "#402040"\n  text: "#ffffff"\n  muted: "#ddccdd"\n  accent: "#ffbb88"\n'
  writeFileSync(path.join(place.content, 'brand.yaml'), `name: Harbour House\ncolors:\n${colors}`)
  await kiosk.page.waitForSelector('text=Harbour House')
  const ground = await kiosk.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(ground).toBe('rgb(48, 16, 48)')
})

test('a film put into the folder plays: frames are presented and its colour fills the screen', async () => {
  const presented = await countFrames(kiosk.page)
  putVideo(film, 'red', 3, 360)
  await showing(kiosk, looksRed)
  const before = await presented()
  await expect.poll(presented).toBeGreaterThan(before + 60)
})

test('a film of the same name takes its place', async () => {
  putVideo(film, 'lime', 3, 360)
  await showing(kiosk, looksLime)
})

test('a broken file of the same name does not: the good one goes on, and the list says why', async () => {
  writeFileSync(film, 'This is not a film.')
  const assets = async () => (await (await fetch(`${kiosk.hubUrl()}/api/assets`)).json()).assets as { state: string }[]
  await expect
    .poll(async () => (await assets())[0])
    .toMatchObject({
      state: 'refused',
      reason: { code: 'not-media' },
      notices: [{ code: 'previous-plays' }],
    })
  const presented = await countFrames(kiosk.page)
  const before = await presented()
  await expect.poll(presented).toBeGreaterThan(before + 60)
  await showing(kiosk, looksLime, 10_000)
})

test('films and pictures follow one another in the order of their names', async () => {
  putVideo(film, 'red', 3, 360)
  // A picture stands for twelve seconds when nobody says how long.
  writeFileSync(path.join(place.content, 'a picture.png.yaml'), 'seconds: 3\n')
  putPicture(path.join(place.content, 'a picture.png'), 'yellow')
  putVideo(path.join(place.content, 'other.mp4'), 'blue', 3, 360)
  await showing(kiosk, looksYellow)
  await showing(kiosk, looksRed)
  await showing(kiosk, looksBlue)
  await showing(kiosk, looksYellow)
})

test('a film deleted while it plays plays to its end, and does not come again', async () => {
  await showing(kiosk, looksRed)
  rmSync(film)
  await showing(kiosk, looksBlue)
  await showing(kiosk, looksYellow)
  await showing(kiosk, looksBlue)
})

test('an emptied folder brings the card back', async () => {
  rmSync(path.join(place.content, 'other.mp4'))
  rmSync(path.join(place.content, 'a picture.png'))
  const isCard = ({ red, green, blue }: { red: number; green: number; blue: number }) =>
    red < 110 && green < 90 && blue < 110
  await showing(kiosk, isCard, 45_000)
})
