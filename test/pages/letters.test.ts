/** No boxes: what the pages and the films write in any language of a clinic comes in the bundled typefaces, and in real letters. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { isTracked, leadingOf, linesOf, widthOf } from '../../core/typeset.ts'
import type { RunningHub } from '../support/hub.ts'
import { letterSamples } from '../support/letter-samples.ts'
import { openPageForAll } from '../support/open-page.ts'

let hub: RunningHub
let page: Page
const sizePx = 100
// As renderer/films/film.css sets titles and text.
const styles = {
  display: `font: 440 ${sizePx}px/1 var(--display); word-spacing: 0.04em`,
  text: `font: 500 ${sizePx}px/1 var(--body)`,
} as const
const faces = ['display', 'text'] as const

openPageForAll([], {}, (opened) => {
  ;({ hub, page } = opened)
})

/** Writes the samples on a page of the hub, each in both faces, and waits for the letters. */
beforeAll(async () => {
  await page.goto(`${hub.url}/`)
  const lines = letterSamples.flatMap(([lang, text]) =>
    faces.map((face) => ({
      lang,
      text,
      style: `${styles[face]}; ${face === 'display' && isTracked(text) ? 'letter-spacing: -0.018em' : ''}`,
    })),
  )
  await page.evaluate(async (samples) => {
    document.body.replaceChildren(
      ...samples.map(({ lang, text, style }) => {
        const line = document.createElement('p')
        line.lang = lang
        const words = document.createElement('span')
        words.style.cssText = `${style}; white-space: pre; text-rendering: geometricPrecision`
        words.textContent = text
        line.append(words)
        return line
      }),
    )
    do {
      document.body.getBoundingClientRect()
      await document.fonts.ready
      document.body.getBoundingClientRect()
    } while (document.fonts.status === 'loading')
  }, lines)
})

test('every language is written in bundled typefaces, never in one of the system', async () => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument', { depth: -1 })
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p > span' })
  expect(nodeIds).toHaveLength(2 * letterSamples.length)
  const strangers: string[] = []
  for (const [index, nodeId] of nodeIds.entries()) {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName)
    if (foreign.length > 0) strangers.push(`${letterSamples[index >> 1]?.[0]}: ${foreign.join(', ')}`)
  }
  expect(strangers).toEqual([])
})

test('no letter looks like one that no typeface has', async () => {
  const boxes = await page.evaluate((size) => {
    const canvas = document.createElement('canvas')
    canvas.width = 3 * size
    canvas.height = 3 * size
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) return ['no canvas']
    return [...document.querySelectorAll<HTMLElement>('p > span')].flatMap((line) => {
      const { fontWeight, fontFamily } = getComputedStyle(line)
      const draw = (letter: string) => {
        context.clearRect(0, 0, canvas.width, canvas.height)
        context.font = `${fontWeight} ${size}px ${fontFamily}`
        context.fillText(letter, size, 2 * size)
        return context.getImageData(0, 0, canvas.width, canvas.height).data.join()
      }
      // Noncharacters have no shape in any typeface: this is what a missing letter looks like here.
      const missing = new Set(['\u{ffffe}', '\u{effff}', ' '].map(draw))
      const letters = new Set((line.textContent ?? '').replace(/[\s\p{M}\p{Cf}]/gu, ''))
      return [...letters].filter((letter) => missing.has(draw(letter)))
    })
  }, 24)
  expect(boxes).toEqual([])
})

test('no sentence is wider than it is measured without a screen, and not much narrower', async () => {
  const real = await page.locator('p > span').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
  const shares = letterSamples.flatMap(([tag, text], index) =>
    faces.map((face, at) => ({ tag, face, share: widthOf(text, face, sizePx) / (real[2 * index + at] ?? 0) })),
  )
  expect(shares.filter(({ share }) => share < 1 || share > 1.3)).toEqual([])
})

test.each([600, 900, 1_180])(
  'in a column of %i pixels no text takes more lines than counted without a screen',
  async (width) => {
    const real = await page.locator('p > span').evaluateAll(
      (all, column) =>
        all.map((line) => {
          const copy = line.cloneNode(true) as HTMLElement
          copy.style.cssText += `; display: block; width: ${column}px; white-space: normal; text-wrap: pretty`
          line.parentElement?.append(copy)
          const lines = copy.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(copy).lineHeight)
          copy.remove()
          return Math.round(lines)
        }),
      width,
    )
    const counted = letterSamples.flatMap(([, text]) => faces.map((face) => linesOf(text, face, sizePx, width)))
    const longer = real.flatMap((lines, index) =>
      lines > (counted[index] ?? 0) ? [`${letterSamples[index >> 1]?.[0]}: ${lines} and not ${counted[index]}`] : [],
    )
    expect(longer).toEqual([])
  },
)

test('lines keep clear of each other, whatever stands above and below their letters', async () => {
  const heights = await page.locator('p > span').evaluateAll((all) =>
    all.map((line) => {
      const context = document.createElement('canvas').getContext('2d')
      if (context === null) return 0
      context.font = getComputedStyle(line).font
      const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(line.textContent ?? '')
      return actualBoundingBoxAscent + actualBoundingBoxDescent
    }),
  )
  // The tightest lines of the films. A mark on a capital may come near the line above: there seldom hangs anything.
  const lines = { display: 1.06, text: 1.2 }
  const nearPx = sizePx / 10
  const touching = letterSamples.flatMap(([tag, text], index) =>
    faces.flatMap((face, at) => {
      const height = heights[2 * index + at] ?? 0
      const line = lines[face] * leadingOf(text) * sizePx
      return height > line + nearPx ? [`${tag} ${face}: ${Math.round(height)} in ${Math.round(line)}`] : []
    }),
  )
  expect(touching).toEqual([])
})
