/** A loop and what was promised before → the next items with absolute starts. What is about to play is frozen. */
import { endMs, type Loop, type TimelineItem } from './loop.ts'
import { turnsOf } from './rotation.ts'

/** An item that starts within this time is no longer taken back: the screens have prepared it. */
export const frozenMs = 10_000
/** The timeline never reaches less far ahead than this … */
export const leastAheadMs = 15 * 60_000
/** … and is drawn up this far when it has to be continued, so that it changes seldom. */
const aheadMs = 20 * 60_000

/**
 * The timeline from `now` on.
 *
 * @param previous the timeline so far, in order and without holes
 * @param loop what is to play; an empty one leaves only what is frozen
 * @returns `previous` itself while it still holds: same loop order, far enough ahead
 */
export function continueTimeline(previous: readonly TimelineItem[], loop: Loop, now: number): readonly TimelineItem[] {
  const running = previous.filter((entry) => endMs(entry) > now)
  const [first] = running
  // All of it lies ahead: the clock was set back. Nobody waits in front of a still picture until that time comes again.
  if (first !== undefined && first.startMs > now + frozenMs) {
    return drawUp(loop, Math.max(0, placeOf(loop, first)), now, now)
  }
  const frozen = running.filter((entry) => entry.startMs <= now + frozenMs)
  const kept = goesOn(frozen.at(-1), running.slice(frozen.length), loop) ? running : frozen
  const last = kept.at(-1) ?? previous.at(-1)
  const reachMs = last === undefined ? now : endMs(last)
  if (kept.length === running.length && reachMs >= now + leastAheadMs) return previous
  const index = last === undefined ? 0 : placeAfter(last, running.slice(kept.length), loop)
  const drawn = drawUp(loop, index, reachMs, now)
  return drawn.length === 0 && kept.length === previous.length ? previous : [...kept, ...drawn]
}

/** Until the screens have heard of it and have the next item ready, milliseconds. */
const cutLeadMs = 400

/**
 * The timeline after somebody has had enough of what is on the screen, or of a file: the one thing besides a takeover that
 * cuts. Nothing is frozen.
 *
 * @param isLeft of what is on now, whether it is left at once
 * @returns what plays from now on, and whether what was on is left
 */
export function cutTimeline(
  previous: readonly TimelineItem[],
  loop: Loop,
  now: number,
  isLeft: (entry: TimelineItem) => boolean,
): { readonly timeline: readonly TimelineItem[]; readonly isCut: boolean } {
  const ahead = previous.filter((entry) => endMs(entry) > now)
  const [running, ...promised] = ahead
  if (running === undefined) return { timeline: continueTimeline(previous, loop, now), isCut: false }
  if (running.startMs > now + cutLeadMs) {
    // Nothing is on: what was to come first does, if it still may.
    return { timeline: drawUp(loop, Math.max(0, placeOf(loop, running)), running.startMs, now), isCut: false }
  }
  if (!isLeft(running)) return { timeline: continueTimeline([running], loop, now), isCut: false }
  return {
    timeline: drawUp(loop, loop.length === 0 ? 0 : placeAfter(running, promised, loop), now + cutLeadMs, now),
    isCut: true,
  }
}

/** The loop from place `index` on, starting at `fromMs`, until far enough ahead of `now` or until nothing may begin. */
function drawUp(loop: Loop, index: number, fromMs: number, now: number): readonly TimelineItem[] {
  const items: TimelineItem[] = []
  let reachMs = Math.max(fromMs, now)
  for (const entry of turnsOf(loop, index, fromMs, now)) {
    if (entry.startMs > reachMs || entry.startMs >= now + aheadMs) break
    items.push(entry)
    reachMs = endMs(entry)
  }
  return items
}

/** Whether what was promised still is how the loop goes on: behind `last`, or by itself when `last` is gone from it. */
function goesOn(last: TimelineItem | undefined, promised: readonly TimelineItem[], loop: Loop): boolean {
  const [first] = promised
  if (first === undefined) return true
  const isLastThere = last !== undefined && placeOf(loop, last) >= 0
  const place = isLastThere ? placeOf(loop, last) + 1 : placeOf(loop, first)
  if (place < 0) return false
  const turns = turnsOf(loop, place, first.startMs, first.startMs)
  return promised.every(({ item, startMs }) => {
    const turn = turns.next().value
    return turn?.item.id === item.id && turn.startMs === startMs
  })
}

/** Where the loop goes on: behind `last`; if that is gone, at the first of what was to follow that is still there. */
function placeAfter(last: TimelineItem, promised: readonly TimelineItem[], loop: Loop): number {
  const place = placeOf(loop, last)
  if (place >= 0) return (place + 1) % loop.length
  for (const entry of promised) {
    const same = placeOf(loop, entry)
    // A replaced file keeps its place through its asset.
    const kin = same >= 0 ? same : loop.findIndex((item) => item.assetId === entry.item.assetId)
    if (kin >= 0) return kin
  }
  return 0
}

/** An item's id is unique in its loop. */
function placeOf(loop: Loop, entry: TimelineItem): number {
  return placesOf(loop).get(entry.item.id) ?? -1
}

const indexed = new WeakMap<Loop, ReadonlyMap<string, number>>()

/** Five thousand items are not searched again for each entry of a timeline. */
function placesOf(loop: Loop): ReadonlyMap<string, number> {
  const places = indexed.get(loop) ?? new Map(loop.map((item, place) => [item.id, place]))
  indexed.set(loop, places)
  return places
}
