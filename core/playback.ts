/** Which item is on screen at an instant, how far into it, and what follows: also beyond the timeline's end. */
import { type Course, segmentAt } from './course.ts'
import { mayStartAt } from './item-dates.ts'
import { endMs, type Placeable, type TimelineItem } from './loop.ts'
import type { ProgrammeItem } from './programme.ts'
import { type Turn, turnsOf } from './rotation.ts'
import { freshRotation, type RotationState } from './rotation-state.ts'

export interface Playable<Item extends Placeable = ProgrammeItem> {
  readonly timeline: readonly TimelineItem<Item>[]
  /** What goes on when the timeline is over: the screen is on its own then. */
  readonly course: Course<Item>
  /** How far the course has come at the timeline's end. */
  readonly rotation: RotationState
}

/** A plan that moved by less is the same plan. */
const samePlanMs = 500

/**
 * The item on screen at `now`.
 *
 * @returns the item with its planned start, or undefined when there is nothing to play
 */
export function playingAt<Item extends Placeable>(
  playable: Playable<Item>,
  now: number,
): TimelineItem<Item> | undefined {
  // Before the timeline begins its first item is on screen: clocks differ.
  const planned = playable.timeline.find((entry) => endMs(entry) > now && mayBegin(entry, now, 0))
  return planned ?? beyond(playable, now, 0)
}

/**
 * What comes after an item that ends, as planned, at `fromMs`.
 *
 * @param fromMs the planned end of the item on screen, not the moment it really ended: lateness must not skip an item
 */
export function following<Item extends Placeable>(
  playable: Playable<Item>,
  fromMs: number,
): TimelineItem<Item> | undefined {
  // Nothing follows itself, however short it is or was cut.
  const toleranceMs = (entry: TimelineItem<Item>) => Math.min(samePlanMs, (endMs(entry) - entry.startMs) / 2)
  const next = playable.timeline.find(
    (entry) =>
      endMs(entry) > fromMs && entry.startMs >= fromMs - toleranceMs(entry) && mayBegin(entry, fromMs, samePlanMs),
  )
  return next ?? beyond(playable, fromMs, samePlanMs)
}

/** The course from the end of the timeline on; nothing while nothing may begin. */
function beyond<Item extends Placeable>(
  playable: Playable<Item>,
  atMs: number,
  earlyMs: number,
): TimelineItem<Item> | undefined {
  const next = turnBeyond(playable, atMs)
  if (next === undefined) return undefined
  const { item, startMs, endMs: end } = next
  const entry = { item, startMs, ...(end === undefined ? {} : { endMs: end }) }
  return mayBegin(entry, atMs, earlyMs) ? entry : undefined
}

interface Reached {
  /** From where it was reckoned, milliseconds since 1970. */
  readonly sinceMs: number
  readonly turn: Turn<Placeable>
}

/** How far a screen alone has come, the last few steps: it does not begin with the timeline's end every time. */
const reached = new WeakMap<object, readonly Reached[]>()
const mostReached = 4

function turnBeyond<Item extends Placeable>(playable: Playable<Item>, atMs: number): Turn<Item> | undefined {
  const last = playable.timeline.at(-1)
  // Without a timeline every screen begins where the segment does.
  const sinceMs = last === undefined ? Math.max(0, segmentAt(playable.course, atMs).fromMs) : endMs(last)
  const known = reached.get(playable) ?? []
  const steps = known.filter((step) => step.sinceMs === sinceMs && step.turn.startMs <= atMs)
  const nearest = steps.at(-1)?.turn as Turn<Item> | undefined
  if (nearest !== undefined && atMs < endMs(nearest)) return nearest
  const rotation = nearest?.after ?? (last === undefined ? freshRotation : playable.rotation)
  const fromMs = nearest === undefined ? sinceMs : endMs(nearest)
  const turn = turnsOf(playable.course, rotation, fromMs, atMs).next().value
  if (turn !== undefined && turn.startMs <= atMs)
    reached.set(playable, [...steps.slice(1 - mostReached), { sinceMs, turn }])
  return turn
}

/** Its dates may have changed since it was planned, and one that is planned for later must not begin before its day. */
const mayBegin = <Item extends Placeable>(
  { item, startMs }: TimelineItem<Item>,
  atMs: number,
  earlyMs: number,
): boolean => mayStartAt(item, startMs) && (startMs <= atMs + earlyMs || mayStartAt(item, atMs))
