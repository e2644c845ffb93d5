/** How large the words of a scene are set, and whether all of them can be read from the last seat. */
import { type Scene, textsOf } from './scene.ts'
import type { Brand } from './theme.ts'
import { type Face, linesOf, piecesOf } from './typeset.ts'

/** Type sizes in pixels of 1080. */
export interface SceneLayout {
  readonly headingSize: number
  readonly bodySize: number
}

export type LayoutResult =
  | { readonly ok: true; readonly layout: SceneLayout }
  /** Lines that would lie outside at the smallest size that can be read. */
  | { readonly ok: false; readonly why: 'lines'; readonly excessLines: number }
  | { readonly ok: false; readonly why: 'word'; readonly word: string }

/** Left and right of 5 % overscan, and above and below it. */
const heightPx = 960

interface Setting {
  readonly face: Face
  readonly width: number
  readonly lineHeight: number
  /** Before the first of its texts, and between two of them. */
  readonly before: number
  readonly between: number
}

type Sizes = readonly [heading: number, body: number]

/**
 * By kind, as in renderer/films. `sizes` are pairs of heading and body, best first; the last one is the smallest that
 * can be read on a 55-inch screen at 5 m beside the queue (capitals of 49 px, titles 73).
 */
interface Frame {
  readonly heading: Setting
  readonly body: Setting
  readonly sizes: readonly Sizes[]
}

const display = { face: 'display', lineHeight: 1.06, before: 0, between: 0 } as const
const textSizes = [
  [128, 88],
  [128, 80],
  [128, 76],
  [116, 76],
  [116, 72],
  [106, 72],
] as const
const listFrame: Frame = {
  heading: { ...display, width: 1180 },
  body: { face: 'text', width: 1180, lineHeight: 1.2, before: 50, between: 47 },
  sizes: textSizes,
}
export const frames: Readonly<Record<Scene['kind'], Frame>> = {
  title: {
    heading: { ...display, width: 980 },
    body: { face: 'text', width: 920, lineHeight: 1.28, before: 44, between: 44 },
    sizes: [
      [168, 80],
      [150, 76],
      [128, 76],
      [116, 76],
      [106, 72],
    ],
  },
  text: {
    heading: { ...display, width: 1000 },
    body: { face: 'text', width: 1000, lineHeight: 1.3, before: 52, between: 36 },
    sizes: textSizes,
  },
  points: listFrame,
  callout: listFrame,
  checklist: listFrame,
  picture: listFrame,
  timeline: listFrame,
  chart: listFrame,
  sides: listFrame,
  numbers: listFrame,
  people: listFrame,
  terms: listFrame,
  code: listFrame,
  steps: {
    heading: { ...display, width: 1240 },
    body: { face: 'text', width: 1060, lineHeight: 1.2, before: 60, between: 44 },
    sizes: textSizes,
  },
  note: {
    heading: { face: 'text', width: 1120, lineHeight: 1.2, before: 0, between: 0 },
    body: { ...display, width: 1120, lineHeight: 1.1, before: 44 },
    sizes: [
      [76, 148],
      [76, 128],
      [76, 116],
      [72, 106],
    ],
  },
  closing: {
    heading: { ...display, width: 980 },
    body: { face: 'text', width: 980, lineHeight: 1.28, before: 52, between: 0 },
    sizes: [
      [128, 76],
      [116, 76],
      [106, 72],
    ],
  },
}

type Signature = Pick<Brand, 'name' | 'tagline'>

/** @param brand its name and tagline close the film */
export function layoutOf(scene: Scene, brand: Signature): LayoutResult {
  const { heading, body, sizes } = frames[scene.kind]
  const parts = partsOf(scene, brand)
  const heightAt = ([headingSize, bodySize]: Sizes) =>
    heightOf([parts.heading], heading, headingSize) + heightOf(parts.body, body, bodySize)
  const fitting = sizes.filter((pair) => heightAt(pair) <= heightPx)
  const linesAt = ([, bodySize]: Sizes) =>
    parts.body.reduce((sum, text) => sum + linesOf(text, body.face, bodySize, body.width), 0)
  const [first] = fitting
  if (first !== undefined) {
    // In a list a line of one word looks like a mistake: a little smaller is better than one line more.
    const best = isList(scene) ? fitting.reduce((a, b) => (b[1] >= 76 && linesAt(b) < linesAt(a) ? b : a)) : first
    return { ok: true, layout: { headingSize: best[0], bodySize: best[1] } }
  }
  const smallest = sizes.at(-1) ?? [0, 0]
  const wide = wideWord([parts.heading], heading, smallest[0]) ?? wideWord(parts.body, body, smallest[1])
  if (wide !== undefined) return { ok: false, why: 'word', word: wide }
  return {
    ok: false,
    why: 'lines',
    excessLines: Math.ceil((heightAt(smallest) - heightPx) / (smallest[1] * body.lineHeight)),
  }
}

const isList = ({ kind }: Scene): boolean => kind === 'points' || kind === 'steps'

function partsOf(
  scene: Scene,
  { name, tagline }: Signature,
): { readonly heading: string; readonly body: readonly string[] } {
  switch (scene.kind) {
    case 'title': {
      const { subtitle, minutes } = scene
      return {
        heading: scene.title,
        body: [...(subtitle === undefined ? [] : [subtitle]), ...(minutes === undefined ? [] : ['20 min'])],
      }
    }
    case 'text':
      return { heading: scene.heading, body: scene.paragraphs }
    case 'points':
      return { heading: scene.heading, body: [...(scene.lead === undefined ? [] : [scene.lead]), ...scene.points] }
    case 'steps':
      return { heading: scene.heading, body: [...(scene.lead === undefined ? [] : [scene.lead]), ...scene.steps] }
    case 'note':
      return { heading: scene.heading, body: [scene.note] }
    case 'callout':
    case 'checklist':
    case 'picture':
    case 'timeline':
    case 'chart':
    case 'sides':
    case 'numbers':
    case 'people':
    case 'terms':
    case 'code':
      return { heading: scene.heading, body: textsOf(scene).slice(1) }
    case 'closing':
      return scene.closing === undefined
        ? { heading: name, body: tagline === undefined ? [] : [tagline] }
        : { heading: scene.closing, body: [name] }
  }
}

function heightOf(
  texts: readonly string[],
  { face, width, lineHeight, before, between }: Setting,
  size: number,
): number {
  if (texts.length === 0) return 0
  const lines = texts.reduce((sum, text) => sum + linesOf(text, face, size, width), 0)
  return before + lines * size * lineHeight + (texts.length - 1) * between
}

const wideWord = (texts: readonly string[], { face, width }: Setting, size: number): string | undefined =>
  texts.flatMap(piecesOf).find((word) => linesOf(word, face, size, width) === Number.POSITIVE_INFINITY)
