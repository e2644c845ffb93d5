/** Skip and hide: the one thing besides a takeover that cuts what is on a screen. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endMs, type TimelineItem } from '../../core/loop.ts'
import { cutTimeline, leastAheadMs } from '../../core/timeline.ts'
import { always, anyLoop, continued, item, monday } from '../support/items.ts'

const loop = [item('a', 60), item('b', 30), item('c', 20)]
const names = (timeline: readonly TimelineItem[]) => timeline.slice(0, 4).map((entry) => entry.item.id)
const begun = continued([], loop, monday)
const now = monday + 10_000

test('skipped, an item is left at once for the next one, and the loop goes on from there', () => {
  const { timeline, isCut } = cutTimeline(begun, always(loop), now, () => true)
  expect(isCut).toBe(true)
  expect(names(timeline)).toEqual(['b', 'c', 'a', 'b'])
  expect((timeline[0]?.startMs ?? 0) - now).toBeLessThan(1_000)
  expect(timeline[0]?.startMs).toBeGreaterThan(now)
})

test('what must not be seen any more is left in the middle, and comes no more', () => {
  const rest = loop.filter(({ id }) => id !== 'a')
  const { timeline, isCut } = cutTimeline(begun, always(rest), now, (entry) => entry.item.id === 'a')
  expect(isCut).toBe(true)
  expect(timeline.map((entry) => entry.item.id)).not.toContain('a')
  expect(names(timeline)).toEqual(['b', 'c', 'b', 'c'])
})

test('what is only about to come is taken out, and what is on goes on', () => {
  const rest = loop.filter(({ id }) => id !== 'b')
  const { timeline, isCut } = cutTimeline(begun, always(rest), monday + 55_000, (entry) => entry.item.id === 'b')
  expect(isCut).toBe(false)
  expect(names(timeline)).toEqual(['a', 'c', 'a', 'c'])
  expect(timeline[0]?.startMs).toBe(monday)
})

test('the last one that may be seen leaves nothing', () => {
  const only = continued([], [item('a', 60)], monday)
  expect(cutTimeline(only, always([]), now, () => true)).toEqual({ timeline: [], isCut: true })
})

test('whatever is skipped whenever, the timeline has no hole and reaches as far as ever', () => {
  fc.assert(
    fc.property(anyLoop, fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 8 }), (any, gaps) => {
      let at = monday
      let timeline = continued([], any, at)
      for (const gap of gaps) {
        at += gap
        timeline = continued(cutTimeline(timeline, always(any), at, () => true).timeline, any, at)
        for (const [place, entry] of timeline.entries()) {
          const next = timeline[place + 1]
          if (next !== undefined) expect(next.startMs).toBe(endMs(entry))
        }
        expect(endMs(timeline.at(-1) as TimelineItem)).toBeGreaterThanOrEqual(at + leastAheadMs)
      }
    }),
  )
})
