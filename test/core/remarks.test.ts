/** The manual and the program say the same about a file. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { notices, refusals } from '../../core/remarks.ts'
import { projectRoot } from '../support/place.ts'

const manual = readFileSync(path.join(projectRoot, 'docs/content.md'), 'utf8')

/** The table below a heading: code, what it says, what to do. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const below = manual.slice(manual.indexOf(`\n## ${heading}\n`)).split('\n## ')[1] ?? ''
  return below
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replace(/^`|`$/g, '')))
}
const rowsOf = (table: typeof refusals | typeof notices) =>
  Object.entries(table).map(([code, { message, remedy }]) => [code, message, remedy])

test('every reason for which a file is refused stands in the manual, word for word', () => {
  expect(tableBelow('Not on the TV')).toEqual(rowsOf(refusals))
})

test('so does everything worth knowing about one', () => {
  expect(tableBelow('Good to know')).toEqual(rowsOf(notices))
})
