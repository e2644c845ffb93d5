/** Every language a clinic can choose can be written; what cannot is named, with what to do about it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../../core/languages.ts'
import { unwritable } from '../../core/writable.ts'
import { letterTable } from '../../scripts/make-letters.mjs'
import { letterSamples } from '../support/letter-samples.ts'

test('the table of signs is what the bundled typefaces say', async () => {
  const table = readFileSync(path.join(import.meta.dirname, '../../core/letter-table.ts'), 'utf8')
  // After a change of typefaces: npm run letters.
  expect(table === (await letterTable())).toBe(true)
})

test.each(letterSamples)('%s is written whole', (_, text) => expect(unwritable(text)).toBeUndefined())

test('there is a sample of every language a clinic can choose, and its own name is written', () => {
  const sampled = letterSamples.map(([tag]) => tag)
  expect(languages.filter(({ tag }) => !sampled.includes(tag))).toEqual([])
  expect(languages.filter(({ own }) => unwritable(own) !== undefined)).toEqual([])
})

test('right-to-left and mixed text is fine, with the signs that turn and join it', () => {
  expect(unwritable('بوتوكس Botox® 20 دقيقة \u200f(2–3)\u200e می‌شود')).toBeUndefined()
})

test.each([
  ['ok 👍', 3, 'Leave the little picture out, or say it in a word.'],
  ['தமிழ்', 0, 'Tamil letters are not among those that come with it.'],
  ['ქართული', 0, 'Georgian letters are not among'],
  ['a\u0007b', 1, 'the invisible sign U+0007: delete it'],
  ['⚠\ufe0f', 1, 'the invisible sign U+FE0F: Leave the little picture out'],
  ['a\u2028b', 1, 'the invisible sign U+2028: delete it'],
  ['a\ud83d', 1, 'the invisible sign U+D83D: delete it'],
  ['ᚠ', 0, '"ᚠ" (U+16A0): it would be an empty box. Use ordinary letters and signs instead.'],
])('%j is refused at %i', (text, index, told) => {
  const found = unwritable(text)
  expect(found?.index).toBe(index)
  expect(found?.message).toContain(told)
})
