/** How large the words of a scene are set and where, and whether all of them can be read from the last seat. */
import type { FilmSize, Scene, SceneKind } from './scene.ts'
import { type Block, blocksOf, type TypeSizes } from './scene-blocks.ts'
import { grown, orientationOf, type Places, placesOf } from './scene-places.ts'
import type { Brand } from './theme.ts'
import { leadingOf, linesOf, piecesOf } from './typeset.ts'

/** Sizes and places in pixels of a picture whose short side is 1080. */
export interface SceneLayout extends Places {
  readonly headingSize: number
  readonly bodySize: number
  /** Of numbers that stand for themselves. */
  readonly figureSize: number
  /** Share of the space between texts that is kept, up to 1. */
  readonly air: number
  /** How much higher than Latin ones the lines of this scene are: marks above and below must not touch. */
  readonly leading: number
}

export type LayoutResult =
  | { readonly ok: true; readonly layout: SceneLayout }
  /** What would lie outside at the smallest size that can be read. */
  | { readonly ok: false; readonly why: 'lines'; readonly excessLines: number; readonly excessCharacters: number }
  /** `text` is what the word stands in. */
  | { readonly ok: false; readonly why: 'word'; readonly word: string; readonly text: string }

type Sizes = readonly [heading: number, body: number, figure: number, air: number]

/*
 * Pairs of heading and body, best first. The last one is the smallest that can be read on a 55-inch screen at 5 m beside
 * the queue (capitals of 49 px, titles 73). Upright the same pixels are needed: it is the same glass, turned.
 */
const textSizes: readonly Sizes[] = [
  [128, 88, 0, 1],
  [128, 80, 0, 1],
  [128, 76, 0, 1],
  [116, 76, 0, 1],
  [116, 72, 0, 1],
  [106, 72, 0, 1],
  [106, 72, 0, 0.75],
  [106, 72, 0, 0.5],
]
const titleSizes: readonly Sizes[] = [
  [168, 80, 0, 1],
  [150, 76, 0, 1],
  [128, 76, 0, 1],
  [116, 76, 0, 1],
  [106, 72, 0, 1],
  [106, 72, 0, 0.6],
]
const denseSizes = textSizes.filter(([, body]) => body <= 80)
const figureSizes: readonly Sizes[] = [300, 250, 220, 190, 160, 140, 120].flatMap((figure) => [
  [116, 76, figure, 1] as const,
  [106, 72, figure, 0.75] as const,
])
const ladders: Readonly<Record<SceneKind, readonly Sizes[]>> = {
  title: titleSizes,
  closing: titleSizes.slice(2),
  text: textSizes,
  points: textSizes,
  checklist: textSizes,
  terms: textSizes,
  steps: textSizes,
  callout: textSizes,
  picture: denseSizes,
  code: textSizes,
  chart: denseSizes,
  timeline: denseSizes,
  sides: denseSizes.slice(2),
  people: denseSizes,
  numbers: figureSizes,
  // Here the heading is small and the thought is large.
  note: [
    [76, 148, 0, 1],
    [76, 128, 0, 1],
    [76, 116, 0, 1],
    [72, 106, 0, 1],
    [72, 106, 0, 0.5],
  ],
}

type Signature = Pick<Brand, 'name' | 'tagline' | 'logo'>

/**
 * @param brand its name and tagline close the film, its logo opens and closes it
 * @param locale BCP 47; films add a few words of their own
 */
