/** The films that ship: each is a film, says what it is about, can be read from the last seat, and promises nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readsLikeAdvertising } from '../../core/advertising.ts'
import { needsCheck } from '../../core/approval.ts'
import { type Explainer, parseExplainer, placedProblemText } from '../../core/explainer.ts'
import { variantOf } from '../../core/explainer-locale.ts'
import { isInLanguage } from '../../core/film-family.ts'
import { type Scene, type SceneKind, textsOf } from '../../core/scene.ts'
import { wordsIn } from '../../core/scene-plan.ts'
import { projectRoot } from '../support/place.ts'

const folder = path.join(projectRoot, 'content/explainers')
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replaceAll(path.sep, '/'))
  .sort()

function filmAt(name: string): Explainer {
  const parsed = parseExplainer(readFileSync(path.join(folder, name), 'utf8'), name)
  if (!parsed.ok) throw new Error(`${name}\n${parsed.problems.map(placedProblemText).join('\n')}`)
  return parsed.explainer
}
const scenesOf = (name: string): readonly Scene[] => filmAt(name).scenes.map(({ scene }) => scene)
const wordsOf = (name: string): string => scenesOf(name).flatMap(textsOf).join('\n')
const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')))

/** Those that everybody who waits has to understand. */
const core = [
  '00-welcome-aesthetic.md',
  '00-welcome-medical.md',
  '01-how-waiting-works-here.md',
  '03-meet-your-coordinator.md',
  '04-your-privacy-here.md',
  '05-questions-to-ask-today.md',
]
const languages = ['ar', 'de', 'es', 'zh']

