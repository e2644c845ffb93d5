/** A programme written out: five thousand items become JSON once, and only what is new is looked at again. */
import { createHash } from 'node:crypto'
import type { CourseLoop } from '../core/course.ts'
import type { Loop } from '../core/loop.ts'
import type { Programme, ProgrammeItem } from '../core/programme.ts'
import type { PlannedSegment } from '../core/segments.ts'
import type { Timeline } from '../core/timeline.ts'
import { isoOf } from './clock.ts'
import { JsonText } from './json-text.ts'

/** A programme as it is handed out. */
export interface Written {
  readonly revision: string
  /** A `Programme`. */
  readonly text: JsonText
}

interface Contents {
  /** Everything that is short: screen, brand, zone, segments, ticker. */
  readonly head: Omit<Programme, 'revision' | 'items' | 'loops' | 'timeline'>
  readonly timeline: Timeline
  readonly loops: ReadonlyMap<string, CourseLoop>
}

/** @returns `known` itself when nothing has changed */
export function writtenProgramme({ head, timeline, loops }: Contents, known?: Written): Written {
  const promised = timeline.map(({ item, startMs, endMs }) => ({
    startsAt: isoOf(startMs),
    ...(endMs === undefined ? {} : { endsAt: isoOf(endMs) }),
    item: item.id,
  }))
  const hash = createHash('sha256').update(JSON.stringify([head, promised]))
  hash.update(digestOf(timeline.map(({ item }) => item)))
  for (const [name, { places, shuffle }] of loops) hash.update(`${name} ${shuffle}`).update(digestOf(places))
  const revision = hash.digest('hex').slice(0, 24)
  if (known?.revision === revision) return known
  const begun = JSON.stringify({ ...head, revision, timeline: promised }).slice(0, -1)
  const named = [...loops].map(([name, loop]) => `${JSON.stringify(name)}:${placesText(loop)}`)
  const items = new Map<string, ProgrammeItem>()
  for (const list of [timeline.map(({ item }) => item), ...[...loops.values()].map(({ places }) => places)])
    for (const item of list) items.set(item.id, item)
  const fields = [...items.values()].map(fieldOf)
  return { revision, text: new JsonText(`${begun},"items":{${fields.join(',')}},"loops":{${named.join(',')}}}`) }
}

/** @param sinceMs what was over by then is left out */
export const writtenSegments = (segments: readonly PlannedSegment[], sinceMs: number): Programme['segments'] =>
  segments
    .filter(({ toMs }) => toMs > sinceMs)
    .map(({ fromMs, toMs, mix, day, because }) => ({
      from: isoOf(Math.max(fromMs, sinceMs)),
      to: isoOf(toMs),
      mix: { turns: [...mix.turns], shares: [...mix.shares] },
      ...(day === undefined ? {} : { day }),
      because,
    }))

const orders = new WeakMap<CourseLoop, string>()

function placesText(loop: CourseLoop): string {
  const { places, shuffle } = loop
  const text = orders.get(loop) ?? JSON.stringify({ places: places.map(({ id }) => id), shuffle })
  orders.set(loop, text)
  return text
}

const digests = new WeakMap<Loop, Buffer>()

/** Stands for a list of items and everything they carry. */
function digestOf(items: Loop): Buffer {
  const known = digests.get(items)
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const item of items) hash.update(fieldOf(item))
  const digest = hash.digest()
  digests.set(items, digest)
  return digest
}

const fields = new WeakMap<ProgrammeItem, string>()

/** `"id":{…}`, written out when an item is new. */
function fieldOf(item: ProgrammeItem): string {
  const field = fields.get(item) ?? `${JSON.stringify(item.id)}:${JSON.stringify(item)}`
  fields.set(item, field)
  return field
}
