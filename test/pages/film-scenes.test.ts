/**
 * What is on the wall: scenes of every kind, by every template, in real Chromium. Stored pictures are made anew with
 * `npm run contact-sheet -- stills`; look at them before you keep them.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseExplainer } from '../../core/explainer.ts'
import { templates } from '../../core/scene.ts'
import { overscan, pictureOf } from '../../core/scene-places.ts'
import { stretchesOf } from '../../core/scene-plan.ts'
import { type FilmPage, openFilmPage } from '../support/film-page.ts'
import { kinds, sampleLocales, sampleProps, stillOf, stillsFolder } from '../support/film-scenes.ts'

let film: FilmPage
const faults: string[] = []

beforeAll(async () => {
  film = await openFilmPage()
  film.page.on('pageerror', ({ message }) => faults.push(message))
})
afterAll(() => film.close())

const templateFor = (index: number) => templates[index % templates.length] ?? 'procedure'

describe('a scene of each kind', () => {
  test.each(kinds.map((kind, index) => [kind, templateFor(index)] as const))(
    '%s looks as it was last looked at (%s)',
    async (kind, template) => {
      const stored = await pixelsOf(readFileSync(path.join(stillsFolder, `${kind}.png`)))
      const now = await pixelsOf(await stillOf(film, kind, template))
      expect(now.length).toBe(stored.length)
      expect(differing(stored, now)).toBeLessThanOrEqual(0.005)
    },
  )

  test.each(kinds.map((kind, index) => [kind, templateFor(index + 5)] as const))(
    '%s holds still to the pixel wherever it is said to (%s)',
    async (kind, template) => {
      const props = sampleProps({ kind, template })
      const still = stretchesOf(props).filter(({ isStill, first, last }) => isStill && last > first)
      expect(still.length).toBeGreaterThan(0)
      // The longest one, and the one in which the parts stand together.
      const longest = still.reduce((a, b) => (b.last - b.first > a.last - a.first ? b : a))
      for (const { first, last } of new Set([longest, still.at(-1) ?? longest])) {
        const [one, other] = [await film.photograph(props, first), await film.photograph(props, last)]
        expect(one.equals(other)).toBe(true)
      }
    },
  )
})

// The 3 of the display face reads as a 5 from a seat, and its dash not at all: days, dates and counts are medical facts.
test.each([
  ['timeline', '.scene-when'],
  ['steps', '.scene-number b'],
  ['numbers', '.scene-figures dt'],
  ['terms', '.scene-until'],
  ['chart', '.chart-number'],
] as const)('numbers of a %s are written in the plain face', async (kind, place) => {
  await film.show(sampleProps({ kind, template: 'procedure' }))
  const faces = await film.page.locator(place).evaluateAll((all) => all.map((one) => getComputedStyle(one).fontFamily))
  expect(faces.length).toBeGreaterThan(0)
  for (const face of faces) expect(face).toMatch(/^"?Figtree/)
})

test('a telephone number among Arabic letters is read as it is dialled, on one line', async () => {
  const text = 'اتصل على 0800-123-4567 أو +49 30 1234567 أو 116 117 الآن.'
  const source = `---\ntitle: اتصل\ntemplate: recovery\nlocale: ar\n---\n\n## اتصل\n\n:::urgent\n${text}\n:::\n`
  const parsed = parseExplainer(source)
  const scene = parsed.ok ? parsed.explainer.scenes.find((one) => one.scene.kind === 'callout')?.scene : undefined
  if (scene === undefined) throw new Error('The scene could not be read.')
  for (const size of ['hd', 'portrait'] as const) {
    await film.show({ ...sampleProps({ kind: 'callout', template: 'recovery', locale: 'ar', size }), scene })
    const groups = await film.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: { digits: string; x: number; y: number }[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (const { 0: digits, index } of (node.nodeValue ?? '').matchAll(/\d+/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + digits.length)
          const { x, y } = range.getBoundingClientRect()
          found.push({ digits, x, y })
        }
      }
      return found
    })
    const numbers = [
      ['0800', '123', '4567'],
      ['49', '30', '1234567'],
      ['116', '117'],
    ].map((digits) => digits.map((one) => groups.find((group) => group.digits === one)))
    for (const number of numbers) {
      expect(new Set(number.map((group) => group?.y)).size).toBe(1)
      const places = number.map((group) => group?.x ?? Number.NaN)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  }
})

test('a German word parts between syllables where its line is too short, with a hyphen, and stays whole where there is room', async () => {
  const source =
    '---\ntitle: Ihr Termin\ntemplate: procedure\nlocale: de\n---\n\n## Vorbereitungsgespräch\n\nWir reden.\n'
  const parsed = parseExplainer(source)
  const scene = parsed.ok ? parsed.explainer.scenes[1]?.scene : undefined
  if (scene === undefined) throw new Error('The scene could not be read.')
  const linesIn = async (size: 'hd' | 'portrait') => {
    await film.show({ ...sampleProps({ kind: 'text', template: 'procedure', locale: 'de', size }), scene })
    return film.page.evaluate(() => {
      const [text] = document.querySelector('h2')?.childNodes ?? []
      const lines = new Map<number, string>()
      const letters = text?.nodeValue ?? ''
      for (let at = 0; text !== undefined && at < letters.length; at += 1) {
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        // A letter behind a hyphen that is seen has a place behind that, too.
        const { y, width } = [...range.getClientRects()].at(-1) ?? new DOMRect()
        // A soft hyphen that is not seen is not as wide as a hyphen.
        const letter = letters[at] === '\u00ad' ? (width > 1 ? '-' : '') : (letters[at] ?? '')
        lines.set(Math.round(y), (lines.get(Math.round(y)) ?? '') + letter)
      }
      return [...lines.values()]
    })
  }
  expect(await linesIn('hd')).toEqual(['Vorbereitungsgespräch'])
  expect(await linesIn('portrait')).toEqual(['Vorbereitungs-', 'gespräch'])
})

// Words stand in the same columns in every template: two kinds each are all kinds together, in every language and size.
const perTemplate = 2

describe.each(sampleLocales.map((locale, index) => [locale, index] as const))('words in %s', (locale, turned) => {
  test.each(['hd', 'portrait'] as const)(
    'stand inside what a TV shows and are large enough, in every template (%s)',
    async (size) => {
      const { width, height } = pictureOf(size)
      for (const [index, template] of templates.entries()) {
        for (let turn = 0; turn < perTemplate; turn += 1) {
          const kind = kinds[((index + turned) * perTemplate + turn) % kinds.length] ?? 'title'
          await film.show(sampleProps({ kind, template, size, locale }))
          const words = await film.page.evaluate(measured)
          const where = `${template}, ${kind}`
          expect([where, words.length > 0]).toEqual([where, true])
          const outside = words.filter(
            ({ left, top, right, bottom }) =>
              left < width * overscan ||
              top < height * overscan ||
              right > width * (1 - overscan) ||
              bottom > height * (1 - overscan),
          )
          expect([where, outside]).toEqual([where, []])
          // Capitals of 49 px: 0.704 of the size.
          expect([where, words.filter(({ size: letters }) => letters * 0.704 < 49)]).toEqual([where, []])
          const titles = words.filter(({ isTitle }) => isTitle)
          expect([where, titles.filter(({ size: letters }) => letters * 0.704 < 73)]).toEqual([where, []])
        }
      }
    },
  )
})

describe('the clinic’s logo', () => {
  const logoOn = async (fill: string, ground: string) => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><circle cx="50" cy="50" r="44" fill="${fill}"/></svg>`
    const png = await sharp(Buffer.from(drawing)).png().toBuffer()
    const props = sampleProps({ kind: 'title', template: 'welcome' })
    const logo = `data:image/png;base64,${png.toString('base64')}`
    await film.show({ ...props, brand: { ...props.brand, logo, colors: { ...props.brand.colors, ground } } })
    await film.page.waitForSelector('.scene-logo img')
    return film.page.getAttribute('.scene-logo', 'data-plate')
  }

  test('stands on a plate where the ground would swallow it, and by itself where it is seen', async () => {
    expect(await logoOn('#12343b', '#10272e')).toBe('true')
    expect(await logoOn('#f2b98c', '#10272e')).toBe('false')
  })
})

test('a film of twice as many pixels is the same film, drawn twice as fine', () => {
  expect(pictureOf('uhd')).toEqual(pictureOf('hd'))
})

test('nothing went wrong on the way', () => expect(faults).toEqual([]))

/** Every line of text on the page, as it is drawn. Runs in the page. */
function measured() {
  const walker = document.createTreeWalker(document.querySelector('.scene') ?? document.body, NodeFilter.SHOW_TEXT)
  const found = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || node.textContent?.trim() === '') continue
    const range = document.createRange()
    range.selectNodeContents(node)
    // The box of the letters, not of the line, which may be higher.
    const { left, top, right, bottom } = range.getBoundingClientRect()
    const size = Number.parseFloat(getComputedStyle(parent).fontSize)
    const air = Math.max(0, (bottom - top - size) / 2)
    const isTitle = parent.closest('.scene-title') !== null
    // A scale of the drawing counts: what is measured is what is seen.
    const drawn: Element = parent
    const matrix = drawn instanceof SVGGraphicsElement ? drawn.getScreenCTM() : null
    found.push({
      text: node.textContent,
      left,
      top: top + air,
      right,
      bottom: bottom - air,
      size: size * (matrix?.a ?? 1),
      isTitle,
    })
  }
  return found
}

async function pixelsOf(png: Buffer): Promise<Buffer> {
  return sharp(png).removeAlpha().raw().toBuffer()
}

/** Share of pixels that differ by more than the smoothing of an edge. */
function differing(one: Buffer, other: Buffer): number {
  let count = 0
  for (let at = 0; at < one.length; at += 3) {
    const far = [0, 1, 2].some((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) > 24)
    if (far) count += 1
  }
  return count / (one.length / 3)
}
