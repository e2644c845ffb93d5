/** What a new film begins with is a film already, and every film that is shipped can be edited by form. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseExplainer } from '../../core/explainer.ts'
import { draftOf, markdownOf } from '../../core/explainer-draft.ts'
import { templates } from '../../core/scene.ts'
import { checkCard } from '../../renderer/studio/explainer/card-check.ts'
import { exampleOf } from '../../renderer/studio/explainer/examples.ts'
import { draftFrom, textOf } from '../../renderer/studio/explainer/film-draft.ts'
import { kindNames, kinds } from '../../renderer/studio/explainer/kinds.tsx'

describe.each(templates)('%s', (template) => {
  const text = exampleOf(template)

  test('its example has nothing wrong in it, and every scene is a card with fields', () => {
    const parsed = parseExplainer(text)
    expect(parsed.ok ? parsed.explainer.template : parsed.problems).toBe(template)
    expect(draftFrom(text).cards.filter(({ scene }) => scene === undefined)).toEqual([])
    expect(textOf(draftFrom(text))).toBe(text)
  })
})

test.each(kindNames)('an empty scene of the kind %s is found again as one scene', (kind) => {
  const text = `${exampleOf('notice')}\n${markdownOf({ ...kinds[kind].empty, heading: 'New' })}`
  expect(draftOf(text).scenes).toHaveLength(2)
})

const content = path.resolve(import.meta.dirname, '../../content')
const shipped = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))

test.each(shipped)('%s opens as a form, and its cards show what its film shows', (file) => {
  const text = readFileSync(path.join(content, file), 'utf8')
  const { cards } = draftFrom(text)
  expect(textOf(draftFrom(text))).toBe(text)
  const parsed = parseExplainer(text, file)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { template, locale, scenes } = parsed.explainer
  const shown = cards.flatMap((card) => checkCard(card, template, locale).scenes.map(({ scene }) => scene))
  expect(shown).toEqual(scenes.map(({ scene }) => scene).slice(1, -1))
})
