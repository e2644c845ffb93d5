/** Finds what someone probably meant to type, so that a message can offer the right word. */

/**
 * The candidate closest to a word, or nothing when none is close.
 *
 * Near means at most a third of the letters differ (a swap of neighbours counts once), or one contains the other.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const known = candidate.toLowerCase()
    const contained = Math.min(typed.length, known.length) >= 4 && (typed.includes(known) || known.includes(typed))
    const distance = contained ? 1 : editDistance(typed, known)
    const limit = Math.max(1, Math.floor(Math.max(typed.length, known.length) / 3))
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}

// Optimal string alignment. Words longer than any key we know are cut: the cost is the product of both lengths.
function editDistance(left: string, right: string): number {
  const a = left.slice(0, 40)
  const b = right.slice(0, 40)
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + cost,
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
