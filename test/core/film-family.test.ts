/** One film in several languages: which files belong together, and which of them play. */
import { expect, test } from 'vitest'
import { englishName, familyOf, isInLanguage, type Member } from '../../core/film-family.ts'

test.each([
  ['care.md', 'care.md'],
  ['care.es.md', 'care.md'],
  ['films/care.pt-BR.md', 'films/care.md'],
  // Three letters that are no language of ours, and a name that has points of its own.
  ['week.one.md', 'week.one.md'],
  ['v1.2.es.md', 'v1.2.md'],
  ['es.md', 'es.md'],
  ['films/.es.md', 'films/.es.md'],
])('%s belongs to %s', (path, family) => expect(familyOf(path)).toBe(family))

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
