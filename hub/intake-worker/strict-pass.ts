/** Decodes a film once from end to end, and learns everything on the way: whether it is whole, how loud it is, whether it flashes, what it looks like. */
import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { flashFrame, watchFlashes } from '../../core/flashes.ts'
import type { Film } from '../../core/kiosk-profile.ts'
import { settle } from './durable.ts'
import { asMp4, mapsOf, runFfmpeg, type Source, strictly } from './ffmpeg.ts'
import type { MadeFile } from './messages.ts'

export interface Passed {
  /** Not one reported error, and as many pictures as it says. */
  readonly isWhole: boolean
  /** How many pictures came out. */
  readonly frames: number
  readonly flashes: boolean
  readonly isAudible: boolean
  readonly gainDb: number | undefined
  readonly poster: MadeFile['poster'] | undefined
}

interface Pass {
  readonly source: Source
  readonly film: Film
  readonly folder: string
  readonly signal: AbortSignal
  readonly onTime: (timeMs: number) => void
  /** Where to write the same film without all that is neither picture nor sound. */
  readonly remux?: string
  readonly stepsBack?: boolean
}

/** EBU R 128. */
const targetLoudness = -23
const mostPeak = -1
const noLoudness = -70
const faintPeak = 0.001
/** Of as many moments of a film one makes a good poster; the picture with the most in it takes the most bytes. */
const candidates = 5

export async function strictPass({
  source,
  film,
  folder,
  signal,
  onTime,
  remux,
  stepsBack = false,
}: Pass): Promise<Passed> {
  const flashes = watchFlashes(film.rate)
  let frames = 0
  const takeFrames = sliced(flashFrame.width * flashFrame.height * 3, (frame) => {
    flashes.add(frame)
    frames += 1
  })
  const loudness = watchLoudness()
  const every = film.durationMs / 1_000 / candidates
  const graph = [
    `[0:${film.picture.index}]split[a][b]`,
    `[a]scale=${flashFrame.width}:${flashFrame.height}:flags=fast_bilinear,format=rgb24[small]`,
    `[b]select='isnan(prev_selected_t)+gte(t-prev_selected_t,${every.toFixed(3)})',` +
      'scale=480:-2:out_color_matrix=bt601:out_range=pc,format=yuvj420p[still]',
    ...(film.sound === undefined
      ? []
      : [`[0:${film.sound.index}]ebur128=metadata=1:peak=sample,ametadata=print:file=pipe\\\\:4:direct=1,anullsink`]),
  ].join(';')
  const outcome = await runFfmpeg({
    ...{ source, folder, signal, onTime, stepsBack, reading: strictly },
    writing: [
      ...['-filter_complex', graph],
      ...['-map', '[small]', '-fps_mode', 'passthrough', '-f', 'rawvideo', 'pipe:3'],
      ...['-map', '[still]', '-fps_mode', 'passthrough', '-q:v', '4', '-f', 'image2', 'still-%d.jpg'],
      ...(remux === undefined ? [] : [...mapsOf(film), '-c', 'copy', ...asMp4(remux)]),
    ],
    readers: { 3: takeFrames, ...(film.sound === undefined ? {} : { 4: loudness.take }) },
  })
  return {
    isWhole: outcome.isClean && frames > 0 && isComplete(frames, film.frames),
    frames,
    flashes: flashes.isOverLimit(),
    isAudible: loudness.isAudible(),
    gainDb: loudness.gainDb(),
    poster: await choosePoster(folder, signal),
  }
}

/** A picture or two are lost in rounding, or cut off on purpose at the ends. */
export const isComplete = (frames: number, expected: number | undefined): boolean =>
  expected === undefined || frames >= expected - Math.max(2, expected * 0.01)

function watchLoudness() {
  let rest = ''
  let integrated = noLoudness
  let peak = 0
  const isAudible = () => integrated > noLoudness || peak > faintPeak
  return {
    take(chunk: Buffer): void {
      const lines = `${rest}${chunk.toString('latin1')}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [, name, value] = /^lavfi\.r128\.(I|sample_peak)=(-?[\d.]+)/.exec(line) ?? []
        if (name === 'I') integrated = Number(value)
        if (name === 'sample_peak') peak = Number(value)
      }
    },
    isAudible,
    gainDb(): number | undefined {
      if (!isAudible()) return undefined
      // Too short to be measured: it stays as it is.
      if (integrated <= noLoudness) return 0
      const mostGain = peak > 0 ? mostPeak - 20 * Math.log10(peak) : 0
      return Math.round(Math.min(targetLoudness - integrated, Math.max(0, mostGain)) * 10) / 10
    },
  }
}

/** Cuts a stream of bytes into pieces of equal length. */
function sliced(length: number, take: (piece: Uint8Array) => void) {
  const piece = Buffer.alloc(length)
  let filled = 0
  return (chunk: Buffer, renew: () => void): void => {
    for (let at = 0; at < chunk.length; ) {
      const copied = chunk.copy(piece, filled, at)
      at += copied
      filled += copied
      if (filled < length) continue
      filled = 0
      take(piece)
      renew()
    }
  }
}

async function choosePoster(folder: string, signal: AbortSignal): Promise<MadeFile['poster'] | undefined> {
  const stills = (await readdir(folder)).filter((name) => /^still-\d+\.jpg$/.test(name)).sort()
  const sized = await Promise.all(
    stills.map(async (name) => ({ name, bytes: (await stat(path.join(folder, name))).size })),
  )
  const best = sized.reduce<(typeof sized)[number] | undefined>(
    (most, each) => (most === undefined || each.bytes > most.bytes ? each : most),
    undefined,
  )
  const file = path.join(folder, 'poster.jpg')
  if (best !== undefined) await rename(path.join(folder, best.name), file)
  await Promise.all(sized.filter((each) => each !== best).map(({ name }) => rm(path.join(folder, name))))
  if (best === undefined || best.bytes === 0) return undefined
  return { file, hash: (await settle(file, signal)).hash }
}
