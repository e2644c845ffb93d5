/** Turns what does not fit into pages: lists by the room their entries take, sentences by lines that fit. */
import { useEffect, useState } from 'react'

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

/** A sentence in as few lines as fit, each about as long as the others. @param fits whether a line can be shown */
export function linesThatFit(sentence: string, fits: (line: string) => boolean): readonly string[] {
  const words = sentence.split(' ')
  const filled = wrapped(words, fits)
  // The narrowest lines that are no more: shorter ones are read in one look.
  let [narrow, wide] = [0, sentence.length]
  while (narrow + 1 < wide) {
    const width = Math.floor((narrow + wide) / 2)
    const tried = wrapped(words, (line) => line.length <= width && fits(line))
    if (tried.length > filled.length || tried.some((line) => line.length > width)) narrow = width
    else wide = width
  }
  const even = wrapped(words, (line) => line.length <= wide && fits(line))
  return even.length > filled.length ? filled : even
}

function wrapped(words: readonly string[], fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  for (const word of words) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
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
