/** Measures words without a screen: how many lines a text takes, so that what could not be read is refused before it is rendered. */
import { letterWidths } from './letter-table.ts'

/** `display` is Fraunces, for titles; `text` is Figtree, for everything else; as set in renderer/films/film.css. */
export type Face = 'display' | 'text'

/**
 * Advance widths from space to tilde, in hundredths of the type size: Figtree at weight 500, Fraunces at 440 and its largest
 * optical size. Measured in Chromium. The widths of other alphabets are in letter-table.ts.
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
/** Of signs that are in no table: Chinese, Japanese and Korean ones fill a square, Latin ones are no wider than this. */
const squareWidth = 100
const hangulWidth = 94
const otherWidth = 70
const firstSquare = 0x2100
/** Letters with a stroke or without a dot, which no rule takes apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  Ø: 'O',
  ß: 'B',
}

/** The other alphabets, and Latin letters in Vietnamese, which has a face of its own; hundredths by sign. */
const alphabets = {
  text: widthsIn(letterWidths.text),
  display: widthsIn(letterWidths.display),
  vietnamese: widthsIn(letterWidths.vietnamese),
} as const

function widthsIn(packed: string): ReadonlyMap<number, number> {
  const runs = packed.replaceAll('\n', '').split(',')
  return new Map(
    runs.flatMap((run) => {
      const [first = '', digits = ''] = run.split(':')
      const start = Number.parseInt(first, 36)
      return (digits.match(/../g) ?? []).map((width, index) => [start + index, Number.parseInt(width, 36)] as const)
    }),
  )
}

// Vowels of Vietnamese that Figtree lacks; see renderer/films/letters.css.
const vietnamese = /[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/
const latin = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u

// As in film.css, in hundredths of the size: letters of a title stand closer, its words a little apart.
const tracking = { text: { letter: 0, space: 0 }, display: { letter: -1.8, space: 4 } } as const
/** Kerning and rounding: what a line may turn out longer than measured. */
const tolerance = 1.02
/** The other alphabets are listed at weight 400 and set a little heavier, which widens Hebrew most. */
const heavier = { hebrew: 1.08, other: 1.03 } as const
/** An Arabic letter that goes on into the next one, against the same letter by itself: an average, and rather too much. */
const joinedShare = 0.8
const joining = /[\p{Script=Arabic}--[\p{Mn}ءاآأإٱدذرزژڑڈوؤۇےة]](?=\p{Mn}*[\p{Script=Arabic}--[\p{Mn}\p{P}ء]])/gv

/** Whether the letters of a title may stand closer: joined and stacked ones would be torn or run into each other. */
export const isTracked = (text: string): boolean => latin.test(text)

/**
 * How much higher than Latin ones lines of this text have to be, so that marks above and below do not touch: a factor of
 * the line height.
 */
export function leadingOf(text: string): number {
  if (/\p{Script=Arabic}/u.test(text)) return 1.3
  if (/[\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}]/u.test(text)) return 1.24
  return vietnamese.test(text) || !isTracked(text) ? 1.12 : 1
}

/** How a text is set as a whole: each of its words is measured as it stands among the others. */
interface Setting {
  readonly face: Face
  readonly size: number
  /** Between two letters. */
  readonly letter: number
  readonly latinWidths: ReadonlyMap<number, number> | undefined
}

const settingOf = (text: string, face: Face, size: number): Setting => ({
  ...{ face, size },
  letter: isTracked(text) ? tracking[face].letter : 0,
  latinWidths: face === 'text' && vietnamese.test(text) ? alphabets.vietnamese : undefined,
})

/** Width of a text on one line, in pixels. */
export const widthOf = (text: string, face: Face, size: number): number => widthIn(settingOf(text, face, size), text)

function widthIn({ face, size, letter, latinWidths }: Setting, text: string): number {
  const { space } = tracking[face]
  const signs = text.normalize('NFC')
  let hundredths = 0
  for (const sign of signs) {
    const width = widthOfSign(sign, face, latinWidths)
    hundredths += width + (width === 0 ? 0 : letter) + (sign === ' ' ? space : 0)
  }
  for (const [sign] of signs.matchAll(joining)) hundredths -= widthOfSign(sign, face) * (1 - joinedShare)
  return (hundredths * size * tolerance) / 100
}

