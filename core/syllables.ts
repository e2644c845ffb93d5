/** Where a word that is too long for its line may part: between syllables, as its language writes them. */
import createHyphenator from 'hyphen'
import { softHyphen } from './soft-hyphen.ts'
import { patternsOf } from './syllable-patterns.ts'

const known = new Map<string, (text: string) => string>()
/** Shorter ones fit everywhere. */
const longWords = /[\p{L}\p{M}]{8,}/gu
/** Addresses and numbers mean something else with a hyphen in them. */
const noWord = /[@\p{N}]|\p{L}[.:/]\p{L}/u
/** A letter or two alone on a line look like a mistake. */
const shortEnds = /^([\p{L}\p{M}]{1,2})\u00ad|\u00ad([\p{L}\p{M}]{1,2})$/gu

/** All that are right, or only those at which a reader does not stumble. */
export type Joints = 'good' | 'all'
/**
 * German parts `Vorbereitungs-gespräch` and `Lymphdrainage-behandlung`, where its words were put together: the first syllable of the
 * second one does not stay behind on the line above, and its last one is not sent on alone.
 */
const stumbling =
  /(?<=\u00ad(?:be|ver|ent|zer|er|un|vor|ein|auf|aus)|s\u00adge)\u00ad|\u00ad(?=[^aeiouäöüy\u00ad]{0,3}ung(?:s|en)?(?:\u00ad|$))/giu

/**
 * The word with a soft hyphen between its syllables; the same word where its author has put some, or where nobody knows them.
 *
 * @param locale BCP 47; its first part decides
 */
export function inSyllables(word: string, locale: string, joints: Joints = 'all'): string {
  if (noWord.test(word) || word.includes(softHyphen)) return word
  const language = locale.split('-')[0] ?? ''
  const hyphenate = hyphenatorOf(language)
  return word.replaceAll(longWords, (letters) => {
    const parted = hyphenate(letters.normalize('NFC')).replaceAll(shortEnds, '$1$2')
    return language === 'de' && joints === 'good' ? parted.replaceAll(stumbling, '') : parted
  })
}

function hyphenatorOf(language: string): (text: string) => string {
  const found = known.get(language)
  if (found !== undefined) return found
  const learned = patternsOf(language)
  const hyphenate =
    learned === undefined ? (text: string) => text : createHyphenator(learned, { hyphenChar: softHyphen, html: false })
  known.set(language, hyphenate)
  return hyphenate
}
