/** Moments between what is scheduled: what ends when, what goes on where it stopped, and what plays instead. */
import { describe, expect, test } from 'vitest'
import type { Course, CourseLoop, Segment } from '../../core/course.ts'
import { endMs } from '../../core/loop.ts'
import { playingAt } from '../../core/playback.ts'
import { segmentsOf } from '../../core/segments.ts'
import { continueTimeline, type Timeline } from '../../core/timeline.ts'
import { wallIn } from '../../hub/clock.ts'
import { alone, item, minuteMs, monday, segment } from '../support/items.ts'

const loop = (...places: CourseLoop['places']): CourseLoop => ({ places })
const loops = new Map<string, CourseLoop>([
  ['default', loop(item('d', 20))],
  ['films', loop(item('a', 100), item('b', 100), item('c', 100))],
  ['alarm', loop(item('!', 15))],
])
const course = (...segments: readonly Segment[]): Course => ({ segments, loops })
const names = (timeline: Timeline) => timeline.map((turn) => turn.item.id).join('')
const second = (seconds: number) => monday + seconds * 1_000

describe('a change', () => {
  test('comes when what is on has ended', () => {
    const timeline = continueTimeline([], course(segment([0, 2], ['films']), segment([2, 60], ['default'])), monday)
    expect(names(timeline)).toMatch(/^abd+$/)
    expect(timeline[2]?.startMs).toBe(second(200))
  })

  test('leaves the other loop where it was: it goes on there when its turn comes again', () => {
    const timeline = continueTimeline(
      [],
      course(segment([0, 2], ['films']), segment([2, 4], ['default']), segment([4, 60], ['films'])),
      monday,
    )
    expect(names(timeline)).toMatch(/^abd+cabca/)
  })

  test('that is taken back before its time leaves everything as it was promised', () => {
    const plain = course(segment([0, 60], ['films']))
    const before = continueTimeline([], plain, monday)
    const changed = continueTimeline(before, course(segment([0, 5], ['films']), segment([5, 60], ['alarm'])), second(5))
    expect(names(changed)).toMatch(/^abc!+$/)
    expect(names(continueTimeline(changed, plain, second(10)))).toMatch(/^abcabc/)
  })
})

describe('a takeover', () => {
  const before = continueTimeline([], course(segment([0, 60], ['films'])), monday)
  const during = course(
    segment([0, 2], ['films']),
    segment([2, 3], ['alarm'], { takeover: 'Alarm' }),
    segment([3, 60], ['films']),
  )

  test('cuts at its start and is cut at its end', () => {
    const timeline = continueTimeline(before, during, second(10))
    expect(timeline.slice(0, 8).map((turn) => [turn.item.id, turn.startMs, endMs(turn)])).toEqual([
      ['a', second(0), second(100)],
      ['b', second(100), second(120)],
      ['!', second(120), second(135)],
      ['!', second(135), second(150)],
      ['!', second(150), second(165)],
      ['!', second(165), second(180)],
      ['c', second(180), second(280)],
      ['a', second(280), second(380)],
    ])
  })

  test('that begins now cuts now, though what is on is frozen', () => {
    const now = course(segment([-60, 30], ['alarm'], { takeover: 'Alarm' }), segment([30, 60], ['films']))
    const [running, next] = continueTimeline(before, now, second(40))
    expect([running?.item.id, endMs(running as Timeline[number])]).toEqual(['a', second(40.4)])
    expect([next?.item.id, next?.startMs]).toEqual(['!', second(40.4)])
  })

  test('that is taken back gives the screen back at once', () => {
    const timeline = continueTimeline(before, during, second(10))
    const [running, next] = continueTimeline(timeline, course(segment([0, 60], ['films'])), second(130))
    expect([running?.item.id, endMs(running as Timeline[number])]).toEqual(['!', second(130.4)])
    expect([next?.item.id, next?.startMs]).toEqual(['c', second(130.4)])
  })

  test('taken back before it began leaves no trace', () => {
    const cut = continueTimeline(before, during, second(10))
    const after = continueTimeline(cut, course(segment([0, 60], ['films'])), second(110))
    expect(names(after)).toMatch(/^bcab/)
    expect(after.some((turn) => turn.endMs !== undefined)).toBe(false)
  })

  test('a moment before one begins nothing new is shown for a second: what is on stands a little longer', () => {
    const near = course(
      { ...segment([0, 0], ['films']), toMs: second(101) },
      { ...segment([0, 5], ['alarm'], { takeover: 'Alarm' }), fromMs: second(101) },
    )
    const [first, then] = continueTimeline([], near, monday)
    expect([first?.item.id, endMs(first as Timeline[number])]).toEqual(['a', second(101)])
    expect([then?.item.id, then?.startMs]).toEqual(['!', second(101)])
  })

  test('comes and goes on a screen that has not heard of the hub for weeks', () => {
    const week = 7 * 24 * 60
    const far = course(
      segment([0, 3 * week], ['films']),
      segment([3 * week, 3 * week + 1], ['alarm'], { takeover: 'Alarm' }),
      segment([3 * week + 1, 5 * week], ['films']),
    )
    const screen = alone(continueTimeline([], far, monday), far)
    const startsMs = monday + 3 * week * minuteMs
    expect(playingAt(screen, startsMs - 1)?.item.id).not.toBe('!')
    expect(playingAt(screen, startsMs)).toMatchObject({ item: { id: '!' }, startMs: startsMs })
    expect(playingAt(screen, startsMs + minuteMs - 1)?.item.id).toBe('!')
    expect(playingAt(screen, startsMs + minuteMs)?.startMs).toBe(startsMs + minuteMs)
  })
})

