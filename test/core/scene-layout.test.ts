/** How large words are set, where they stand, and what is refused because nobody could read it from the last seat. */
import { describe, expect, test } from 'vitest'
import { regionName, regionsOf } from '../../core/anatomy.ts'
import { filmSizes, type Scene, type SceneKind } from '../../core/scene.ts'
import { layoutOf } from '../../core/scene-layout.ts'
import { overscan, pictureOf } from '../../core/scene-places.ts'
import { defaultBrand } from '../../core/theme.ts'
import { sampleLocales, scenesIn } from '../support/film-scenes.ts'

const wordy = (count: number): string => Array(count).fill('word').join(' ')
const text = (count: number): Scene => ({ kind: 'text', heading: 'Before', paragraphs: [wordy(count)] })

const laidOut = (scene: Scene, size: (typeof filmSizes)[number], locale = 'en') => {
  const result = layoutOf(scene, defaultBrand, size, locale)
  if (!result.ok) throw new Error(`${scene.kind} in ${locale} does not fit ${size}: ${JSON.stringify(result)}`)
  return result.layout
}
const everyScene = sampleLocales.flatMap((locale) =>
  filmSizes.flatMap((size) => scenesIn(locale).map((scene) => [scene.kind, locale, size, scene] as const)),
)

describe('every kind of scene', () => {
  test.each(everyScene)('%s in %s fits %s, large enough and inside what a TV shows', (_, locale, size, scene) => {
    const { headingSize, bodySize, words, art } = laidOut(scene, size, locale)
    const { width, height } = pictureOf(size)
    // Capitals are 0.704 of the size: 49 px of text, 73 px of titles. In a note the thought is the title.
    const [title, body] = scene.kind === 'note' ? [bodySize, headingSize] : [headingSize, bodySize]
    expect([title >= 106, body >= 72]).toEqual([true, true])
    expect(words.x).toBeGreaterThanOrEqual(width * overscan)
    expect(words.x + words.width).toBeLessThanOrEqual(width * (1 - overscan))
    expect(words.y).toBeGreaterThanOrEqual(height * overscan)
    expect(words.y + words.height).toBeLessThanOrEqual(height * (1 - overscan))
    if (art.height > 0) {
      const isBeside = art.x >= words.x + words.width
      expect(isBeside || words.y >= art.y + art.height).toBe(true)
    }
  })
})

describe('a text that is too long', () => {
  test('is set smaller, then refused with the lines and letters that are too many', () => {
    const sizes = [4, 30, 60].map((count) => layoutOf(text(count), defaultBrand))
    expect(sizes.map((result) => (result.ok ? result.layout.bodySize : 0))).toEqual([88, 76, 0])
    expect(sizes[2]).toMatchObject({ ok: false, why: 'lines' })
    const counts = [60, 90].map((count) => {
      const result = layoutOf(text(count), defaultBrand)
      return result.ok || result.why === 'word' ? 0 : result.excessCharacters
    })
    expect(counts[1]).toBeGreaterThan(counts[0] ?? 0)
  })

  test('takes room from the art of an upright picture before it is set smaller than it should be', () => {
    const [short, long] = [text(4), text(34)].map((scene) => laidOut(scene, 'portrait').art.height)
    expect(long).toBeLessThan(short ?? 0)
  })

  test('is named when one word is wider than its column', () => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitän'
    expect(layoutOf({ kind: 'points', heading: word, points: ['a'] }, defaultBrand)).toEqual({
      ok: false,
      why: 'word',
      word,
      text: word,
    })
  })
})

test('a logo takes its room from the words of the first and the last scene, and of no other', () => {
  const logo = 'data:image/png;base64,iVBORw0KGgo='
  const kinds: readonly SceneKind[] = ['title', 'closing', 'text']
  const changed = kinds.filter((kind) => {
    const scene = scenesIn('en').find((one) => one.kind === kind)
    if (scene === undefined) return false
    const [without, withLogo] = [defaultBrand, { ...defaultBrand, logo }].map((brand) =>
      layoutOf(scene, brand, 'portrait'),
    )
    return JSON.stringify(without) !== JSON.stringify(withLogo)
  })
  expect(changed).toEqual(['title', 'closing'])
})

describe('regions of a chart', () => {
  test('have a name in every language of the sample films, and none in a language we do not have', () => {
    const regions = [...regionsOf('face'), ...regionsOf('neck')]
    for (const locale of sampleLocales)
      expect(regions.filter((region) => regionName(region, locale) === undefined)).toEqual([])
    expect(regionName('lips', 'de-AT')).toBe('Lippen')
    expect(regionName('lips', 'fr')).toBeUndefined()
  })
})

describe('people on a screen that hangs across', () => {
  const somebody = { name: 'Ana', role: 'coordinator', says: 'I explain and listen.' }
  const team = (count: number, says: string): Scene => {
    return { kind: 'people', heading: 'Who is there', people: Array(count).fill({ ...somebody, says }) }
  }

  test('stand beside each other: three in a row, two and four two by two', () => {
    expect([2, 3, 4].map((count) => laidOut(team(count, somebody.says), 'hd').abreast)).toEqual([2, 3, 2])
    expect(laidOut(team(3, somebody.says), 'portrait').abreast).toBeUndefined()
  })

  test('stand one under the other where they have more to say', () => {
    expect(laidOut(team(2, wordy(15)), 'hd').abreast).toBeUndefined()
  })
})

describe('a panorama', () => {
  const view = { src: '', file: 'a.jpg', alt: 'a', width: 1600, height: 320 }
  const scene = (words: string): Scene => ({ kind: 'text', heading: 'The garden', paragraphs: [words], picture: view })

  test('lies above the words from edge to edge, and beside them where they are too many', () => {
    expect(laidOut(scene('Behind the house.'), 'hd').art).toEqual({ x: 0, y: 0, width: 1920, height: 384 })
    expect(laidOut(scene(wordy(38)), 'hd').art.height).toBe(1080)
  })
})
