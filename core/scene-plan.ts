/** When things happen in a film: how long a scene stands, on which ground, when its parts light up, and what holds still. */
import {
  framesOf,
  framesPerSecond,
  msOf,
  type PlannedScene,
  type Scene,
  type SceneKind,
  type SceneTone,
  type Template,
  textsOf,
} from './scene.ts'

/** A scene, and how long its author wants it to stand. */
export interface TimedScene {
  readonly scene: Scene
  readonly seconds?: number
}

/** How long an author may want a scene to stand. */
export const sceneSeconds = { least: 3, most: 60 } as const

// Subtitles run at 160 to 180 words a minute (BBC guidelines); a waiting room has people who read slowly, or in a second language.
const wordsPerSecond = 2.2
/** Until eyes have found the screen, and until the words have come and gone. */
const settlingSeconds = 2
const shortestSeconds = 4

/** How long a scene stands, in milliseconds of whole frames: what its author says, or as long as it takes to read. */
export function readingMs(scene: Scene, seconds?: number): number {
  const wanted = seconds ?? Math.max(shortestSeconds, wordsIn(textsOf(scene)) / wordsPerSecond + settlingSeconds)
  return msOf(Math.round(Math.min(wanted, sceneSeconds.most) * framesPerSecond))
}

// A reader of Chinese or Japanese takes in two signs like a word of English; words of Thai, Lao, Khmer and Burmese have about four letters.
const signs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** How many words a reader reads, also in languages that put no spaces between them. */
export function wordsIn(texts: readonly string[]): number {
  const text = texts.join(' ')
  const letters = (kind: RegExp) => (text.match(kind) ?? []).filter((sign) => !/\p{M}/u.test(sign)).length
  const rest = text.replace(signs, ' ').replace(unspaced, ' ')
  const spaced = rest.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return spaced + Math.ceil(letters(signs) / 2) + Math.ceil(letters(unspaced) / 4)
}

/** Scenes in a row, each with its time and ground. No two alike in a row, or they would look like one slide. */
export function planScenes(scenes: readonly TimedScene[], template: Template): readonly PlannedScene[] {
  const tones: SceneTone[] = []
  for (const { scene } of scenes) {
    const own = isUrgent(scene) ? 'alarm' : toneOf(scene.kind, template)
    tones.push(own === tones.at(-1) ? (otherTone[own] ?? own) : own)
  }
  return scenes.map(({ scene, seconds }, index) => {
    const [tone, toneBefore] = [tones[index] ?? 'ground', tones[index - 1]]
    return { scene, durationMs: readingMs(scene, seconds), tone, ...(toneBefore === undefined ? {} : { toneBefore }) }
  })
}

/** `Call us at once` never stands on a colour that somebody chose because it is soothing. */
const isUrgent = (scene: Scene): boolean => scene.kind === 'callout' && scene.urgency === 'urgent'

const otherTone: Partial<Record<SceneTone, SceneTone>> = { surface: 'ground', paper: 'surface' }

/** Where a template gives what it is about another ground. */
const ownTones: Partial<Record<Template, Partial<Record<SceneKind, SceneTone>>>> = {
  offer: { terms: 'paper' },
  risk: { checklist: 'paper' },
  team: { people: 'paper' },
}

/** The ground a kind of scene stands on, when the scene before it does not. */
export function toneOf(kind: SceneKind, template: Template): SceneTone {
  return ownTones[template]?.[kind] ?? usualToneOf(kind)
}

function usualToneOf(kind: SceneKind): SceneTone {
  switch (kind) {
    case 'title':
    case 'closing':
      return 'ground'
    case 'text':
    case 'points':
    case 'picture':
    case 'people':
    case 'checklist':
    case 'terms':
    case 'code':
      return 'surface'
    case 'steps':
    case 'timeline':
    case 'chart':
    case 'numbers':
    case 'sides':
      return 'paper'
    case 'note':
    case 'callout':
      return 'accent'
  }
}

/** Until the last words have come to rest. */
export const openingFrames = 54
/** In its last pictures, half a second, a scene leaves; the one before them shows all of it. */
export const leavingFrames = 15
/** How long a part takes to light up while the one before it goes out. */
export const beatFrames = 20
/** All of it at once, at least: what a still shows, and what a reader looks back at. */
const togetherFrames = 30

export interface Motion {
  /** The frame at which each part begins to light up; none when there is no time to light them one by one. */
  readonly beats: readonly number[]
  /** From here to its leaving the scene stands still. With beats, the last of them goes out in the `beatFrames` before. */
  readonly endsAt: number
}

/** What moves in a scene beside its coming and going: steps, stages, regions and things to tell light up one after another. */
export function motionOf({ scene, durationMs }: PlannedScene): Motion {
  const leavesAt = leavingOf(scene, framesOf(durationMs))
  const parts = partsLitIn(scene)
  const restsAt = leavesAt - togetherFrames - beatFrames
  const each = (restsAt - openingFrames) / parts
  if (parts === 0 || each < beatFrames) return { beats: [], endsAt: Math.min(openingFrames, leavesAt) }
  const beats = Array.from({ length: parts }, (_, part) => Math.round(openingFrames + part * each))
  return { beats, endsAt: restsAt + beatFrames }
}

function partsLitIn(scene: Scene): number {
  switch (scene.kind) {
    case 'steps':
      return scene.steps.length
    case 'checklist':
      return scene.items.length
    case 'timeline':
      return scene.stages.length
    case 'chart':
      return scene.regions.length
    case 'title':
    case 'text':
    case 'points':
    case 'note':
    case 'callout':
    case 'picture':
    case 'sides':
    case 'numbers':
    case 'people':
    case 'terms':
    case 'code':
    case 'closing':
      return 0
  }
}

/** Pictures of a scene in a row, from `first` to `last`; those of a still one are equal, pixel by pixel. */
export interface Stretch {
  readonly first: number
  readonly last: number
  readonly isStill: boolean
}

/** A scene in stretches, without gaps: what moves has to be photographed picture by picture, what holds still only once. */
export function stretchesOf(planned: PlannedScene): readonly Stretch[] {
  const count = framesOf(planned.durationMs)
  const leavesAt = leavingOf(planned.scene, count)
  const { beats, endsAt } = motionOf(planned)
  const rests = beats.length === 0 ? [] : [endsAt - beatFrames]
  /** Half-open, in order. */
  const moving = [
    [0, Math.min(openingFrames, count)] as const,
    ...[...beats, ...rests].map((beat) => [beat, beat + beatFrames] as const),
    [leavesAt, count] as const,
  ]
  const stretches: Stretch[] = []
  const add = (from: number, to: number, isStill: boolean) => {
    const before = stretches.at(-1)
    if (to <= from) return
    if (before?.isStill === isStill) stretches.splice(-1, 1, { ...before, last: to - 1 })
    else stretches.push({ first: from, last: to - 1, isStill })
  }
  let done = 0
  for (const [from, to] of moving) {
    add(done, from, true)
    add(Math.max(done, from), to, false)
    done = Math.max(done, to)
  }
  add(done, count, true)
  return stretches
}

/** The frame at which a scene begins to leave; the last one of a film stays. */
const leavingOf = ({ kind }: Scene, count: number): number =>
  kind === 'closing' ? count : Math.max(0, count - leavingFrames)