export function layoutOf(scene: Scene, brand: Signature, size: FilmSize = 'hd', locale = 'en'): LayoutResult {
  const orientation = orientationOf(size)
  const ladder = ladders[scene.kind]
  const places = placesOf(scene, orientation)
  const blocksIn = ({ words, abreast }: Places) => blocksOf(scene, { words, abreast, orientation, brand, locale })
  const leading = Math.max(...places.slice(0, 1).flatMap(blocksIn).map(highest))
  const heightIn = (place: Places, sizes: TypeSizes) =>
    sum(blocksIn(place).map((block) => heightOf(block, sizes, leading)))
  const linesIn = (place: Places, sizes: TypeSizes) => sum(blocksIn(place).map((block) => countLines(block, sizes)))
  // At the largest size at which the art keeps a good share; only words that fit nowhere else take more from it.
  for (const place of places) {
    const fitting = ladder.map(sizesOf).filter((sizes) => heightIn(place, sizes) <= place.words.height)
    const [first] = fitting
    if (first === undefined) continue
    // In a list a line of one word looks like a mistake: a little smaller is better than one line more.
    const best = lists.includes(scene.kind)
      ? fitting.reduce((a, b) => (b.body >= 76 && linesIn(place, b) < linesIn(place, a) ? b : a))
      : first
    const settled = grown(place, scene, orientation, heightIn(place, best))
    const { heading, body, figure, air } = best
    return { ok: true, layout: { ...settled, headingSize: heading, bodySize: body, figureSize: figure, air, leading } }
  }
  return refusalOf(places.at(-1), sizesOf(ladder.at(-1) ?? [106, 72, 0, 1]), blocksIn, heightIn)
}

const lists: readonly SceneKind[] = ['points', 'steps', 'checklist', 'terms']

function refusalOf(
  place: Places | undefined,
  sizes: TypeSizes,
  blocksIn: (place: Places) => readonly Block[],
  heightIn: (place: Places, sizes: TypeSizes) => number,
): LayoutResult {
  if (place === undefined) throw new Error('Every kind of scene has a place.')
  const wide = blocksIn(place).flatMap((block) => wideWords(block, sizes))[0]
  if (wide !== undefined) return { ok: false, why: 'word', ...wide }
  const excessLines = Math.ceil((heightIn(place, sizes) - place.words.height) / (sizes.body * usualLine))
  return { ok: false, why: 'lines', excessLines, excessCharacters: excessLines * charactersIn(place, sizes) }
}

const usualLine = 1.2
/** Of English words, as a share of the type size. */
const usualWidth = 0.53
const charactersIn = ({ words }: Places, { body }: TypeSizes): number => Math.round(words.width / (body * usualWidth))

const sizesOf = ([heading, body, figure, air]: Sizes): TypeSizes => ({ heading, body, figure, air })

function heightOf(block: Block, sizes: TypeSizes, leading: number): number {
  switch (block.kind) {
    case 'text':
      return countLines(block, sizes) * sizes[block.size] * block.scale * block.lineHeight * leading
    case 'space':
      return block.px * sizes.air
    case 'fixed':
      return block.px
    case 'under':
      return sum(block.blocks.map((one) => heightOf(one, sizes, leading)))
    case 'beside':
      return Math.max(...block.blocks.map((one) => heightOf(one, sizes, leading)))
  }
}

function countLines(block: Block, sizes: TypeSizes): number {
  switch (block.kind) {
    case 'text':
      return linesOf(block.text, block.face, sizes[block.size] * block.scale, block.width)
    case 'space':
    case 'fixed':
      return 0
    case 'under':
    case 'beside':
      return sum(block.blocks.map((one) => countLines(one, sizes)))
  }
}

function wideWords(block: Block, sizes: TypeSizes): readonly { readonly word: string; readonly text: string }[] {
  switch (block.kind) {
    case 'text': {
      const size = sizes[block.size] * block.scale
      return piecesOf(block.text)
        .map((piece) => piece.trimEnd())
        .filter((word) => linesOf(word, block.face, size, block.width) === Infinity)
        .map((word) => ({ word, text: block.text }))
    }
    case 'space':
    case 'fixed':
      return []
    case 'under':
    case 'beside':
      return block.blocks.flatMap((one) => wideWords(one, sizes))
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function highest(block: Block): number {
  switch (block.kind) {
    case 'text':
      return leadingOf(block.text)
    case 'space':
    case 'fixed':
      return 1
    case 'under':
    case 'beside':
      return Math.max(1, ...block.blocks.map(highest))
  }
}
