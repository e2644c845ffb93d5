/** How ffmpeg is called on a dropped file: one demuxer, no other files, no addresses, and an eye on whether it gets somewhere. */
import path from 'node:path'
import { type Film, type Probe, probe } from '../../core/kiosk-profile.ts'
import { gibibyte, type Outcome, type Run, runProgram } from './program.ts'

/** A received copy, or what is fed in piece by piece, and the only demuxer that may open it. */
export interface Source {
  readonly file: string | AsyncIterable<Uint8Array>
  readonly demuxer: string
}

const probePatienceMs = 30_000
/** Nothing new for this long means stuck, whatever the computer: moving the index of a large film to its beginning says nothing. */
const patienceMs = 300_000
/** What steps back may wait for its turn as long as the computer is busy with something else. */
const steppedBackPatienceMs = 3_600_000
const memory = 8 * gibibyte
/** 8K has 33 million points. */
export const mostFilmPixels = 40_000_000

const only = ({ file, demuxer }: Source): readonly string[] => [
  ...['-protocol_whitelist', 'file,pipe', '-f', demuxer],
  // With the scheme said, no sign in the name is taken for one.
  ...['-i', typeof file === 'string' ? `file:${path.resolve(file)}` : 'pipe:0'],
]

/** A second of doubt about any bit, and it stops. */
export const strictly = ['-xerror', '-err_detect', 'explode']

/** @returns undefined when the file does not open */
export async function probeFile(source: Source, folder: string, signal: AbortSignal): Promise<Probe | undefined> {
  let output = ''
  const { isOk } = await runProgram(
    'ffprobe',
    ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', ...only(source)],
    {
      ...{ folder, signal, memory, patienceMs: probePatienceMs },
      readers: {
        1: (chunk) => {
          output += chunk.toString('utf8')
        },
      },
    },
  )
  if (!isOk) return undefined
  const parsed = probe.safeParse(JSON.parse(output))
  return parsed.success ? parsed.data : undefined
}

interface Job {
  readonly source: Source
  /** Before the input. */
  readonly reading: readonly string[]
  /** After it. */
  readonly writing: readonly string[]
  /** How much it says on standard error. */
  readonly loudness?: 'error' | 'verbose'
  readonly folder: string
  readonly signal: AbortSignal
  readonly readers?: Run['readers']
  readonly stepsBack?: boolean
  /** Tells the point in time it has reached, milliseconds. */
  readonly onTime: (timeMs: number) => void
}

export async function runFfmpeg(job: Job): Promise<Outcome> {
  let reached = -1
  let rest = ''
  const follow = (chunk: Buffer, renew: () => void) => {
    const lines = `${rest}${chunk.toString('latin1')}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const time = Number(/^out_time_us=(\d+)/.exec(line)?.[1] ?? Number.NaN)
      if (!(time > reached)) continue
      reached = time
      renew()
      job.onTime(time / 1_000)
    }
  }
  return runProgram(
    'ffmpeg',
    [
      ...['-v', job.loudness ?? 'error', '-nostdin', '-nostats', '-progress', 'pipe:1', '-stats_period', '0.5', '-y'],
      ...['-max_pixels', String(mostFilmPixels), ...job.reading, ...only(job.source), ...job.writing],
    ],
    {
      ...{ folder: job.folder, signal: job.signal, memory, stepsBack: job.stepsBack ?? false },
      patienceMs: job.stepsBack ? steppedBackPatienceMs : patienceMs,
      readers: { ...job.readers, 1: follow },
      ...(typeof job.source.file === 'string' ? {} : { input: job.source.file }),
    },
  )
}

/** An MP4 that begins to play before it is all there, and says nothing of where it comes from. */
export const asMp4 = (file: string): readonly string[] => [
  ...['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-movflags', '+faststart', '-f', 'mp4'],
  file,
]

export const mapsOf = ({ picture, sound }: Film): readonly string[] => [
  ...['-map', `0:${picture.index}`],
  ...(sound === undefined ? [] : ['-map', `0:${sound.index}`]),
]
