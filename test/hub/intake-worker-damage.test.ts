/** Damaged and cut files: refused, or mended so that nobody in the room sees it, and said. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { decodesStrictly, makeBench, only } from '../support/judging.ts'
import { heic, oddMedia, pdf, photo } from '../support/odd-media.ts'
import { sample, truncated, zeroed } from '../support/samples.ts'

const bench = makeBench()
afterAll(() => bench.remove())
const film = (name: Parameters<typeof oddMedia>[0]) => readFileSync(oddMedia(name))

describe('a file of which a part has arrived', () => {
  test.each([
    'safe.mp4',
    'safe-silent.mp4',
    'fragmented.mp4',
    'film.mkv',
    'camera.avi',
    'moving.gif',
    'moving.webp',
  ] as const)('half of %s is damaged', async (name) => {
    expect(await bench.verdictOn(truncated(film(name), 0.5), name)).toBe('damaged')
  })

  test('half a picture, drawing or document is damaged', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      expect([format, await bench.verdictOn(truncated(await photo(format), 0.6), 'photo')]).toEqual([format, 'damaged'])
    }
    expect(await bench.verdictOn(truncated(readFileSync(await heic()), 0.6), 'photo.heic')).toBe('damaged')
    expect(await bench.verdictOn(truncated(pdf(3), 0.6), 'three.pdf')).toBe('damaged')
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    expect(await bench.verdictOn(truncated(Buffer.from(drawing), 0.9), 'a.svg')).toBe('damaged')
  })

  test('a GIF that only lacks its last byte is not whole', async () => {
    const gif = film('moving.gif')
    expect(await bench.verdictOn(gif.subarray(0, -1), 'moving.gif')).toBe('damaged')
  })

  test('wherever a film or a picture is cut: refused, or mended and said', async () => {
    const kinds = { 'safe.mp4': film('safe.mp4'), 'film.mkv': film('film.mkv'), 'photo.jpg': sample('photo.jpg') }
    const name = fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[]))
    await fc.assert(
      fc.asyncProperty(name, fc.double({ min: 0.001, max: 0.9999, noNaN: true }), async (which, share) => {
        const judgement = await bench.judged(truncated(kinds[which], share), which)
        if (!judgement.ok) {
          expect(['damaged', 'not-media']).toContain(judgement.code)
          return
        }
        expect(judgement.notices).toContain('repaired')
        expect(decodesStrictly(only(judgement).file)).toBe(true)
      }),
      {
        numRuns: 12,
        seed: 20_260_301,
        examples: [
          ['safe.mp4', 0.998],
          ['film.mkv', 0.999],
          ['photo.jpg', 0.9999],
        ],
      },
    )
  })
})

describe('a file with a hole', () => {
  test('of any size is damaged, when it is seen', async () => {
    expect(await bench.verdictOn(zeroed(film('safe.mp4'), 0.4, 0.6), 'hole.mp4')).toBe('damaged')
    expect(await bench.verdictOn(zeroed(film('film.mkv'), 0.4, 0.6), 'hole.mkv')).toBe('damaged')
    expect(await bench.verdictOn(zeroed(sample('photo.jpg'), 0.4, 0.6), 'hole.jpg')).toBe('damaged')
  })

  test('that costs less than a hundredth of a long film is mended, and said', async () => {
    const long = film('long.mp4')
    const judgement = await bench.accepted(zeroed(long, 0.9, 0.9 + 40 / long.length), 'scratched.mp4')
    expect(judgement.notices).toEqual(['repaired'])
    const made = only(judgement)
    expect(decodesStrictly(made.file)).toBe(true)
    expect(Math.abs(made.durationMs - 12_000)).toBeLessThanOrEqual(120)
  })
})

test('a recording of a broadcast may begin anywhere, but have no holes', async () => {
  const whole = film('broadcast.ts')
  expect(await bench.verdictOn(whole.subarray(188 * 100), 'late.ts')).toBe('a good video repaired')
  expect(await bench.verdictOn(zeroed(whole, 0.3, 0.7), 'hole.ts')).toBe('damaged')
})
