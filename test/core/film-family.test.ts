/** A film in several languages: which of them play. */
import { expect, test } from 'vitest'
import { englishName, isInLanguage, type Member } from '../../core/film-family.ts'

const family: readonly Member[] = [
  { path: 'care.ar.md', locale: 'ar' },
  { path: 'care.es-MX.md', locale: 'es-MX' },
  { path: 'care.md', locale: 'en' },
]
const playing = (wanted: readonly string[], members = family) =>
  members.filter(({ path }) => isInLanguage(path, members, wanted)).map(({ path }) => path)

test.each([
  [['en'], ['care.md']],
  [['es'], ['care.es-MX.md']],
  [
    ['ar', 'en'],
    ['care.ar.md', 'care.md'],
  ],
  [['zh'], ['care.md']],
  [[], ['care.md']],
])('where the TV is in %j, %j plays', (wanted, paths) => expect(playing(wanted)).toEqual(paths))

test('without a first film, the first by name stands in', () => {
  expect(playing(['zh'], family.slice(0, 2))).toEqual(['care.ar.md'])
})

test('a language is called as the settings call it', () => {
  expect(['es-MX', 'zh', 'xx'].map(englishName)).toEqual(['Spanish', 'Chinese', 'xx'])
})
