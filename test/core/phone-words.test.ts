/** What a patient's phone says: the same in every language, and about the right figures. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { patientLanguages } from '../../core/patient-words.ts'
import { phoneLanguageOf, phoneLanguages, phoneWords, waitWords } from '../../core/phone-words.ts'
import { projectRoot } from '../support/place.ts'

test.each(phoneLanguages)('%s says every sentence in words of its own', (language) => {
  const { topics, ratings, ...words } = phoneWords[language]
  const { later, ...sentences } = words
  const said = [...Object.values(sentences), ...Object.values(later), ...Object.values(topics), ...ratings].map(
    (one) => (typeof one === 'function' ? (one as (...values: unknown[]) => string)('14:40', 20) : one),
  )
  for (const sentence of said) expect(sentence.trim()).not.toBe('')
  const english = new Set(Object.values(phoneWords.en))
  if (language !== 'en') expect(Object.values(words).filter((one) => english.has(one))).toEqual([])
})

test('a wait is said with its minutes and its clock times, in every language', () => {
  const shown = { kind: 'range', text: '' } as const
  for (const language of phoneLanguages) {
    const words = phoneWords[language]
    const between = waitWords({ shown, window: { low: 10, high: 20, from: '14:40', until: '14:50' } }, words)
    expect(between?.text).toMatch(/10.*20/)
    expect(between?.clock).toBe('14:40–14:50')
    const upTo = waitWords({ shown, window: { low: 0, high: 15, until: '14:45' } }, words)
    expect([upTo?.text, upTo?.clock]).toEqual([expect.stringContaining('15'), expect.stringContaining('14:45')])
    expect(waitWords({ shown, window: { low: 60 } }, words)?.text).toContain('60')
    expect(waitWords({ shown: { kind: 'none', text: '' } }, words)).toBeUndefined()
  }
})

test('the language is the first wanted one that there is', () => {
  expect(phoneLanguageOf(['pt-BR', 'de-AT', 'en'])).toBe('de')
  expect(phoneLanguageOf([undefined, 'zh-Hant'])).toBe('zh')
  expect(phoneLanguageOf(['xx'])).toBe('en')
})

test('whoever got a slip in their language has the page in it, too', () => {
  for (const language of patientLanguages) expect(phoneLanguageOf([language])).toBe(language)
})

test('the page of a ticket that is over says so in all of them', () => {
  const page = readFileSync(path.join(projectRoot, 'renderer/ticket/gone.html'), 'utf8')
  for (const language of phoneLanguages) expect(page).toContain(phoneWords[language].gone)
})
