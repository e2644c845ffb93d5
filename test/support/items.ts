/** Items, loops and library entries for rules that only look at names and lengths. */
import fc from 'fast-check'
import type { Course, Segment } from '../../core/course.ts'
import type { Loop, TimelineItem } from '../../core/loop.ts'
import type { Playable } from '../../core/playback.ts'
import type { ProgrammeItem } from '../../core/programme.ts'
import { freshRotation, type RotationState } from '../../core/rotation-state.ts'
import type { LibraryItem } from '../../core/shelf.ts'
import { continueTimeline, type Timeline } from '../../core/timeline.ts'

/** 2 March 2026, 8:00 in Berlin: a Monday like any other. */
export const monday = Date.UTC(2026, 2, 2, 7)
export const minuteMs = 60_000

/** A picture or film called `name`, `seconds` long. */
export const item = (name: string, seconds: number): ProgrammeItem => ({
  id: name,
  assetId: `asset-${name}`,
  kind: 'video',
  title: name,
  file: `${Buffer.from(name).toString('hex').padStart(64, '0').slice(-64)}.mp4`,
  bytes: 1,
  durationMs: Math.round(seconds * 1_000),
})

/** One loop for ever, as on a screen that nobody has scheduled anything for. */
export const always = (loop: Loop): Course => ({
  segments: [{ fromMs: 0, toMs: Number.POSITIVE_INFINITY, mix: { turns: ['default'], shares: [] } }],
  loops: new Map([['default', { places: loop }]]),
})

export const continued = (previous: Timeline, loop: Loop, now: number): Timeline =>
  continueTimeline(previous, always(loop), now)

/** What a screen has that is on its own from the end of a timeline on. */
export function alone(
  timeline: readonly (TimelineItem & { readonly after?: RotationState })[],
  course: Course,
): Playable {
  return { timeline, course, rotation: timeline.at(-1)?.after ?? freshRotation }
}

/** @param minutes from when until when, after the Monday's eight o'clock */
export const segment = (
  [from, to]: readonly [number, number],
  turns: readonly string[],
  more: Partial<Pick<Segment, 'takeover' | 'day'>> & { readonly shares?: Segment['mix']['shares'] } = {},
): Segment => {
  const { shares = [], ...rest } = more
  return { fromMs: monday + from * minuteMs, toMs: monday + to * minuteMs, mix: { turns, shares }, ...rest }
}

/** Loops of one to seven items, from a glimpse to a lecture. */
export const anyLoop: fc.Arbitrary<Loop> = fc
  .array(fc.integer({ min: 2_000, max: 700_000 }), { minLength: 1, maxLength: 7 })
  .map((lengths) => lengths.map((ms, at) => item(`item-${at}`, ms / 1_000)))

/** A ready file of the library; a picture unless it has a length. */
export function libraryItem(path: string, seconds = 0): LibraryItem {
  const hash = Buffer.from(path).toString('hex').padEnd(64, '0').slice(-64)
  const kind = seconds === 0 ? 'image' : 'video'
  return {
    asset: { id: `a-${path}`, path, kind, state: 'ready', notices: [] },
    media: {
      hash,
      kind,
      extension: seconds === 0 ? 'jpg' : 'mp4',
      bytes: 1,
      width: 1920,
      height: 1080,
      durationMs: seconds * 1_000,
    },
  }
}
