/** Where everything of the queue stands on a screen of any shape, and how large its letters have to be. */
import { filmShare, legibilityOf, type Room } from '../../core/legibility.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Geometry {
  readonly isStanding: boolean
  /** Font sizes, pixels: of everything, and of codes and rooms. */
  readonly text: number
  readonly code: number
  /** Where the film goes on. */
  readonly film: Box
  /** Who is called, and where to. */
  readonly called: Box
  readonly calledRows: number
  /** The ground under the waiting, up to the edges, and what is written on it. */
  readonly panel: Box
  readonly waiting: Box
  /** Heights in the list: its title, a code, and how much more a wait below it takes. */
  readonly rows: { readonly title: number; readonly code: number; readonly wait: number }
  /** The line along the bottom. */
  readonly sentence: Box
  readonly margin: { readonly x: number; readonly y: number }
}

/** Of the size of a letter, in both typefaces. */
export const capitalShare = 0.7
/** What a TV may cut off each edge. */
const overscan = 0.05
const lines = 1_080
/** In sizes of a letter: what stands in the list in any language. */
const widestWait = 4.52
/** Capitals of a called code: 147 mm on a 43-inch screen. */
const calledCapital = 296.5 / lines

/** The size of the letters of a call that fills the screen. */
export const callSize = ({ width, height }: Size): number => (Math.min(width, height) * calledCapital) / capitalShare

export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * @param side where the queue stands beside the film: it changes from day to day, so that nothing burns in
 */
export function geometryOf(screen: Size, room: Room, side: 'left' | 'right'): Geometry {
  const { width, height } = screen
  const { text: small, codes } = legibilityOf(room)
  // On a screen that stands, the short side is as long as it is high otherwise.
  const perLine = Math.min(width, height) / lines / capitalShare
  const [text, code] = [small.pixels * perLine, codes.pixels * perLine]
  const margin = { x: width * overscan, y: height * overscan }
  return width >= height
    ? beside({ width, height, text, code, margin }, side)
    : below({ width, height, text, code, margin }, room.hangs === 'upright')
}

export const wholeOf = ({ width, height }: Size): Box => ({ x: 0, y: 0, width, height })

/** Where a call and the film stand when the film is to go on beside it: a half of the screen each, above the last line. */
export function sideBySide({ width }: Size, { isStanding, film, panel, sentence }: Geometry): { call: Box; film: Box } {
  if (isStanding) return { call: { x: 0, y: film.height, width, height: sentence.y - film.height }, film }
  const half = width / 2
  const isLeft = panel.x === 0
  const filmHeight = (half * 9) / 16
  return {
    call: { x: isLeft ? 0 : half, y: 0, width: half, height: sentence.y },
    film: { x: isLeft ? half : 0, y: (sentence.y - filmHeight) / 2, width: half, height: filmHeight },
  }
}

type Sizes = Size & Pick<Geometry, 'text' | 'code' | 'margin'>

function beside({ width, height, text, code, margin }: Sizes, side: 'left' | 'right'): Geometry {
  const share = filmShare.wide
  const column = width * (1 - share) - margin.x
  // What the widest waits and titles leave: letters that drift must not touch the film, least of all its own letters.
  const gap = Math.max(text * 0.2, Math.min(text * 0.6, column - text * widestWait))
  const besideFilm = text * 0.42
  const filmAt = side === 'right' ? 0 : width * (1 - share)
  const panelAt = side === 'right' ? width * share : 0
  const film = { x: filmAt, y: 0, width: width * share, height: (width * share * 9) / 16 }
  const sentenceHeight = text * 1.16
  const sentenceAt = height - margin.y - sentenceHeight
  const inner = column - gap
  const from = side === 'right' ? margin.x : filmAt + besideFilm
  return {
    ...{ isStanding: false, text, code, film, margin, calledRows: 1 },
    called: { x: from, y: film.height, width: film.width - margin.x - besideFilm, height: sentenceAt - film.height },
    panel: { x: panelAt, y: 0, width: width * (1 - share), height: sentenceAt - text * 0.1 },
    waiting: {
      x: side === 'right' ? panelAt + gap : margin.x,
      y: margin.y,
      width: inner,
      height: sentenceAt - text * 0.1 - margin.y,
    },
    rows: { title: text * 1.24, code: code * 0.8 + text * 0.3, wait: text * 0.82 },
    sentence: { x: margin.x, y: sentenceAt, width: width - 2 * margin.x, height: sentenceHeight },
  }
}

/** @param areFilmsUpright films are made for this screen; otherwise they lie across it, at its head */
function below({ width, height, text, code, margin }: Sizes, areFilmsUpright: boolean): Geometry {
  const calledRows = 2
  const calledHeight = calledRows * code * 1.12
  const rows = { title: text * 1.24, code: code * 1.06, wait: 0 }
  const lying = (width * 9) / 16
  // Two of those who wait are seen at once, however far the last seat is.
  const queue = calledHeight + rows.title + 2 * rows.code + text * 3.65 + margin.y
  const standing = Math.max(lying, Math.min(height * filmShare.upright, height - queue))
  const film = { x: 0, y: 0, width, height: areFilmsUpright ? standing : lying }
  const inner = width - 2 * margin.x
  const calledAt = film.height + text * 0.4
  const called = { x: margin.x, y: calledAt, width: inner, height: calledHeight }
  const panelAt = calledAt + called.height + text * 0.35
  const sentenceHeight = text * 2.3
  const sentenceAt = height - margin.y - sentenceHeight
  const panel = { x: 0, y: panelAt, width, height: sentenceAt - text * 0.25 - panelAt }
  return {
    ...{ isStanding: true, text, code, film, margin, calledRows, called, panel },
    waiting: { x: margin.x, y: panelAt + text * 0.35, width: inner, height: panel.height - text * 0.35 },
    rows,
    sentence: { x: margin.x, y: sentenceAt, width: inner, height: sentenceHeight },
  }
}
