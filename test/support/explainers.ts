/** Explainers of which a test writes only the scenes: title and template are always the same. */
import { type Explainer, parseExplainer, placedProblemText } from '../../core/explainer.ts'
import type { Scene } from '../../core/scene.ts'

export const settings = '---\ntitle: Waiting\ntemplate: procedure\n---\n'

/** @throws Error with what is wrong with it */
export function parsed(body: string, path?: string): Explainer {
  const result = parseExplainer(settings + body, path)
  if (!result.ok) throw new Error(result.problems.map(placedProblemText).join('\n'))
  return result.explainer
}

/** Without the title and the end. */
export const scenesOf = (body: string): readonly Scene[] =>
  parsed(body)
    .scenes.slice(1, -1)
    .map(({ scene }) => scene)

/** What is wrong with it, each with its place. */
export function toldOf(body: string, path?: string): readonly string[] {
  const result = parseExplainer(settings + body, path)
  return result.ok ? [] : result.problems.map(placedProblemText)
}
