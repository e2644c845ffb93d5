/** Measures words without a screen: how many lines a text takes, so that what could not be read is refused before it is rendered. */

/** `display` is Fraunces, for titles; `text` is Figtree, for everything else; as set in renderer/films/film.css. */
export type Face = 'display' | 'text'

/**
 * Advance widths from space to tilde, in hundredths of the type size: Figtree at weight 500, Fraunces at 440 and its largest
 * optical size. Measured in Chromium.
 */
const widths: Readonly<Record<Face, readonly number[]>> = {
  text: [
    24, 30, 35, 63, 56, 79, 65, 21, 36, 36, 48, 63, 24, 41, 22, 40, 64, 42, 56, 55, 62, 58, 57, 54, 61, 57, 27, 27, 63,
    63, 63, 51, 99, 69, 61, 72, 69, 59, 55, 76, 75, 28, 53, 63, 52, 85, 77, 78, 59, 78, 63, 61, 56, 71, 70, 97, 63, 62,
    64, 33, 40, 33, 56, 44, 23, 52, 59, 54, 59, 55, 38, 59, 56, 24, 28, 50, 23, 86, 56, 58, 59, 58, 35, 47, 38, 56, 53,
    80, 49, 54, 49, 39, 26, 39, 60,
  ],
  display: [
    17, 22, 27, 56, 52, 59, 88, 13, 31, 30, 58, 46, 18, 24, 18, 33, 59, 36, 53, 50, 55, 52, 55, 47, 53, 56, 18, 18, 43,
    46, 43, 48, 74, 61, 63, 63, 70, 58, 53, 68, 73, 32, 37, 68, 54, 79, 67, 73, 60, 74, 64, 56, 60, 66, 59, 89, 63, 60,
    56, 29, 32, 29, 30, 34, 22, 44, 49, 41, 49, 43, 26, 48, 50, 23, 23, 48, 26, 78, 50, 49, 51, 49, 37, 38, 28, 50, 43,
    67, 44, 45, 40, 33, 23, 33, 48,
  ],
}
const firstCode = 0x20
/** Of signs that are not in the table: a wide letter's. */
const otherWidth = 70
// As in film.css, in hundredths of the size: letters of a title stand closer, its words a little apart.
const tracking = { text: { letter: 0, space: 0 }, display: { letter: -1.8, space: 4 } } as const
/** Kerning and rounding: what a line may turn out longer than measured. */
const tolerance = 1.02

/** Width of a text on one line, in pixels. */
export function widthOf(text: string, face: Face, size: number): number {
  const { letter, space } = tracking[face]
  let hundredths = 0
  // An accented letter is as wide as the plain one.
  for (const sign of text.normalize('NFD').replace(/\p{Mn}/gu, '')) {
    const known = widths[face][(sign.codePointAt(0) ?? 0) - firstCode]
    hundredths += (known ?? otherWidth) + letter + (sign === ' ' ? space : 0)
  }
  return (hundredths * size * tolerance) / 100
}

/** The parts of a text between which a line may end: behind a space, and behind a hyphen in a word. */
export const piecesOf = (text: string): readonly string[] => text.split(/(?<= |\p{L}-)(?=\S)/u)

/** How many lines a text takes in a column; no number of lines is enough for a piece that is wider than it. */
export function linesOf(text: string, face: Face, size: number, columnWidth: number): number {
  const space = widthOf(' ', face, size)
  let lines = 1
  let used = 0
  for (const piece of piecesOf(text)) {
    const width = widthOf(piece.trimEnd(), face, size)
    if (width > columnWidth) return Number.POSITIVE_INFINITY
    if (used + width > columnWidth) lines += 1
    used = (used + width > columnWidth ? width : used + width) + (piece.endsWith(' ') ? space : 0)
  }
  return lines
}
