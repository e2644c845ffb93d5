/** Which item is on screen, and what follows: with the hub's timeline, and long after it has run out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endMs, type Loop, loopMs, type TimelineItem } from '../../core/loop.ts'
import { following, type Playable, playingAt } from '../../core/playback.ts'
import { alone, always, anyLoop, continued, item, minuteMs, monday } from '../support/items.ts'

const playableFrom = (loop: Loop): Playable => alone(continued([], loop, monday), always(loop))

/** As a screen does it: the next item after the planned end of the one before. */
function walk(playable: Playable, from: TimelineItem, steps: number): readonly TimelineItem[] {
  const walked = [from]
  for (let step = 0; step < steps; step += 1) {
    const next = following(playable, endMs(walked.at(-1) ?? from))
    if (next !== undefined) walked.push(next)
  }
  return walked
}

describe('on a timeline and beyond its end', () => {
  test('a screen walks the loop without skipping, repeating, pausing or overlapping', () => {
    fc.assert(
      fc.property(anyLoop, (loop) => {
        const playable = playableFrom(loop)
        const first = playingAt(playable, monday) as TimelineItem
        const walked = walk(playable, first, playable.timeline.length + 2 * loop.length)
        expect(walked.map((entry) => entry.item.id)).toEqual(walked.map((_, at) => loop[at % loop.length]?.id))
        for (const [at, entry] of walked.entries()) {
          if (at > 0) expect(entry.startMs).toBe(endMs(walked[at - 1] as TimelineItem))
        }
      }),
      { numRuns: 50 },
    )
  })

  test('a screen that joins at any moment shows what the others show', () => {
    fc.assert(
      fc.property(anyLoop, fc.nat(), (loop, some) => {
        const playable = playableFrom(loop)
        const first = playingAt(playable, monday) as TimelineItem
        const walked = walk(playable, first, playable.timeline.length + 2 * loop.length)
        const last = walked.at(-1) as TimelineItem
        const moment = monday + (some % (endMs(last) - monday))
        expect(playingAt(playable, moment)).toEqual(
          walked.find((entry) => entry.startMs <= moment && endMs(entry) > moment),
        )
      }),
      { numRuns: 50 },
    )
  })

  test('thirty-five days after the hub was last heard of, the loop still goes on in its order', () => {
    const playable = playableFrom([item('a', 60), item('b', 90), item('c', 37)])
    const later = monday + 35 * 24 * 60 * minuteMs
    const now = playingAt(playable, later) as TimelineItem
    expect(now.startMs).toBeLessThanOrEqual(later)
    expect(endMs(now)).toBeGreaterThan(later)
    const order = walk(playable, now, 3).map((entry) => entry.item.id)
    expect(['abca', 'bcab', 'cabc']).toContain(order.join(''))
  })

  test('an item begins exactly at its start and is over exactly at its end', () => {
    const playable = playableFrom([item('a', 60), item('b', 90)])
    expect(playingAt(playable, monday + 59_999)?.item.id).toBe('a')
    expect(playingAt(playable, monday + 60_000)?.item.id).toBe('b')
  })
})

describe('when the plan does not fit the moment', () => {
  const [a, b] = [item('a', 60), item('b', 90)]
  const timeline: readonly TimelineItem[] = [
    { item: a, startMs: monday },
    { item: b, startMs: monday + 60_000 },
  ]

  test('before the timeline begins, its first item is on screen', () => {
    expect(playingAt(alone(timeline, always([a, b])), monday - 3_000)).toEqual(timeline[0])
  })

  test('a plan that moved by less than half a second is the same plan', () => {
    const moved = timeline.map((entry) => ({ ...entry, startMs: entry.startMs - 400 }))
    expect(following(alone(moved, always([a, b])), monday + 60_000)?.item.id).toBe('b')
  })

  test('an item shorter than that tolerance does not follow itself', () => {
    const short = [item('blink', 0.2), b]
    const blinking = playableFrom(short)
    expect(following(blinking, monday + 200)?.item.id).toBe('b')
  })

  test('what a takeover cuts right after its beginning does not follow itself', () => {
    for (const heldMs of [0, 1, 400, 600]) {
      const cutAtMs = monday + 60_000 + heldMs
      const takeover = { item: item('alarm', 30), startMs: cutAtMs }
      const cut = timeline.map((entry) => (entry.item === b ? { ...entry, endMs: cutAtMs } : entry))
      expect(following(alone([...cut, takeover], always([a, b])), cutAtMs), `${heldMs} ms`).toEqual(takeover)
    }
  })

  test('behind a timeline whose last item has left the loop, the loop begins anew', () => {
    const playable = alone(timeline, always([a, item('c', 10)]))
    expect(playingAt(playable, monday + 150_000)).toEqual({ item: a, startMs: monday + 150_000 })
  })

  test('without a timeline every screen is at the same place of the loop', () => {
    const unplanned = alone([], always([a, b]))
    const now = playingAt(unplanned, monday) as TimelineItem
    expect(now.startMs % loopMs([a, b])).toBe(now.item.id === 'a' ? 0 : 60_000)
    expect(playingAt(unplanned, monday)).toEqual(now)
  })

  test('with nothing to play nothing is on screen', () => {
    expect(playingAt(alone([], always([])), monday)).toBeUndefined()
    expect(following(alone([], always([])), monday)).toBeUndefined()
    expect(playingAt(alone(timeline, always([])), monday + 150_000)).toBeUndefined()
  })
})
