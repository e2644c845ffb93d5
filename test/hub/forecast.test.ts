/** What a person reads of what comes: a film in one line, also while it plays as pictures. */
import { expect, test } from 'vitest'
import type { ProgrammeItem } from '../../core/programme.ts'
import { compilePlan } from '../../core/schedule.ts'
import { wallIn } from '../../hub/clock.ts'
import { Forecast } from '../../hub/forecast.ts'
import { describeEntry } from '../../hub/library-entry.ts'
import type { Loops } from '../../hub/loops.ts'
import { continued, item, libraryItem, monday } from '../support/items.ts'

const scenes = (name: string, count: number): readonly ProgrammeItem[] =>
  Array.from({ length: count }, (_, at) => ({ ...item(`${name}${at}`, 8), assetId: name, kind: 'image', title: name }))

test('eight pictures of a film are one line, as long as all of them, and so are those of the next round', () => {
  const loop = [...scenes('lips', 8), item('walk', 60), ...scenes('laser', 3)]
  const zone = 'Europe/Berlin'
  const forecast = new Forecast({
    programmer: { screens: ['screen-1'], timelineOf: () => continued([], loop, monday) },
    loops: { of: () => ({ loop, texts: [] }) } as unknown as Loops,
    plan: () => compilePlan([], [], ['screen-1'], wallIn(zone)),
    clock: { now: () => monday, zone, isTrusted: () => true },
  })
  // In the middle of its third picture.
  const found = forecast.at('screen-1', monday + 20_000)
  const moment = found.kind === 'moment' ? found.moment : undefined
  expect(moment?.playing?.title).toBe('lips')
  const next = moment?.next.map(({ title, durationMs }) => [title, durationMs / 1_000])
  expect(next?.slice(0, 4)).toEqual([
    ['walk', 60],
    ['laser', 24],
    ['lips', 64],
    ['walk', 60],
  ])
  expect(next).toHaveLength(10)
})

test('a film that plays as pictures has its first one as its small picture', () => {
  const [first, second] = ['a.jpg', 'b.jpg']
    .map((name) => libraryItem(name))
    .flatMap((one) => ('media' in one ? [one.media] : []))
  if (first === undefined || second === undefined) throw new Error('pictures have media')
  const stills = [first, second].map((media) => ({ media, durationMs: 8_000 }))
  const look = { size: 1, modifiedMs: 1, notices: [] }
  expect(describeEntry('lips.md', { ...look, stills }, undefined, 'Lips')?.poster).toBe(`${first.hash}.jpg`)
  expect(describeEntry('lips.md', look, undefined, 'Lips')).not.toHaveProperty('poster')
})
