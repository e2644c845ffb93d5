/** Pictures, people and codes of films in real Chromium: seen on every ground, in good use of the room, and read by a camera. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Picture, SceneProps } from '../../core/scene.ts'
import { type FilmPage, openFilmPage } from '../support/film-page.ts'
import { sampleProps } from '../support/film-scenes.ts'

let film: FilmPage

beforeAll(async () => {
  film = await openFilmPage()
})
afterAll(() => film.close())

type Kind = SceneProps['scene']['kind']

const given = (kind: Kind, scene: object, others: Partial<SceneProps> = {}): SceneProps => {
  const props = { ...sampleProps({ kind, template: 'team' }), ...others }
  return { ...props, scene: { ...props.scene, ...scene } as SceneProps['scene'] }
}

async function pictureOf(inner: string, width: number, height: number): Promise<Picture> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`
  const bytes = await sharp(Buffer.from(drawing)).webp().toBuffer()
  return { src: `data:image/webp;base64,${bytes.toString('base64')}`, file: 'a.png', alt: 'a', width, height }
}

const boxesOf = (selector: string) =>
  film.page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      return { left, top, width, height }
    }),
  )

describe('a drawing without a ground of its own', () => {
  const lineOf = (color: string) =>
    pictureOf(`<circle cx="300" cy="300" r="200" fill="none" stroke="${color}" stroke-width="8"/>`, 600, 600)
  const plateUnder = async (kind: Kind, scene: (picture: Picture) => object, color: string) => {
    await film.show(given(kind, scene(await lineOf(color)), { tone: 'ground' }))
    await film.page.waitForSelector('.scene-cut-out')
    return film.page.getAttribute('.scene-cut-out', 'data-plate')
  }

  test.each([
    ['picture', (picture: Picture) => ({ picture })],
    ['text', (picture: Picture) => ({ picture })],
    ['people', (picture: Picture) => ({ people: [{ role: 'Your nurse', picture }] })],
  ] as const)('stands on a plate where the ground would swallow it (%s)', async (kind, scene) => {
    expect(await plateUnder(kind, scene, '#000000')).toBe('true')
    expect(await plateUnder(kind, scene, '#ffffff')).toBe('false')
  })
})

describe('a very long picture', () => {
  const solid = (width: number, height: number) =>
    pictureOf('<rect width="100%" height="100%" fill="#5b88a8"/>', width, height)

  test.each([
    ['hd', 1600, 320],
    ['hd', 320, 1600],
    ['portrait', 1600, 320],
    ['portrait', 320, 1600],
  ] as const)('on %s at %i by %i shows most of itself and leaves no wall empty', async (size, width, height) => {
    for (const kind of ['picture', 'text'] as const) {
      await film.show(given(kind, { picture: await solid(width, height) }, { size }))
      const [shown] = await boxesOf('.scene-picture')
      const [frame = shown] = await boxesOf('.scene-long')
      if (shown === undefined || frame === undefined) throw new Error('There is no picture.')
      const shape = shown.width / shown.height / (width / height)
      expect(Math.min(shape, 1 / shape)).toBeGreaterThan(0.7)
      expect(frame.width * frame.height).toBeGreaterThan(0.18 * 1920 * 1080)
    }
  })
})

test.each([
  [2, 2],
  [3, 3],
  [4, 2],
] as const)('%i people on a wide screen stand in %i columns that take its whole width', async (count, columns) => {
  const people = Array(count).fill({ name: 'Ana', role: 'coordinator', says: 'I listen.' })
  await film.show(given('people', { people }))
  const lefts = [...new Set((await boxesOf('.scene-medallion')).map(({ left }) => Math.round(left)))]
  const column = (1920 - 2 * 132 + 60) / columns
  expect(lefts).toEqual(Array.from({ length: columns }, (_, at) => Math.round(132 + at * column)))
})

test.each([
  ['nurse', 'nurse', 'nurse', 'nurse'],
  ['coordinator', 'clinician', 'nurse', 'front desk'],
])('no two figures of a scene are drawn alike: %s, %s, %s, %s', async (...roles) => {
  await film.show(given('people', { people: roles.map((role) => ({ role })) }))
  const drawn = await film.page.locator('.scene-medallion').evaluateAll((all) => all.map((one) => one.innerHTML))
  expect([drawn.length, new Set(drawn).size]).toEqual([4, 4])
})

test.each(['text', 'points', 'note'] as const)(
  'the group of an upright %s stands in the middle, with every head whole',
  async (kind) => {
    await film.show(given(kind, {}, { size: 'portrait' }))
    const heads = await boxesOf('.scene-art circle')
    const bodies = await boxesOf('.scene-art path')
    expect(Math.min(...heads.map(({ top }) => top))).toBeGreaterThan(10)
    const left = Math.min(...bodies.map((one) => one.left))
    const right = Math.max(...bodies.map((one) => one.left + one.width))
    expect(Math.abs(left + right - 1080)).toBeLessThan(4)
  },
)

test('on a light ground hair is darker than the face, as on a dark one', async () => {
  const { brand } = sampleProps({ kind: 'people', template: 'team' })
  const light = { ground: '#ffffff', surface: '#eef3f6', text: '#12303f', muted: '#4a6472', accent: '#0f7f8c' }
  for (const colors of [brand.colors, light]) {
    await film.show(given('people', {}, { brand: { ...brand, colors }, tone: 'ground' }))
    const [hair, face] = await Promise.all(['.figure-hair', '.figure-face'].map((part) => lightnessOf(part)))
    expect(face).toBeGreaterThan((hair ?? 1) + 0.3)
  }
})

test('hair stands out from what is behind it, however dark a brand is', async () => {
  const { brand } = sampleProps({ kind: 'people', template: 'team' })
  const dark = { ground: '#2a0206', surface: '#3f050b', text: '#ffe9e4', muted: '#d9a39a', accent: '#7a0c16' }
  await film.show(given('people', {}, { brand: { ...brand, colors: dark }, tone: 'ground' }))
  const behind = await lightnessOf('.scene-medallion', 'background-color')
  expect(behind).toBeGreaterThan((await lightnessOf('.figure-hair')) + 0.1)
})

test('a code has four modules of white around it, however short its address is', async () => {
  for (const url of ['https://a.de', 'https://example.org/follow-up', `https://example.org/${'x'.repeat(200)}`]) {
    await film.show(given('code', { url }))
    const [plate] = await boxesOf('.scene-code svg > path')
    const [code] = await boxesOf('.scene-code g path')
    const modules = await film.page
      .locator('.scene-code g path')
      .evaluate((path) => (path as SVGPathElement).getBBox().width)
    if (plate === undefined || code === undefined) throw new Error('There is no code.')
    const module = code.width / modules
    const sides = [code.left - plate.left, plate.left + plate.width - code.left - code.width]
    const below = plate.top + plate.height - code.top - code.height
    for (const quiet of [...sides, below]) expect(quiet / module).toBeGreaterThan(3.99)
  }
})

/** Of the first one, as it is painted: 0 black, 1 white. */
async function lightnessOf(selector: string, property: 'fill' | 'background-color' = 'fill'): Promise<number> {
  return film.page
    .locator(selector)
    .first()
    .evaluate((one, painted) => {
      const paper = document.createElement('canvas').getContext('2d')
      if (paper === null) throw new Error('There is no canvas.')
      paper.fillStyle = getComputedStyle(one).getPropertyValue(painted)
      paper.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = paper.getImageData(0, 0, 1, 1).data
      return (0.21 * red + 0.72 * green + 0.07 * blue) / 255
    }, property)
}
