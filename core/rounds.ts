/** Whole rounds of a loop at once: a screen may have been alone for a month, and need not go through all of it. */
import { type Course, type CourseLoop, limitedFiles, orderOf, segmentAt } from './course.ts'
import { mayStartAt, nextChangeMs } from './item-dates.ts'
import { type Loop, loopMs, type Placeable } from './loop.ts'
import { lastPlace, nameOfMix, type RotationState } from './rotation-state.ts'

/**
 * How long whole rounds take that are over by `atMs`, so that they need not be gone through: a screen may have been alone
 * for a month. Only for one loop by itself, without limits, and while the same items are allowed: a round changes nothing then.
 */
export function wholeRoundsMs<Item extends Placeable>(
  course: Course<Item>,
  state: RotationState,
  startMs: number,
  atMs: number,
): number {
  if (atMs - startMs < leastToSkipMs) return 0
  const segment = segmentAt(course, startMs)
  const { turns, shares } = segment.mix
  const [name = '', ...others] = turns
  if (others.length > 0 || shares.length > 0 || state.mix !== nameOfMix(segment.mix) || state.last !== name) return 0
  const loop = course.loops.get(name)
  if (loop === undefined) return 0
  const order = orderOf(name, loop, segment.day)
  const last = lastPlace(order, state.positions[name], loop.shuffle === undefined ? undefined : segment.day)
  const item = order[last]
  // Only from an item of this round on does a round come back to where it began.
  if (item === undefined || item.id !== state.positions[name]?.id || !mayStartAt(item, startMs)) return 0
  const { untilMs, wholeMs } = roundAt(order, startMs)
  // The last moments of a segment are looked at one by one: a takeover may cut there.
  const restMs = Math.min(atMs, untilMs, segment.toMs - nearEndMs) - startMs
  if (wholeMs === 0 || restMs < wholeMs || hasLimits(course, loop)) return 0
  return Math.floor(restMs / wholeMs) * wholeMs
}
const leastToSkipMs = 30 * 60_000
const nearEndMs = 5_000

interface Round {
  /** While the same items are allowed. */
  readonly sinceMs: number
  readonly untilMs: number
  /** How long they take together. */
  readonly wholeMs: number
}
const rounds = new WeakMap<Loop<Placeable>, Round>()

function roundAt(order: Loop<Placeable>, atMs: number): Round {
  const known = rounds.get(order)
  if (known !== undefined && known.sinceMs <= atMs && atMs < known.untilMs) return known
  const wholeMs = loopMs(order.filter((one) => mayStartAt(one, atMs)))
  const round = { sinceMs: atMs, untilMs: nextChangeMs(order, atMs), wholeMs }
  rounds.set(order, round)
  return round
}

const hasLimits = <Item extends Placeable>(course: Course<Item>, { places }: CourseLoop<Item>): boolean => {
  const files = limitedFiles(course)
  return files.size > 0 && (places as Loop<Placeable>).some(({ file }) => files.has(file))
}
