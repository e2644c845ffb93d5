/** What a viewer sees of films that speak and of films and pictures of another shape than the screen. */
import { execFileSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contrastRatio } from '../../core/contrast.ts'
import { deskAt } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type Kiosk, launchKiosk } from '../support/kiosk.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
const captions = `WEBVTT

00:00.000 --> 00:04.000
We look at your skin together and talk
about what you would like.

00:04.000 --> 00:08.000
Is it too warm? Say so.
`
let kiosk: Kiosk

/** Appears in one step. */
const make = (name: string, source: string, output: readonly string[]) => {
  const made = path.join(place.folder, name)
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...output, made])
  renameSync(made, path.join(place.content, name))
}
const film = ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '60', '-pix_fmt', 'yuv420p']

beforeAll(async () => {
  writeFileSync(path.join(place.content, 'a speech.mp4.vtt'), captions)
  make('a speech.mp4', 'color=white:s=1280x720:r=30:d=8', film)
  make('b standing.mp4', 'color=red:s=540x960:r=30:d=4', film)
  make('c standing.png', 'color=red:s=540x960', ['-frames:v', '1'])
  writeFileSync(path.join(place.content, 'c standing.png.yaml'), 'seconds: 4\n')
  kiosk = await launchKiosk([...place.args, '--windowed'])
})

afterAll(async () => {
  await kiosk.close()
  place.remove()
})

const plate = () =>
  kiosk.page.evaluate(() => {
    const zone = document.querySelector('.layers')?.getBoundingClientRect()
    const element = document.querySelector<HTMLElement>('.captions-plate')
    if (element === null || zone === undefined || element.hidden) return undefined
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    return {
      text: element.textContent ?? '',
      lines: Math.round((box.height - Number.parseFloat(style.paddingTop) * 2) / Number.parseFloat(style.lineHeight)),
      capitals: (Number.parseFloat(style.fontSize) * 0.7) / zone.height,
      top: (box.top - zone.top) / zone.height,
      bottom: (box.bottom - zone.top) / zone.height,
      middle: (box.left + box.width / 2 - zone.left) / zone.width,
    }
  })
/** Of what the window shows, by places in shares of its width and height. */
const colorsAt = (places: readonly (readonly [number, number])[]) =>
  kiosk.app.evaluate(async ({ BrowserWindow }, wanted) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    if (image === undefined) return []
    const { width, height } = image.getSize()
    const bitmap = image.toBitmap()
    return wanted.map(([x, y]) => {
      const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4
      return { red: bitmap[at + 2] ?? 0, green: bitmap[at + 1] ?? 0, blue: bitmap[at] ?? 0 }
    })
  }, places)

describe('captions', () => {
  test('are shown by themselves, in two lines, in the lower third, large enough for the last seat', async () => {
    const shown = await eventually(plate, (each) => each?.text.startsWith('We look') === true)
    expect(shown?.lines).toBe(2)
    // 49 of 1,080.
    expect(shown?.capitals).toBeGreaterThan(0.0453)
    expect(shown?.top).toBeGreaterThan(0.66)
    // A television may cut off a twentieth.
    expect(shown?.bottom).toBeLessThan(0.95)
    expect(shown?.middle).toBeCloseTo(0.5, 2)
  })

  test('follow the film, each standing on the same line as the one before', async () => {
    const first = await eventually(plate, (each) => each?.text.startsWith('We look') === true)
    const second = await eventually(plate, (each) => each?.text.startsWith('Is it') === true)
    expect(second?.bottom).toBeCloseTo(first?.bottom ?? 0, 3)
    expect(second?.lines).toBe(1)
  })

  test('can be read on a white film', async () => {
    const shown = await eventually(plate, (each) => each !== undefined)
    // Above the words.
    const ground = async () => {
      const [color] = await colorsAt([[0.5, (shown?.top ?? 0) + 0.005]])
      return `#${Object.values(color ?? {})
        .map((part) => part.toString(16).padStart(2, '0'))
        .join('')}`
    }
    await eventually(ground, (color) => contrastRatio(color, '#ffffff') >= 7)
  })

  test('end with their film', async () => {
    await eventually(plate, (each) => each !== undefined)
    const isStanding = () =>
      kiosk.page.evaluate(() =>
        [...document.querySelectorAll('video')].some((each) => each.videoWidth === 540 && each.style.zIndex === '2'),
      )
    await eventually(isStanding, (is) => is)
    await expect.poll(plate).toBeUndefined()
  })
})

describe('what stands upright', () => {
  const redness = ({ red, green, blue }: { red: number; green: number; blue: number }) => red - (green + blue) / 2
  const middleAndSides = [
    [0.5, 0.5],
    [0.1, 0.5],
    [0.9, 0.5],
  ] as const
  const isComposed = (colors: Awaited<ReturnType<typeof colorsAt>>) => {
    const [middle, ...sides] = colors.map(redness)
    // The same colour, out of focus and darker: neither black nor the clinic's ground, which is green.
    return (middle ?? 0) > 200 && sides.every((side) => side > 20 && side < 160)
  }
  const showsFilm = () =>
    kiosk.page.evaluate(() => [...document.querySelectorAll('video')].some((each) => each.style.zIndex === '2'))

  test('as a film, is whole and stands on itself out of focus', async () => {
    await eventually(
      async () => ((await showsFilm()) ? await colorsAt(middleAndSides) : []),
      (colors) => colors.length > 0 && isComposed(colors),
    )
  })

  test('as a picture, too', async () => {
    const look = async () => {
      const isPicture = await kiosk.page.evaluate(() =>
        [...document.querySelectorAll('canvas')].some(
          (each) => each.style.zIndex === '4' && each.style.visibility === 'visible',
        ),
      )
      return isPicture ? await colorsAt(middleAndSides) : []
    }
    await eventually(look, (colors) => colors.length > 0 && isComposed(colors))
  })

  test('films are silent until the clinic wants otherwise', async () => {
    const sounds = await kiosk.page.evaluate(() => [...document.querySelectorAll('video')].map(({ muted }) => muted))
    expect(sounds).toEqual([true, true])
  })
})

test('beside the queue, captions keep the size that the last seat needs', async () => {
  await deskAt(kiosk.hubUrl()).checkIn()
  const isBeside = () => kiosk.page.evaluate(() => document.documentElement.dataset.queue === 'beside')
  await eventually(isBeside, (is) => is)
  const shown = await eventually(plate, (each) => each !== undefined)
  // Of the film's own height, which is three quarters of the screen's: 16 arc minutes at five metres on 55 inches.
  expect(shown?.capitals).toBeGreaterThan(0.0453)
})
