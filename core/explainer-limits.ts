/** What is more than a film, found before it is read: reading it would keep the hub from everything else for a long time. */
import { linesIn } from './line-end.ts'
import type { YamlProblem } from './yaml-document.ts'

// A film of ten minutes has eight thousand characters; more is a book, or an attack.
const longestText = 65_536
const mostScenes = 20
const longestLine = 2_000
/** Without a blank line in between. */
const longestPassage = 4_000
const mostBlockLines = 200
const deepestBlock = 6

/** @param text without its settings, or blank lines in their place */
export function tooMuchIn(text: string): YamlProblem | undefined {
  const starts = [...text.matchAll(/^ {0,3}##[ \t]/gm)].map(({ index }) => index)
  if (starts.length > mostScenes) {
    const films = Math.ceil(starts.length / mostScenes)
    const message = `There are ${starts.length} scenes, and at most ${mostScenes} make a film. Make ${films} films of them.`
    return { line: linesIn(text.slice(0, starts[mostScenes])).length, column: 1, message }
  }
  if (text.length > longestText)
    return { line: 1, column: 1, message: 'This file is larger than 64 KB. A film is never that long.' }
  return tooMuchInLines(linesIn(text))
}

function tooMuchInLines(lines: readonly string[]): YamlProblem | undefined {
  const open: number[] = []
  let blockLines = 0
  let passage = { line: 1, length: 0 }
  for (const [index, line] of lines.entries()) {
    const at = (message: string, place = index + 1) => ({ line: place, column: 1, message })
    passage =
      line.trim() === '' ? { line: index + 2, length: 0 } : { ...passage, length: passage.length + line.length + 1 }
    if (line.length > longestLine || passage.length > longestPassage) {
      const { line: place, length } = line.length > longestLine ? { line: index + 1, length: line.length } : passage
      return at(`Here are ${length} characters in one go. A scene has room for about 300.`, place)
    }
    if (!/^\s*(?:>\s*)*:::/.test(line)) continue
    blockLines += 1
    if (/:::+\s*$/.test(line)) open.pop()
    else open.push(index + 1)
    if (open.length > deepestBlock)
      return at('Here a block begins that is never closed. Put a line with only ":::" behind its last line.', open[0])
    if (blockLines > mostBlockLines) return at('There are too many blocks for a film. Make several films of them.')
  }
  return undefined
}
