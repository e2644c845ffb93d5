/** What plays from when until when on one screen, as its rotation follows it: segments, and the loops they name. */
import type { Leaning } from './leaning.ts'
import { endMs, type Loop, type Placeable, type TimelineItem } from './loop.ts'
import { defaultPlaylist } from './playlist-file.ts'
import type { ProgrammeItem } from './programme.ts'
import { shuffled } from './shuffle.ts'

/** Loops that play together. */
export interface Mix {
  /** These take turns, item by item. */
  readonly turns: readonly string[]
  /** These have their part of the time, percent; the rest belongs to the turns. */
  readonly shares: readonly { readonly loop: string; readonly share: number }[]
}

export interface Segment {
  /** Half-open, milliseconds since 1970. */
  readonly fromMs: number
  readonly toMs: number
  readonly mix: Mix
  /** The schedule, when it is a takeover: it cuts what is on at its start, and is cut at its end. */
  readonly takeover?: string
  /** The date in the clinic, where a loop is shuffled every day. */
  readonly day?: string
}

export interface CourseLoop<Item extends Placeable = ProgrammeItem> {
  readonly places: Loop<Item>
  readonly shuffle?: 'daily'
}

export interface Course<Item extends Placeable = ProgrammeItem> {
  /** In order, without overlap. */
  readonly segments: readonly Segment[]
  /** `default` plays where nothing else may; without it there is nothing then. */
  readonly loops: ReadonlyMap<string, CourseLoop<Item>>
  /** Only the hub's: a screen by itself plays as ever. */
  readonly leaning?: Leaning | undefined
}

const onlyDefault: Mix = { turns: [defaultPlaylist], shares: [] }
const nothing: Mix = { turns: [], shares: [] }

/** The segment of an instant. Behind the last one the default plays for ever; in a gap nothing does. */
export function segmentAt<Item extends Placeable>({ segments }: Course<Item>, atMs: number): Segment {
  const after = indexAfter(segments, atMs)
  const segment = segments[after - 1]
  const next = segments[after]
  if (segment !== undefined && atMs < segment.toMs) return segment
  const fromMs = segment?.toMs ?? Number.NEGATIVE_INFINITY
  return next === undefined
    ? { fromMs, toMs: Number.POSITIVE_INFINITY, mix: onlyDefault }
    : { fromMs, toMs: next.fromMs, mix: nothing }
}

/** How many segments begin at or before an instant. */
function indexAfter(segments: readonly Segment[], atMs: number): number {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.fromMs ?? 0) <= atMs) low = middle + 1
    else high = middle
  }
  return low
}

/** Nobody is shown the first two seconds of something: what is on stands until the takeover comes or goes. */
const glimpseMs = 2_000

/**
 * When an item ends that would go on from one instant to another: a takeover cuts at its start and at its end.
 *
 * @returns undefined when it ends by itself
 */
export function cutBetween<Item extends Placeable>(
  course: Course<Item>,
  fromMs: number,
  naturalEndMs: number,
): number | undefined {
  let at = fromMs
  for (;;) {
    const segment = segmentAt(course, at)
    if (segment.toMs >= naturalEndMs + glimpseMs) return undefined
    if (segmentAt(course, segment.toMs).takeover !== segment.takeover)
      return segment.toMs === naturalEndMs ? undefined : segment.toMs
    at = segment.toMs
  }
}

const orders = new WeakMap<CourseLoop<Placeable>, Map<string, Loop<Placeable>>>()

/** The places of a loop in the order of a day. */
export function orderOf<Item extends Placeable>(
  name: string,
  loop: CourseLoop<Item>,
  day: string | undefined,
): Loop<Item> {
  if (loop.shuffle === undefined || day === undefined) return loop.places
  const known = orders.get(loop) ?? new Map<string, Loop<Placeable>>()
  orders.set(loop, known)
  const order = (known.get(day) as Loop<Item> | undefined) ?? shuffled(loop.places, `${name} ${day}`)
  known.set(day, order)
  return order
}

/** Files that some loop may not show as often as it likes. */
export function limitedFiles<Item extends Placeable>(course: Pick<Course<Item>, 'loops'>): ReadonlySet<string> {
  const known = limited.get(course.loops)
  if (known !== undefined) return known
  const files = new Set<string>()
  for (const { places } of course.loops.values())
    for (const { file, atMostEveryMs } of places) if (atMostEveryMs !== undefined) files.add(file)
  limited.set(course.loops, files)
  return files
}
const limited = new WeakMap<ReadonlyMap<string, CourseLoop<Placeable>>, ReadonlySet<string>>()

/** Whether a takeover ends it before its time. */
export const isCutShort = (entry: TimelineItem<Placeable>): boolean =>
  endMs(entry) < entry.startMs + entry.item.durationMs
