/** What a line's end or the other direction of writing would tear apart: telephone numbers, a number and its unit, a dash from what it follows. */
import { directionOf } from './languages.ts'

const noBreakSpace = '\u00a0'
/** Not seen; no line ends at it. */
const wordJoiner = '\u2060'
const isolate = { leftToRight: '\u2066', end: '\u2069' } as const
/** Not seen; what stands before it stays where it is read from left to right. */
const leftToRightMark = '\u200e'
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** Groups of digits with a space, a hyphen or a stroke between them; neither times nor decimals. */
const groups =
  /(?<![\p{Nd}:.,])[+(]{0,2}\p{Nd}+\)?(?:[ \u00a0\u202f\u2011/-]\(?\p{Nd}+\)?)+(?![:.,]?\p{Nd})|\+\p{Nd}+/gu
/** Behind a word: no line begins with a dash. */
const dashes = /(?<=\S) (?=[–—] )/gu
/** `SPF 50+`: its sign belongs behind the number, and would jump before the whole. */
const signed = /(?<=\p{Script=Latin}[ \u00a0]?\p{Nd}{1,6})[+%](?![\p{L}\p{Nd}])/gu
/** `1.250,50 €` and `$ 20`, `z. B.`: the second part alone on a line says nothing. */
const pairs = /(?<=\p{Nd}) (?=[\p{Sc}%‰])|(?<=\p{Sc}) (?=\p{Nd})|(?<=(?<!\p{L})\p{L}\.) (?=\p{L}\.)/gu
const unit = String.raw`(?:[nµμmckd]?m[²³]?|[µμmcdk]?[lLg]|[mk]?(?:W|J|V|Hz)|[MG]Hz|mmol|mmHg|kcal|ppm|bpm|min|sec|Std\.|[hs]|I[EU]|°[CF]?|[%‰])`
const number = String.raw`\p{Nd}+(?:[ \u00a0\u202f.,:/]\p{Nd}+)*`
/** `2 mm`, `0,5–1 ml`, `120/80 mmHg`: read from left to right also where letters are read from the right. */
const measures = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}]|[.,:/+–-](?=\p{Nd}))${number}(?:[–-]${number})?([ \u00a0\u202f]?)${unit}(?:/${unit})?(?![\p{L}\p{Nd}'’])`,
  'gu',
)
const leastDigits = 6
const year = /^(?:19|20)\p{Nd}{2}$/u

/**
 * The same words, with marks that nobody sees: among letters that are read from right to left the groups of `0800-123-4567`
 * would change places, as would `2 mm`, and a line may end behind each of its hyphens and spaces. Ranges (`1–3`) and years are left
 * alone: they are read in the direction of their sentence. No line begins with a dash between two thoughts, with a currency or a unit.
 *
 * @param locale BCP 47, of the film: a number with its unit may stand for itself, without a letter that tells the direction
 */
export const keptTogether = (text: string, locale = ''): string =>
  inReadingOrder(
    text
      .replaceAll(dashes, noBreakSpace)
      .replaceAll(pairs, noBreakSpace)
      .replaceAll(measures, (measure) => measure.replaceAll(' ', noBreakSpace)),
    locale,
    (figure) => figure.replaceAll(/[ \u202f]/g, noBreakSpace).replaceAll(/[/-]/g, `$&${wordJoiner}`),
  )

/** For where a column has no room for the whole of a number: what is kept is the order in which it is dialled. */
export function inReadingOrder(text: string, locale = '', written = (figure: string) => figure): string {
  const isMixed = directionOf(locale) === 'rtl' || rightToLeft.test(text)
  const isolated = (figure: string) => (isMixed ? `${isolate.leftToRight}${figure}${isolate.end}` : figure)
  const marked = isMixed ? text.replaceAll(signed, `$&${leftToRightMark}`).replaceAll(measures, isolated) : text
  return marked.replaceAll(groups, (figure) => {
    const digits = figure.match(/\p{Nd}+/gu) ?? []
    if (!figure.startsWith('+') && (digits.join('').length < leastDigits || digits.every((one) => year.test(one)))) {
      return figure
    }
    return isolated(written(figure))
  })
}

/** The words alone, as their author wrote them: whatever keeps them together is seen by nobody. */
export const wordsAlone = (text: string): string =>
  text.replaceAll(/[\u00ad\u200e\u2060\u2066\u2069]/g, '').replaceAll(noBreakSpace, ' ')
