/** Whose turn it is among films: what plays first, the shortest first, and whoever somebody wants first before all. */
import { expect, test } from 'vitest'
import type { SceneProps } from '../../core/scene.ts'
import { defaultBrand } from '../../core/theme.ts'
import type { FilmJob } from '../../hub/film-job.ts'
import { costOf, FilmPace } from '../../hub/film-pace.ts'
import { FilmQueue, type FilmTurn } from '../../hub/film-queue.ts'
import { FilmTelling } from '../../hub/film-telling.ts'
import type { Library } from '../../hub/library.ts'

const scene = (durationMs: number): SceneProps => ({
  scene: { kind: 'text', heading: 'One', paragraphs: ['A sentence.'] },
  durationMs,
  tone: 'surface',
  template: 'procedure',
  brand: defaultBrand,
  locale: 'en',
  size: 'hd',
})

const job = (path: string, clips: number, more: Partial<FilmJob> = {}): FilmJob => ({
  path,
  explainer: { title: path, template: 'procedure', locale: 'en', scenes: [], pictures: [] },
  scenes: [scene(5_000)],
  words: path,
  look: '',
  controller: new AbortController(),
  work: { stills: 10, clips },
  isAnew: false,
  rank: 0,
  isResting: false,
  progress: 0,
  state: { kind: 'film-wanted' },
  ...more,
})

const queueOf = (jobs: readonly FilmJob[], turns: Readonly<Record<string, FilmTurn>> = {}) =>
  new FilmQueue({
    jobs: new Map(jobs.map((one) => [one.path, one])),
    turnOf: (path) => turns[path] ?? 'first',
    pace: new FilmPace(100),
  })
const pathsOf = (queue: FilmQueue) => queue.inTurn().map(({ path }) => path)

test('what plays comes before what waits to be checked, and the shortest of them first', () => {
  const queue = queueOf([job('long', 400), job('unchecked', 50), job('short', 100)], { unchecked: 'later' })
  expect(pathsOf(queue)).toEqual(['short', 'long', 'unchecked'])
})

test('half of a long film done is less than a short one that has not begun', () => {
  expect(pathsOf(queueOf([job('long', 400, { progress: 0.9 }), job('short', 100)]))).toEqual(['long', 'short'])
})

test('what somebody wants first comes first, the latest wish before the others, also one that rests', () => {
  const resting = { resting: 'resting', other: 'resting' } as const
  const queue = queueOf(
    [job('short', 1), job('wanted', 900, { rank: 1 }), job('resting', 900, { rank: 2 }), job('other', 1)],
    resting,
  )
  expect(pathsOf(queue)).toEqual(['resting', 'wanted', 'short'])
})

test('pictures are made also of what rests; its film is not', () => {
  const queue = queueOf([job('a', 10, { state: { kind: 'stills-wanted' } }), job('b', 10)], {
    a: 'resting',
    b: 'resting',
  })
  expect(queue.next('stills-wanted')?.path).toBe('a')
  expect(queue.next('film-wanted')).toBeUndefined()
})

test('each film is ready after those before it', () => {
  const ready = queueOf([job('one', 100), job('two', 200)]).readyIn()
  // 100 ms for a photograph; then a second, and 60 ms for each of the five of the film.
  expect([...ready]).toEqual([
    ['one', 10_000 + 1_300],
    ['two', 10_000 + 1_300 + 20_000 + 1_300],
  ])
})

test('pages are told of those to be made in their order, then of the others', () => {
  const working = job('working', 50, { progress: 0.504 })
  const jobs = [
    job('done', 0, { state: { kind: 'done' } }),
    job('failed', 0, { state: { kind: 'failed', code: 'no-browser', message: 'Why.', browser: undefined } }),
    job('stopped', 9, { state: { kind: 'cancelled' } }),
    job('next', 100, { isAnew: true }),
    working,
  ]
  const resting = job('resting', 3, { state: { kind: 'stills-wanted' } })
  const told = queueOf([resting, ...jobs], { resting: 'resting' }).told({ stills: resting, film: working })
  expect(told).toEqual([
    { path: 'working', title: 'working', state: 'film', progress: 0.5, remainingS: 4, position: 1 },
    { path: 'next', title: 'next', state: 'waiting', progress: 0, remainingS: 16, isAnew: true, position: 2 },
    { path: 'done', title: 'done', state: 'done', progress: 1 },
    { path: 'failed', title: 'failed', state: 'failed', progress: 0, message: 'Why.' },
    // Its pictures are taken, and it has no place in the queue all the same.
    { path: 'resting', title: 'resting', state: 'waiting', progress: 0 },
    { path: 'stopped', title: 'stopped', state: 'cancelled', progress: 0 },
  ])
})

test('of pictures still to be taken the pages are told when they are there, apart from the film', () => {
  const wanted = (path: string, clips: number) => job(path, clips, { state: { kind: 'stills-wanted' } })
  const told = queueOf([wanted('short', 100), job('half', 150), wanted('long', 900)]).told({
    stills: undefined,
    film: undefined,
  })
  // Ten photographs each, and those of the shorter film come first; no film goes before pictures.
  expect(told.map(({ path, picturesS }) => [path, picturesS])).toEqual([
    ['short', 1],
    ['half', undefined],
    ['long', 2],
  ])
})

test('the library keeps no number of how long a film takes: it would be an old one as soon as another film moves', () => {
  const told: unknown[][] = []
  const library = { entryAt: () => undefined, work: (...what: unknown[]) => told.push(what) } as unknown as Library
  const film = job('one', 100, { progress: 0.4 })
  new FilmTelling(library, queueOf([film])).work(film)
  expect(told).toEqual([['one', 'explainer', 0.4]])
})

test('a scene that stands longer costs hardly more: what holds still is photographed once', () => {
  const [short, long] = [4_000, 20_000].map((ms) => costOf({ kind: 'clip', props: scene(ms) })) as [number, number]
  expect(short).toBeCloseTo(54 + 1 + 15 + 120 / 6)
  expect(long).toBeCloseTo(54 + 1 + 15 + 600 / 6)
})

test('the pace follows what was measured, and one slow scene does not spoil it', () => {
  const pace = new FilmPace(100)
  pace.learn(50, 50 * 400)
  expect(pace.msFor(1)).toBeCloseTo(190)
  for (let scenes = 0; scenes < 12; scenes += 1) pace.learn(50, 50 * 100)
  expect(pace.msFor(1)).toBeLessThan(102)
})
