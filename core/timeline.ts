/** A loop and what was promised before → the next items with absolute starts. What is about to play is frozen. */
import { endMs, type Loop, loopMs, type TimelineItem } from './loop.ts'

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
 * @returns `previous` itself while it still holds: same loop order, far enough ahead, nothing over
 */
export function continueTimeline(previous: readonly TimelineItem[], loop: Loop, now: number): readonly TimelineItem[] {
  const running = previous.filter((entry) => endMs(entry) > now)
  const kept = followsLoop(running, loop) ? running : running.filter((entry) => entry.startMs <= now + frozenMs)
  const last = kept.at(-1) ?? previous.at(-1)
  const reachMs = last === undefined ? now : endMs(last)
  if (kept.length === running.length && reachMs >= now + leastAheadMs) return previous
  const index = last === undefined ? 0 : placeAfter(last, running.slice(kept.length), loop)
  return [...kept, ...drawUp(loop, index, reachMs, now)]
}

/** The loop from place `index` on, starting at `fromMs`, until far enough ahead of `now`. */
function drawUp(loop: Loop, index: number, fromMs: number, now: number): readonly TimelineItem[] {
  const wholeMs = loopMs(loop)
  if (wholeMs === 0) return []
  const items: TimelineItem[] = []
  // After a long silence (the machine slept) whole rounds are skipped, as screens on their own have done.
  let startMs = fromMs < now ? fromMs + Math.floor((now - fromMs) / wholeMs) * wholeMs : fromMs
  for (let place = index; startMs < now + aheadMs; place += 1) {
    const item = loop[place % loop.length]
    if (item === undefined) break
    if (startMs + item.durationMs > now) items.push({ item, startMs })
    startMs += item.durationMs
  }
  return items
}

/** Whether these entries are, one after another, neighbours in the loop. */
function followsLoop(entries: readonly TimelineItem[], loop: Loop): boolean {
  const places = entries.map((entry) => placeOf(loop, entry))
  return places.every((place, at) => place >= 0 && (at === 0 || place === ((places[at - 1] ?? 0) + 1) % loop.length))
}

/** Where the loop goes on: behind `last`; if that is gone, at the first of what was to follow that is still there. */
function placeAfter(last: TimelineItem, promised: readonly TimelineItem[], loop: Loop): number {
  const place = placeOf(loop, last)
  if (place >= 0) return (place + 1) % loop.length
  const next = promised.find((entry) => loop.some((item) => item.assetId === entry.item.assetId))
  return next === undefined ? 0 : loop.findIndex((item) => item.assetId === next.item.assetId)
}

/** An item's id is unique in its loop; a replaced file keeps its place through its asset. */
function placeOf(loop: Loop, entry: TimelineItem): number {
  return loop.findIndex((item) => item.id === entry.item.id)
}
