/** Whatever is scheduled, whatever there is to show: what holds for every course and at every instant. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Course, segmentAt } from '../../core/course.ts'
import { mayStartAt } from '../../core/item-dates.ts'
import { endMs } from '../../core/loop.ts'
import { playingAt } from '../../core/playback.ts'
import type { Turn } from '../../core/rotation.ts'
import { continueTimeline, leastAheadMs, type Timeline } from '../../core/timeline.ts'
import { anyCourse, firstTurns } from '../support/courses.ts'
import { alone, item, minuteMs, monday } from '../support/items.ts'

const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const seenOf = (turn: Turn | undefined) => turn && [turn.item.id, turn.startMs, endMs(turn)]
/** With something that may play at any time. */
const neverEmpty = (course: Course): Course => ({
  ...course,
  loops: new Map([...course.loops, ['default', { places: [item('always', 20)] }]]),
})
const anyGaps = fc.array(fc.integer({ min: 0, max: 25 * minuteMs }), { minLength: 1, maxLength: 8 })

describe('every timeline', () => {
  test('is what a screen would find instant by instant, however often it was drawn up', () => {
    fc.assert(
      fc.property(anyCourse.map(neverEmpty), anyGaps, (course, gaps) => {
        const unplanned = alone([], course)
        let timeline: Timeline = []
        let now = monday
        for (const gap of [0, ...gaps]) {
          now += gap
          timeline = continueTimeline(timeline, course, now)
          for (const turn of timeline) {
            if (segmentAt(course, turn.startMs).fromMs === monday)
              expect(playingAt(unplanned, Math.max(turn.startMs, monday))?.item.id).toBe(turn.item.id)
          }
        }
        const [running] = timeline.filter((turn) => endMs(turn) > now)
        const told = firstTurns(course, 5_000).find((turn) => endMs(turn) > now)
        expect(seenOf(running)).toEqual(seenOf(told))
      }),
    )
  })

  test('has no hole and no overlap, and reaches a quarter of an hour ahead where anything may play', () => {
    fc.assert(
      fc.property(anyCourse.map(neverEmpty), anyGaps, (course, gaps) => {
        let timeline: Timeline = []
        let now = monday
        for (const gap of [0, ...gaps]) {
          now += gap
          timeline = continueTimeline(timeline, course, now)
          for (const [at, turn] of timeline.entries()) {
            const next = timeline[at + 1]
            if (next !== undefined) expect(next.startMs).toBe(endMs(turn))
            expect(endMs(turn)).toBeGreaterThan(turn.startMs)
          }
          expect(endMs(timeline.at(-1) as Turn)).toBeGreaterThanOrEqual(now + leastAheadMs)
        }
      }),
    )
  })

  test('nothing begins outside its dates, sooner again than its limit, or in a segment that does not ask for it', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const lastStarts = new Map<string, number>()
        for (const { item: one, startMs, loop } of firstTurns(course, 400)) {
          expect(mayStartAt(one, startMs)).toBe(true)
          const last = lastStarts.get(one.file)
          if (last !== undefined && one.atMostEveryMs !== undefined)
            expect(startMs - last).toBeGreaterThanOrEqual(one.atMostEveryMs)
          lastStarts.set(one.file, startMs)
          const { mix } = segmentAt(course, startMs)
          expect([...mix.turns, ...mix.shares.map((share) => share.loop), 'default']).toContain(loop)
        }
      }),
    )
  })

  test('only a takeover cuts: at its very start, and at its very end', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const turn of firstTurns(course, 400)) {
          const { takeover } = segmentAt(course, turn.startMs)
          expect(turn.takeover).toBe(takeover)
          expect(segmentAt(course, endMs(turn) - 1).takeover).toBe(takeover)
          if (endMs(turn) === turn.startMs + turn.item.durationMs) continue
          expect(segmentAt(course, endMs(turn)).takeover).not.toBe(takeover)
        }
      }),
    )
  })

  test('two screens with the same programme agree, whatever they were asked before', () => {
    fc.assert(
      fc.property(anyCourse, fc.array(fc.integer({ min: 0, max: 3 * dayMs }), { maxLength: 6 }), (course, moments) => {
        const timeline = continueTimeline([], course, monday)
        const [one, other] = [alone(timeline, course), alone(timeline, course)]
        for (const moment of moments.toSorted((left, right) => left - right)) playingAt(one, monday + moment)
        for (const moment of moments) expect(playingAt(one, monday + moment)).toEqual(playingAt(other, monday + moment))
      }),
      { numRuns: 40 },
    )
  })
})

describe('shares of the time', () => {
  /** Loops without dates and limits, and what part of the time some of them were promised. */
  const anyShares = fc
    .record({
      lengths: fc.array(fc.array(fc.integer({ min: 2, max: 300 }), { minLength: 1, maxLength: 5 }), {
        minLength: 2,
        maxLength: 4,
      }),
      shares: fc.array(fc.integer({ min: 1, max: 26 }), { minLength: 3, maxLength: 3 }),
    })
    .map(({ lengths, shares }) => ({
      longestMs: Math.max(...lengths.flat()) * 1_000,
      shares: lengths.slice(1).map((_, at) => ({ loop: `share-${at}`, share: shares[at] ?? 1 })),
      loops: lengths.map((seconds, at) => seconds.map((each, place) => item(`${at}-${place}`, each))),
    }))

  test('an interrupt has what was asked, to within an item, at the end of every item', () => {
    fc.assert(
      fc.property(anyShares, ({ longestMs, shares, loops }) => {
        const named = loops.map((places, at) => [at === 0 ? 'base' : `share-${at - 1}`, { places }] as const)
        const course: Course = {
          segments: [{ fromMs: 0, toMs: Number.POSITIVE_INFINITY, mix: { turns: ['base'], shares } }],
          loops: new Map(named),
        }
        const had = new Map<string, number>()
        for (const { item: one, startMs, loop } of firstTurns(course, 300)) {
          had.set(loop, (had.get(loop) ?? 0) + one.durationMs)
          const wholeMs = startMs + one.durationMs - monday
          for (const { loop: name, share } of shares)
            expect(Math.abs((had.get(name) ?? 0) - (wholeMs * share) / 100)).toBeLessThanOrEqual(longestMs + 1)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('equals take turns item by item, each going on where it stopped', () => {
    const loops = new Map([
      ['one', { places: [item('a', 10), item('b', 10)] }],
      ['two', { places: [item('x', 10), item('y', 10), item('z', 10)] }],
    ])
    const mix = { turns: ['one', 'two'], shares: [] }
    const course = { segments: [{ fromMs: 0, toMs: Number.POSITIVE_INFINITY, mix }], loops }
    expect(firstTurns(course, 8).map((turn) => turn.item.id)).toEqual(['a', 'x', 'b', 'y', 'a', 'z', 'b', 'x'])
  })

  test('a quarter of the time is every fourth of equal items, not every fourth minute in a row', () => {
    const loops = new Map([
      ['base', { places: [item('a', 10)] }],
      ['offer', { places: [item('offer', 10)] }],
    ])
    const mix = { turns: ['base'], shares: [{ loop: 'offer', share: 25 }] }
    const course = { segments: [{ fromMs: 0, toMs: Number.POSITIVE_INFINITY, mix }], loops }
    const order = firstTurns(course, 12).map((turn) => (turn.item.id === 'offer' ? 'o' : '.'))
    expect(order.join('')).toBe('.o...o...o..')
  })
})
