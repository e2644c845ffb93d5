/** How a picture of any shape lies on a screen of any shape, and how loud a film is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { misfitOf, placed } from '../../renderer/tv/backdrop.ts'
import { volumeOf } from '../../renderer/tv/sound.ts'

const anySide = fc.integer({ min: 10, max: 8_000 })
const anySize = fc.record({ width: anySide, height: anySide })

test('what is whole lies inside the screen and keeps its shape; what fills leaves no bar', () => {
  fc.assert(
    fc.property(anySize, anySize, (shape, screen) => {
      const whole = placed(shape, screen, 'whole')
      expect(whole.x).toBeGreaterThanOrEqual(-0.001)
      expect(whole.y).toBeGreaterThanOrEqual(-0.001)
      expect(whole.width / whole.height).toBeCloseTo(shape.width / shape.height, 5)
      const filling = placed(shape, screen, 'filling')
      expect(filling.x).toBeLessThanOrEqual(0.001)
      expect(filling.y).toBeLessThanOrEqual(0.001)
      expect(filling.width / whole.width).toBeCloseTo(misfitOf(shape, screen), 5)
    }),
  )
})

test('a portrait picture on a television misses its shape by more than three times', () => {
  expect(misfitOf({ width: 1080, height: 1920 }, { width: 1920, height: 1080 })).toBeCloseTo(3.16, 2)
  expect(misfitOf({ width: 1280, height: 720 }, { width: 1920, height: 1080 })).toBe(1)
})

test('a loud film is turned down by what was measured; a soft one plays as it is', () => {
  expect(volumeOf(-6)).toBeCloseTo(0.501, 3)
  expect(volumeOf(6)).toBe(1)
  expect(volumeOf(undefined)).toBe(1)
})
