/** The points of lists, and what their parts mean: `Days 1–3: swelling (Care: cool it)`, `Ana, coordinator: explains`. */
import type { Image, List, ListItem } from 'mdast'
import { careWords } from './care-words.ts'
import { withoutMarks } from './explainer-marks.ts'
import { isComment } from './explainer-tree.ts'
import { type Reading, readPieces, refuse, sourceOf } from './explainer-words.ts'

export interface Entry {
  readonly item: ListItem
  /** Signs stay marked. */
  readonly words: string
  readonly pictures: readonly Image[]
}

export function readEntries(reading: Reading, list: List): readonly Entry[] {
  return list.children.map((item) => {
    const counted = countedText(reading, item)
    const [first, ...more] = (counted?.item ?? item).children.filter((child) => !isComment(child))
    for (const part of more) {
      const what =
        part.type === 'list'
          ? 'A list in a list cannot be read from afar. Move this line to the left.'
          : 'Each point of a list is one short text. Make another point of this.'
      reading.report(part, what)
    }
    if (first?.type !== 'paragraph') {
      if (first === undefined) reading.report(item, 'This point is empty. Write a text behind it, or remove it.')
      else if (more.length === 0) refuse(reading, first)
      return { item, words: '', pictures: [] }
    }
    const pieces = readPieces(reading, first)
    const words = (counted?.number ?? '') + pieces.filter((piece) => typeof piece === 'string').join(' ')
    const pictures = pieces.filter((piece) => typeof piece !== 'string')
    if (words === '' && pictures.length > 0) reading.report(item, 'Write a text beside this picture.')
    return { item, words, pictures }
  })
}

/** `- 4. Woche: …`, a text that Markdown takes for a list of one in a list: no other list is meant, for none can be shown. */
function countedText(
  reading: Reading,
  { children }: ListItem,
): { readonly number: string; readonly item: ListItem } | undefined {
  const [list, ...more] = children.filter((child) => !isComment(child))
  if (list?.type !== 'list' || more.length > 0) return undefined
  const [item, ...others] = list.children
  const [number] = /^\d+[.)]/.exec(sourceOf(reading, list)) ?? []
  if (number === undefined || item === undefined || others.length > 0) return undefined
  return item.children[0]?.type === 'paragraph' ? { number: `${number} `, item } : undefined
}

/** Texts of points that have no picture beside them. */
export function readPoints(reading: Reading, list: List): readonly string[] {
  return readEntries(reading, list).map((entry) => {
    withoutPictures(reading, entry)
    return withoutMarks(entry.words)
  })
}

export function withoutPictures(reading: Reading, { pictures }: Entry): void {
  for (const picture of pictures)
    reading.report(picture, 'A picture has no place in a list. Write it beside sentences, or alone under a heading.')
}

// Chinese and Japanese write another colon, or none of the spaces.
const colon = /:(?=\s|$)|：|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]):|:(?=\p{Script=Han})/u
/** Every colon that parts a line. */
export const colons = new RegExp(colon, 'gu')

/** What stands before the first colon of a line, and behind it. */
export function partedAtColon(words: string): { readonly before: string; readonly behind: string } | undefined {
  const found = colon.exec(words)
  if (found === null) return undefined
  const before = words.slice(0, found.index).trim()
  const behind = words.slice(found.index + 1).trim()
  return { before: withoutMarks(before), behind }
}

const careBegins = String.raw`[(（]\s*${careWords}\s*[:：]`
const care = new RegExp(String.raw`^(.*?)\s*${careBegins}\s*(\S.*?)\s*[)）][.。।۔]?$`, 'iu')
/** Where a text seems to begin to say what helps. */
export const careSign = new RegExp(careBegins, 'giu')

/** `swelling (Care: cool it)`; Care may be said in the language of the film. */
export function partedCare(words: string): { readonly text: string; readonly care?: string } {
  const [, text = '', what] = care.exec(words) ?? []
  return what === undefined ? { text: withoutMarks(words) } : { text: withoutMarks(text), care: withoutMarks(what) }
}

/** `Ana, coordinator`, or only what somebody is. */
export function partedName(words: string): { readonly name?: string; readonly role: string } {
  const found = /,\s|[，،、]/u.exec(words)
  if (found === null || found.index === 0) return { role: withoutMarks(words.replace(/^[,，،、]\s*/u, '')) }
  return {
    name: withoutMarks(words.slice(0, found.index).trim()),
    role: withoutMarks(words.slice(found.index + 1).trim()),
  }
}
