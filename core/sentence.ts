/** Where a sentence ends, in the languages that films and lines are written in: what is parted elsewhere says something else. */

const opening = /^["“„”«»‘’‚([¿¡]+/u
const closing = `["”“’‘»«)\\]」』）]|\\s»(?=\\s|$)`
/** Where a line may end: a space that holds two words together parts none. */
const space = '[^\\S\\u00a0\\u202f]'

/**
 * Marks that end a sentence, with the quotes and brackets that close there and the space behind: of Latin, Greek and Cyrillic
 * scripts, Arabic, Urdu, Hindi, Tigrinya. Those of Chinese and Japanese need no space. A Greek question ends with a semicolon.
 */
const ends = new RegExp(
  `(?<mark>[.!?…؟۔।॥።፧]+|(?<=\\p{sc=Greek}\\p{M}*)[;\\u037e])(?:${closing})*${space}+|(?<mark>[。！？]+)[”’」』）]*${space}*`,
  'gu',
)

/**
 * Short for words that a name or a noun follows. With a small letter first they may have a large one too. Missing are those that
 * end a sentence as well (`etc.`), that are words themselves (Polish `lek.`), and that only numbers follow: none ends before one.
 */
const abbreviations: ReadonlySet<string> = new Set(
  [
    // English, Spanish, Portuguese
    'dr dra dres dras drs prof profa Mr Mrs Ms Mx St Mt approx incl Dept tel Sr Sra Srta Sres Sras Dña Lic Av Avda Sta Sto EE ej',
    // German
    'Hr Hrn Fr Frl Dipl Ing Mag Priv Doz med dent habil rer nat phil univ Abt Fa bzw bspw ca evtl exkl ggf ggfs inkl insb sog vgl zzgl',
    // French, Italian, Romanian
    'MM Mme Mmes Mlle Mgr Pr Ste Cie env bd boul tél ex Sig Sigg Dott Avv Arch Dl Dna Sf conf',
    // Dutch, Polish, Hungarian, Croatian
    'dhr mevr mw bijv bv excl mgr inż hab św ul np tzw tzn tj pl ún kb ifj özv doc prim gđa gđica gosp npr tzv sv sc',
    // Turkish, Vietnamese
    'Doç Uzm Op Yrd Öğr Gör Sn örn bkz BS TS ThS PGS GS TP',
    // Russian, Ukrainian, Greek, Hebrew, Hindi
    'проф доц акад тел ул вул просп св напр Δρ Καθ Αγ κα κος τηλ פרופ प्रो',
  ].flatMap((line) => line.split(' ')),
)

const letter = '(?!\\p{sc=Hangul})\\p{L}\\p{M}*'
/** `M`, `z.B`, `p.ej`: an initial, or words of which only the first letters are written. */
const initials = new RegExp(`^(?:${letter}|(?:${letter}){1,2}(?=.*\\.)(?:[.-]+(?:${letter}){1,2})+)$`, 'u')
/** The hour is often the last that is said. */
const halfOfDay = /(?<!\p{L})[ap]\.\s?m$/iu
/** `am 3. Mai`, `im 2. Stock`: German counts so. `1. Drink`: so does whoever writes a list into a line. */
const counted =
  /(?:^|[.!?…؟]\s)\s*\d+$|(?<!\p{L})(?:am|im|vom|zum|zur|beim|ab|bis|seit|und|oder|de[rmns]|die|das|jede[rmns]?|eine?[rmns]?|ihre?[rmns]?) \d{1,2}$/iu

/** The sentences of a text, each with the space behind it: together they are the text. */
export function sentencesIn(text: string): readonly string[] {
  const found: string[] = []
  let from = 0
  for (const end of text.matchAll(ends)) {
    const next = end.index + end[0].length
    const after = text.slice(next)
    if (after.trim() === '' || goesOn(text.slice(from, end.index), end.groups?.mark ?? '', after)) continue
    found.push(text.slice(from, next))
    from = next
  }
  return [...found, text.slice(from)]
}

/** @param before what there is of the sentence, up to the mark */
function goesOn(before: string, mark: string, after: string): boolean {
  const first = after.replace(opening, '')
  if (/^\p{Ll}/u.test(first)) return true
  if (mark !== '.') return false
  return /^\p{Nd}/u.test(first) || counted.test(before) || isShort(before)
}

function isShort(before: string): boolean {
  if (halfOfDay.test(before)) return false
  const word = /[\p{L}\p{M}\p{N}.-]+$/u.exec(before)?.[0] ?? ''
  if (initials.test(word)) return true
  // `Dipl.-Ing`, `Sig.ra`: what is short may stand at either end.
  const parts = word.split(/[.-]+/)
  return [parts.at(0), parts.at(-1)].some(
    (part = '') => abbreviations.has(part) || abbreviations.has(uncapitalized(part)),
  )
}

const uncapitalized = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1)
