/** What screens are promised: never a hole, never a jump, nothing taken back that is about to play. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endMs, type Loop, loopMs, type TimelineItem } from '../../core/loop.ts'
import { frozenMs, leastAheadMs, type Timeline } from '../../core/timeline.ts'
import { anyLoop, continued, item, minuteMs, monday } from '../support/items.ts'

const names = (timeline: Timeline) => timeline.map((entry) => entry.item.id)
const starts = (timeline: Timeline) => timeline.map(({ startMs }) => startMs)
const isFrozen = (entry: TimelineItem, now: number) => endMs(entry) > now && entry.startMs <= now + frozenMs

function expectSeamless(timeline: Timeline): void {
  for (const [at, entry] of timeline.entries()) {
    const next = timeline[at + 1]
    if (next !== undefined) expect(next.startMs).toBe(endMs(entry))
  }
}

function expectCovered(timeline: Timeline, now: number): void {
  expect(timeline[0]?.startMs).toBeLessThanOrEqual(now)
  expect(endMs(timeline.at(-1) as TimelineItem)).toBeGreaterThanOrEqual(now + leastAheadMs)
}

/** Neighbours on the timeline are neighbours in the loop, from the entry at place `from` on. */
function expectOrder(timeline: Timeline, loop: Loop, from = 0): void {
  const order = loop.map(({ id }) => id)
  const told = names(timeline.slice(from))
  const first = order.indexOf(told[0] ?? '')
  expect(told).toEqual(told.map((_, at) => order[(first + at) % order.length]))
}

