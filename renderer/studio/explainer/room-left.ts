/** How much more fits into a scene, in words for its card. */
import { charactersLeft } from '../../../core/explainer-draft.ts'
import type { CardCheck } from './card-check.ts'
import type { Card, CardScene } from './film-draft.ts'
import { writtenScene } from './written-scene.ts'

/** By scene, which has no other language than its film. */
const known = new WeakMap<CardScene, number>()
/** More than anybody counts. */
const plenty = 400

/** @returns nothing while something else is wrong with it */
export function roomIn({ scene }: Card, { scenes, problems }: CardCheck, locale: string): string | undefined {
  if (scene === undefined || problems.length > 0) return undefined
  if (scenes.length > 1) return `Too long for one picture: it is told in ${scenes.length}, one after another.`
  const left = known.get(scene) ?? charactersLeft(writtenScene(scene), locale)
  known.set(scene, left)
  if (left < 0) return undefined
  return left >= plenty ? 'Plenty of room left' : `${left} ${left === 1 ? 'character' : 'characters'} left`
}
