/** Loops in time: whose turn it is, which of its items comes, and what is passed over because it may not begin then. */
import {
  type Course,
  type CourseLoop,
  cutBetween,
  limitedFiles,
  type Mix,
  orderOf,
  type Segment,
  segmentAt,
} from './course.ts'
import { mayStartAt, nextChangeMs } from './item-dates.ts'
import { continuesAt, endMs, type Loop, loopMs, type Placeable, type TimelineItem } from './loop.ts'
import { defaultPlaylist } from './playlist-file.ts'
import type { ProgrammeItem } from './programme.ts'
import { isRested, lastPlace, nameOfMix, type RotationState, restedAt, startsWith } from './rotation-state.ts'

/** An item whose turn has come. */
export interface Turn<Item extends Placeable = ProgrammeItem> extends TimelineItem<Item> {
  readonly loop: string
  /** The schedule that it belongs to, when that is a takeover. */
  readonly takeover?: string
  /** How far the rotation is when it has begun. */
  readonly after: RotationState
}

/** Where a loop goes on: the next of its items that may begin. */
interface Place<Item extends Placeable> {
  readonly loop: string
  readonly item: Item
  readonly index: number
}

/**
 * The items in their order with absolute starts, from the one that ends after `atMs` on.
 *
 * Without an end, unless the time comes when nothing may ever begin again. Where nothing may begin for a while there is a
 * hole; the first item after it begins when it may.
 *
 * @param state how far the rotation has come at `fromMs`
 */
export function* turnsOf<Item extends Placeable>(
  course: Course<Item>,
  state: RotationState,
  fromMs: number,
  atMs: number,
): Generator<Turn<Item>, undefined> {
  let now = state
  let startMs = fromMs
  for (;;) {
    startMs += wholeRoundsMs(course, now, startMs, atMs)
    const turn = turnAt(course, now, startMs)
    if (turn === undefined) {
      startMs = nextChance(course, now, startMs)
      if (startMs === Number.POSITIVE_INFINITY) return undefined
    } else {
      if (endMs(turn) > atMs) yield turn
      now = turn.after
      startMs = endMs(turn)
    }
  }
}

/** What begins at an instant; undefined when nothing may. */
function turnAt<Item extends Placeable>(
  course: Course<Item>,
  state: RotationState,
  startMs: number,
): Turn<Item> | undefined {
  const segment = segmentAt(course, startMs)
  const { mix, takeover } = segment
  const name = nameOfMix(mix)
  // Another mix: nobody has waited yet.
  const began = state.mix === name ? state : { ...state, mix: name, turn: -1, owed: {} }
  const goesOn = state.mix === name ? unfinished(course, began, segment, startMs) : undefined
  const base = baseOf(course, began, segment, startMs)
  const shared = mix.shares.flatMap(({ loop, share }) => {
    const place = placeIn(course, began, loop, segment, startMs)
    return place === undefined ? [] : [{ place, share: share / 100, owed: began.owed[loop] ?? 0 }]
  })
  const place = goesOn ?? chosen(base?.place, shared)
  if (place === undefined) return undefined
  const isShared =
    place !== base?.place && !mix.turns.includes(place.loop) && mix.shares.some(({ loop }) => loop === place.loop)
  const cutMs = cutBetween(course, startMs, startMs + place.item.durationMs)
  const item = { item: place.item, startMs, ...(cutMs === undefined ? {} : { endMs: cutMs }) }
  const lastedMs = endMs(item) - startMs
  const owed = shared.map(({ place: { loop }, share, owed: before }) => [
    loop,
    before + share * lastedMs - (isShared && loop === place.loop ? lastedMs : 0),
  ])
  const { day } = segment
  const isDaily = course.loops.get(place.loop)?.shuffle !== undefined
  const position = {
    ...{ id: place.item.id, asset: place.item.assetId, index: place.index },
    ...(isDaily && day !== undefined ? { day } : {}),
  }
  const after: RotationState = {
    positions: { ...began.positions, [place.loop]: position },
    mix: name,
    turn: base !== undefined && place === base.place ? base.turn : began.turn,
    owed: { ...began.owed, ...(Object.fromEntries(owed) as Record<string, number>) },
    starts: limitedFiles(course).has(place.item.file)
      ? startsWith(began.starts, place.item.file, startMs)
      : began.starts,
    last: place.loop,
  }
  return { ...item, loop: place.loop, ...(takeover === undefined ? {} : { takeover }), after }
}

