/** What the intake worker makes of films: whatever was dropped, the TV gets one it plays without effort. */
import { execFileSync } from 'node:child_process'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { judge } from '../../hub/intake-worker/judge.ts'
import type { MadeFile } from '../../hub/intake-worker/messages.ts'
import { decodesStrictly, hashOf, makeBench, only, seen } from '../support/judging.ts'
import { type OddMedia, oddMedia, rotatedMedia, talkativeMedia } from '../support/odd-media.ts'

const bench = makeBench()
afterAll(() => bench.remove())

/** By an independent look: the promise to the TV. */
async function expectKioskSafe(made: MadeFile): Promise<void> {
  const { streams, format } = seen(made.file)
  const [picture, sound, ...others] = streams
  expect(picture).toMatchObject({ codec_name: 'h264', pix_fmt: 'yuv420p', width: made.width, height: made.height })
  expect(['High', 'Main', 'Constrained Baseline']).toContain(picture?.profile)
  expect(picture?.level).toBeLessThanOrEqual(42)
  expect(picture?.r_frame_rate).toBe(picture?.avg_frame_rate)
  expect(picture?.sample_aspect_ratio ?? '1:1').toBe('1:1')
  expect(picture?.side_data_list).toBeUndefined()
  expect([made.width % 2, made.height % 2]).toEqual([0, 0])
  if (sound !== undefined) expect(sound).toMatchObject({ codec_name: 'aac', codec_type: 'audio' })
  expect(Number(sound?.channels ?? 1)).toBeLessThanOrEqual(2)
  expect(Number(sound?.sample_rate ?? 0)).toBeLessThanOrEqual(48_000)
  expect(others).toEqual([])
  expect(format.format_name).toContain('mp4')
  expect(decodesStrictly(made.file)).toBe(true)
  expect(made.hash).toBe(hashOf(made.file))
  const poster = await sharp(made.poster.file).metadata()
  expect([poster.format, poster.width <= 480]).toEqual(['jpeg', true])
  expect(made.poster.hash).toBe(hashOf(made.poster.file))
}

describe('what the TV plays already', () => {
  test.each<[OddMedia, readonly string[]]>([
    ['safe.mp4', ['plays-silently']],
    ['safe-silent.mp4', []],
    ['portrait.mp4', []],
    ['fragmented.mp4', []],
    ['silent-sound.mp4', []],
    ['pan.mp4', []],
    ['cuts.mp4', []],
  ])('%s keeps every picture', async (name, notices) => {
    const judgement = await bench.accepted(oddMedia(name), name)
    expect([judgement.kind, judgement.notices]).toEqual(['video', notices])
    const made = only(judgement)
    await expectKioskSafe(made)
    expect(picturesOf(made.file)).toEqual(picturesOf(oddMedia(name)))
  })

  test('nothing is left of where, when and by whom, of chapters and subtitles', async () => {
    const made = only(await bench.accepted(talkativeMedia(), 'talkative.mp4'))
    await expectKioskSafe(made)
    const told = JSON.stringify(seen(made.file))
    expect(told).not.toMatch(/Private|Kitchen|52\.52|2026|Example/)
    expect(JSON.stringify(seen(talkativeMedia()))).toMatch(/Private/)
  })

  test('the same film becomes the same bytes', async () => {
    const [one, other] = [
      await bench.accepted(oddMedia('safe.mp4'), 'a.mp4'),
      await bench.accepted(oddMedia('safe.mp4'), 'b.mp4'),
    ]
    expect(only(one).hash).toBe(only(other).hash)
  })

  test('the copy it was judged by is left as it was', async () => {
    const task = bench.taskFor(oddMedia('safe.mp4'), 'safe.mp4')
    await judge(task, () => {}, new AbortController().signal)
    expect(hashOf(task.copy)).toBe(hashOf(oddMedia('safe.mp4')))
  })
})

