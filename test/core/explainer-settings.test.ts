/** What the author of an explainer is told about its first lines: title, template, or none of them. */
import { expect, test } from 'vitest'
import { parseExplainer, placedProblemText } from '../../core/explainer.ts'

test('a title with a word that is too long is told beside a scene that is wrong', () => {
  const source = `---\ntitle: ${'Hm'.repeat(20)}\ntemplate: procedure\n---\n\n## A\n\n| a | b |\n`
  const told = parseExplainer(source)
  expect(told.ok ? [] : told.problems.map(placedProblemText)).toEqual([
    expect.stringMatching(/^Line 2, column 1: The title has a word that is too long/),
    expect.stringMatching(/^Line 8, column 1: A table cannot be read/),
  ])
})

test.each([
  ['', 'Line 1, column 1: This file is empty. A film begins with a line "---"'],
  ['\ufeff\n\n', 'Line 1, column 1: This file is empty. A film begins with a line "---"'],
  ['---\n---\n', 'Line 1, column 1: A film begins with a line "---"'],
  ['## A\n\nB.\n', 'Line 1, column 1: A film begins with a line "---"'],
])('a file without settings is told once what it lacks (%j)', (source, expected) => {
  const told = parseExplainer(source)
  expect(told.ok ? [] : told.problems.map(placedProblemText)).toEqual([expect.stringContaining(expected)])
})
