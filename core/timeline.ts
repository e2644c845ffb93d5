/** A course and what was promised before → the next items with absolute starts. What is about to play is frozen. */
import { type Course, cutBetween, segmentAt } from './course.ts'
import { endMs, showLength, type TimelineItem } from './loop.ts'
import { type Turn, turnsOf } from './rotation.ts'
import { freshRotation, type RotationState, steppedBack } from './rotation-state.ts'

export type Timeline = readonly Turn[]

/** An item that starts within this time is no longer taken back: the screens have prepared it. */
export const frozenMs = 10_000
/** The timeline never reaches less far ahead than this … */
export const leastAheadMs = 15 * 60_000
/** … and is drawn up this far when it has to be continued, so that it changes seldom. */
const aheadMs = 20 * 60_000
/** Until the screens have heard of a cut and have the next item ready, milliseconds. */
const cutLeadMs = 400

/**
 * The timeline from `now` on.
 *
 * @param previous the timeline so far, in order and without holes
 * @param course what is to play; one with nothing to play leaves only what is frozen
 * @returns `previous` itself while it still holds: same order, same cuts, far enough ahead
 */
export function continueTimeline(previous: Timeline, course: Course, now: number): Timeline {
  const running = previous.filter((entry) => endMs(entry) > now)
  const [first] = running
  // All of it lies ahead: the clock was set back. Nobody waits in front of a still picture until that time comes again.
  if (first !== undefined && first.startMs > now + frozenMs) {
    return drawnUp(course, before(first), now, now)
  }
  const frozen = frozenOf(running, course, now)
  const isKept = frozen.every((entry, at) => entry === running[at])
  const last = frozen.at(-1) ?? previous.findLast((entry) => endMs(entry) <= now)
  const [fromMs, state] = goingOnFrom(last, first, now)
  // Who has been away for longer than the course tells begins where it does.
  const reachMs = Math.max(fromMs, course.segments[0]?.fromMs ?? fromMs)
  const drawn = drawnUp(course, state, reachMs, now)
  const promised = isKept ? running.slice(frozen.length) : []
  const same = promised.filter((entry, at) => isSame(entry, drawn[at]))
  // A clock that was put back a little draws up a little less; what is promised beyond that holds, too.
  const reachesFar = (turn: Turn | undefined) => turn !== undefined && endMs(turn) >= now + leastAheadMs
  const holds = same.length === promised.length || (same.length === drawn.length && reachesFar(drawn.at(-1)))
  if (isKept && holds && reachesFar(promised.at(-1) ?? last)) return previous
  const next = [...frozen, ...(holds ? same : []), ...drawn.slice(holds ? same.length : 0)]
  return next.length === previous.length && next.every((entry, at) => entry === previous[at]) ? previous : next
}

/**
 * The timeline after somebody has had enough of what is on the screen, or of a file: the one thing besides a takeover that
 * cuts. Nothing is frozen.
 *
 * @param isLeft of what is on now, whether it is left at once
 * @returns what plays from now on, and whether what was on is left
 */
export function cutTimeline(
  previous: Timeline,
  course: Course,
  now: number,
  isLeft: (entry: TimelineItem) => boolean,
): { readonly timeline: Timeline; readonly isCut: boolean } {
  const coming = previous.filter((entry) => endMs(entry) > now)
  const [running] = coming
  if (running === undefined) return { timeline: continueTimeline(previous, course, now), isCut: false }
  if (running.startMs > now + cutLeadMs) {
    // Nothing is on: what was to come first does, if it still may.
    return { timeline: drawnUp(course, before(running), running.startMs, now), isCut: false }
  }
  if (!isLeft(running)) return { timeline: continueTimeline([running], course, now), isCut: false }
  // All of it is left, and not one of its pictures.
  const { after } = coming[showLength(coming) - 1] ?? running
  return { timeline: drawnUp(course, after, now + cutLeadMs, now), isCut: true }
}

/** @param next what was to follow, in case nothing of the past is known */
function goingOnFrom(last: Turn | undefined, next: Turn | undefined, now: number): readonly [number, RotationState] {
  if (last !== undefined) return [endMs(last), last.after]
  return next === undefined ? [now, freshRotation] : [next.startMs, before(next)]
}

/** How far the rotation was when a turn had not begun yet. */
const before = ({ after, loop }: Turn): RotationState => steppedBack(after, after.last ?? loop)

/** What is on and what starts soon, with the ends that takeovers give them now. Behind a new end everything is open. */
function frozenOf(running: Timeline, course: Course, now: number): Timeline {
  const frozen: Turn[] = []
  for (const entry of running) {
    if (entry.startMs > now + frozenMs) break
    const wanted = wantedEnd(entry, course, now)
    if (wanted === undefined) break
    const isUnchanged = wanted === endMs(entry)
    frozen.push(isUnchanged ? entry : endingAt(entry, wanted))
    if (!isUnchanged) break
  }
  return frozen
}

/** @returns undefined for what has not begun, and is not to begin any more */
function wantedEnd(entry: Turn, course: Course, now: number): number | undefined {
  const fromMs = Math.max(entry.startMs, now)
  const naturalMs = entry.startMs + entry.item.durationMs
  // A takeover has come or gone in the middle of it.
  if (segmentAt(course, fromMs).takeover !== entry.takeover)
    return entry.startMs > now ? undefined : Math.min(endMs(entry), now + cutLeadMs)
  // It stands longer than it lasts already.
  if (naturalMs <= now) return endMs(entry)
  return cutBetween(course, fromMs, naturalMs) ?? naturalMs
}

function endingAt({ endMs: _before, ...entry }: Turn, atMs: number): Turn {
  return atMs === entry.startMs + entry.item.durationMs ? entry : { ...entry, endMs: atMs }
}

const isSame = (one: Turn, other: Turn | undefined): boolean =>
  one.item.id === other?.item.id &&
  one.startMs === other.startMs &&
  endMs(one) === endMs(other) &&
  one.loop === other.loop

/** From `fromMs` on, until far enough ahead of `now` or until nothing may begin. */
function drawnUp(course: Course, state: RotationState, fromMs: number, now: number): Timeline {
  const turns: Turn[] = []
  let reachMs = Math.max(fromMs, now)
  for (const turn of turnsOf(course, state, fromMs, now)) {
    if (turn.startMs > reachMs || turn.startMs >= now + aheadMs) break
    turns.push(turn)
    reachMs = endMs(turn)
  }
  return turns
}
