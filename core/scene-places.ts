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

/** Of an upright picture: how high the art above the words may be, best first. Words take what is left. */
const bands: Readonly<Record<SceneKind, readonly number[]>> = {
  title: [980, 860, 720, 560],
  closing: [980, 860, 720, 560],
  text: [760, 640, 520, 400],
  points: [600, 500, 400, 320],
  checklist: [560, 480, 400, 320],
  terms: [640, 520, 400, 320],
  steps: [520, 440, 360, 300],
  note: [820, 700, 560, 420],
  callout: [760, 640, 520, 400],
  picture: [1080, 960, 840],
  chart: [860, 780, 700],
  code: [900, 820],
  people: [0],
  timeline: [0],
  sides: [0],
  numbers: [0],
}

const margin = { landscape: { x: 132, y: 60 }, portrait: { x: 84, y: 108 } } as const
/** Between the art of an upright picture and the first line. */
const belowBand = 76

/** The places a scene may use, best first: words that need more room take it from the art. */
export function placesOf(scene: Scene, orientation: Orientation): readonly Places[] {
  const { kind } = scene
  const isPortrait = kind === 'people' && scene.people.length === 1
  const { x, y } = margin[orientation]
  if (orientation === 'landscape') {
    const { words: width, art: left } = isPortrait ? columns.text : columns[kind]
    const words = { x, y, width, height: 1080 - 2 * y }
    return [{ words, art: left === undefined ? none : { x: left, y: 0, width: 1920 - left, height: 1080 } }]
  }
  return (isPortrait ? [960, 840, 720] : bands[kind]).map((height) => {
    const top = height === 0 ? y : height + belowBand
    const words = { x, y: top, width: 1080 - 2 * x, height: 1920 - y - top }
    return { words, art: height === 0 ? none : { x: 0, y: 0, width: 1080, height } }
  })
}
