/** What the microphone heard becomes a word: without the silence around it, as loud as the others. */
import { expect, test } from 'vitest'
import { isSpokenWav } from '../../hub/recordings.ts'
import { spokenHertz, trimmed, wavOf } from '../../renderer/settings/wav.ts'

const silence = (seconds: number) => new Array<number>(Math.round(seconds * spokenHertz)).fill(0.001)
const tone = (seconds: number, loudness: number) =>
  Array.from({ length: Math.round(seconds * spokenHertz) }, (_, at) => Math.sin(at / 8) * loudness)

test('a word is cut out of the silence around it, and a soft one is as loud as a loud one', () => {
  for (const loudness of [0.05, 0.9]) {
    const word = trimmed(Float32Array.from([...silence(1), ...tone(0.5, loudness), ...silence(0.8)]))
    expect(word?.length).toBeGreaterThan(0.5 * spokenHertz)
    expect(word?.length).toBeLessThan(0.65 * spokenHertz)
    expect(Math.max(...(word ?? []))).toBeCloseTo(0.89, 2)
  }
})

test('where nobody spoke there is no word', () => {
  expect(trimmed(Float32Array.from(silence(2)))).toBeUndefined()
  expect(trimmed(new Float32Array(0))).toBeUndefined()
})

test('what is written is what the hub takes', () => {
  expect(isSpokenWav(wavOf(Float32Array.from(tone(0.5, 0.8))))).toBe(true)
  expect(isSpokenWav(wavOf(new Float32Array(0)))).toBe(false)
})
