/** Which item is on screen at an instant, how far into it, and what follows: also beyond the timeline's end. */
import { endMs, type Loop, loopMs, type TimelineItem } from './loop.ts'

export interface Playable {
  readonly timeline: readonly TimelineItem[]
  /** What goes on when the timeline is over: the screen is on its own then. */
  readonly loop: Loop
}

/**
 * The item on screen at `now`.
 *
 * @returns the item with its planned start, or undefined when there is nothing to play
 */
export function playingAt(playable: Playable, now: number): TimelineItem | undefined {
  const onTimeline = playable.timeline.find((entry) => entry.startMs <= now && endMs(entry) > now)
  if (onTimeline !== undefined) return onTimeline
  const first = playable.timeline[0]
  if (first !== undefined && first.startMs > now) return first
  return beyond(playable, now)
}

/**
 * What comes after an item that ends, as planned, at `fromMs`.
 *
 * @param fromMs the planned end of the item on screen, not the moment it really ended: lateness must not skip an item
 */
export function following(playable: Playable, fromMs: number): TimelineItem | undefined {
  // Half a second of tolerance: a plan that moved by less is the same plan. A shorter item must not follow itself.
  const toleranceMs = (entry: TimelineItem) => Math.min(500, entry.item.durationMs / 2)
  const next = playable.timeline.find((entry) => entry.startMs >= fromMs - toleranceMs(entry))
  return next ?? beyond(playable, fromMs)
}

/** The loop, repeated from the end of the timeline on, at an instant after that end. */
function beyond({ timeline, loop }: Playable, at: number): TimelineItem | undefined {
  const wholeMs = loopMs(loop)
  if (wholeMs === 0) return undefined
  const last = timeline.at(-1)
  const anchorMs = last === undefined ? 0 : endMs(last)
  const place = last === undefined ? 0 : loop.findIndex((item) => item.id === last.item.id) + 1
  const round = Math.max(0, Math.floor((at - anchorMs) / wholeMs))
  let startMs = anchorMs + round * wholeMs
  for (let step = 0; step < loop.length; step += 1) {
    const item = loop[(place + step) % loop.length]
    if (item === undefined) break
    if (startMs + item.durationMs > at) return { item, startMs }
    startMs += item.durationMs
  }
  return undefined
}
