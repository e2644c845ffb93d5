/** How long something was on the display, by its frames. */
import { expect, test } from 'vitest'
import { PresentedTime } from '../../renderer/tv/presented-time.ts'

test('a film that runs is counted to the millisecond', () => {
  const time = new PresentedTime('video', 1_000)
  for (let frame = 1; frame <= 180; frame += 1) time.frame(1_000 + (frame * 1_000) / 30)
  expect(time.ms).toBe(6_000)
})

test('a film that stands still is not counted while it does', () => {
  const time = new PresentedTime('video', 0)
  time.frame(33)
  time.frame(5_033)
  time.frame(5_066)
  expect(time.ms).toBe(33 + 250 + 33)
})

test('a picture is counted while the display draws, and not while the machine sleeps', () => {
  const time = new PresentedTime('image', 0)
  for (let look = 1; look <= 10; look += 1) time.frame(look * 500)
  time.frame(3_600_000)
  expect(time.ms).toBe(5_000 + 1_500)
})

test('frames that come before the beginning, or twice, count nothing', () => {
  const time = new PresentedTime('video', 900)
  time.frame(100)
  time.frame(900)
  time.frame(933)
  time.frame(933)
  expect(time.ms).toBe(33)
})
