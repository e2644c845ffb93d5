/** Turns what does not fit into pages: lists by the room their entries take, sentences by what belongs together and by lines that fit. */
import { useEffect, useState } from 'react'
import { sentencesIn } from '../../core/sentence.ts'

/**
 * Entries in their order, on as few pages as they fit on; one that is too large has a page of its own.
 *
 * @param sizeOf how much an entry takes of `capacity`
 */
export function pagesOf<Entry>(
  entries: readonly Entry[],
  sizeOf: (entry: Entry) => number,
  capacity: number,
): readonly (readonly Entry[])[] {
  const pages: Entry[][] = []
  let left = 0
  for (const entry of entries) {
    const size = sizeOf(entry)
    const page = pages.at(-1)
    if (page === undefined || size > left) {
      pages.push([entry])
      left = capacity - size
    } else {
      page.push(entry)
      left -= size
    }
  }
  return pages
}

type Joint = (text: string) => readonly string[]

/**
 * Where a text may be parted, best first: its sentences, what a colon announces, and what commas hold apart. Signs of Chinese and
 * Japanese need no space behind them.
 */
const joints: readonly Joint[] = [
  (text) => sentencesIn(text).map((sentence) => sentence.trimEnd()),
  (text) => text.split(/(?<=[:;؛]) +|(?<=[：；])(?=.)/),
  (text) => text.split(/(?<=[,،]) +|(?<=[，、])(?=.)/),
]
/** What goes on, and what went before, where nothing else marks it. */
const goesOn = '…'

/**
 * A text in parts that are shown one after another, so that whoever looks up understands the one that is there: parted at
 * its sentences, colons and commas, and only within a phrase that is too long for itself between words, which is marked.
 *
 * @param fits whether a part can be shown
 */
export function partsThatFit(text: string, fits: (part: string) => boolean): readonly string[] {
  return parted(text, fits, joints)
}

/** Whether no phrase of a text has to be broken. */
export const isWhole = (text: string, fits: (part: string) => boolean): boolean =>
  partsThatFit(text, fits).every((part) => !part.endsWith(goesOn))

function parted(
  text: string,
  fits: (part: string) => boolean,
  [joint, ...others]: readonly Joint[],
): readonly string[] {
  if (fits(text)) return [text]
  if (joint === undefined) return marked(linesThatFit(text, (line) => fits(`${goesOn}${line}${goesOn}`)))
  const gap = /[。！？：；，、]/.test(text) ? '' : ' '
  const found: string[] = []
  // Only what is whole is joined: half a sentence and the beginning of the next one say nothing together.
  let isWhole = false
  for (const piece of joint(text)) {
    const last = found.at(-1)
    const joined = `${last}${gap}${piece}`
    if (isWhole && last !== undefined && fits(joined)) {
      found[found.length - 1] = joined
      continue
    }
    isWhole = fits(piece)
    found.push(...parted(piece, fits, others))
  }
  return found
}

const marked = (lines: readonly string[]): readonly string[] =>
  lines.map((line, at) => `${at === 0 ? '' : goesOn}${line}${at === lines.length - 1 ? '' : goesOn}`)

/**
 * A sentence in as few lines as fit, each about as long as the others. A word that fits on no line is broken: not every
 * script has spaces, and what runs over the edge is lost.
 *
 * @param fits whether a line can be shown
 */
export function linesThatFit(sentence: string, fits: (line: string) => boolean): readonly string[] {
  const parts = partsOf(sentence, fits)
  const filled = wrapped(parts, fits)
  // The narrowest lines that are no more: shorter ones are read in one look.
  let [narrow, wide] = [0, sentence.length]
  while (narrow + 1 < wide) {
    const width = Math.floor((narrow + wide) / 2)
    const tried = wrapped(parts, (line) => line.length <= width && fits(line))
    if (tried.length > filled.length || tried.some((line) => line.length > width)) narrow = width
    else wide = width
  }
  const even = wrapped(parts, (line) => line.length <= wide && fits(line))
  return even.length > filled.length ? filled : even
}

/** What stays together on a line. */
interface Part {
  readonly text: string
  /** Between it and the part before it. */
  readonly gap: '' | ' '
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const partsOf = (sentence: string, fits: (line: string) => boolean): readonly Part[] =>
  sentence.split(' ').flatMap((word) => {
    const pieces = fits(word) ? [word] : unspaced(word).flatMap((one) => (fits(one) ? [one] : hyphenated(one, fits)))
    return pieces.map((text, at): Part => ({ text, gap: at === 0 ? ' ' : '' }))
  })

/** The words of a script that has no spaces, each with the marks behind it. */
function unspaced(text: string): readonly string[] {
  const found: string[] = []
  for (const { segment, isWordLike } of words.segment(text)) {
    if (isWordLike === true || found.length === 0) found.push(segment)
    else found[found.length - 1] += segment
  }
  return found
}

function hyphenated(word: string, fits: (line: string) => boolean): readonly string[] {
  const found: string[] = []
  let piece = ''
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && !fits(`${piece}${segment}-`)) {
      found.push(`${piece}-`)
      piece = ''
    }
    piece += segment
  }
  return [...found, piece]
}

function wrapped(parts: readonly Part[], fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  for (const { text, gap } of parts) {
    const line = lines.at(-1)
    const longer = line === undefined ? text : `${line}${gap}${text}`
    if (line !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(text)
  }
  return lines
}

/** A page that is wanted now: whenever `key` is another one, the turns begin there. */
interface Start {
  readonly key: string
  readonly page: number
}

/** Which of so many pages is shown: the next one every `everyMs`. */
export function useTurns(pages: number, everyMs: number, start: Start = { key: '', page: 0 }): number {
  const [state, setState] = useState({ key: start.key, turn: start.page })
  if (state.key !== start.key) setState({ key: start.key, turn: start.page })
  useEffect(() => {
    if (pages < 2) return
    const next = () => setState(({ key, turn }) => ({ key, turn: turn + 1 }))
    const timer = setInterval(next, everyMs)
    return () => clearInterval(timer)
    // A new start is shown for its whole time.
  }, [pages, everyMs, start.key])
  return pages === 0 ? 0 : state.turn % pages
}