describe('with nothing to show', () => {
  const rested = { ...item('a', 20), atMostEveryMs: 5 * minuteMs }
  const gone = { ...item('g', 20), validUntil: new Date(monday).toISOString() }
  const withLoop = (places: CourseLoop['places']): Course => ({
    segments: [segment([0, 60], ['own'])],
    loops: new Map([...loops, ['own', { places }]]),
  })

  test('a limit lets the default play between', () => {
    expect(names(continueTimeline([], withLoop([rested]), monday))).toMatch(/^ad{14}ad{14}a/)
  })

  test('what is over leaves the default', () => {
    expect(names(continueTimeline([], withLoop([gone]), monday))).toMatch(/^d+$/)
  })

  test('not even a default leaves the card', () => {
    expect(
      continueTimeline([], { ...withLoop([gone]), loops: new Map([['own', { places: [gone] }]]) }, monday),
    ).toEqual([])
  })
})

describe('what is scheduled becomes segments', () => {
  const wall = wallIn('Europe/Berlin')
  const because = { schedule: 'Alarm', kind: 'takeover', priority: 50 } as const
  const row = (fromMs: number, toMs: number, playlist: string, more: object = {}) => ({
    ...{ fromMs, toMs },
    airing: { playlist, with: [], because: { ...because, kind: 'normal' as const }, ...more },
  })
  const all = { hasItems: (name: string) => name !== 'empty', isShuffled: (name: string) => name === 'album' }

  test('playlists with nothing in them are left out; the default is there when none is left', () => {
    const others = [{ playlist: 'two' }, { playlist: 'empty', share: 10 }, { playlist: 'three', share: 20 }]
    const [first, second_] = segmentsOf(
      [row(0, 1, 'empty', { with: others }), row(1, 2, 'empty', { because })],
      all,
      wall,
    )
    expect(first?.mix).toEqual({ turns: ['two'], shares: [{ loop: 'three', share: 20 }] })
    expect(second_).toMatchObject({ mix: { turns: ['default'], shares: [] }, takeover: 'Alarm' })
  })

  test('what is shuffled every day has a segment for every day of the clinic, also when the clocks change', () => {
    const [from, to] = [Date.parse('2026-10-24T12:00:00Z'), Date.parse('2026-10-26T12:00:00Z')]
    const days = segmentsOf([row(from, to, 'album')], all, wall)
    expect(days.map(({ day, fromMs }) => [day, new Date(fromMs).toISOString()])).toEqual([
      ['2026-10-24', '2026-10-24T12:00:00.000Z'],
      ['2026-10-25', '2026-10-24T22:00:00.000Z'],
      ['2026-10-26', '2026-10-25T23:00:00.000Z'],
    ])
    expect(days.at(-1)?.toMs).toBe(to)
  })
})
