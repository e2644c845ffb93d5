/** The scenes of a film: what each one says, how long it stands, and on which ground. */
import { z } from 'zod'
import { brandSchema } from './brand.ts'

const words = z.string().min(1)

export const scene = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('title'),
    title: words,
    subtitle: words.optional(),
    /** How long the procedure takes. */
    minutes: z.int().positive().optional(),
  }),
  z.strictObject({ kind: z.literal('text'), heading: words, paragraphs: z.array(words).min(1) }),
  z.strictObject({ kind: z.literal('points'), heading: words, lead: words.optional(), points: z.array(words).min(1) }),
  z.strictObject({ kind: z.literal('steps'), heading: words, lead: words.optional(), steps: z.array(words).min(1) }),
  /** A pause point, or something to tell us: one thought, large. */
  z.strictObject({ kind: z.literal('note'), heading: words, note: words }),
  /** Left without words, it closes with the brand's tagline. */
  z.strictObject({ kind: z.literal('closing'), closing: words.optional() }),
])
export type Scene = z.infer<typeof scene>

/** The grounds a scene may stand on; see renderer/films/stage.tsx. */
const tone = z.enum(['ground', 'surface', 'paper', 'accent'])
export type SceneTone = z.infer<typeof tone>

export const plannedScene = z.strictObject({
  scene,
  durationMs: z.int().positive(),
  tone,
  /** The ground of the scene before it, out of which it grows. */
  toneBefore: tone.optional(),
})
export type PlannedScene = z.infer<typeof plannedScene>

/** What a scene of a film is given: everything that may change a pixel of it. */
export const sceneSchema = plannedScene.extend({ brand: brandSchema, locale: z.string() })
export type SceneProps = z.infer<typeof sceneSchema>

export const framesPerSecond = 30

/** Pictures of a scene that are rendered: from `first` to `last`, each `every`th. */
export interface Stretch {
  readonly first: number
  readonly last: number
  readonly every: number
}

/** Until the last words have come to rest. */
const openingFrames = 60

/**
 * A scene in stretches: each picture while words come; every other one when only light moves, which nobody can tell and
 * takes a third of the work away.
 */
export function stretchesOf({ scene, durationMs }: PlannedScene): readonly Stretch[] {
  const count = Math.round((durationMs / 1_000) * framesPerSecond)
  const isLively = scene.kind === 'title' || scene.kind === 'steps'
  // What is left has to be even: it is shown twice as long.
  const opening = openingFrames + (count % 2)
  if (isLively || count <= opening) return [{ first: 0, last: count - 1, every: 1 }]
  return [
    { first: 0, last: opening - 1, every: 1 },
    { first: opening, last: count - 1, every: 2 },
  ]
}

/** In its last pictures, half a second, a scene leaves; the one before them shows all of it. */
export const leavingFrames = 15

// Subtitles run at 160 to 180 words a minute (BBC guidelines); a waiting room has people who read slowly, or in a second language.
const wordsPerMinute = 160
/** Until eyes have found the screen, and until the words have come and gone. */
const settlingMs = 2_500
const shortestMs = 5_000
const longestMs = 20_000
const roundMs = 500
const litMs = 2_000

/** How long a scene stands, in whole half seconds: from 5 to 20 s. */
export function readingMs(scene: Scene): number {
  const count = textsOf(scene).join(' ').split(/\s+/).length
  // Each step is lit in turn, however short it is.
  const leastMs = scene.kind === 'steps' ? scene.steps.length * litMs : 0
  const wanted = settlingMs + Math.max((count / wordsPerMinute) * 60_000, leastMs)
  return Math.ceil(Math.min(Math.max(wanted, shortestMs), longestMs) / roundMs) * roundMs
}

/** Every text of a scene, in the order it is read. */
export function textsOf(scene: Scene): readonly string[] {
  switch (scene.kind) {
    case 'title':
      return present([
        scene.title,
        scene.subtitle,
        scene.minutes === undefined ? undefined : `${scene.minutes} minutes`,
      ])
    case 'text':
      return [scene.heading, ...scene.paragraphs]
    case 'points':
      return present([scene.heading, scene.lead, ...scene.points])
    case 'steps':
      return present([scene.heading, scene.lead, ...scene.steps])
    case 'note':
      return [scene.heading, scene.note]
    case 'closing':
      return present([scene.closing])
  }
}

/** Scenes in a row, each with its time and ground. Texts change between two grounds, or several would look like one slide. */
export function planScenes(scenes: readonly Scene[]): readonly PlannedScene[] {
  const tones: SceneTone[] = []
  let texts = 0
  for (const { kind } of scenes) {
    const isOther = kind === 'text' ? texts % 2 === 1 : kind === 'points' && tones.at(-1) === 'surface'
    if (kind === 'text') texts += 1
    tones.push(isOther ? 'ground' : toneOf(kind))
  }
  return scenes.map((scene, index) => {
    const [tone, toneBefore] = [tones[index] ?? 'ground', tones[index - 1]]
    return { scene, durationMs: readingMs(scene), tone, ...(toneBefore === undefined ? {} : { toneBefore }) }
  })
}

function toneOf(kind: Scene['kind']): SceneTone {
  switch (kind) {
    case 'title':
    case 'closing':
      return 'ground'
    case 'text':
    case 'points':
      return 'surface'
    case 'steps':
      return 'paper'
    case 'note':
      return 'accent'
  }
}

const present = (texts: readonly (string | undefined)[]): readonly string[] =>
  texts.filter((text) => text !== undefined)
