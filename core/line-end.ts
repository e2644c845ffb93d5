/** How the lines of a text end: Windows ends them otherwise than everybody else, and what is written into a file ends as its own lines do. */

const anyEnd = /\r\n|\r|\n/

/** How its first line ends. */
export const lineEndOf = (text: string): string => anyEnd.exec(text)?.[0] ?? '\n'

export const withLineEnd = (text: string, lineEnd: string): string => linesIn(text).join(lineEnd)

export const linesIn = (text: string): readonly string[] => text.split(anyEnd)

/**
 * A text that was rewritten in a field, which knows one kind of line end only: the lines around what has changed end as they did.
 *
 * @param lineEnd of what is new
 */
export function withEndsOf(before: string, written: string, lineEnd: string): string {
  const [old, lines] = [linesIn(before), linesIn(written)]
  const ends = [...before.matchAll(new RegExp(anyEnd, 'g'))].map(([end]) => end)
  const most = Math.min(old.length, lines.length)
  let above = 0
  while (above < most && old[above] === lines[above]) above += 1
  let below = 0
  while (below < most - above && old.at(-1 - below) === lines.at(-1 - below)) below += 1
  const endOf = (at: number): string => {
    if (at === lines.length - 1) return ''
    if (at < above) return ends[at] ?? lineEnd
    return (at < lines.length - below ? undefined : ends[at - lines.length + old.length]) ?? lineEnd
  }
  return lines.map((line, at) => line + endOf(at)).join('')
}
