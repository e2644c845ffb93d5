/** Long words of German and other languages: where they part, that only those do that have to, and whose hyphen wins. */
import { describe, expect, test } from 'vitest'
import { draftOf } from '../../core/explainer-draft.ts'
import { charactersLeft } from '../../core/explainer-fit.ts'
import { captionsOf } from '../../core/film-captions.ts'
import { asShown } from '../../core/parted-words.ts'
import { type Scene, textsOf } from '../../core/scene.ts'
import { inSyllables } from '../../core/syllables.ts'
import { parsed, scenesOf, settings, toldOf } from '../support/explainers.ts'

const parted = (word: string, locale: string, joints?: 'good') =>
  inSyllables(word, locale, joints).replaceAll('\u00ad', '-')

describe('a long word', () => {
  test.each([
    ['de', 'Vorbereitungsgespräch', 'Vor-be-rei-tungs-ge-spräch'],
    ['de-AT', 'Lymphdrainagebehandlung', 'Lymph-drai-na-ge-be-hand-lung'],
    ['de', '„Aufklärungsgespräch“,', '„Auf-klä-rungs-ge-spräch“,'],
    ['es', 'desvitalización', 'des-vi-ta-li-za-ción'],
    ['tr', 'kişiselleştirilmiş', 'kişi-sel-leş-ti-ril-miş'],
    ['ru', 'противопоказания', 'про-ти-во-по-ка-за-ния'],
  ])('parts between its syllables (%s: %s)', (locale, word, expected) => {
    expect(parted(word, locale)).toBe(expected)
  })

  test('of German parts rather where its words were put together', () => {
    expect(parted('Vorbereitungsgespräch', 'de', 'good')).toBe('Vor-bereitungs-gespräch')
    expect(parted('Lymphdrainagebehandlung', 'de', 'good')).toBe('Lymph-drai-na-ge-behandlung')
  })

  test.each([
    ['its author has parted', 'de', 'Lymph\u00addrainagebehandlung'],
    ['is an address', 'de', 'praxisdrmustermann@beispielklinik.example'],
    ['is an address', 'de', 'beispielklinik.example'],
    ['is of a language whose syllables nobody knows', 'so', 'daaweyntagaabanka'],
    ['is not long', 'de', 'Termin'],
  ])('that %s stays as it is (%s: %s)', (_, locale, word) => {
    expect(inSyllables(word, locale)).toBe(word)
  })
})

const path = 'a.de.md'
const source = `
## Vorbereitungsgespräch

Im Gespräch klären wir alles.

## Danach

:::timeline
- Nachsorgeuntersuchung: wir sehen nach (Pflege: Lymphdrainagebehandlung daheim)
- Woche 2: alles verheilt
:::
`

describe('a film in German', () => {
  const { scenes: planned, locale } = parsed(source, path)
  const scenes = planned.map(({ scene }) => scene)
  const [, talk, after] = scenes
  if (talk === undefined || after === undefined) throw new Error('There are two scenes.')
  const seen = (scene: Scene, size: 'hd' | 'portrait') =>
    textsOf(asShown(scene, { name: 'Haus' }, size, locale)).map((text) => text.replaceAll('\u00ad', '-'))

  test('is made of words that were too long before, and parts them only where they do not fit', () => {
    expect(seen(talk, 'hd')).toContain('Vorbereitungsgespräch')
    expect(seen(talk, 'portrait')).toContain('Vor-bereitungs-gespräch')
    expect(seen(after, 'hd')).toContain('Nach-sor-ge-unter-suchung')
    expect(seen(after, 'hd')).toContain('Lymphdrainagebehandlung daheim')
    expect(seen(after, 'portrait')).toContain('Lymph-drai-na-ge-behandlung daheim')
  })

  test('has captions and a text to edit without any of it', () => {
    const captions = captionsOf(planned, { locale })
    expect(captions).toContain('Nachsorgeuntersuchung')
    expect(captions).not.toContain('\u00ad')
    const drafts = draftOf(settings + source, path).scenes
    expect(JSON.stringify(drafts)).not.toContain('\u00ad')
  })

  test('has room left in a scene with such a word', () => {
    const written: Scene = { kind: 'text', heading: 'Vorbereitungsgespräch', paragraphs: ['Im Gespräch.'] }
    expect(charactersLeft(written, 'de')).toBeGreaterThan(20)
    expect(charactersLeft(written, 'so')).toBeLessThan(0)
  })

  test.each([
    ['hyphen', 'Vorbereitungs-Gespräch'],
    ['soft hyphen', 'Vorberei\u00adtungsgespräch'],
  ])('keeps the %s of its author', (_, word) => {
    const [scene] = scenesOf(`---\n\n## ${word}\n\nWir reden.\n`.slice(4))
    expect(scene && textsOf(scene)[0]).toBe(word)
  })
})

test('what no syllable helps is refused with all of the word', () => {
  const word = 'Www'.repeat(20)
  expect(toldOf(`## ${word}\n\nText.\n`, path)[0]).toContain(`too long for one line of the TV: "${word}"`)
  const address = 'praxisdrmustermann@beispielklinik-am-see.example'
  expect(toldOf(`## Mail\n\n${address}\n`, path)[0]).toContain('too long for one line of the TV')
})
