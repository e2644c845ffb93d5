/** What screens were promised is there again after a restart, and is not written out a thousand times over. */
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Course } from '../../core/course.ts'
import { continueTimeline, type Timeline } from '../../core/timeline.ts'
import { type Database, openDatabase } from '../../hub/database.ts'
import { Timelines } from '../../hub/timelines.ts'
import { always, item, minuteMs, monday } from '../support/items.ts'
import { makePlace, type Place } from '../support/place.ts'

let place: Place
let database: Database

beforeEach(() => {
  place = makePlace()
  database = openDatabase(path.join(place.folder, 'anteroom.sqlite'))
})

afterEach(() => {
  database.close()
  place.remove()
})

const screens = ['screen-1']
const bytesKept = () => database.prepare('SELECT length(timeline) FROM screens').pluck().get() as number

/** Half an hour on a screen. */
function drawn(course: Course): Timeline {
  let timeline: Timeline = []
  for (let minute = 0; minute <= 30; minute += 5)
    timeline = continueTimeline(timeline, course, monday + minute * minuteMs)
  return timeline
}

test('a timeline is the same after a restart, with all that its limits have to know', () => {
  const limited = (name: string, atMostEveryMs: number) => ({ ...item(name, 10), atMostEveryMs })
  const loop = [limited('a', 2 * minuteMs), item('b', 10), limited('c', 20 * minuteMs), item('d', 20)]
  const timeline = drawn(always(loop))
  new Timelines(database, screens).save('screen-1', timeline)
  expect(timeline.length).toBeGreaterThan(50)
  expect(new Timelines(database, screens).of('screen-1')).toEqual(timeline)
})

test('a playlist of five hundred limits costs the disk no more than a few would', () => {
  const loop = Array.from({ length: 500 }, (_, at) => ({ ...item(`item ${at}`, 10), atMostEveryMs: 60 * minuteMs }))
  const timeline = drawn(always(loop))
  new Timelines(database, screens).save('screen-1', timeline)
  expect(new Timelines(database, screens).of('screen-1')).toEqual(timeline)
  expect(bytesKept()).toBeLessThan(200_000)
})
