/** Which item is on screen at an instant, how far into it, and what follows: also beyond the timeline's end. */
import { endMs, type Loop, type TimelineItem } from './loop.ts'
import { mayStartAt, turnsOf } from './rotation.ts'

export interface Playable {
  readonly timeline: readonly TimelineItem[]
  /** What goes on when the timeline is over: the screen is on its own then. */
  readonly loop: Loop
}

/** A plan that moved by less is the same plan. */
const samePlanMs = 500

/**
 * The item on screen at `now`.
 *
 * @returns the item with its planned start, or undefined when there is nothing to play
 */
export function playingAt(playable: Playable, now: number): TimelineItem | undefined {
  // Before the timeline begins its first item is on screen: clocks differ.
  const planned = playable.timeline.find((entry) => endMs(entry) > now && mayBegin(entry, now, 0))
  return planned ?? beyond(playable, now, 0)
}

/**
 * What comes after an item that ends, as planned, at `fromMs`.
 *
 * @param fromMs the planned end of the item on screen, not the moment it really ended: lateness must not skip an item
 */
export function following(playable: Playable, fromMs: number): TimelineItem | undefined {
  // A shorter item must not follow itself.
  const toleranceMs = (entry: TimelineItem) => Math.min(samePlanMs, entry.item.durationMs / 2)
  const next = playable.timeline.find(
    (entry) => entry.startMs >= fromMs - toleranceMs(entry) && mayBegin(entry, fromMs, samePlanMs),
  )
  return next ?? beyond(playable, fromMs, samePlanMs)
}

/** The loop from the end of the timeline on; nothing while nothing may begin. */
function beyond({ timeline, loop }: Playable, atMs: number, earlyMs: number): TimelineItem | undefined {
  const last = timeline.at(-1)
  const place = last === undefined ? 0 : loop.findIndex((item) => item.id === last.item.id) + 1
  const next = turnsOf(loop, place, last === undefined ? 0 : endMs(last), atMs).next().value
  return next !== undefined && mayBegin(next, atMs, earlyMs) ? next : undefined
}

/** Its dates may have changed since it was planned, and one that is planned for later must not begin before its day. */
const mayBegin = ({ item, startMs }: TimelineItem, atMs: number, earlyMs: number): boolean =>
  mayStartAt(item, startMs) && (startMs <= atMs + earlyMs || mayStartAt(item, atMs))
