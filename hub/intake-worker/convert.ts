/** Turns any video into one that the TV plays. */
import {
  type Conversion,
  conversionOf,
  encoderArguments,
  type Film,
  type Profile,
  soundArguments,
} from '../../core/kiosk-profile.ts'
import { asMp4, mapsOf, runFfmpeg, type Source, strictly } from './ffmpeg.ts'

interface Job {
  readonly source: Source
  readonly film: Film
  readonly profile: Profile
  readonly folder: string
  /** Name of the file to write in the folder. */
  readonly output: string
  readonly signal: AbortSignal
  readonly onTime: (timeMs: number) => void
  /** How the source is laid out, when it does not say so itself. */
  readonly layout?: readonly string[]
  readonly isInterlaced?: boolean
}

export type Converted =
  /** Strictly: without a single error. Leniently: `share` of the pictures came out whole. */
  { readonly isOk: true; readonly share: number } | { readonly isOk: false; readonly hasDecoder: boolean }

/** A little more than four hours: a file that does not say how long it is must end somewhere. */
const mostSeconds = 4 * 3_600 + 1

export async function convertStrictly(job: Job): Promise<Converted> {
  const { isClean, said } = await encode(job, conversionOf(job.film, job.profile, job.isInterlaced), [
    ...strictly,
    ...(job.layout ?? []),
  ])
  return isClean ? { isOk: true, share: 1 } : { isOk: false, hasDecoder: hasDecoder(said) }
}

/** Keeps the pictures bit by bit, and makes another sound track. */
export async function convertSound({ source, film, folder, output, signal, onTime }: Job): Promise<Converted> {
  const { isClean } = await runFfmpeg({
    ...{ source, folder, signal, onTime, reading: strictly },
    writing: [...mapsOf(film), '-c:v', 'copy', ...soundArguments, ...asMp4(output)],
  })
  return isClean ? { isOk: true, share: 1 } : { isOk: false, hasDecoder: true }
}

/** Takes what decodes, and counts it. */
export async function convertLeniently(job: Job): Promise<Converted> {
  let corrupt = 0
  let rest = ''
  const { isOk, said } = await encode(job, conversionOf(job.film, job.profile, job.isInterlaced), [], (chunk) => {
    const lines = `${rest}${chunk.toString('latin1')}`.split('\n')
    rest = lines.pop() ?? ''
    corrupt += lines.filter((line) => line.includes('corrupt decoded frame')).length
  })
  if (!isOk) return { isOk: false, hasDecoder: hasDecoder(said) }
  const decoded = Number(/\(video\): \d+ packets read \(\d+ bytes\); (\d+) frames decoded/.exec(said)?.[1] ?? 0)
  return { isOk: true, share: (decoded - corrupt) / (job.film.frames ?? Number.POSITIVE_INFINITY) }
}

async function encode(
  { source, film, folder, output, signal, onTime }: Job,
  conversion: Conversion,
  reading: readonly string[],
  onError?: (chunk: Buffer) => void,
) {
  return runFfmpeg({
    ...{ source, folder, signal, onTime, reading, loudness: onError === undefined ? 'error' : 'verbose' },
    writing: [
      ...mapsOf(film),
      ...['-vf', conversion.filters, ...encoderArguments(conversion, film.sound !== undefined)],
      ...['-t', String(mostSeconds), ...asMp4(output)],
    ],
    ...(onError === undefined ? {} : { readers: { 2: onError } }),
  })
}

const hasDecoder = (said: string): boolean => !/decoder[^\n]*not found|no decoder|Unknown decoder/i.test(said)