describe('what must be converted', () => {
  test.each<[OddMedia, number, number, number, boolean]>([
    ['hevc.mov', 320, 180, 1_000, true],
    ['prores.mov', 320, 180, 1_000, true],
    ['camera.avi', 320, 180, 1_000, true],
    ['film.mkv', 320, 180, 1_000, true],
    ['office.wmv', 320, 180, 1_000, true],
    ['disc.mpg', 320, 180, 1_000, true],
    ['camcorder.mts', 320, 180, 1_000, true],
    ['tape.dv', 1024, 576, 1_000, false],
    ['screen.webm', 320, 180, 1_000, true],
    ['flash.flv', 320, 180, 1_000, true],
    ['theora.ogv', 320, 180, 1_000, false],
    ['moving.gif', 160, 90, 2_000, false],
    ['moving.png', 160, 90, 1_000, false],
    ['moving.webp', 160, 90, 2_000, false],
    ['uneven-rate.mp4', 320, 180, 3_450, false],
    ['high-rate.mp4', 320, 180, 1_000, false],
    ['odd-size.mkv', 320, 180, 1_000, false],
    ['wide-points.mp4', 512, 288, 1_000, false],
    ['ten-bit.mp4', 320, 180, 1_000, false],
    ['surround.mkv', 320, 180, 1_000, true],
    ['studio-sound.mov', 320, 180, 1_000, true],
    ['large.mp4', 1920, 1080, 400, false],
  ])('%s', async (name, width, height, durationMs, hasSound) => {
    const judgement = await bench.accepted(oddMedia(name), name)
    expect(judgement.notices).toEqual(hasSound ? ['converted', 'plays-silently'] : ['converted'])
    const made = only(judgement)
    await expectKioskSafe(made)
    expect([made.kind, made.extension, made.width, made.height]).toEqual(['video', 'mp4', width, height])
    expect(Math.abs(made.durationMs - durationMs)).toBeLessThanOrEqual(80)
    expect(made.gainDb !== undefined).toBe(hasSound)
  })

  test('a film that was held upright stands upright', async () => {
    const made = only(await bench.accepted(rotatedMedia(), 'upright.mov'))
    await expectKioskSafe(made)
    expect([made.width, made.height]).toEqual([180, 320])
  })

  test('a film that only sounds like a studio keeps every picture', async () => {
    const made = only(await bench.accepted(oddMedia('studio-sound.mov'), 'studio-sound.mov'))
    expect(picturesOf(made.file)).toEqual(picturesOf(oddMedia('studio-sound.mov')))
  })

  test('half pictures become whole ones, whether the file tells of them or not', async () => {
    for (const name of ['interlaced.mpg', 'interlaced.avi'] as const) {
      const made = only(await bench.accepted(oddMedia(name), name))
      await expectKioskSafe(made)
      expect(combing(made.file)).toBeLessThan(combing(oddMedia(name)) / 2)
    }
  })

  test('the wide range of colours of a telephone becomes the one of the screen', async () => {
    const made = only(await bench.accepted(oddMedia('hdr.mov'), 'hdr.mov'))
    await expectKioskSafe(made)
    expect(seen(made.file).streams[0]).toMatchObject({ color_transfer: 'bt709', color_primaries: 'bt709' })
    const [red, green, blue] = (await sharp(made.poster.file).stats()).channels
    for (const channel of [red, green, blue]) expect(Math.abs((channel?.mean ?? 0) - 0xe0)).toBeLessThan(24)
  })

  test('a large film stays large for a screen that shows it', async () => {
    const made = only(await bench.accepted(oddMedia('large.mp4'), 'large.mp4', { profile: 'uhd' }))
    expect([made.width, made.height]).toEqual([3840, 2160])
  })

  test('how far it is, is told again and again, and never backwards', async () => {
    const shares: number[] = []
    await judge(
      bench.taskFor(oddMedia('disc.mpg'), 'disc.mpg'),
      (share) => shares.push(share),
      new AbortController().signal,
    )
    expect(shares.length).toBeGreaterThan(1)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })
})

describe('flashes', () => {
  test.each<[OddMedia]>([['flicker.mp4'], ['red-flicker.mp4'], ['turns.mp4']])(
    '%s is refused unless accepted',
    async (name) => {
      expect(await bench.verdictOn(oddMedia(name), name)).toBe('flashes')
      const accepted = await bench.accepted(oddMedia(name), name, { acceptsFlashes: true })
      expect(accepted.notices).toEqual(['flashes-accepted'])
    },
  )
})

describe('loudness', () => {
  test('a quiet and a loud film come out equally loud', async () => {
    const [quiet, loud] = [
      only(await bench.accepted(oddMedia('quiet.mp4'), 'quiet.mp4')),
      only(await bench.accepted(oddMedia('loud.mp4'), 'loud.mp4')),
    ]
    // 12 dB lie between them.
    expect((quiet.gainDb ?? 0) - (loud.gainDb ?? 0)).toBeCloseTo(12, 0)
  })
})

const run = (program: string, args: readonly string[]) => execFileSync(program, args, { encoding: 'utf8' })

/** A number for every decoded picture. */
function picturesOf(file: string): string {
  return run('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:v:0', '-f', 'framehash', '-'])
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(',').at(-1)?.trim())
    .join('\n')
}

/** How many of the pictures consist of two halves of different moments. */
function combing(file: string): number {
  const told = run('ffmpeg', ['-v', 'error', '-i', file, '-vf', 'idet,metadata=print:file=-', '-f', 'null', '-'])
  const count = (name: string) => Number(/^[\d.]+/.exec(told.split(`lavfi.idet.multiple.${name}=`).at(-1) ?? '')?.[0])
  return count('tff') + count('bff')
}
