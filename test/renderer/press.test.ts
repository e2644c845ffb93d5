/** What the hub refuses, as the person who pressed reads it. */
import { expect, test } from 'vitest'
import { inPlainWords } from '../../renderer/shared/press.ts'

const refused = {
  kind: 'refused',
  reason: 'bad-input',
  message: 'lines.0.code: A code is expected, such as K47.',
} as const

test('the name of a field is for programs: it leads to the field, and is not read out', () => {
  expect(inPlainWords({ ...refused, field: 'lines.0.code' })).toEqual({
    ...refused,
    field: 'lines.0.code',
    message: 'A code is expected, such as K47.',
  })
})

test('what begins with a word of its own stays as it is', () => {
  expect(inPlainWords(refused)).toEqual(refused)
})
