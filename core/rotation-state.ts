/** How far a screen's loops have come: a value that can be kept, sent to a screen, and gone on from. */
import type { z } from 'zod'
import { type Course, limitedFiles, type Mix } from './course.ts'
import type { Loop, Placeable } from './loop.ts'
import type { rotationState } from './programme.ts'

/**
 * `positions`: the last item of each loop that has begun, with its asset, its place, and the day of a shuffled order.
 * `mix`: what the next two belong to. `turn`: which of the turns was the last. `owed`: how much less time the loops with a
 * share have had than is theirs, milliseconds. `starts`: when files with a limit last began. `last`: the last loop.
 */
export type RotationState = z.infer<typeof rotationState>

export const freshRotation: RotationState = { positions: {}, mix: '', turn: -1, owed: {}, starts: {} }

type Position = RotationState['positions'][string]

/** Forgotten when no limit can ask for it any more. */
const longestLimitMs = 24 * 3_600_000

/** The name of a mix: with another one, turns and shares begin anew. */
export function nameOfMix(mix: Mix): string {
  const known = names.get(mix)
  if (known !== undefined) return known
  const name = JSON.stringify([mix.turns, mix.shares.map(({ loop, share }) => [loop, share])])
  names.set(mix, name)
  return name
}
const names = new WeakMap<Mix, string>()

/**
 * The place of the last item that has begun, in the loop as it is now; -1 when the loop begins.
 *
 * By its id, else its asset (a file that was replaced keeps its turn), else by its number: what followed has moved up.
 */
export function lastPlace(order: Loop<Placeable>, position: Position | undefined, day: string | undefined): number {
  if (position === undefined || order.length === 0) return -1
  // A new order of a new day; it must not begin with what has just been seen, and is as good from its second place on.
  if (position.day !== day) return order.length > 1 && order[0]?.assetId === position.asset ? 0 : -1
  if (order[position.index]?.id === position.id) return position.index
  const same = placesOf(order).get(position.id)
  if (same !== undefined) return same
  let nearest = -1
  for (const [index, { assetId }] of order.entries())
    if (assetId === position.asset && (nearest < 0 || off(index, position) < off(nearest, position))) nearest = index
  return nearest >= 0 ? nearest : Math.min(position.index, order.length) - 1
}

const off = (index: number, position: Position) => Math.abs(index - position.index)

const indexed = new WeakMap<Loop<Placeable>, ReadonlyMap<string, number>>()

/** Five thousand items are not searched again for each step. */
function placesOf(order: Loop<Placeable>): ReadonlyMap<string, number> {
  const places = indexed.get(order) ?? new Map(order.map((item, place) => [item.id, place]))
  indexed.set(order, places)
  return places
}

/** Whether its limit lets a file begin again. A beginning that lies ahead is of a clock that was set back. */
export function isRested({ file, atMostEveryMs }: Placeable, { starts }: RotationState, atMs: number): boolean {
  if (atMostEveryMs === undefined) return true
  const last = starts[file]
  return last === undefined || last > atMs || atMs - last >= atMostEveryMs
}

/** When its limit lets a file begin again; infinity when it may already. */
export function restedAt({ file, atMostEveryMs = 0 }: Placeable, { starts }: RotationState, atMs: number): number {
  const at = (starts[file] ?? Number.NEGATIVE_INFINITY) + atMostEveryMs
  return at > atMs ? at : Number.POSITIVE_INFINITY
}

/** The beginnings that still count, with a new one. */
export function startsWith(starts: RotationState['starts'], file: string, atMs: number): RotationState['starts'] {
  const kept = Object.entries(starts).filter(([, at]) => at <= atMs && atMs - at < longestLimitMs)
  return { ...Object.fromEntries(kept), [file]: atMs }
}

/**
 * Where an encore of a loop stands, and what encores are owed, in the rotation: the loop's own place stays where it is.
 * No loop is called so, because no path begins with a slash.
 */
export const encoresOf = (loop: string): string => `//${loop}`
/** The loop that a place of the rotation belongs to. */
export const loopOfPlace = (place: string): string => (place.startsWith('//') ? place.slice(2) : place)

/** What a screen by itself needs of it: encores, and when files without a limit began, are the hub's own affair. */
export function rotationAlone(state: RotationState, course: Pick<Course, 'loops'>): RotationState {
  const limits = limitedFiles(course)
  const isOwn = (place: string) => loopOfPlace(place) !== place
  const without = <Value>(all: Readonly<Record<string, Value>>, isLeft: (name: string) => boolean) =>
    Object.keys(all).some(isLeft)
      ? (Object.fromEntries(Object.entries(all).filter(([name]) => !isLeft(name))) as Record<string, Value>)
      : all
  const { last, ...rest } = state
  return {
    ...rest,
    positions: without(state.positions, isOwn),
    owed: without(state.owed, isOwn),
    starts: without(state.starts, (file) => !limits.has(file)),
    ...(last === undefined || isOwn(last) ? {} : { last }),
  }
}

/** As if the last item of a loop had not begun. */
export function steppedBack(state: RotationState, loop: string): RotationState {
  const position = state.positions[loop]
  if (position === undefined) return state
  const { [loop]: _last, ...others } = state.positions
  const before = { ...position, id: '', asset: '', index: position.index }
  return { ...state, positions: position.index === 0 ? others : { ...others, [loop]: before }, starts: {} }
}
