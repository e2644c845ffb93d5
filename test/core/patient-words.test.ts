/** The words for patients: complete in every language, and found by any tag a ticket may carry. */
import { expect, test } from 'vitest'
import { directionOf } from '../../core/languages.ts'
import { type PatientWords, patientLanguage, patientLanguages, patientWords } from '../../core/patient-words.ts'
import { queueBodies } from '../../core/queue-bodies.ts'

const all: readonly (readonly [string, PatientWords])[] = Object.entries(patientWords)

test('no language says the same as another one, and none leaves anything out', () => {
  for (const part of ['watch', 'goThere', 'order', 'ask', 'phone'] as const) {
    const said = all.map(([, words]) => words[part])
    expect(new Set(said).size).toBe(all.length)
    expect(said.every((text) => text.trim() === text && text !== '')).toBe(true)
  }
})

test('each is a language a ticket can have', () => {
  for (const language of patientLanguages) {
    expect(queueBodies.edit.safeParse({ ticket: 't', language }).success).toBe(true)
  }
})

test('Arabic is written from right to left, and nothing else here is', () => {
  expect(patientLanguages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar'])
})

test('a regional tag is read in its language, an unknown one in English', () => {
  expect(patientLanguage('de-AT')).toBe('de')
  expect(patientLanguage('zh-Hans')).toBe('zh')
  expect(patientLanguage('tlh')).toBe('en')
  expect(patientLanguage('constructor')).toBe('en')
  expect(patientLanguage(undefined)).toBe('en')
})
