/** Programming that knows what people wait for: more of it, nothing twice in a visit, and as ever for fewer than three. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Course } from '../../core/course.ts'
import { type Demand, demandOf, lookAt, lookEveryMs, type Waiting } from '../../core/demand.ts'
import { type Leaning, leaningOf } from '../../core/leaning.ts'
import { endMs } from '../../core/loop.ts'
import { playingAt } from '../../core/playback.ts'
import type { Turn } from '../../core/rotation.ts'
import { rotationAlone } from '../../core/rotation-state.ts'
import { continueTimeline, frozenMs, type Timeline } from '../../core/timeline.ts'
import { anyCourse, firstTurns } from '../support/courses.ts'
import { alone, always, item, minuteMs, monday } from '../support/items.ts'

const visitMs = 25 * minuteMs
const loopOf = (count: number, seconds = 30) => Array.from({ length: count }, (_, at) => item(`film-${at}`, seconds))
const aboutPeel = new Map([['asset-film-2', ['peel']]])

const demandFor = (waiting: readonly Waiting[]): Demand =>
  demandOf(lookAt(waiting, monday), lookAt(waiting, monday + lookEveryMs))
const waitFor = (service: string, count: number, minutes = 40): readonly Waiting[] =>
  Array.from({ length: count }, (_, at) => ({ service, group: `${service} ${at}`, minutes }))

const leant = (course: Course, demand: Demand, { about = aboutPeel, fromMs = monday } = {}): Course => {
  const aboutIn = () => about
  const leaning: Leaning = leaningOf(demand, { fromMs, visitMs, loops: course.loops.keys(), aboutIn })
  return { ...course, leaning }
}

const seenOf = ({ item: { id }, startMs }: Turn) => [id, startMs]
const namesOf = (turns: readonly Turn[]) => turns.map(({ item: { id } }) => id.replace('film-', ''))

describe('what people came for', () => {
  test('comes two or three times as often, spread out, and says how many wait', () => {
    for (const [people, factor] of [
      [3, 2],
      [5, 3],
    ] as const) {
      const turns = firstTurns(leant(always(loopOf(8)), demandFor(waitFor('peel', people))), 1_000).slice(200)
      const times = (name: string) => namesOf(turns).filter((one) => one === name).length
      const others = ['0', '1', '3', '4', '5', '6', '7'].map(times)
      expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(2)
      expect(times('2') / Math.max(...others)).toBeGreaterThan(0.9 * factor)
      expect(times('2') / Math.min(...others)).toBeLessThanOrEqual(factor + 0.05)
      expect(turns.some((turn, at) => turn.item.id === turns[at - 1]?.item.id)).toBe(false)
      const encores = turns.filter(({ encore }) => encore !== undefined)
      expect(new Set(encores.map(({ encore }) => encore))).toEqual(new Set([people]))
      expect(new Set(namesOf(encores))).toEqual(new Set(['2']))
    }
  })

  test('takes no turn away from anything else: the order goes on where it was', () => {
    const turns = firstTurns(leant(always(loopOf(8)), demandFor(waitFor('peel', 5))), 300).slice(60)
    const others = namesOf(turns).filter((name) => name !== '2')
    const order = ['0', '1', '3', '4', '5', '6', '7']
    for (const [at, name] of others.entries()) {
      if (at > 0) expect(name).toBe(order[(order.indexOf(others[at - 1] ?? '') + 1) % order.length])
    }
  })

  test('does not come more often when those who wait are called before it is over', () => {
    const course = always(loopOf(8, 180))
    expect(firstTurns(leant(course, demandFor(waitFor('peel', 5, 2))), 200).some(({ encore }) => encore)).toBe(false)
    expect(firstTurns(leant(course, demandFor(waitFor('peel', 5, 10))), 200).some(({ encore }) => encore)).toBe(true)
  })

  test('is shown with all its pages', () => {
    const pages = ['a', 'b', 'c'].map((name) => ({ ...item(`page-${name}`, 10), assetId: 'asset-film-2' }))
    const [one, two, , ...rest] = loopOf(8)
    const loop = [one, two, ...pages, ...rest].flatMap((entry) => entry ?? [])
    const turns = firstTurns(leant(always(loop), demandFor(waitFor('peel', 4))), 400)
    for (const [at, turn] of turns.entries()) {
      if (turn.item.id === 'page-b') expect(turns[at - 1]?.item.id).toBe('page-a')
      if (turn.item.id === 'page-b' && at + 1 < turns.length) expect(turns[at + 1]?.item.id).toBe('page-c')
    }
    expect(turns.filter(({ item: { id }, encore }) => id === 'page-c' && encore !== undefined).length).toBeGreaterThan(
      5,
    )
  })
})

test('a long film is put off while most are called before its end, but not for ever', () => {
  const loop = [...loopOf(160), item('lecture', 900)]
  const turns = firstTurns(leant(always(loop), demandFor(waitFor('other', 4, 5))), 1_500)
  const starts = turns.filter(({ item: { id } }) => id === 'lecture').map(({ startMs }) => startMs)
  expect(starts.length).toBeGreaterThan(3)
  for (const [at, start] of starts.entries())
    if (at > 0) expect(start - (starts[at - 1] ?? 0)).toBeGreaterThanOrEqual(120 * minuteMs)
})

describe('whatever there is to show', () => {
  const anyLengths = fc.array(fc.integer({ min: 5, max: 400 }), { minLength: 2, maxLength: 60 })
  const anyCount = fc.integer({ min: 3, max: 9 })

  test('nothing comes twice within a usual visit while something else is left', () => {
    fc.assert(
      fc.property(anyLengths, anyCount, (lengths, people) => {
        const loop = lengths.map((seconds, at) => item(`film-${at}`, seconds))
        const began = new Map<string, number>()
        for (const { item: one, startMs } of firstTurns(leant(always(loop), demandFor(waitFor('peel', people))), 300)) {
          const isSeen = (id: string) => startMs - (began.get(id) ?? Number.NEGATIVE_INFINITY) < visitMs
          if (isSeen(one.id)) expect(loop.filter(({ id }) => !isSeen(id))).toEqual([])
          began.set(one.id, startMs)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('nothing comes more than three times as often as without it', () => {
    fc.assert(
      fc.property(anyLengths, anyCount, (lengths, people) => {
        const loop = lengths.map((seconds, at) => item(`film-${at}`, seconds))
        const turns = firstTurns(leant(always(loop), demandFor(waitFor('peel', people))), 900)
        const last = turns.at(-1)?.startMs ?? 0
        const wholeMs = loop.reduce((sum, { durationMs }) => sum + durationMs, 0)
        const times = turns.filter(({ item: { id } }) => id === 'film-2').length
        expect(times).toBeLessThanOrEqual(3 * Math.ceil((last - monday) / wholeMs + 1))
      }),
      { numRuns: 40 },
    )
  })
})

describe('fewer than three', () => {
  const anyFew = fc.array(fc.constantFrom('peel', 'filler', 'laser'), { maxLength: 2 })
  const aboutAll = new Map(
    ['default', 'one', 'two', 'three'].flatMap((name) =>
      [0, 1, 2, 3, 4].map((at) => [`asset-${name}-${at}`, ['peel']]),
    ),
  )

  test('change nothing: not one item, and not one millisecond', () => {
    fc.assert(
      fc.property(anyCourse, anyFew, (course, services) => {
        const waiting = services.map((service, at) => ({ service, group: `${at}`, minutes: 30 }))
        const other = leant(course, demandFor(waiting), { about: aboutAll as never })
        expect(firstTurns(other, 300).map(seenOf)).toEqual(firstTurns(course, 300).map(seenOf))
        expect(firstTurns(other, 300).every(({ encore }) => encore === undefined)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('of each service: what plays does not hang on who came for what', () => {
    fc.assert(
      fc.property(
        anyCourse,
        fc.shuffledSubarray(['peel', 'peel', 'filler', 'filler', 'laser', 'laser']),
        (course, services) => {
          const as = (all: readonly string[]) =>
            demandFor(all.map((service, at) => ({ service, group: `${at}`, minutes: 10 * at })))
          const one = leant(course, as(services), { about: aboutAll as never })
          const other = leant(course, as(services.map(() => 'something').map((name, at) => `${name} ${at}`)), {
            about: aboutAll as never,
          })
          expect(firstTurns(one, 200).map(seenOf)).toEqual(firstTurns(other, 200).map(seenOf))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('in time', () => {
  const course = always(loopOf(8))
  const now = monday + 10 * minuteMs

  test('what is on and what begins within ten seconds stays, whoever comes to wait', () => {
    const before = continueTimeline([], leant(course, { services: {} }, { fromMs: now }), now)
    const after = continueTimeline(
      before,
      leant(course, demandFor(waitFor('peel', 5)), { fromMs: now + 25_000 }),
      now + 25_000,
    )
    const frozen = before.filter((turn) => endMs(turn) > now + 25_000 && turn.startMs <= now + 25_000 + frozenMs)
    expect(frozen.length).toBe(2)
    expect(after.slice(0, 2)).toEqual(frozen)
    expect(after.some(({ encore }) => encore === 5)).toBe(true)
  })

  test('the same counts are the same timeline, however often it is drawn up', () => {
    const demand = demandFor(waitFor('peel', 4))
    let timeline: Timeline = []
    const often = new Map<number, string>()
    for (let at = now; at < now + 60 * minuteMs; at += 7_000) {
      timeline = continueTimeline(timeline, leant(course, demand, { fromMs: at }), at)
      for (const turn of timeline) {
        expect(often.get(turn.startMs) ?? turn.item.id).toBe(turn.item.id)
        often.set(turn.startMs, turn.item.id)
      }
    }
  })

  test('a screen that is alone goes on in its order, without an encore and without leaving anything out', () => {
    const leaning = leant(course, demandFor(waitFor('peel', 5)), { fromMs: now })
    const timeline = continueTimeline([], leaning, now)
    const last = timeline.at(-1) as Turn
    const rotation = rotationAlone(last.after, course)
    expect(JSON.stringify(rotation)).not.toContain('//')
    expect(rotation.starts).toEqual({})
    const screen = { ...alone(timeline, course), rotation }
    const order = ['0', '1', '2', '3', '4', '5', '6', '7']
    const ownLast = timeline.findLast(({ encore }) => encore === undefined)?.item.id.replace('film-', '') ?? ''
    const from = order.indexOf(ownLast)
    const seen = Array.from({ length: 16 }, (_, step) => playingAt(screen, endMs(last) + step * 30_000 + 1)?.item.id)
    expect(seen).toEqual(Array.from({ length: 16 }, (_, step) => `film-${order[(from + 1 + step) % 8]}`))
  })

  test('a hub that was away takes what the screen has played meanwhile for what it was', () => {
    const plain = continueTimeline([], leant(course, { services: {} }, { fromMs: now }), now)
    const last = plain.at(-1) as Turn
    const later = endMs(last) + 40 * minuteMs + 5_000
    const screen = playingAt(alone(plain, course), later)
    const back = continueTimeline(plain, leant(course, demandFor(waitFor('peel', 5)), { fromMs: later }), later)
    expect([back[0]?.item.id, back[0]?.startMs]).toEqual([screen?.item.id, screen?.startMs])
  })
})
