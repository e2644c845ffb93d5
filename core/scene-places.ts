/** Where words and art of a scene stand: by kind of scene and by the way the screen hangs, never by template. */
import type { FilmSize, Scene, SceneKind } from './scene.ts'

/** In pixels of a picture whose short side is 1080. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Places {
  readonly words: Box
  /** Without height: this scene is its own picture. */
  readonly art: Box
  /** Of people on a screen that hangs across: how many stand in a row. */
  readonly abreast?: number
}

export type Orientation = 'landscape' | 'portrait'

export const orientationOf = (size: FilmSize): Orientation => (size === 'portrait' ? 'portrait' : 'landscape')

/** As it is drawn; `uhd` is drawn twice as fine. */
export const pictureOf = (size: FilmSize): { readonly width: number; readonly height: number } =>
  size === 'portrait' ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 }

/** What a TV may cut off each edge, as a share of it. */
export const overscan = 0.05

const wide = 1656
const none: Box = { x: 0, y: 0, width: 0, height: 0 }

/** Of a landscape picture: how wide the words may be, and where the art begins. The art reaches the right edge. */
const columns: Readonly<Record<SceneKind, { readonly words: number; readonly art?: number }>> = {
  title: { words: 980, art: 1150 },
  closing: { words: 980, art: 1150 },
  text: { words: 1000, art: 1180 },
  points: { words: 1180, art: 1340 },
  checklist: { words: 1180, art: 1340 },
  terms: { words: 1180, art: 1340 },
  steps: { words: 1240, art: 1400 },
  note: { words: 1120, art: 1270 },
  callout: { words: 1120, art: 1270 },
  picture: { words: 780, art: 980 },
  chart: { words: 900, art: 1070 },
  code: { words: 900, art: 1080 },
  people: { words: wide },
  timeline: { words: wide },
  sides: { words: wide },
  numbers: { words: wide },
}

interface Band {
  readonly least: number
  /** Words are set smaller before the art gives up more than this. */
  readonly good: number
  readonly most: number
}

/** Of an upright picture: how high the art above the words may be. It takes what the words leave. */
const bands: Readonly<Record<SceneKind, Band>> = {
  title: { least: 560, good: 860, most: 1080 },
  closing: { least: 560, good: 900, most: 1120 },
  text: { least: 400, good: 640, most: 1000 },
  points: { least: 320, good: 480, most: 800 },
  checklist: { least: 320, good: 440, most: 760 },
  terms: { least: 320, good: 480, most: 820 },
  steps: { least: 300, good: 420, most: 760 },
  note: { least: 420, good: 640, most: 900 },
  callout: { least: 400, good: 600, most: 860 },
  picture: { least: 800, good: 900, most: 980 },
  chart: { least: 700, good: 800, most: 980 },
  code: { least: 820, good: 900, most: 1080 },
  people: { least: 0, good: 0, most: 0 },
  timeline: { least: 0, good: 0, most: 0 },
  sides: { least: 0, good: 0, most: 0 },
  numbers: { least: 0, good: 0, most: 0 },
}

const margin = { landscape: { x: 132, y: 60 }, portrait: { x: 84, y: 108 } } as const
/** Between the art of an upright picture and the first line. */
const belowBand = 76

/** The places a scene may use, best first: words that need more room take it from the art. */
export function placesOf(scene: Scene, orientation: Orientation): readonly Places[] {
  if (orientation === 'portrait') {
    const { least, good } = bandOf(scene)
    return least === good ? [upright(least)] : [upright(good), upright(least)]
  }
  const { x, y } = margin.landscape
  const { words: width, art: left } = isAlone(scene) ? columns.text : columns[scene.kind]
  const words = { x, y, width, height: 1080 - 2 * y }
  const usual = { words, art: left === undefined ? none : { x: left, y: 0, width: 1920 - left, height: 1080 } }
  if (scene.kind === 'people' && !isAlone(scene))
    return [{ ...usual, abreast: scene.people.length === 3 ? 3 : 2 }, usual]
  const shape = shapeOf(scene)
  return shape !== undefined && shape >= panorama ? [across(shape), usual] : [usual]
}

/** From this shape on a picture beside words would be a strip: it lies above them, from edge to edge. */
const panorama = 2.3

function shapeOf(scene: Scene): number | undefined {
  if (scene.kind !== 'picture' && scene.kind !== 'text') return undefined
  const { width, height } = scene.picture ?? {}
  return width === undefined || height === undefined ? undefined : width / height
}

function across(shape: number): Places {
  const { x, y } = margin.landscape
  const height = Math.round(Math.min(560, Math.max(384, 1920 / shape)))
  const top = height + 48
  return {
    words: { x, y: top, width: wide, height: 1080 - y - top },
    art: { x: 0, y: 0, width: 1920, height },
  }
}

/** The same places when the words take only so much of their height: the art grows, and nothing is left empty below. */
export function grown(places: Places, scene: Scene, orientation: Orientation, wordsHeight: number): Places {
  if (orientation === 'landscape' || places.art.height === 0) return places
  const spare = places.words.height - wordsHeight - breathing
  const { most } = bandOf(scene)
  return spare <= 0 ? places : upright(Math.round(Math.min(places.art.height + spare, most)))
}

const alone: Band = { least: 720, good: 900, most: 1080 }

/** Below the words of an upright picture, beside the margin. */
const breathing = 40

/** One person, or one number, leaves room for art. */
const isAlone = (scene: Scene): boolean =>
  (scene.kind === 'people' && scene.people.length === 1) || (scene.kind === 'numbers' && scene.numbers.length === 1)

const bandOf = (scene: Scene): Band => (isAlone(scene) ? alone : bands[scene.kind])

function upright(height: number): Places {
  const { x, y } = margin.portrait
  const top = height === 0 ? y : height + belowBand
  const words = { x, y: top, width: 1080 - 2 * x, height: 1920 - y - top }
  return { words, art: height === 0 ? none : { x: 0, y: 0, width: 1080, height } }
}
