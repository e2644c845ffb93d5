/** More than three flashes a second over a quarter of the screen are dangerous; motion, cuts and slow changes are not. */
import { describe, expect, test } from 'vitest'
import { flashFrame, watchFlashes } from '../../core/flashes.ts'

type Color = readonly [red: number, green: number, blue: number]
const { width, height } = flashFrame
const black: Color = [0, 0, 0]
const white: Color = [255, 255, 255]

/** @param colorAt of a point, 0 to 1, at a time in seconds */
function isRefused(
  colorAt: (seconds: number, x: number, y: number) => Color,
  { rate = 30, seconds = 3 }: { readonly rate?: number; readonly seconds?: number } = {},
): boolean {
  const watch = watchFlashes(rate)
  for (let count = 0; count < rate * seconds; count += 1) {
    const picture = new Uint8Array(width * height * 3)
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        picture.set(colorAt((count + 0.001) / rate, x / width, y / height), (y * width + x) * 3)
      }
    }
    watch.add(picture)
  }
  return watch.isOverLimit()
}

/** Switches so many times a second to the one and back. */
const switching = (hertz: number, one: Color, other: Color) => (seconds: number) =>
  Math.floor(seconds * hertz * 2) % 2 === 0 ? one : other

describe('refused', () => {
  test.each([4, 5, 8, 12, 15])('black and white, %i times a second', (hertz) => {
    expect(isRefused(switching(hertz, black, white))).toBe(true)
  })

  test('at 10, 25, 50 and 60 pictures a second', () => {
    for (const rate of [10, 25, 50, 60]) expect(isRefused(switching(5, black, white), { rate })).toBe(true)
  })

  test('on a good quarter of the screen', () => {
    const flash = switching(8, black, white)
    expect(isRefused((at, x, y) => (x < 0.55 && y < 0.5 ? flash(at) : black))).toBe(true)
  })

  test('two halves in turn', () => {
    const flash = switching(6, black, white)
    expect(isRefused((at, x) => flash(x < 0.5 ? at : at + 1 / 12))).toBe(true)
  })

  test('soft waves of light', () => {
    expect(
      isRefused((at) => {
        const level = Math.round(127 + 120 * Math.sin(at * 2 * Math.PI * 6))
        return [level, level, level]
      }),
    ).toBe(true)
  })

  test('red and a dark green that is equally bright', () => {
    expect(isRefused(switching(6, [255, 0, 0], [0, 127, 0]))).toBe(true)
  })
})

describe('allowed', () => {
  test.each([1, 2, 3])('black and white, %i times a second', (hertz) => {
    expect(isRefused(switching(hertz, black, white), { seconds: 5 })).toBe(false)
  })

  test('a corner of the screen', () => {
    const flash = switching(8, black, white)
    expect(isRefused((at, x, y) => (x < 0.4 && y < 0.4 ? flash(at) : black))).toBe(false)
  })

  test('changes that are hardly seen', () => {
    expect(isRefused(switching(8, [120, 120, 120], [135, 135, 135]))).toBe(false)
    expect(isRefused(switching(8, [240, 240, 240], white))).toBe(false)
  })

  test('a single lightning, and cuts every half second', () => {
    const cuts = [black, [200, 180, 90], [30, 60, 200], white] as const
    expect(isRefused((at) => (at > 1 && at < 1.1 ? white : black))).toBe(false)
    expect(isRefused((at) => cuts[Math.floor(at * 2) % cuts.length] ?? black, { seconds: 6 })).toBe(false)
  })

  test('a fast pan over a scene full of edges, and running stripes', () => {
    const scene = (at: number): Color => (Math.sin(at * 37) + Math.sin(at * 91) > 0.2 ? white : [20, 40, 60])
    expect(isRefused((at, x, y) => scene(x + at * 1.5 + Math.floor(y * 7) * 3.7))).toBe(false)
    expect(isRefused((at, x) => (Math.floor((x + at) * 12) % 2 === 0 ? black : white))).toBe(false)
  })
})