function widthOfSign(sign: string, face: Face, latinWidths?: ReadonlyMap<number, number>): number {
  const code = sign.codePointAt(0) ?? 0
  const other = latinWidths?.get(code)
  if (other !== undefined) return other * heavier.other
  const known = widths[face][code - firstCode]
  if (known !== undefined) return known
  // Marks over and under a letter, and what joins letters.
  if (/[\p{Mn}\p{Cf}]/u.test(sign)) return 0
  const listed = alphabets[face].get(code)
  if (listed !== undefined) return listed * (/\p{Script=Hebrew}/u.test(sign) ? heavier.hebrew : heavier.other)
  const plain = plainLetters[sign]
  if (plain !== undefined) return widthOfSign(plain, face, latinWidths)
  // An accented letter is as wide as the plain one, two in one sign as both.
  const parts = code < firstSquare || isArabicForm(code) ? sign.normalize('NFKD') : sign
  if (parts !== sign) return [...parts].reduce((sum, part) => sum + widthOfSign(part, face, latinWidths), 0)
  if (code < firstSquare) return otherWidth
  return /\p{Script=Hangul}/u.test(sign) ? hangulWidth : squareWidth
}

const isArabicForm = (code: number): boolean => (code >= 0xfb50 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefe)

/**
 * A title in the two lines it has to be read in, broken where it is broken in speech: behind its colon. One line where it fits
 * on one, where it has no colon, or where this would take a line more.
 */
export function spokenLines(text: string, face: Face, size: number, columnWidth: number): readonly string[] {
  const parts = text.split(/(?<=:) +|(?<=：)(?=.)/)
  const lines = (part: string) => linesOf(part, face, size, columnWidth)
  if (parts.length !== 2 || lines(text) === 1) return [text]
  return parts.reduce((sum, part) => sum + lines(part), 0) === lines(text) ? parts : [text]
}

const han = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef`
// As browsers do it: no line begins with what closes or goes with the sign before it, and none ends with what opens.
const opening = '（〔［｛〈《「『【〖〘“‘'
const closing =
  '、。，．・：；？！゛゜ヽヾゝゞ々ー―）〕］｝〉》」』】〗〙’”〟…‥％‰℃°〜～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ'
const thaiRun = /[\u0e00-\u0e7f]+/g
/** Thai writes without spaces, and only a dictionary knows its words: seldom is one longer than this many letters. */
const thaiPiece =
  /(?:[เแโใไ]?[\u0e01-\u0e2e\u0e2f\u0e3f\u0e50-\u0e5b][ะาำๅๆฯ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*){1,6}|./gu

const breaks = new RegExp(
  [
    String.raw`(?<= |\p{L}-|\u200b|\u00ad)(?=\S)`,
    `(?<=[${han}])(?<![${opening}])(?=[${han}\\p{L}\\p{N}])(?![${closing}\\p{M}])`,
    `(?<=[\\p{L}\\p{N}])(?=[${han}])(?![${closing}\\p{M}])`,
  ].join('|'),
  'u',
)

/**
 * The parts of a text between which a line may end: behind a space, behind a hyphen in a word, seen or not, between Chinese and Japanese
 * signs, and in Thai about where words may end.
 */
export const piecesOf = (text: string): readonly string[] =>
  text.split(breaks).flatMap((piece) => (/[\u0e00-\u0e7f]/.test(piece) ? thaiPieces(piece) : [piece]))

function thaiPieces(piece: string): readonly string[] {
  const marked = piece.replace(thaiRun, (run) => (run.match(thaiPiece) ?? []).join('\u200b'))
  return marked.split(/(?<=\u200b)/).map((part) => part.replaceAll('\u200b', ''))
}

/** How many lines a text takes in a column; no number of lines is enough for a piece that is wider than it. */
export function linesOf(text: string, face: Face, size: number, columnWidth: number): number {
  const setting = settingOf(text, face, size)
  const space = widthIn(setting, ' ')
  const hyphen = widthIn(setting, '-')
  let lines = 1
  let used = 0
  for (const piece of piecesOf(text)) {
    const width = widthIn(setting, piece.trimEnd())
    // A soft hyphen is seen where a line ends at it.
    const atEnd = piece.endsWith('\u00ad') ? width + hyphen : width
    if (atEnd > columnWidth) return Number.POSITIVE_INFINITY
    if (used + atEnd > columnWidth) lines += 1
    used = (used + atEnd > columnWidth ? width : used + width) + (piece.endsWith(' ') ? space : 0)
  }
  return lines
}
