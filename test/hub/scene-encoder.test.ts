/** A scene's clip has every picture at its place, and clips join into a film without a gap, a doubled picture or a click. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stretch } from '../../core/scene-plan.ts'
import { joinClips } from '../../hub/film-join.ts'
import { FilmMaker } from '../../hub/film-maker.ts'
import { FilmSound } from '../../hub/film-sound.ts'
import { encodeScene, photographedIn } from '../../hub/film-worker/scene-encoder.ts'
import { makePlace, projectRoot } from '../support/place.ts'

// Behind everybody else: on a busy computer it waits for them.
const joining = { timeout: 400_000 }
const place = makePlace()
afterAll(() => place.remove())

const { signal } = new AbortController()
const side = 64
/** Each photograph is of one grey, so that a picture of the film tells which one it was. */
const greys = [30, 60, 90, 120, 150, 180, 210, 240] as const
const grey = (index: number) => path.join(place.folder, `grey-${index}.jpg`)

beforeAll(async () => {
  for (const [index, value] of greys.entries()) {
    const background = { r: value, g: value, b: value }
    await sharp({ create: { width: side, height: side, channels: 3, background } })
      .jpeg({ quality: 95 })
      .toFile(grey(index))
  }
})

async function clip(name: string, stretches: readonly Stretch[]): Promise<string> {
  const folder = path.join(place.folder, `${name}-photographs`)
  mkdirSync(folder)
  const photographs = photographedIn(stretches).map((_, at) => {
    const file = path.join(folder, `${String(at).padStart(3, '0')}.jpeg`)
    copyFileSync(grey(at % greys.length), file)
    return file
  })
  const output = path.join(place.folder, `${name}.mp4`)
  await encodeScene({ stretches, photographs, folder, size: 'hd', output }, signal)
  return output
}

/** Which photograph each picture of a film shows. */
function shownIn(file: string): readonly number[] {
  const raw = execFileSync('ffmpeg', [
    ...['-v', 'error', '-i', file, '-vf', `format=gray,crop=2:2:${side / 2}:${side / 2}`],
    ...['-f', 'rawvideo', '-fps_mode', 'passthrough', '-'],
  ])
  // Four points of each.
  return [...raw]
    .filter((_, at) => at % 4 === 0)
    .map((value) => {
      const distances = greys.map((each) => Math.abs(each - value))
      return distances.indexOf(Math.min(...distances))
    })
}

const told = (file: string, stream: 'v' | 'a', entries: string) =>
  execFileSync(
    'ffprobe',
    ['-v', 'error', '-select_streams', stream, '-show_entries', entries, '-of', 'csv=p=0', file],
    {
      encoding: 'utf8',
    },
  )
    .trim()
    .split('\n')

const moving = { first: 0, last: 2, isStill: false }
const scene = [
  moving,
  { first: 3, last: 42, isStill: true },
  { first: 43, last: 44, isStill: false },
  { first: 45, last: 74, isStill: true },
] as const
const sceneShows = [0, 1, 2, ...Array(40).fill(3), 4, 5, ...Array(30).fill(6)]

test('what moves is photographed picture by picture, what holds still once', () => {
  expect(photographedIn(scene)).toEqual([0, 1, 2, 3, 43, 44, 45])
})

test('a photograph stands for exactly as many pictures as its stretch is long', async () => {
  expect(shownIn(await clip('alone', scene))).toEqual(sceneShows)
})

test(
  'clips join with every picture in its place, evenly spaced, and the sound ends before the film',
  joining,
  async () => {
    const one = await clip('one', scene)
    const other = await clip('other', [{ first: 0, last: 59, isStill: true }])
    const film = path.join(place.folder, 'film.mp4')
    const clips = [
      { file: one, seconds: 75 / 30 },
      { file: other, seconds: 2 },
      { file: one, seconds: 75 / 30 },
    ]
    const heard = path.join(place.folder, 'sound.m4a')
    expect(await new FilmSound(path.join(projectRoot, 'build')).make(7, heard, signal)).toBe(true)
    expect(await joinClips(clips, film, signal, heard)).toBe(true)
    expect(shownIn(film)).toEqual([...sceneShows, ...Array(60).fill(0), ...sceneShows])
    const packets = told(film, 'v', 'packet=pts,dts').map((line) => line.split(',').map(Number))
    const shown = packets.map(([pts = 0]) => pts).sort((a, b) => a - b)
    expect(new Set(shown.slice(1).map((pts, at) => pts - (shown[at] ?? 0)))).toEqual(new Set([90_000 / 30]))
    expect(shown[0]).toBe(0)
    const decoded = packets.map(([, dts = 0]) => dts)
    expect(decoded.slice(1).every((dts, at) => dts > (decoded[at] ?? 0))).toBe(true)
    expect(told(film, 'v', 'stream=profile,level,time_base,color_range,color_space,nb_frames')).toEqual([
      'High,42,tv,bt709,1/90000,210',
    ])
    const [sound] = told(film, 'a', 'stream=codec_name,sample_rate,channels,duration')
    const [codec, rate, channels, duration] = sound?.split(',') ?? []
    expect([codec, rate, channels]).toEqual(['aac', '48000', '2'])
    expect(Number(duration)).toBeLessThanOrEqual(7)
    expect(Number(duration)).toBeGreaterThan(6.5)
  },
)

test('a film that nobody wants any more is not joined, and its clips are kept', joining, async () => {
  const build = path.join(projectRoot, 'build')
  const scratch = path.join(place.folder, 'scratch')
  const maker = new FilmMaker({ cache: path.join(place.folder, 'scenes'), scratch, build, environment: {} })
  const file = await clip('unwanted', [moving])
  const output = path.join(place.folder, 'unwanted-film.mp4')
  for (const hasSound of [true, false]) {
    const joined = maker.join([{ file, seconds: 0.1 }], output, hasSound, AbortSignal.abort('nobody wants it'))
    await expect(joined).rejects.toBe('nobody wants it')
  }
  expect([existsSync(output), existsSync(file)]).toEqual([false, true])
})

test('a silent film has no sound at all', joining, async () => {
  const film = path.join(place.folder, 'silent.mp4')
  expect(await joinClips([{ file: await clip('still', [moving]), seconds: 0.1 }], film, signal)).toBe(true)
  expect(told(film, 'a', 'stream=codec_name')).toEqual([''])
})
