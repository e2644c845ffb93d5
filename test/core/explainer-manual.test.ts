/** The manual of explainers: every example in it becomes the film it promises. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { regionsOf } from '../../core/anatomy.ts'
import { parseExplainer, placedProblemText } from '../../core/explainer.ts'
import { explainerSettings } from '../../core/explainer-settings.ts'
import { blockNames } from '../../core/explainer-words.ts'
import { charts, type SceneKind, scene, templates } from '../../core/scene.ts'
import { projectRoot } from '../support/place.ts'

const manual = readFileSync(path.join(projectRoot, 'docs/explainers.md'), 'utf8')
const examples = [...manual.matchAll(/```markdown\n(.*?)```/gs)].map(([, text = '']) => text)
const settings = '---\ntitle: Waiting\ntemplate: procedure\n---\n\n'
const kinds = (text: string): readonly SceneKind[] => {
  const parsed = parseExplainer(text.startsWith('---') ? text : settings + text)
  if (!parsed.ok) throw new Error(`${text}\n${parsed.problems.map(placedProblemText).join('\n')}`)
  return parsed.explainer.scenes.map((planned) => planned.scene.kind)
}

describe('every example of the manual', () => {
  test.each(examples.slice(1))('%j is one scene', (example) => {
    expect(kinds(example)).toHaveLength(3)
  })

  test('the first one is a whole film', () => {
    expect(kinds(examples[0] ?? '')).toEqual(['title', 'text', 'steps', 'note', 'closing'])
  })

  test('together they show every kind of scene', () => {
    const all = scene.options.map(({ shape }) => shape.kind.value)
    expect(new Set(examples.flatMap(kinds))).toEqual(new Set(all))
  })
})

test.each([
  ['setting', Object.keys(explainerSettings.shape)],
  ['template', templates],
  ['block', blockNames.map((name) => `:::${name}`)],
  ['region', charts.flatMap(regionsOf)],
])('the manual names every %s', (_, names) => {
  for (const name of names) expect(manual).toMatch(new RegExp(`(\`|\\n|^)${name}\\b`))
})
