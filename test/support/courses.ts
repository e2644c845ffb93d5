/** Courses of any kind: several loops, dates, limits, turns, shares and takeovers, one segment after another. */
import fc from 'fast-check'
import type { Course, CourseLoop, Segment } from '../../core/course.ts'
import type { ProgrammeItem } from '../../core/programme.ts'
import { type Turn, turnsOf } from '../../core/rotation.ts'
import { freshRotation } from '../../core/rotation-state.ts'
import { item, minuteMs, monday } from './items.ts'

const names = ['default', 'one', 'two', 'three'] as const
const iso = (ms: number) => new Date(ms).toISOString()

const anyItem = (name: string): fc.Arbitrary<ProgrammeItem> =>
  fc
    .record({
      ms: fc.integer({ min: 2_000, max: 240_000 }),
      fromMinute: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined, freq: 5 }),
      forMinutes: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined, freq: 5 }),
      limitMinutes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined, freq: 3 }),
    })
    .map(({ ms, fromMinute, forMinutes, limitMinutes }) => {
      const fromMs = monday + (fromMinute ?? 0) * minuteMs
      return {
        ...item(name, ms / 1_000),
        ...(fromMinute === undefined ? {} : { validFrom: iso(fromMs) }),
        ...(forMinutes === undefined ? {} : { validUntil: iso(fromMs + forMinutes * minuteMs) }),
        ...(limitMinutes === undefined ? {} : { atMostEveryMs: limitMinutes * minuteMs }),
      }
    })

const anyPlaces = (name: string): fc.Arbitrary<CourseLoop> =>
  fc
    .record({
      places: fc
        .integer({ min: 1, max: 5 })
        .chain((size) => fc.tuple(...Array.from({ length: size }, (_, at) => anyItem(`${name}-${at}`)))),
      isShuffled: fc.boolean(),
    })
    .map(({ places, isShuffled }) => ({ places, ...(isShuffled ? { shuffle: 'daily' as const } : {}) }))

const anyMix = fc
  .record({
    turns: fc.subarray(['one', 'two', 'three'], { minLength: 1 }),
    share: fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
  })
  .map(({ turns, share }) => {
    const other = ['three', 'default'].find((name) => !turns.includes(name)) ?? 'default'
    return { turns, shares: share === undefined ? [] : [{ loop: other, share }] }
  })

/** From Monday on, segments of 5 to 120 minutes; every fifth or so is a takeover. */
const anySegments: fc.Arbitrary<readonly Segment[]> = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 5, max: 120 }),
      seconds: fc.integer({ min: 0, max: 59 }),
      mix: anyMix,
      isTakeover: fc.nat({ max: 4 }).map((number) => number === 0),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => {
    let fromMs = monday
    return all.map(({ minutes, seconds, mix, isTakeover }, at) => {
      const toMs = fromMs + minutes * minuteMs + seconds * 1_000
      const segment = { fromMs, toMs, mix, day: '2026-03-02', ...(isTakeover ? { takeover: `takeover ${at}` } : {}) }
      fromMs = toMs
      return segment
    })
  })

export const anyCourse: fc.Arbitrary<Course> = fc
  .record({ segments: anySegments, loops: fc.tuple(...names.map(anyPlaces)) })
  .map(({ segments, loops }) => ({
    segments,
    loops: new Map(names.map((name, at) => [name, loops[at] as CourseLoop])),
  }))

/** What a screen that begins on the Monday shows, up to so many turns. */
export function firstTurns(course: Course, count: number): readonly Turn[] {
  const turns: Turn[] = []
  for (const turn of turnsOf(course, freshRotation, monday, monday)) {
    turns.push(turn)
    if (turns.length === count) break
  }
  return turns
}
