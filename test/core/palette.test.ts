/** Whatever colours a clinic has, the words of its films can be read. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandSchema } from '../../core/brand.ts'
import { contrastRatio } from '../../core/contrast.ts'
import { paletteOf } from '../../core/palette.ts'
import { defaultBrand } from '../../core/theme.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const dark = fc.constantFrom('#10272e', '#2b1b3d', '#000000', '#1d2b1f', '#3a1414')
const light = fc.constantFrom('#f5efe4', '#ffffff', '#e8f0f2', '#fdf1f4')
/** Light on dark or dark on light, with any accent there is. */
const brands = fc
  .tuple(dark, light, color, fc.boolean())
  .map(([deep, pale, accent, isDark]) => {
    const [ground, text] = isDark ? [deep, pale] : [pale, deep]
    return { ...defaultBrand, colors: { ground, surface: ground, text, muted: text, accent } }
  })
  .filter((brand) => brandSchema.safeParse(brand).success)

const tones = ['ground', 'surface', 'paper', 'accent', 'alarm'] as const

test('words stand out by seven to one on every ground, and what is drawn with a meaning by three', () => {
  fc.assert(
    fc.property(brands, fc.constantFrom(...tones), (brand, tone) => {
      const { wall, ink, quiet, spark, onSpark, mark, panel } = paletteOf(brand, tone)
      const words = [
        contrastRatio(ink, wall),
        contrastRatio(quiet, wall),
        contrastRatio(onSpark, spark),
        contrastRatio(ink, panel),
      ]
      expect(Math.min(...words)).toBeGreaterThanOrEqual(7)
      expect(contrastRatio(mark, wall)).toBeGreaterThanOrEqual(3)
    }),
    { numRuns: 500 },
  )
})

test('an accent on which nothing could be read is no ground', () => {
  const brand = { ...defaultBrand, colors: { ...defaultBrand.colors, accent: '#4a6a70' } }
  expect(paletteOf(brand, 'accent').wall).toBe(brand.colors.text)
  expect(paletteOf(defaultBrand, 'accent').wall).toBe(defaultBrand.colors.accent)
})

test('a warning stands on a colour that is not the brand, whatever the brand is', () => {
  fc.assert(
    fc.property(brands, (brand) => {
      const wall = channels(paletteOf(brand, 'alarm').wall)
      for (const color of Object.values(brand.colors)) {
        const away = Math.hypot(...channels(color).map((value, at) => value - (wall[at] ?? 0)))
        // An accent is a small area; the grounds are not.
        if (color !== brand.colors.accent) expect(away).toBeGreaterThan(60)
      }
    }),
  )
  const { wall } = paletteOf({ ...defaultBrand, colors: { ...defaultBrand.colors, accent: '#9fd8c8' } }, 'alarm')
  const [red = 0, green = 0, blue = 0] = channels(wall)
  expect(red).toBeGreaterThan(2 * Math.max(green, blue))
})

test('a brand that is yellow and red is warned in neither', () => {
  const colors = { ground: '#ffe000', surface: '#fff08a', text: '#1a1700', muted: '#4d4600', accent: '#c8102e' }
  expect(paletteOf({ ...defaultBrand, colors }, 'alarm').wall).toBe('#ffffff')
})

test('what is drawn is made out on its wall, however near to it the accent is', () => {
  for (const accent of ['#7a0c16', '#2b0307', '#e9b7a0']) {
    const colors = { ground: '#2a0206', surface: '#3f050b', text: '#ffe9e4', muted: '#d9a39a', accent }
    for (const tone of ['ground', 'surface', 'paper'] as const) {
      const { drawn, wall } = paletteOf({ ...defaultBrand, colors }, tone)
      expect(contrastRatio(drawn, wall)).toBeGreaterThanOrEqual(2)
    }
  }
})

const channels = (color: string) => [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))

test('a drawing keeps the hue of the accent where it has to become darker', () => {
  const { mark } = paletteOf(defaultBrand, 'paper')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(mark.slice(start, start + 2), 16))
  expect(red).toBeGreaterThan(green)
  expect(green).toBeGreaterThan(blue)
})
