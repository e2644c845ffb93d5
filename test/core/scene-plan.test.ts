/** How long scenes stand, when their parts light up, and which of their pictures are one and the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { framesOf, msOf, type PlannedScene, plannedScene, type Scene, templates } from '../../core/scene.ts'
import {
  beatFrames,
  leavingFrames,
  motionOf,
  openingFrames,
  planScenes,
  readingMs,
  sceneSeconds,
  stretchesOf,
  wordsIn,
} from '../../core/scene-plan.ts'

const words = (count: number): Scene => ({
  kind: 'text',
  heading: 'a',
  paragraphs: [
    Array(count - 1)
      .fill('word')
      .join(' '),
  ],
})
const entries = (count: number) => Array.from({ length: count }, (_, index) => `thing ${index}`)
const scenes = fc.oneof(
  fc.integer({ min: 2, max: 200 }).map(words),
  fc.integer({ min: 1, max: 8 }).map((count): Scene => ({ kind: 'steps', heading: 'a', steps: entries(count) })),
  fc.integer({ min: 1, max: 8 }).map((count): Scene => ({ kind: 'checklist', heading: 'a', items: entries(count) })),
  fc.integer({ min: 2, max: 5 }).map(
    (count): Scene => ({
      kind: 'timeline',
      heading: 'a',
      stages: entries(count).map((text) => ({ when: 'Day', text })),
    }),
  ),
  fc.constant<Scene>({ kind: 'closing' }),
)
const planned = fc
  .tuple(scenes, fc.option(fc.double({ ...{ min: sceneSeconds.least, max: sceneSeconds.most }, noNaN: true })))
  .map(
    ([scene, seconds]): PlannedScene => ({ scene, durationMs: readingMs(scene, seconds ?? undefined), tone: 'ground' }),
  )

describe('how long a scene stands', () => {
  test('two seconds, and one for every 2.2 words; never less than four', () => {
    expect([2, 11, 22, 44].map((count) => framesOf(readingMs(words(count))))).toEqual([120, 210, 360, 660])
  })

  test('a minute at most, however much there is to read', () => {
    expect(readingMs(words(900))).toBe(60_000)
  })

  test('as long as its author wants', () => {
    expect([3, 8, 8.5].map((seconds) => readingMs(words(40), seconds))).toEqual([3_000, 8_000, 8_500])
  })

  test('a whole number of frames', () => {
    fc.assert(
      fc.property(planned, (scene) => {
        expect(msOf(framesOf(scene.durationMs))).toBe(scene.durationMs)
        expect(plannedScene.safeParse(scene).success).toBe(true)
      }),
    )
    expect(plannedScene.safeParse({ scene: words(3), durationMs: 6_540, tone: 'ground' }).success).toBe(false)
  })

  test.each([
    ['one two, three', 3],
    ['20 min – and no more', 5],
    ['你需要多长时间', 4],
    ['ขอบคุณมากครับ', 3],
    ['शुभ प्रभात', 2],
  ])('%j are %d words to a reader', (text, count) => expect(wordsIn([text])).toBe(count))
})

describe('what moves', () => {
  test('steps light up one after another, and stand together before they leave', () => {
    const steps: PlannedScene = {
      scene: { kind: 'steps', heading: 'a', steps: entries(3) },
      durationMs: 10_000,
      tone: 'paper',
    }
    expect(motionOf(steps)).toEqual({ beats: [54, 114, 175], endsAt: 255 })
    expect(stretchesOf(steps)).toEqual([
      { first: 0, last: 73, isStill: false },
      { first: 74, last: 113, isStill: true },
      { first: 114, last: 133, isStill: false },
      { first: 134, last: 174, isStill: true },
      { first: 175, last: 194, isStill: false },
      { first: 195, last: 234, isStill: true },
      { first: 235, last: 254, isStill: false },
      { first: 255, last: 284, isStill: true },
      { first: 285, last: 299, isStill: false },
    ])
  })

  test('words come, stand and leave; the last ones of a film stay', () => {
    const text: PlannedScene = { scene: words(3), durationMs: 4_000, tone: 'ground' }
    expect(stretchesOf(text).map(({ last }) => last)).toEqual([53, 104, 119])
    const closing: PlannedScene = { scene: { kind: 'closing' }, durationMs: 4_000, tone: 'ground' }
    expect(stretchesOf(closing).map(({ last }) => last)).toEqual([53, 119])
  })

  test('stretches are all pictures of a scene, in order, moving and still by turns', () => {
    fc.assert(
      fc.property(planned, (scene) => {
        const stretches = stretchesOf(scene)
        expect(stretches.flatMap(({ first, last }) => [first, last + 1])).toEqual([
          0,
          ...stretches.slice(0, -1).flatMap(({ last }) => [last + 1, last + 1]),
          framesOf(scene.durationMs),
        ])
        for (const { first, last } of stretches) expect(last).toBeGreaterThanOrEqual(first)
        for (const [index, { isStill }] of stretches.entries()) expect(isStill).toBe(index % 2 === 1)
      }),
    )
  })

  test('nothing moves in a still stretch: not the opening, no beat, not the leaving', () => {
    fc.assert(
      fc.property(planned, (scene) => {
        const count = framesOf(scene.durationMs)
        const { beats, endsAt } = motionOf(scene)
        const still = stretchesOf(scene).filter(({ isStill }) => isStill)
        const isQuiet = (from: number, to: number) => still.every(({ first, last }) => last < from || first >= to)
        expect(isQuiet(0, openingFrames)).toBe(true)
        for (const beat of beats) expect(isQuiet(beat, beat + beatFrames)).toBe(true)
        if (scene.scene.kind !== 'closing') expect(isQuiet(count - leavingFrames, count)).toBe(true)
        expect(endsAt).toBeLessThanOrEqual(count)
        expect(beats).toEqual(beats.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('grounds', () => {
  test('no scene stands on the ground of the one before', () => {
    const all: readonly Scene[] = [
      { kind: 'title', title: 'a' },
      words(3),
      words(4),
      words(5),
      { kind: 'points', heading: 'a', points: ['b'] },
    ]
    for (const template of templates) {
      const tones = planScenes(
        all.map((scene) => ({ scene })),
        template,
      )
      for (const { tone, toneBefore } of tones) expect(tone).not.toBe(toneBefore)
    }
  })

  test('one grows out of the ground of the one before', () => {
    const tones = planScenes(
      [words(3), words(4), words(5)].map((scene) => ({ scene })),
      'procedure',
    )
    expect(tones.map(({ toneBefore }) => toneBefore)).toEqual([undefined, tones[0]?.tone, tones[1]?.tone])
  })
})

test('what is urgent stands on the colour of a warning, in every template, and nothing else does', () => {
  for (const template of templates) {
    const of = (urgency: 'ask' | 'care' | 'urgent'): Scene => ({ kind: 'callout', heading: 'a', urgency, text: 'b' })
    const tones = planScenes(
      [of('ask'), of('urgent'), of('care')].map((scene) => ({ scene })),
      template,
    )
    expect(tones.map(({ tone }) => tone === 'alarm')).toEqual([false, true, false])
  }
})
