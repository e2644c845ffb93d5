/** What the board shows and says: every language whole, signs that mislead nobody, and calls word by word. */
import { expect, test } from 'vitest'
import { boardLanguageOf, boardLanguages, missingWords, wordsIn } from '../../core/board-words.ts'
import type { Call } from '../../core/queue-contract.ts'
import { roomSigns } from '../../core/room-sign.ts'
import { clipsOf, utterancesFor, vocabularyIn } from '../../core/speech.ts'
import { widestCode } from '../../core/ticket-code.ts'
import { widthOf } from '../../core/typeset.ts'
import { laterReasons } from '../../core/wait-reason.ts'
import { geometryOf } from '../../renderer/tv/geometry.ts'

const at = '2026-11-21T09:00:00Z'
const call: Call = { code: 'K47', room: '1', at, announceFrom: at, announceUntil: at }
const rooms = { '1': 'Room 1', laser: 'Laser suite' }

test.each(boardLanguages)('%s has all words, and says the minutes and codes it is given', (language) => {
  const words = wordsIn(language)
  for (const word of Object.values(words)) expect(word).not.toBe('')
  expect(words.minutes({ low: 15, high: 35 })).toMatch(/^\u2066?15\u2060–\u206035\u2069?\u202f/)
  expect(words.minutes({ low: 60 })).toMatch(/^\u2066?60\+/)
  for (const say of [words.delay, words.delayBrief]) expect(say(40)).toContain('40')
  for (const reason of laterReasons) expect(words.later[reason].length).toBeGreaterThan(20)
  expect(missingWords(['K47', 'M36'], words)).toMatch(/^K47, M36: ./)
  expect(words.direction).toBe(language === 'ar' ? 'rtl' : 'ltr')
})

test.each(boardLanguages)('%s: what stands along the bottom fits beside the clock phrase by phrase', (language) => {
  const words = wordsIn(language)
  const { sentence, text } = geometryOf(
    { width: 1920, height: 1080 },
    { screenInches: 43, farthestSeatMetres: 6 },
    'right',
  )
  const width = sentence.width - widthOf('00:00', 'text', text) - text * 0.7
  // Beside the sign of a demonstration, too, but for the order, which is then said more briefly, and for the widest codes.
  const demo = widthOf('Demo', 'text', text) + text
  const { 'provider-away': away, ...others } = words.later
  const reasons = [words.awayBrief ?? away, ...Object.values(others)]
  const said = [words.orderBrief, words.delayBrief(120), words.forgotten, ...reasons]
  const phrases = [...said.flatMap((one) => one.split(/(?<=[.:;،,]) /)), missingWords(['K47'], words)]
  expect(phrases.filter((phrase) => widthOf(phrase, 'text', text) > width - demo)).toEqual([])
  const wider = [...words.order.split(/(?<=[،,]) /), missingWords([widestCode(['K472'])], words)]
  expect(wider.filter((phrase) => widthOf(phrase, 'text', text) > width)).toEqual([])
})

test('the English words are the ones that were promised', () => {
  const words = wordsIn('en')
  expect(words.order).toBe('Called by appointment and clinician, not by order of arrival.')
  expect(words.delay(40)).toBe(
    'Some appointments are running about 40 minutes late. We are sorry. Ask us if you would like another time.',
  )
  expect(missingWords(['K47'], words)).toBe('K47: please come to the desk')
  expect(words.keepSeat).toBe('Please keep your seat, sorry')
})

test('a region is no other language, and one that nobody has read through is English', () => {
  expect(boardLanguageOf('de-CH')).toBe('de')
  expect(boardLanguageOf('th')).toBeUndefined()
  expect(wordsIn('th')).toBe(wordsIn('en'))
})

test('a room is its number, unless two rooms share it or it has none', () => {
  const signs = roomSigns({ a: 'Room 1', b: 'Zimmer 12b', c: 'Laser suite', d: 'Lab 3', e: 'Room 3' })
  expect(Object.fromEntries([...signs].map(([id, { text }]) => [id, text]))).toEqual({
    ...{ a: '1', b: '12b', c: 'Laser suite', d: 'Lab 3', e: 'Room 3' },
  })
})

test('a call is said sign by sign, then where to; whoever is told to stay seated hears no room', () => {
  expect(clipsOf({ ...call, with: ['M36'] })).toEqual(['K', '4', '7', 'M', '3', '6', 'to-room', 'room:1'])
  expect(clipsOf({ ...call, room: 'desk', to: 'desk' })).toEqual(['K', '4', '7', 'to-desk'])
  expect(clipsOf({ ...call, retracted: true })).toEqual(['K', '4', '7', 'keep-seat'])
})

test('every word of every call is in the vocabulary', () => {
  const known = vocabularyIn('ar', rooms)
  const calls = [
    call,
    { ...call, to: 'desk' as const },
    { ...call, to: 'seat' as const },
    { ...call, retracted: true as const },
  ]
  for (const clip of calls.flatMap(clipsOf)) expect(known.get(clip)).toBeDefined()
  expect(known.get('room:laser')).toBe('Laser suite')
})

test('a recall is said twice, a language that lacks a word not at all', () => {
  const spoken = (language: string, left: readonly string[] = []) =>
    Object.fromEntries(
      [...vocabularyIn(language, rooms).keys()]
        .filter((clip) => !left.includes(clip))
        .map((clip) => [clip, `${language}-${clip}`]),
    )
  const voice = { en: spoken('en'), ar: spoken('ar', ['room:1']), de: spoken('de') }
  const said = (more: Partial<Call>, languages: readonly string[]) =>
    utterancesFor({ ...call, ...more }, languages, voice).map(({ language }) => language)
  expect(said({}, ['de', 'en'])).toEqual(['de', 'en'])
  expect(said({ twice: true }, ['de', 'en'])).toEqual(['de', 'en', 'de', 'en'])
  expect(said({}, ['ar', 'en'])).toEqual(['en'])
  expect(said({}, ['fr'])).toEqual([])
})
