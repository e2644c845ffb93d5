/** An explainer on paper: every word of the film is there, in the order it is read, and what has no motion makes sense without it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { ExplainerText } from '../../core/approval-contract.ts'
import { parseExplainer } from '../../core/explainer.ts'
import { type SceneKind, textsOf } from '../../core/scene.ts'
import { Sheet } from '../../renderer/print/explainer.tsx'
import { projectRoot } from '../support/place.ts'

const folder = path.join(projectRoot, 'content/explainers')
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
const colors = { ground: '#10272e', surface: '#1b3a42', text: '#f5efe4', muted: '#a9c1c1', accent: '#f2b98c' }
const brand = { name: 'Larkmere Clinic', colors }

function textOf(name: string, text: string): ExplainerText {
  const parsed = parseExplainer(text, name)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { title, locale, scenes } = parsed.explainer
  return { path: name, title, locale, needsCheck: false, words: '', scenes: scenes.map(({ scene }) => scene) }
}
const shipped = (name: string) => textOf(name, readFileSync(path.join(folder, name), 'utf8'))
const sheet = (text: ExplainerText) => renderToStaticMarkup(<Sheet text={text} brand={brand} />)
const wordsOn = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const film = (body: string) => textOf('film.md', `---\ntitle: A film\ntemplate: procedure\n---\n\n${body}\n`)

describe('what ships', () => {
  test('shows scenes of nearly every kind', () => {
    const kinds = new Set(names.flatMap((name) => shipped(name).scenes.map(({ kind }) => kind)))
    expect([...kinds].sort()).toEqual([
      ...(['callout', 'chart', 'checklist', 'closing', 'code', 'note', 'numbers', 'people', 'points'] as const),
      ...(['sides', 'steps', 'terms', 'text', 'timeline', 'title'] as const satisfies readonly SceneKind[]),
    ])
  })

  test.each(names)('%s is on paper word for word', (name) => {
    const text = shipped(name)
    const words = wordsOn(sheet(text))
    for (const scene of text.scenes) {
      const dates = scene.kind === 'terms' ? [scene.until] : scene.kind === 'title' ? [`${scene.minutes} minutes`] : []
      for (const said of textsOf(scene).filter((one) => !dates.includes(one))) expect(words).toContain(said)
    }
  })
})

test('steps that need two scenes on the TV count on, under one heading', () => {
  const step = 'We look at one side of your face, together, for a while'
  const long = film(
    `## Steps\n\n${[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${number}. ${step} ${number}`).join('\n')}`,
  )
  expect(long.scenes.filter(({ kind }) => kind === 'steps').length).toBeGreaterThan(1)
  const markup = sheet(long)
  expect(markup.match(/<h2>/g)).toHaveLength(1)
  expect(markup.match(/<ol>/g)).toHaveLength(1)
  expect(markup.match(/<li>/g)).toHaveLength(8)
})

test('the last day of an offer is written in the language of the film', () => {
  const terms = '## Bedingungen\n\n:::terms{until=2027-03-31}\n- Einmal für jeden\n:::'
  const german = textOf('film.de.md', `---\ntitle: Ein Film\ntemplate: offer\n---\n\n${terms}\n`)
  expect(sheet(german)).toContain('Gültig bis 31.\u00a0März\u00a02027')
})

test('a code can be scanned from paper, and typed', () => {
  const markup = sheet(film('## Book\n\n::code[Book a visit]{url="https://example.org/visit"}'))
  expect(markup).toMatch(/<svg class="qr".*example\.org\/visit<\/a>/s)
})

test('a chart stands beside its regions, with the same numbers', () => {
  const markup = sheet(film('## Under the skin\n\n:::chart{of=face}\n- lips: a vessel\n- nose: vessels\n:::'))
  expect(wordsOn(markup)).toMatch(/Lips: a vessel.*Nose: vessels/s)
  expect(markup.match(/class="chart-number"/g)).toHaveLength(2)
})
