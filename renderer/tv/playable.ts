/** The programme as rules understand it: instants as numbers, loops with their items, sentences as items of their own. */
import type { Course, CourseLoop, Segment } from '../../core/course.ts'
import type { Placeable } from '../../core/loop.ts'
import type { Playable } from '../../core/playback.ts'
import type { Programme } from '../../core/programme.ts'
import { freshRotation } from '../../core/rotation-state.ts'
import { msOf } from '../shared/clock.ts'

export function playableOf({ timeline, items, loops, segments, rotation }: Programme): Playable {
  const courses = Object.entries(loops).map(([name, { places, shuffle }]): [string, CourseLoop] => [
    name,
    { places: places.flatMap((id) => items[id] ?? []), ...(shuffle === undefined ? {} : { shuffle }) },
  ])
  return {
    timeline: timeline.flatMap(({ startsAt, endsAt, item }) => {
      const known = items[item]
      const end = endsAt === undefined ? {} : { endMs: msOf(endsAt) }
      return known === undefined ? [] : [{ item: known, startMs: msOf(startsAt), ...end }]
    }),
    course: { segments: segments.map(segmentOf), loops: new Map(courses) },
    rotation,
  }
}

/** A sentence with its place in time. */
export interface Sentence extends Placeable {
  readonly text: string
}

/** The foot of the screen; undefined when nothing is scheduled for it. */
export function tickerOf({ ticker }: Pick<Programme, 'ticker'>): Playable<Sentence> | undefined {
  if (ticker === undefined) return undefined
  const loops = Object.entries(ticker.loops).map(([name, texts]): [string, CourseLoop<Sentence>] => [
    name,
    {
      places: texts.map(({ text, seconds, atMostEveryMs }, index) => ({
        ...{ id: `${name} ${index}`, assetId: text, file: text, text },
        durationMs: Math.max(seconds * 1_000, readingMs(text)),
        ...(atMostEveryMs === undefined ? {} : { atMostEveryMs }),
      })),
    },
  ])
  const course: Course<Sentence> = { segments: ticker.segments.map(segmentOf), loops: new Map(loops) }
  return { timeline: [], course, rotation: freshRotation }
}

/** A line has about so many letters, and wants to be read twice. */
const lettersPerLine = 36
const lineMs = 4_000
const readingMs = (text: string): number => Math.ceil(text.length / lettersPerLine) * lineMs

const segmentOf = ({ from, to, mix, day, because }: Programme['segments'][number]): Segment => ({
  fromMs: msOf(from),
  toMs: msOf(to),
  mix,
  ...(because.kind === 'takeover' && because.schedule !== null ? { takeover: because.schedule } : {}),
  ...(day === undefined ? {} : { day }),
})
