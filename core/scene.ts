/** The scenes of a film: what each one says, and what it is given to be drawn with. */
import { z } from 'zod'
import { brandSchema } from './brand.ts'

/** How a film looks; each is a composition in renderer/films. */
export const templates = [
  'procedure',
  'recovery',
  'risk',
  'follow-up',
  'plan',
  'telehealth',
  'team',
  'offer',
  'welcome',
  'questions',
  'notice',
] as const
export type Template = (typeof templates)[number]

/** `hd` 1920 × 1080; `uhd` the same layout, twice as fine; `portrait` 1080 × 1920 with a layout of its own. */
export const filmSizes = ['hd', 'uhd', 'portrait'] as const
export type FilmSize = (typeof filmSizes)[number]

const words = z.string().min(1)

const picture = z.strictObject({
  /** `data:image/jpeg;base64,…`; empty until the hub has looked at the file. */
  src: z.union([z.literal(''), z.string().regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/)]),
  /** As written: relative to the explainer. */
  file: words,
  /** What one sees, for whoever cannot. */
  alt: words,
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
})
export type Picture = z.infer<typeof picture>

/** How urgent a callout is: ask your clinician, take care, call us at once. */
export const urgencies = ['ask', 'care', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]

export const charts = ['face', 'neck'] as const
export type Chart = (typeof charts)[number]

const heading = { heading: words }
const leadIn = { heading: words, lead: words.optional() }
const stage = z.strictObject({ when: words, text: words, care: words.optional() })
const region = z.strictObject({ region: words, text: words })
/** One of two; without a label the film says "For" and "Against" in its language. */
const side = z.strictObject({ label: words.optional(), points: z.array(words).min(1).max(4) })
const figure = z.strictObject({ value: words, label: words })
const person = z.strictObject({
  name: words.optional(),
  role: words,
  says: words.optional(),
  picture: picture.optional(),
})

/** The QR code of anything else would surprise whoever scans it. */
export const linkUrl = z.url({ protocol: /^https$/, hostname: /\./ }).max(300)

export const scene = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('title'),
    title: words,
    subtitle: words.optional(),
    /** How long the procedure takes. */
    minutes: z.int().positive().optional(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    ...heading,
    paragraphs: z.array(words).min(1),
    picture: picture.optional(),
  }),
  z.strictObject({ kind: z.literal('points'), ...leadIn, points: z.array(words).min(1) }),
  z.strictObject({
    kind: z.literal('steps'),
    ...leadIn,
    /** The number of its first step: a list may go on where another scene ended. */
    first: z.int().min(2).max(999).optional(),
    steps: z.array(words).min(1),
  }),
  /** A pause point, or something to tell us: one thought, large. */
  z.strictObject({ kind: z.literal('note'), ...heading, note: words }),
  z.strictObject({ kind: z.literal('callout'), ...heading, urgency: z.enum(urgencies), text: words }),
  /** What to tell us before we start. */
  z.strictObject({ kind: z.literal('checklist'), ...leadIn, items: z.array(words).min(1) }),
  z.strictObject({ kind: z.literal('picture'), ...heading, caption: words.optional(), picture }),
  /** Its author writes two stages or more; one alone is what is left of a long one. */
  z.strictObject({ kind: z.literal('timeline'), ...leadIn, stages: z.array(stage).min(1).max(5) }),
  z.strictObject({
    kind: z.literal('chart'),
    ...leadIn,
    chart: z.enum(charts),
    regions: z.array(region).min(1).max(5),
  }),
  z.strictObject({ kind: z.literal('sides'), ...leadIn, sides: z.tuple([side, side]) }),
  z.strictObject({ kind: z.literal('numbers'), ...leadIn, numbers: z.array(figure).min(1).max(3) }),
  z.strictObject({ kind: z.literal('people'), ...leadIn, people: z.array(person).min(1).max(4) }),
  /** An offer: until which day it holds, and what it depends on. */
  z.strictObject({
    kind: z.literal('terms'),
    ...leadIn,
    until: z.iso.date().optional(),
    terms: z.array(words).max(4),
  }),
  z.strictObject({ kind: z.literal('code'), ...heading, text: words.optional(), url: linkUrl }),
  /** Left without words, it closes with the brand's tagline. */
  z.strictObject({ kind: z.literal('closing'), closing: words.optional() }),
])
export type Scene = z.infer<typeof scene>
export type SceneKind = Scene['kind']

/** Pictures a second. */
export const framesPerSecond = 30

/** The length of a number of frames, in whole milliseconds: `framesOf` finds the number again. */
export const msOf = (frames: number): number => Math.round((frames * 1_000) / framesPerSecond)

export const framesOf = (durationMs: number): number => Math.round((durationMs * framesPerSecond) / 1_000)

/** The grounds a scene may stand on; see renderer/films/stage.tsx. */
const tone = z.enum(['ground', 'surface', 'paper', 'accent', 'alarm'])
export type SceneTone = z.infer<typeof tone>

export const plannedScene = z.strictObject({
  scene,
  durationMs: z
    .int()
    .positive()
    .refine((ms) => msOf(framesOf(ms)) === ms, 'A whole number of frames is expected.'),
  tone,
  /** The ground of the scene before it, out of which it grows. */
  toneBefore: tone.optional(),
})
export type PlannedScene = z.infer<typeof plannedScene>

/** What a scene of a film is given: everything that may change a pixel of it. */
export const sceneSchema = plannedScene.extend({
  template: z.enum(templates),
  brand: brandSchema,
  /** BCP 47. */
  locale: z.string(),
  size: z.enum(filmSizes),
})
export type SceneProps = z.infer<typeof sceneSchema>

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
    case 'callout':
      return [scene.heading, scene.text]
    case 'checklist':
      return present([scene.heading, scene.lead, ...scene.items])
    case 'picture':
      return present([scene.heading, scene.caption])
    case 'timeline':
      return present([scene.heading, scene.lead, ...scene.stages.flatMap(({ when, text, care }) => [when, text, care])])
    case 'chart':
      return present([scene.heading, scene.lead, ...scene.regions.map(({ text }) => text)])
    case 'sides':
      return present([scene.heading, scene.lead, ...scene.sides.flatMap(({ label, points }) => [label, ...points])])
    case 'numbers':
      return present([scene.heading, scene.lead, ...scene.numbers.flatMap(({ value, label }) => [value, label])])
    case 'people':
      return present([scene.heading, scene.lead, ...scene.people.flatMap(({ name, role, says }) => [name, role, says])])
    case 'terms':
      return present([scene.heading, scene.lead, scene.until, ...scene.terms])
    case 'code':
      return present([scene.heading, scene.text])
    case 'closing':
      return present([scene.closing])
  }
}

const present = <Value>(values: readonly (Value | undefined)[]): readonly Value[] =>
  values.filter((value) => value !== undefined)
