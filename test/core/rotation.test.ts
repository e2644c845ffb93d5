/** Dates are kept: on the hub's timeline, on a screen that has not heard of the hub for a month, and across both. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayStartAt, mayStartWithin } from '../../core/item-dates.ts'
import { endMs, type Loop, type TimelineItem } from '../../core/loop.ts'
import { following, type Playable, playingAt } from '../../core/playback.ts'
import type { ProgrammeItem } from '../../core/programme.ts'
import { leastAheadMs } from '../../core/timeline.ts'
import { alone, always, continued, item, minuteMs, monday } from '../support/items.ts'

const dayMs = 24 * 60 * minuteMs
const iso = (ms: number) => new Date(ms).toISOString()
const dated = (one: ProgrammeItem, fromMs?: number, untilMs?: number): ProgrammeItem => ({
  ...one,
  ...(fromMs === undefined ? {} : { validFrom: iso(fromMs) }),
  ...(untilMs === undefined ? {} : { validUntil: iso(untilMs) }),
})

/** Loops in which any item may have a first and a last moment, within two days. */
const anyDatedLoop = fc
  .array(
    fc.record({
      lengthMs: fc.integer({ min: 5_000, max: 700_000 }),
      fromMs: fc.option(fc.integer({ min: -dayMs, max: dayMs }), { nil: undefined }),
      spanMs: fc.option(fc.integer({ min: 0, max: dayMs }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map(
    (all): Loop =>
      all.map(({ lengthMs, fromMs, spanMs }, at) =>
        dated(
          item(`item-${at}`, lengthMs / 1_000),
          fromMs === undefined ? undefined : monday + fromMs,
          spanMs === undefined ? undefined : monday + (fromMs ?? 0) + spanMs,
        ),
      ),
  )
const anyMoment = fc.integer({ min: -dayMs, max: 3 * dayMs }).map((ms) => monday + ms)

const expectKept = (entries: readonly TimelineItem[]) => {
  for (const { item: one, startMs } of entries) expect(mayStartAt(one, startMs)).toBe(true)
}
const placeOf = ({ item: one, startMs }: TimelineItem): TimelineItem => ({ item: one, startMs })
/** As a screen does it, until there is nothing to show. */
function watch(playable: Playable, fromMs: number, steps: number): readonly TimelineItem[] {
  const seen: TimelineItem[] = []
  let next = playingAt(playable, fromMs)
  for (let step = 0; step < steps && next !== undefined; step += 1) {
    seen.push(next)
    next = following(playable, endMs(next))
  }
  return seen
}

describe('no item begins outside its dates', () => {
  test('on the timeline, however it came about', () => {
    fc.assert(
      fc.property(
        anyDatedLoop,
        fc.array(fc.integer({ min: 0, max: 6 * 60 * minuteMs }), { maxLength: 8 }),
        (loop, gaps) => {
          let now = monday
          let timeline = continued([], loop, now)
          expectKept(timeline)
          for (const gapMs of gaps) {
            now += gapMs
            timeline = continued(timeline, loop, now)
            expectKept(timeline)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('on a screen alone, from any moment on', () => {
    fc.assert(
      fc.property(anyDatedLoop, anyMoment, (loop, moment) => {
        const playable = alone(continued([], loop, monday), always(loop))
        const seen = watch(playable, moment, 40)
        expectKept(seen)
        if (moment >= monday) for (const { startMs } of seen.slice(0, 1)) expect(startMs).toBeLessThanOrEqual(moment)
      }),
      { numRuns: 300 },
    )
  })

  test('also when the dates have changed since the timeline was drawn up', () => {
    fc.assert(
      fc.property(anyDatedLoop, anyMoment, (loop, untilMs) => {
        const undated = loop.map(({ validFrom: _from, validUntil: _until, ...rest }) => rest)
        const before = continued([], undated, monday)
        const changed = loop.map((one) => dated(one, undefined, untilMs))
        const timeline = before.map((entry) => ({
          ...entry,
          item: changed.find(({ id }) => id === entry.item.id) ?? entry.item,
        }))
        expectKept(watch(alone(timeline, always(changed)), monday, 40))
      }),
    )
  })
})

describe('whoever looks at the same plan sees the same', () => {
  test('a screen that joins at any moment shows what the others show', () => {
    fc.assert(
      fc.property(anyDatedLoop, fc.nat(), (loop, some) => {
        const playable = alone(continued([], loop, monday), always(loop))
        const seen = watch(playable, monday, 60)
        const last = seen.at(-1)
        if (last === undefined) return
        const moment = monday + (some % (endMs(last) - monday))
        expect(playingAt(playable, moment)).toEqual(
          seen.find((entry) => entry.startMs <= moment && endMs(entry) > moment),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('the hub goes on where a screen alone has got to, also behind a time with nothing to show', () => {
    fc.assert(
      fc.property(anyDatedLoop, fc.integer({ min: 0, max: 2 * dayMs }), (loop, gapMs) => {
        const timeline = continued([], loop, monday)
        // Who has never had a plan begins anew.
        fc.pre(timeline.length > 0)
        const now = monday + gapMs
        const onItsOwn = playingAt(alone(timeline, always(loop)), now)
        // A timeline that still holds begins with what is over by now.
        const onHub = continued(timeline, loop, now).find((entry) => endMs(entry) > now)
        expect(onHub && placeOf(onHub)).toEqual(onItsOwn && placeOf(onItsOwn))
      }),
      { numRuns: 300 },
    )
  })

  test('looking again at the same loop changes nothing', () => {
    fc.assert(
      fc.property(anyDatedLoop, fc.integer({ min: 0, max: 4 * minuteMs }), (loop, gapMs) => {
        const timeline = continued([], loop, monday)
        const now = monday + gapMs
        // Ahead of a time with nothing to show the timeline is shorter.
        fc.pre(endMs(timeline.at(-1) ?? { item: item('none', 0), startMs: 0 }) >= now + leastAheadMs)
        expect(continued(timeline, loop, now)).toBe(timeline)
      }),
    )
  })
})

describe('a consent that ends while nobody is in the house', () => {
  const endsMs = monday + 10 * dayMs
  const smile = dated(item('smile', 30), undefined, endsMs)
  const [welcome, privacy] = [item('welcome', 20), item('privacy', 40)]
  const loop = [welcome, smile, privacy]
  const playable = alone(continued([], loop, monday), always(loop))

  test('is kept by a screen without a hub: the picture is shown before, never after, and the rest goes on', () => {
    const before = watch(playable, endsMs - 10 * minuteMs, 60)
    expect(before.filter((entry) => entry.item === smile).length).toBeGreaterThan(5)
    const after = watch(playable, endsMs + 20 * dayMs, 30)
    expect(after).toHaveLength(30)
    expect(after.map((entry) => entry.item.id).join()).toContain('welcome,privacy,welcome')
    expect(after.some((entry) => entry.item === smile)).toBe(false)
  })

  test('lets what has begun come to its end, without a hole behind it', () => {
    const around = watch(playable, endsMs - 3 * minuteMs, 20)
    for (const [at, entry] of around.entries())
      if (at > 0) expect(entry.startMs).toBe(endMs(around[at - 1] as TimelineItem))
    expect(around.findLast((entry) => entry.item === smile)?.startMs).toBeLessThan(endsMs)
  })

  test('leaves the card when nothing else is there', () => {
    const only = alone(continued([], [smile], monday), always([smile]))
    expect(playingAt(only, endsMs)).toBeUndefined()
    expect(following(only, endsMs + minuteMs)).toBeUndefined()
  })
})

describe('an offer that begins tomorrow', () => {
  const beginsMs = monday + 16 * 60 * minuteMs
  const offer = dated(item('offer', 30), beginsMs)
  const only = alone(continued([], [offer], monday), always([offer]))

  test('is not shown a moment early, even when there is nothing else', () => {
    expect(playingAt(only, beginsMs - 1_000)).toBeUndefined()
    expect(playingAt(only, beginsMs)).toEqual({ item: offer, startMs: beginsMs })
  })

  test('is on the timeline of the hub when its time comes', () => {
    expect(continued([], [offer], beginsMs - 1)).toEqual([])
    expect(continued([], [offer], beginsMs)[0]).toMatchObject({ item: offer, startMs: beginsMs })
  })

  test('takes its turn among the others from then on', () => {
    const loop = [item('a', 300), offer]
    const timeline = continued([], loop, beginsMs - 10 * minuteMs)
    expect(timeline.slice(0, 5).map((entry) => entry.item.id)).toEqual(['a', 'a', 'offer', 'a', 'offer'])
  })

  test('is worth carrying to a screen only if it may begin while the screen is alone', () => {
    expect(mayStartWithin(offer, monday, monday + dayMs)).toBe(true)
    expect(mayStartWithin(offer, monday, beginsMs)).toBe(false)
    expect(mayStartWithin(dated(item('a', 1), monday, monday), monday - 1, monday + 1)).toBe(false)
  })
})