describe.each(names)('%s', (name) => {
  test('is a film of at most a minute and a half', () => {
    const { scenes } = filmAt(name)
    // The title, the closing card, and what is between them.
    expect(scenes.length).toBeGreaterThanOrEqual(5)
    expect(scenes.length).toBeLessThanOrEqual(10)
    expect(scenes.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBeLessThanOrEqual(90_000)
  })

  test('has few words at a time, and each is short', () => {
    const scenes = scenesOf(name)
    const headings = scenes.flatMap((scene) => ('heading' in scene ? [scene.heading] : []))
    expect(headings.filter((heading) => heading.length > 35)).toEqual([])
    const lists = scenes.flatMap(listsOf)
    expect(lists.filter((entries) => entries.length > 4)).toEqual([])
    expect(lists.flat().filter((entry) => entry.length > 45)).toEqual([])
    const texts = scenes.filter(({ kind }) => kind === 'text' || kind === 'note' || kind === 'callout')
    expect(texts.filter((scene) => wordsIn(textsOf(scene).slice(1)) > 30)).toEqual([])
  })

  test('promises nothing, and names no price, brand or person', () => {
    expect(wordsOf(name).match(bannedWords)).toBeNull()
  })
})

function listsOf(scene: Scene): readonly (readonly string[])[] {
  switch (scene.kind) {
    case 'points':
      return [scene.points]
    case 'steps':
      return [scene.steps]
    case 'checklist':
      return [scene.items]
    case 'terms':
      return [scene.terms]
    case 'sides':
      return scene.sides.map(({ points }) => points)
    case 'timeline':
      return [scene.stages.map(({ text }) => text), scene.stages.map(({ when }) => when)]
    default:
      return []
  }
}

/** Promises, prices, brands of drugs and devices, and people, in the languages of the films. */
const bannedWords =
  /guarante|garant|we promise|versprechen wir|prometemos|نعدكم|safest|painless|schmerzfrei|sin dolor\b|无痛|保证|بدون ألم|نضمن|100 ?%|[$€£¥₹]|\b(usd|eur|chf)\b|\bfree of charge\b|\bprice|precio|preis\b|discount|rabatt|descuento|botox|dysport|xeomin|jeuveau|juvederm|juvéderm|restylane|radiesse|sculptra|belotero|teosyal|hydrafacial|ultherapy|\b(dr|prof)\.? [A-Z]/iu

test('films of treatments and offers wait to be checked; welcome, waiting and privacy play at once', () => {
  const playing = names.filter((name) => !needsCheck(filmAt(name)))
  const isCore = (name: string) => core.includes(variantOf(name).base)
  expect(playing.filter((name) => !isCore(name))).toEqual([
    '02-your-first-visit.md',
    'closing/when-we-close.md',
    'medical/01-what-to-bring.md',
  ])
  expect(names.filter((name) => isCore(name) && !playing.includes(name))).toEqual([])
  // Nothing that plays unchecked touches the rules for advertising.
  expect(playing.filter((name) => readsLikeAdvertising([name, wordsOf(name)]))).toEqual([])
})

test('what is in a folder is about the same, and for the practice that does it', () => {
  const kinds = {
    treatments: 'treatment',
    recovery: 'treatment',
    visits: 'treatment',
    offers: 'offer',
    closing: 'closing',
  }
  for (const [about, kind] of Object.entries(kinds)) {
    const inside = names.filter((name) => folderOf(name) === about)
    expect(inside.length).toBeGreaterThan(0)
    expect(new Set(inside.map((name) => filmAt(name).kind))).toEqual(new Set([kind]))
  }
  const profilesIn = (about: string) =>
    new Set(names.filter((name) => folderOf(name) === about).map((name) => filmAt(name).profile))
  expect([profilesIn('treatments'), profilesIn('recovery')]).toEqual([new Set(['aesthetic']), new Set(['aesthetic'])])
  expect(profilesIn('medical')).toEqual(new Set(['medical']))
})

test('every offer says its last day', () => {
  const offers = names.filter((name) => filmAt(name).kind === 'offer')
  expect(offers).toHaveLength(2)
  for (const name of offers) {
    const terms = scenesOf(name).filter(({ kind }) => kind === 'terms')
    expect(terms).toEqual([expect.objectContaining({ until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })])
  }
})

test('what touches the body says when to ask, and when to call', () => {
  const bodily = names.filter((name) => filmAt(name).kind === 'treatment')
  for (const name of bodily)
    expect({ name, kinds: scenesOf(name).map(({ kind }) => kind) }).toEqual({
      name,
      kinds: expect.arrayContaining(['callout'] satisfies SceneKind[]),
    })
})

test('the core films are there in five languages, scene for scene', () => {
  const shapeOf = (name: string) => {
    const { kind, profile, template } = filmAt(name)
    return { kind, profile, template, scenes: scenesOf(name).map((scene) => scene.kind) }
  }
  for (const name of core) {
    const variants = names.filter((other) => variantOf(other).base === name && other !== name)
    expect(variants).toEqual(languages.map((tag) => name.replace(/\.md$/, `.${tag}.md`)))
    for (const variant of variants) {
      expect({ variant, ...shapeOf(variant) }).toEqual({ variant, ...shapeOf(name) })
      expect(filmAt(variant).locale).toBe(variant.split('.').at(-2))
    }
  }
})

describe.each([
  ['aesthetic', 'en'],
  ['medical', 'en'],
  ['aesthetic', 'de'],
])('on the first day of a practice that is %s, with a TV in %s', (profile, language) => {
  const playing = names.filter((name) => {
    const film = filmAt(name)
    const family = names
      .filter((other) => variantOf(other).base === variantOf(name).base)
      .map((other) => ({ path: other, locale: filmAt(other).locale }))
    const isHere = film.profile === undefined || film.profile === profile
    return isHere && isInLanguage(name, family, [language]) && !needsCheck(film)
  })
  const once = playing.filter((name) => filmAt(name).kind !== 'closing')

  test('a round of films is short enough to see all of it', () => {
    const seconds = once
      .flatMap((name) => filmAt(name).scenes)
      .reduce((sum, { durationMs }) => sum + durationMs / 1_000, 0)
    expect(once.length).toBeGreaterThanOrEqual(6)
    expect(seconds).toBeLessThanOrEqual(7.5 * 60)
  })
})
