/** A scene as it goes into the file: fields at the end of a list that nobody has filled in are left out by themselves. */
import type { BodyScene } from '../../../core/explainer-draft.ts'

/** What a form chooses for an entry before anybody has written in it. */
const chosen: ReadonlySet<string> = new Set(['kind', 'urgency', 'chart', 'region', 'src', 'width', 'height'])

/** @returns the same one when there is nothing to leave out; of a list that is empty, one entry stays */
export function writtenScene(scene: BodyScene): BodyScene {
  const entries = Object.entries(scene).map(([name, value]) => [name, writtenValue(value)] as const)
  return entries.every(([name, value]) => value === scene[name as keyof BodyScene])
    ? scene
    : (Object.fromEntries(entries) as unknown as BodyScene)
}

function writtenValue(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  // Two sides have a list each.
  const entries = value.map((each: unknown) => (isSide(each) ? writtenSide(each) : each))
  const last = entries.findLastIndex((each) => isSide(each) || !isBlank(each))
  const isSame = last === value.length - 1 || value.length <= 1
  if (!isSame) return entries.slice(0, Math.max(1, last + 1))
  return entries.every((each, at) => each === value[at]) ? value : entries
}

type Side = { readonly points: readonly unknown[] }

const isSide = (value: unknown): value is Side =>
  typeof value === 'object' && value !== null && 'points' in value && Array.isArray(value.points)

function writtenSide(side: Side): Side {
  const points = writtenValue(side.points) as Side['points']
  return points === side.points ? side : { ...side, points }
}

/** Nobody has written anything in it. */
export function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value !== 'object' || value === null) return value === undefined
  return Object.entries(value).every(([name, each]) => chosen.has(name) || isBlank(each))
}
