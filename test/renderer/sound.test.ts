/** How loud films are: silent at first, and well below whoever is called. */
import { expect, test } from 'vitest'
import { FilmSound } from '../../renderer/tv/sound.ts'

const film = () => ({ muted: false, volume: 1 }) as HTMLVideoElement
const decibels = (one: number, other: number) => 20 * Math.log10(one / other)

test('films are silent until the clinic wants them heard', () => {
  const sound = new FilmSound(true)
  const element = film()
  sound.play(element, {})
  expect(element.muted).toBe(true)
  sound.setVolume(0.5)
  expect([element.muted, element.volume]).toEqual([false, 0.5])
})

test('while somebody is called they are at least 15 decibels softer, and as loud as before afterwards', () => {
  const sound = new FilmSound(true)
  const [shown, next] = [film(), film()]
  sound.setVolume(0.8)
  sound.play(shown, { gainDb: -6 })
  const before = shown.volume
  sound.duck(true)
  expect(decibels(before, shown.volume)).toBeGreaterThanOrEqual(15)
  // A film that begins meanwhile is no exception.
  sound.play(next, {})
  expect(decibels(0.8, next.volume)).toBeGreaterThanOrEqual(15)
  sound.duck(false)
  expect(shown.volume).toBeCloseTo(before, 6)
})

test('a preview in a browser stays silent: a film with sound would not start there', () => {
  const sound = new FilmSound(false)
  const element = film()
  sound.setVolume(1)
  sound.play(element, {})
  expect(element.muted).toBe(true)
})

test('a film that a playlist wants silent stays so, however loud films are', () => {
  const sound = new FilmSound(true)
  const element = film()
  sound.play(element, { mute: true })
  sound.setVolume(1)
  expect(element.muted).toBe(true)
  sound.play(element, {})
  expect(element.muted).toBe(false)
})
