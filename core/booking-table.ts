/** A table as programs export it: CSV with commas, semicolons, tabs or bars, quoted or not. */

export interface TableRow {
  /** The line it begins in, from 1 on: a quoted cell may go on over several. */
  readonly line: number
  readonly cells: readonly string[]
}

const delimiters = [',', ';', '\t', '|'] as const

/**
 * Which sign divides the cells: the one that most often stands outside of quotes in the same number per line.
 *
 * @returns undefined for a text that is no table
 */
export function delimiterOf(text: string): string | undefined {
  const sample = text.slice(0, 20_000)
  let best: { readonly delimiter: string; readonly score: number } | undefined
  for (const delimiter of delimiters) {
    const widths = rowsOf(sample, delimiter)
      .slice(0, 50)
      .map(({ cells }) => cells.length)
    const width = widths[0] ?? 1
    const alike = widths.filter((one) => one === width).length
    // One more column counts less than one more line that has as many as the first.
    const score = width < 2 ? 0 : alike / widths.length + Math.min(width, 20) / 100
    if (score > (best?.score ?? 0.5)) best = { delimiter, score }
  }
  return best?.delimiter
}

/** Rows that are empty altogether are left out. A quote that is never closed ends with the text. */
export function rowsOf(text: string, delimiter: string): readonly TableRow[] {
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let start = 1
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (cells.some((one) => one !== '')) rows.push({ line: start, cells })
    cells = []
    start = line
  }
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted) {
      if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) line += 1
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (sign === delimiter) endCell()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      line += 1
      endRow()
    } else cell += sign
  }
  endRow()
  return rows
}
