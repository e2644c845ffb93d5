/** Two versions of a text beside each other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsOf } from '../../renderer/studio/explainer/conflict-rows.ts'

test('what both have stands in one row, what differs stands beside it', () => {
  expect(rowsOf('title\none\ntwo\nend', 'title\nONE\ntwo\nmore\nend')).toEqual([
    { mine: 'title', theirs: 'title', isSame: true },
    { mine: 'one', theirs: 'ONE', isSame: false },
    { mine: 'two', theirs: 'two', isSame: true },
    { mine: undefined, theirs: 'more', isSame: false },
    { mine: 'end', theirs: 'end', isSame: true },
  ])
})

test('each column is the whole of its version, in order', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (left, right) => {
      const text = (all: readonly string[]) => `${all.join('\n')}\n`
      const rows = rowsOf(text(left), text(right))
      expect(rows.flatMap(({ mine }) => (mine === undefined ? [] : [mine]))).toEqual(left)
      expect(rows.flatMap(({ theirs }) => (theirs === undefined ? [] : [theirs]))).toEqual(right)
      for (const { mine, theirs, isSame } of rows) if (isSame) expect(mine).toBe(theirs)
    }),
  )
})
