/** Two versions of a text beside each other: which lines are the same, and which differ. */
import { linesIn } from '../../../core/line-end.ts'

export interface ConflictRow {
  readonly mine: string | undefined
  readonly theirs: string | undefined
  readonly isSame: boolean
}

/** More lines than this are compared one by one: the table of all pairs would be too large. */
const mostPairs = 4_000_000

/** The lines of both in one order; a line that only one has stands beside nothing. */
export function rowsOf(mine: string, theirs: string): readonly ConflictRow[] {
  const [left, right] = [rowsIn(mine), rowsIn(theirs)]
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let end = 0
  const most = Math.min(left.length, right.length) - start
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  const same = (line: string): ConflictRow => ({ mine: line, theirs: line, isSame: true })
  return [
    ...left.slice(0, start).map(same),
    ...between(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    ...left.slice(left.length - end).map(same),
  ]
}

function between(left: readonly string[], right: readonly string[]): readonly ConflictRow[] {
  const pairs = left.length * right.length > mostPairs ? [] : commonLines(left, right)
  const rows: ConflictRow[] = []
  let [at, other] = [0, 0]
  for (const [i, j] of [...pairs, [left.length, right.length] as const]) {
    const count = Math.max(i - at, j - other)
    for (let k = 0; k < count; k += 1) {
      const mine = at + k < i ? left[at + k] : undefined
      const theirs = other + k < j ? right[other + k] : undefined
      rows.push({ mine, theirs, isSame: false })
    }
    const line = left[i]
    if (line !== undefined && i < left.length) rows.push({ mine: line, theirs: line, isSame: true })
    at = i + 1
    other = j + 1
  }
  return rows
}

/** The longest lines in common, in order: pairs of places. */
function commonLines(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  const width = right.length + 1
  const longest = new Uint32Array((left.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let [i, j] = [0, 0]; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** How a line ends is nothing to choose between. */
const rowsIn = (text: string): readonly string[] => linesIn(text.replace(/(?:\r\n|\r|\n)$/, ''))
