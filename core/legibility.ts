/** How large letters have to be on a TV to be read from the farthest seat, and what that means for this room. */

import type { Hanging } from './settings.ts'

export interface Room {
  /** Of the picture, as on the box. */
  readonly screenInches: number
  readonly farthestSeatMetres: number
  /** Wide when left out. */
  readonly hangs?: Hanging | undefined
}

/** How much of its width or height an own film has beside the queue: of the screen that it would fill without. */
export const filmShare = { wide: 0.75, upright: 0.6 } as const satisfies Record<Hanging, number>

/** Capital heights: millimetres on the glass, and pixels of a picture 1,080 high. */
export interface Capitals {
  readonly millimetres: number
  readonly pixels: number
}

export interface Legibility {
  readonly text: Capitals
  /** Codes and rooms. */
  readonly codes: Capitals
  readonly isReadable: boolean
  /** For the person who hangs up the TV. */
  readonly sentence: string
}

const textArcMinutes = 16
const codeArcMinutes = 24
/** Of a 16:9 picture. */
const heightOfDiagonal = 9 / Math.hypot(16, 9)
const millimetresPerInch = 25.4
const lines = 1_080
/** Of the short side: the smallest capitals of films (6.6 units × 0.7). Upright they are as large: it is the same glass. */
const smallestShare = 0.066 * 0.7
/** The sizes that are sold. */
const sizes = [32, 40, 43, 50, 55, 65, 75, 85, 98, 115]

/** Source: capital height = distance × tan(angle); 16 and 24 arc minutes at the farthest seat */
export function legibilityOf(room: Room): Legibility {
  const readableMetres = readableFrom(room.screenInches, room.hangs)
  const isReadable = room.farthestSeatMetres <= readableMetres
  return {
    text: capitalsFor(textArcMinutes, room),
    codes: capitalsFor(codeArcMinutes, room),
    isReadable,
    sentence: isReadable ? goodSentence(room, readableMetres) : farSentence(room, readableMetres),
  }
}

function capitalsFor(arcMinutes: number, { screenInches, farthestSeatMetres }: Room): Capitals {
  const millimetres = farthestSeatMetres * 1_000 * tangent(arcMinutes)
  const pixels = (millimetres / heightOf(screenInches)) * lines
  // Diagonals are rounded by their makers: a twentieth of a pixel is no reason for a whole one.
  return { millimetres: Math.ceil(millimetres), pixels: Math.ceil(pixels - 0.05) }
}

/** The farthest seat from which films can be read, metres, to the tenth below. */
function readableFrom(inches: number, hangs: Hanging = 'wide'): number {
  const metres = (heightOf(inches) * smallestShare * filmShare[hangs]) / tangent(textArcMinutes) / 1_000
  return Math.floor(metres * 10) / 10
}

const tangent = (arcMinutes: number): number => Math.tan((arcMinutes / 60) * (Math.PI / 180))
const heightOf = (inches: number): number => inches * millimetresPerInch * heightOfDiagonal

const goodSentence = ({ screenInches, farthestSeatMetres }: Room, readable: number): string =>
  `On a ${screenInches}-inch TV, films can be read from up to ${readable} m. Your farthest seat is ${farthestSeatMetres} m away: everybody can read them.`

function farSentence({ screenInches, farthestSeatMetres, hangs }: Room, readable: number): string {
  const enough = sizes.find((inches) => readableFrom(inches, hangs) >= farthestSeatMetres)
  const larger = enough === undefined ? '' : `Take a TV of ${enough} inches or more, or `
  const move = `${larger === '' ? 'Move' : 'move'} the seats to within ${readable} m.`
  return `On a ${screenInches}-inch TV, films can be read from up to ${readable} m, and your farthest seat is ${farthestSeatMetres} m away. ${larger}${move}`
}