interface Shared<Item extends Placeable> {
  readonly place: Place<Item>
  readonly share: number
  readonly owed: number
}

/**
 * Who is owed most: after every item each loop has had its part of the time to within an item.
 *
 * Of those that have not had too much, whoever would first have to wait longer than the longest of the items at hand.
 * Source: earliest deadline first, as in Tijdeman 1980, The chairman assignment problem, Discrete Mathematics 32:323
 */
function chosen<Item extends Placeable>(
  base: Place<Item> | undefined,
  shared: readonly Shared<Item>[],
): Place<Item> | undefined {
  const sum = (of: 'share' | 'owed') => shared.reduce((all, one) => all + one[of], 0)
  const all = [...(base === undefined ? [] : [{ place: base, share: 1 - sum('share'), owed: -sum('owed') }]), ...shared]
  const longestMs = Math.max(0, ...all.map(({ place }) => place.item.durationMs))
  let best: Shared<Item> | undefined
  let soonest = Number.POSITIVE_INFINITY
  for (const one of all) {
    const deadline = (longestMs - one.owed) / one.share
    if (one.owed >= -roundingMs && deadline < soonest) [best, soonest] = [one, deadline]
  }
  return (best ?? all[0])?.place
}
const roundingMs = 1e-6

/** The next of those that take turns; the default where none of them has anything that may begin. */
function baseOf<Item extends Placeable>(
  course: Course<Item>,
  state: RotationState,
  segment: Segment,
  startMs: number,
): { readonly place: Place<Item>; readonly turn: number } | undefined {
  const { turns } = segment.mix
  for (let step = 1; step <= turns.length; step += 1) {
    const turn = (state.turn + step) % turns.length
    const place = placeIn(course, state, turns[turn] ?? '', segment, startMs)
    if (place !== undefined) return { place, turn }
  }
  const place = placeIn(course, state, defaultPlaylist, segment, startMs)
  return place === undefined ? undefined : { place, turn: state.turn }
}

/** Pages and scenes are not parted: whoever has begun a document goes on with it. */
function unfinished<Item extends Placeable>(
  course: Course<Item>,
  state: RotationState,
  segment: Segment,
  startMs: number,
): Place<Item> | undefined {
  const { last = '' } = state
  const [loop, position] = [course.loops.get(last), state.positions[last]]
  if (loop === undefined || position === undefined) return undefined
  const order = orderOf(last, loop, segment.day)
  const next = position.index + 1
  if (order[position.index]?.id !== position.id || !continuesAt(order, next)) return undefined
  const place = placeIn(course, state, last, segment, startMs)
  return place?.index === next ? place : undefined
}

function placeIn<Item extends Placeable>(
  course: Course<Item>,
  state: RotationState,
  name: string,
  { day }: Segment,
  startMs: number,
): Place<Item> | undefined {
  const loop = course.loops.get(name)
  if (loop === undefined) return undefined
  const order = orderOf(name, loop, day)
  const last = lastPlace(order, state.positions[name], loop.shuffle === undefined ? undefined : day)
  for (let step = 1; step <= order.length; step += 1) {
    const index = (last + step) % order.length
    const item = order[index]
    if (item !== undefined && mayStartAt(item, startMs) && isRested(item, state, startMs))
      return { loop: name, item, index }
  }
  return undefined
}

/** The next instant at which something may begin that may not now, or something else is scheduled. */
function nextChance<Item extends Placeable>(course: Course<Item>, state: RotationState, atMs: number): number {
  const { mix, toMs } = segmentAt(course, atMs)
  let next = toMs
  for (const { places } of loopsOf(course, mix)) {
    next = Math.min(next, nextChangeMs(places, atMs))
    for (const item of places) next = Math.min(next, restedAt(item, state, atMs))
  }
  return next
}

const loopsOf = <Item extends Placeable>(course: Course<Item>, { turns, shares }: Mix): readonly CourseLoop<Item>[] =>
  [...turns, ...shares.map(({ loop }) => loop), defaultPlaylist].flatMap((name) => course.loops.get(name) ?? [])

/**
 * How long whole rounds take that are over by `atMs`, so that they need not be gone through: a screen may have been alone
 * for a month. Only for one loop by itself, without limits, and while the same items are allowed: a round changes nothing then.
 */
function wholeRoundsMs<Item extends Placeable>(
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
