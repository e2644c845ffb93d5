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
import { fewestCounted } from './demand.ts'
import { leantStep, owedEncores, type Step } from './encore.ts'
import { mayStartAt, nextChangeMs } from './item-dates.ts'
import { leaningAt } from './leaning.ts'
import { continuesAt, endMs, type Placeable, type TimelineItem } from './loop.ts'
import { defaultPlaylist } from './playlist-file.ts'
import type { ProgrammeItem } from './programme.ts'
import {
  encoresOf,
  isRested,
  lastPlace,
  loopOfPlace,
  nameOfMix,
  type RotationState,
  restedAt,
  startsWith,
} from './rotation-state.ts'
import { wholeRoundsMs } from './rounds.ts'

/** An item whose turn has come. */
export interface Turn<Item extends Placeable = ProgrammeItem> extends TimelineItem<Item> {
  readonly loop: string
  /** The schedule that it belongs to, when that is a takeover. */
  readonly takeover?: string
  /** How many wait for what it is about, when that is why it comes now. */
  readonly encore?: number
  /** How far the rotation is when it has begun. */
  readonly after: RotationState
}

/** Where a loop goes on: the next of its items that may begin. */
interface Place<Item extends Placeable> extends Step {
  readonly loop: string
  readonly item: Item
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
  const { encore } = place
  const stands = encore === undefined ? place.loop : encoresOf(place.loop)
  const isNoted = course.leaning !== undefined || limitedFiles(course).has(place.item.file)
  const after: RotationState = {
    positions: { ...began.positions, [stands]: position },
    mix: name,
    turn: base !== undefined && place === base.place ? base.turn : began.turn,
    owed: {
      ...began.owed,
      ...(Object.fromEntries(owed) as Record<string, number>),
      ...encoresAfter(course, began, segment, { place, startMs, lastedMs }),
    },
    starts: isNoted ? startsWith(began.starts, place.item.file, startMs) : began.starts,
    last: stands,
  }
  const why = { ...(takeover === undefined ? {} : { takeover }), ...(encore === undefined ? {} : { encore }) }
  return { ...item, loop: place.loop, ...why, after }
}

interface Lasted<Item extends Placeable> {
  readonly place: Place<Item>
  readonly startMs: number
  readonly lastedMs: number
}

function encoresAfter<Item extends Placeable>(
  course: Course<Item>,
  state: RotationState,
  { day }: Segment,
  { place: { loop: name, encore, passedMs }, startMs, lastedMs }: Lasted<Item>,
): RotationState['owed'] {
  const leaning = leaningAt(course.leaning, startMs)
  const loop = course.loops.get(name)
  if (leaning === undefined || loop === undefined) return {}
  const asked = { name, order: orderOf(name, loop, day), state, leaning }
  const owed = owedEncores(asked, { lastedMs, passedMs, isEncore: encore !== undefined })
  return owed === undefined ? {} : { [encoresOf(name)]: owed }
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
  const name = loopOfPlace(last)
  const [loop, position] = [course.loops.get(name), state.positions[last]]
  if (loop === undefined || position === undefined) return undefined
  const order = orderOf(name, loop, segment.day)
  const index = position.index + 1
  const item = order[index]
  const isOfToday = position.day === (loop.shuffle === undefined ? undefined : segment.day)
  if (!isOfToday || order[position.index]?.id !== position.id || !continuesAt(order, index)) return undefined
  if (item === undefined || !mayStartAt(item, startMs) || !isRested(item, state, startMs)) return undefined
  return {
    loop: name,
    item,
    index,
    passedMs: 0,
    ...(last === name ? {} : { encore: encoreGoingOn(course, name, item) }),
  }
}

/** Fewer may wait by now: what has begun for them is shown to its end. */
const encoreGoingOn = <Item extends Placeable>(course: Course<Item>, loop: string, { assetId }: Item): number =>
  course.leaning?.wanted.get(loop)?.get(assetId)?.people ?? fewestCounted

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
  const mayBegin = (item: Item) => mayStartAt(item, startMs) && isRested(item, state, startMs)
  const leaning = leaningAt(course.leaning, startMs)
  if (leaning !== undefined) {
    const step = leantStep({ name, order, last, state, startMs, leaning, mayBegin })
    const item = order[step?.index ?? -1]
    return step === undefined || item === undefined ? undefined : { loop: name, item, ...step }
  }
  for (let step = 1; step <= order.length; step += 1) {
    const index = (last + step) % order.length
    const item = order[index]
    if (item !== undefined && mayBegin(item)) return { loop: name, item, index, passedMs: 0 }
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
