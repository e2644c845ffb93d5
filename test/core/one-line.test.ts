/** What people type is taken as they see it: all scripts and small pictures, without the marks that nobody sees. */
import { expect, test } from 'vitest'
import { oneLine } from '../../core/one-line.ts'

const line = oneLine()

test('every script and every small picture can be written, with what joins its parts', () => {
  const written = [
    'Frau Müller',
    'علی\u200cرضا',
    '👨\u200d👩\u200d👧 family',
    '❤\ufe0f',
    '王小明',
    'नि\u200dर',
    '\u{1faef}',
  ]
  for (const text of written) expect(line.parse(text)).toBe(text)
})

test('marks that turn the line, and others that nobody sees, go without a word', () => {
  expect(line.parse('\u202bأحمد\u202c ')).toBe('أحمد')
  expect(line.parse('\ufeffA\u202eB\u2066C\u2069\u200b\u00ad\u200f')).toBe('ABC')
  expect(line.min(1).safeParse('\u200e\u200b').success).toBe(false)
})

test('what breaks a line, or is no sign at all, is refused', () => {
  for (const text of ['a\nb', 'a\tb', 'a\u0000', 'a\u2028b', 'a\ud83d', 'a\uffff']) {
    expect(line.safeParse(text).error?.issues[0]?.message).toBe('Line breaks and control characters are not possible.')
  }
})
