/** A programme as it travels, and what the TV makes of it: items in time, and sentences that can be read. */
import { expect, test } from 'vitest'
import { endMs } from '../../core/loop.ts'
import { playingAt } from '../../core/playback.ts'
import type { Programme } from '../../core/programme.ts'
import { freshRotation } from '../../core/rotation-state.ts'
import { defaultBrand } from '../../core/theme.ts'
import { playableOf, tickerOf } from '../../renderer/tv/playable.ts'
import { item, minuteMs, monday } from '../support/items.ts'

const iso = (ms: number) => new Date(ms).toISOString()
const because = { schedule: null, kind: 'default', priority: 0 } as const
const mix = { turns: ['default'], shares: [] }
const [a, b, alarm] = [item('a', 60), item('b', 60), item('!', 15)]
const programme: Programme = {
  ...{ screen: 'screen-1', revision: 'r', brand: defaultBrand, zone: 'Europe/Berlin' },
  items: { a, b, '!': alarm },
  loops: { default: { places: ['a', 'b', 'gone'] }, alarm: { places: ['!'] } },
  segments: [
    { from: iso(monday), to: iso(monday + 5 * minuteMs), mix, because },
    {
      ...{ from: iso(monday + 5 * minuteMs), to: iso(monday + 6 * minuteMs), mix: { turns: ['alarm'], shares: [] } },
      because: { schedule: 'Alarm', kind: 'takeover', priority: 50 },
    },
  ],
  timeline: [
    { startsAt: iso(monday), item: 'a' },
    { startsAt: iso(monday + minuteMs), endsAt: iso(monday + 90_000), item: 'b' },
    { startsAt: iso(monday + 90_000), item: 'gone' },
  ],
  rotation: { ...freshRotation, positions: { default: { id: 'b', asset: b.assetId, index: 1 } } },
}

test('items end when the programme says so, and what is not there is passed over', () => {
  const { timeline, course } = playableOf(programme)
  expect(timeline.map((entry) => [entry.item.id, endMs(entry) - monday])).toEqual([
    ['a', 60_000],
    ['b', 90_000],
  ])
  expect(course.loops.get('default')?.places).toEqual([a, b])
})

test('behind the timeline the loop goes on where it was, and a takeover comes and goes without a hub', () => {
  const playable = playableOf(programme)
  const idAt = (minutes: number) => playingAt(playable, monday + minutes * minuteMs)?.item.id
  expect([1.6, 2.6, 3.6, 5, 5.9, 6].map(idAt)).toEqual(['a', 'b', 'a', '!', '!', 'a'])
})

test('a sentence stands for its seconds, and a long one for as long as it takes to read', () => {
  const long = 'x'.repeat(100)
  const texts = [
    { text: 'Tea is ready.', seconds: 15 },
    { text: long, seconds: 2 },
  ]
  const from = iso(monday)
  const ticker = tickerOf({
    ticker: {
      segments: [{ from, to: iso(monday + 60 * minuteMs), mix: { turns: ['foot'], shares: [] }, because }],
      loops: { foot: texts },
    },
  })
  const places = ticker?.course.loops.get('foot')?.places
  expect(places?.map(({ text, durationMs }) => [text, durationMs])).toEqual([
    ['Tea is ready.', 15_000],
    [long, 12_000],
  ])
  const textAt = (seconds: number) => ticker && playingAt(ticker, monday + seconds * 1_000)?.item.text
  expect([0, 14.9, 15, 26.9, 27].map(textAt)).toEqual(['Tea is ready.', 'Tea is ready.', long, long, 'Tea is ready.'])
  expect(textAt(3_600)).toBeUndefined()
  expect(tickerOf({})).toBeUndefined()
})
