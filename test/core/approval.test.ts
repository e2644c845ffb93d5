/** Which films play at once, which wait for a clinician, and what counts as another text. */
import { describe, expect, test } from 'vitest'
import { readsLikeAdvertising } from '../../core/advertising.ts'
import { needsCheck, saidIn } from '../../core/approval.ts'
import { type Explainer, parseExplainer } from '../../core/explainer.ts'

function explainer(settings: string, words = 'We look at your skin together.'): Explainer {
  const parsed = parseExplainer(`---\ntitle: A film\ntemplate: procedure\n${settings}---\n\n## One\n\n${words}\n`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.explainer
}

describe('what plays at once', () => {
  test.each(['welcome', 'queue', 'privacy', 'closing'])('a film of kind %s does', (kind) => {
    expect(needsCheck(explainer(`kind: ${kind}\n`))).toBe(false)
  })

  test.each(['treatment', 'offer'])('a film of kind %s does not', (kind) => {
    expect(needsCheck(explainer(`kind: ${kind}\n`))).toBe(true)
  })

  test('one that does not say what it is about waits: nobody can tell that it is harmless', () => {
    expect(needsCheck(explainer(''))).toBe(true)
  })

  test('a kind that does not exist is refused, and what was meant is named', () => {
    const parsed = parseExplainer('---\ntitle: A film\ntemplate: procedure\nkind: welcom\n---\n\n## One\n\nText.\n')
    expect(parsed).toMatchObject({ ok: false, problems: [{ line: 4 }] })
  })
})

describe('what was checked', () => {
  test('is what the film says: a changed word is another text', () => {
    expect(saidIn(explainer('kind: treatment\n'))).not.toBe(saidIn(explainer('kind: treatment\n', 'Something else.')))
    expect(saidIn(explainer('kind: treatment\n'))).not.toBe(saidIn(explainer('kind: treatment\nclosing: Call us.\n')))
  })

  test('a comment is not', () => {
    const words = 'We look at your skin together.'
    expect(saidIn(explainer('', `<!-- ask Dr L -->\n\n${words}`))).toBe(saidIn(explainer('', words)))
  })

  test('is what it shows, by the bytes of its pictures', () => {
    const shown = explainer('', '![A lamp](_pictures/lamp.jpg)')
    const seenWith = (digest: string) =>
      saidIn({ ...shown, pictures: shown.pictures.map((each) => ({ ...each, digest })) })
    expect(seenWith('a')).toBe(seenWith('a'))
    expect(new Set([saidIn(shown), seenWith('a'), seenWith('b')]).size).toBe(3)
  })

  test('is not how its words are kept together on a line: what was noted before they were holds', () => {
    const words = 'About 2 mm – questions? Call 0800-123-4567.'
    expect(saidIn(explainer('kind: treatment\n', words))).toContain(JSON.stringify([words]))
  })

  test('is its words alone where it has no pictures: what was noted before pictures counted holds', () => {
    const { locale, scenes, ...about } = explainer('kind: treatment\n')
    expect(saidIn({ locale, scenes, ...about })).toBe(JSON.stringify([locale, scenes.map(({ scene }) => scene)]))
  })
})

test.each([
  'media/Botox-Spring.mp4',
  'before_after.jpg',
  'Vorher – Nachher',
  'antes y después.png',
  'Lip filler in March',
  'Hyalu\u00adron\u00adsäure\u00adbehandlung',
])('"%s" is reminded of advertising rules', (words) => {
  expect(readsLikeAdvertising([words])).toBe(true)
})

test.each(['Light therapy', 'Before we begin', 'After your visit', '01-welcome.mp4'])('"%s" is not', (words) => {
  expect(readsLikeAdvertising([words])).toBe(false)
})
