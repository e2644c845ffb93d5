/** Editing a playlist changes what somebody changed, and nothing beside it. */
import { describe, expect, test } from 'vitest'
import { keysOf, madeOf, moved, nameFor, withOptions } from '../../renderer/studio/playlists/items.ts'
import { oftenWords, spanMs, timesAnHour } from '../../renderer/studio/playlists/totals.ts'
import type { PlaylistItem } from '../../renderer/studio/programming.ts'

test('moving down counts without the line itself', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
})

test('an option that is taken out leaves a plain path, and keeps what the page has no field for', () => {
  expect(withOptions('a.mp4', { weight: 3 })).toEqual({ asset: 'a.mp4', weight: 3 })
  expect(withOptions({ asset: 'a.mp4', weight: 3 }, { weight: undefined })).toBe('a.mp4')
  const german: PlaylistItem = { explainer: 'b.md', when: { locale: 'de' } }
  expect(withOptions(german, { mute: true })).toEqual({ explainer: 'b.md', when: { locale: 'de' }, mute: true })
})

test('the same file twice is two lines', () => {
  expect(new Set(keysOf(['a', 'a', { asset: 'a' }, { folder: 'a' }])).size).toBe(4)
})

test('a folder is one line, as long as all that lies in it', () => {
  const file = { items: [{ folder: 'rooms' }] }
  const entries = [
    { index: 0, title: 'One', durationMs: 8_000, path: 'rooms/1.jpg' },
    { index: 0, title: 'Two', durationMs: 8_000, path: 'rooms/2.jpg' },
  ]
  expect(madeOf(file, entries).get('{"folder":"rooms"}')).toMatchObject({ count: 2, durationMs: 16_000 })
})

describe('how often an hour', () => {
  test('is a share of the round, by weight', () => {
    expect(timesAnHour('a', 360_000, 10_000)).toBe(10)
    expect(timesAnHour({ asset: 'a', weight: 3 }, 360_000, 10_000)).toBe(30)
  })

  test('is never more than its limit allows', () => {
    expect(timesAnHour({ asset: 'a', atMostEvery: '10m' }, 60_000, 10_000)).toBe(6)
    expect([spanMs('90s'), spanMs('2h'), spanMs('soon')]).toEqual([90_000, 7_200_000, undefined])
  })

  test('is said in words', () => {
    expect([0, 12.2, 1, 0.25].map(oftenWords)).toEqual([
      ...['not shown', 'about 12 times an hour', 'about once an hour', 'about every 4 h'],
    ])
  })
})

test('a title in any script gives a file a name that is free', () => {
  expect(nameFor('Café: Sommer 2026!', new Set())).toBe('cafe-sommer-2026')
  expect(nameFor('Mornings', new Set(['mornings']))).toBe('mornings-2')
  expect(nameFor('عروض', new Set())).toBe('playlist')
  // schedule.yaml is not a playlist.
  expect(nameFor('Schedule', new Set())).toBe('schedule-2')
})