/** Moments that follow each other: usually half a minute apart, sometimes after the machine has slept. */
const anyMoments = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 30_000 }) }, fc.integer({ max: 90 * minuteMs, min: 0 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((gaps) => gaps.map((_, at) => monday + gaps.slice(0, at + 1).reduce((sum, gap) => sum + gap, 0)))

describe('while the loop stays the same', () => {
  test('a timeline has no hole and no overlap, covers a quarter of an hour and follows the loop', () => {
    fc.assert(
      fc.property(anyLoop, anyMoments, (loop, moments) => {
        let timeline: Timeline = []
        for (const now of moments) {
          timeline = continued(timeline, loop, now)
          expectSeamless(timeline)
          expectCovered(timeline, now)
          expectOrder(timeline, loop)
        }
      }),
    )
  })

  test('nothing that was promised is moved or taken back', () => {
    fc.assert(
      fc.property(anyLoop, anyMoments, (loop, moments) => {
        let timeline: Timeline = []
        for (const now of moments) {
          const next = continued(timeline, loop, now)
          const kept = timeline.filter((entry) => endMs(entry) > now)
          expect(next.filter((entry) => kept.includes(entry))).toEqual(kept)
          timeline = next
        }
      }),
    )
  })

  test('it is the very same timeline until it reaches less than a quarter of an hour ahead', () => {
    fc.assert(
      fc.property(anyLoop, fc.nat(), (loop, some) => {
        const timeline = continued([], loop, monday)
        const holdsUntil = endMs(timeline.at(-1) as TimelineItem) - leastAheadMs
        const now = monday + (some % (holdsUntil - monday + 1))
        expect(continued(timeline, loop, now)).toBe(timeline)
        expect(continued(timeline, loop, holdsUntil + 1)).not.toBe(timeline)
      }),
    )
  })

  test('it begins with the first item, now', () => {
    const timeline = continued([], [item('a', 60), item('b', 90)], monday)
    expect(names(timeline).slice(0, 3)).toEqual(['a', 'b', 'a'])
    expect(starts(timeline).slice(0, 3)).toEqual([monday, monday + 60_000, monday + 150_000])
  })

  test('after a long sleep it is where a screen on its own has got to', () => {
    const loop = [item('a', 60), item('b', 90)]
    const before = continued([], loop, monday)
    const morning = monday + 16 * 60 * minuteMs + 100_000
    const [first] = continued(before, loop, morning)
    expect((morning - monday) % loopMs(loop)).toBe(100_000)
    expect(first).toMatchObject({ item: { id: 'b' }, startMs: morning - 40_000 })
  })

  test('a single item follows itself', () => {
    expect(names(continued([], [item('a', 400)], monday))).toEqual(['a', 'a', 'a'])
  })
})

describe('when the loop changes', () => {
  /** Any part of seven items in any order, so that items come, go and move. */
  const anyPart = fc
    .shuffledSubarray(
      [5, 20, 90, 12, 300, 45, 8].map((seconds, at) => item(`item-${at}`, seconds)),
      { minLength: 1 },
    )
    .map((loop): Loop => loop)
  const anyChanges = fc.array(fc.tuple(anyPart, fc.integer({ min: 0, max: 4 * minuteMs })), {
    minLength: 2,
    maxLength: 8,
  })

  test('what is on screen and what starts within ten seconds stays; the rest follows the new loop without a hole', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        let timeline: Timeline = []
        let now = monday
        for (const [loop, gapMs] of changes) {
          now += gapMs
          const next = continued(timeline, loop, now)
          const frozen = timeline.filter((entry) => isFrozen(entry, now))
          const from = Math.max(
            0,
            next.findIndex((entry) => endMs(entry) > now),
          )
          expect(next.slice(from, from + frozen.length)).toEqual(frozen)
          expectSeamless(next)
          expectCovered(next, now)
          expectOrder(next, loop, from + frozen.length)
          timeline = next
        }
      }),
    )
  })

  test('looking again at the same loop changes nothing, even while an item plays that is gone from it', () => {
    fc.assert(
      fc.property(anyPart, anyPart, fc.integer({ min: 0, max: 4 * minuteMs }), (before, after, gapMs) => {
        const now = monday + gapMs
        const timeline = continued(continued([], before, monday), after, now)
        expect(continued(timeline, after, now)).toBe(timeline)
      }),
    )
  })

  test('behind an item that was removed comes what was to follow it', () => {
    fc.assert(
      fc.property(anyLoop, fc.nat(), (loop, some) => {
        fc.pre(loop.length > 1)
        const before = continued([], loop, monday)
        const now = monday + (some % (5 * minuteMs))
        const last = before.findLast((entry) => isFrozen(entry, now)) as Timeline[number]
        const after = continued(
          before,
          loop.filter(({ id }) => id !== last.item.id),
          now,
        )
        const promised = before.slice(before.indexOf(last) + 1).find((entry) => entry.item.id !== last.item.id)
        const next = after.find((entry) => entry.startMs === endMs(last))
        expect(next?.item.id).toBe(promised?.item.id ?? next?.item.id)
      }),
    )
  })

  test('the second place of a film in the loop is not mistaken for the first', () => {
    const twice: Loop = [item('a', 20), item('b', 20), { ...item('a', 20), id: 'a~2' }, item('c', 20)]
    const before = continued([], twice, monday)
    const without = twice.filter(({ id }) => id !== 'b')
    const after = continued(before, without, monday + 25_000)
    expect(names(after).slice(0, 4)).toEqual(['b', 'a~2', 'c', 'a'])
  })

  test('a replaced film plays in the place of the old one, after the old one has ended', () => {
    const before = continued([], [item('a', 30), item('b', 30), item('c', 30)], monday)
    const newB = { ...item('b', 45), id: 'b-new' }
    const after = continued(before, [item('a', 30), newB, item('c', 30)], monday + 40_000)
    expect(names(after).slice(0, 4)).toEqual(['b', 'c', 'a', 'b-new'])
  })

  test('a new film waits for its turn: a change never cuts what is on screen', () => {
    const before = continued([], [item('a', 60), item('c', 60)], monday)
    const after = continued(before, [item('a', 60), item('b', 60), item('c', 60)], monday + 5_000)
    expect(after.slice(0, 3)).toMatchObject([
      { item: { id: 'a' }, startMs: monday },
      { item: { id: 'b' }, startMs: monday + 60_000 },
      { item: { id: 'c' }, startMs: monday + 120_000 },
    ])
  })

  test('an emptied loop leaves what is frozen, then nothing, and says so only once', () => {
    const before = continued([], [item('a', 30), item('b', 30)], monday)
    const emptied = continued(before, [], monday + 25_000)
    expect(names(emptied)).toEqual(['a', 'b'])
    expect(continued(emptied, [], monday + 26_000)).toBe(emptied)
    const over = continued(emptied, [], monday + 90_000)
    expect(over).toEqual([])
    expect(continued(over, [], monday + 120_000)).toBe(over)
  })

  test('the first film put into an empty folder begins at its beginning', () => {
    const [first] = continued([], [item('a', 30)], monday + 90_000)
    expect(first?.startMs).toBe(monday + 90_000)
  })
})

describe('when the clock is set back', () => {
  test('the loop goes on at once, from where the promise began', () => {
    fc.assert(
      fc.property(anyLoop, fc.integer({ min: frozenMs + 1, max: 400 * 24 * 60 * minuteMs }), (loop, backMs) => {
        const before = continued([], loop, monday)
        const now = monday - backMs
        const after = continued(before, loop, now)
        expectSeamless(after)
        expectCovered(after, now)
        expect(after[0]).toMatchObject({ item: loop[0], startMs: now })
      }),
    )
  })

  test('a correction of a few seconds moves nothing', () => {
    const before = continued([], [item('a', 30)], monday)
    expect(continued(before, [item('a', 30)], monday - 2_000)).toBe(before)
  })
})
