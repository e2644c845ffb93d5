/** The way of a video: as it is when the TV can play it, converted when not, repaired when little is lost; or a reason why not. */
import path from 'node:path'
import {
  type Film,
  filmOf,
  isCover,
  isKioskSafe,
  isLocked,
  isSafePicture,
  isSafeSound,
} from '../../core/kiosk-profile.ts'
import type { NoticeCode, RefusalCode } from '../../core/remarks.ts'
import type { Animation } from './animation.ts'
import { type Boxes, boxesOf } from './boxes.ts'
import { type Converted, convertLeniently, convertSound, convertStrictly } from './convert.ts'
import { settle } from './durable.ts'
import { mostFilmPixels, probeFile, type Source } from './ffmpeg.ts'
import { hasFields } from './fields.ts'
import type { Judgement, Judging } from './messages.ts'
import type { Progress } from './progress.ts'
import { isComplete, type Passed, strictPass } from './strict-pass.ts'

const mostMs = 4 * 3_600_000
/** Less than this share came out whole: then it is not worth showing. */
const leastShare = 0.99
/** Recordings of a broadcast begin anywhere: what cannot be seen before the first whole picture is no damage. */
const broadcasts = ['mpeg', 'mpegts']
const mostLeadMs = 2_500
const leastOfBroadcast = 0.8
/** Their headers do not say how long they are; what ffmpeg reckons from timestamps is no promise. */
const vague = ['mpeg', 'mpegts', 'mpegvideo', 'rm']

interface Way {
  readonly task: Judging
  readonly source: Source
  readonly film: Film
  readonly boxes: Boxes
  readonly progress: Progress
  readonly signal: AbortSignal
}

const noBoxes: Boxes = { isCut: false, isFragmented: false, isLocked: false }
const refuse = (code: RefusalCode): Judgement => ({ ok: false, code })

/** @param demuxer the only one that may open it */
export async function judgeFilm(
  task: Judging,
  demuxer: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<Judgement> {
  const source: Source = { file: task.copy, demuxer }
  const probed = await probeFile(source, task.folder, signal)
  if (probed === undefined) return refuse('damaged')
  if (isLocked(probed)) return refuse('locked')
  const film = filmOf(probed)
  if (film === undefined) {
    const hasSound = probed.streams.some(({ codec_type: kind }) => kind === 'audio')
    const hasPicture = probed.streams.some((stream) => stream.codec_type === 'video' && !isCover(stream))
    // An MP4 of which nothing but the beginning has arrived names no streams at all.
    return refuse(hasSound && !hasPicture ? 'only-sound' : 'damaged')
  }
  if (film.picture.codec_name === undefined) return refuse('cannot-convert')
  // The header has arrived, but not one picture that it promises.
  if (film.picture.pix_fmt === undefined) return refuse('damaged')
  if (film.durationMs > mostMs) return refuse('too-long')
  if (film.width * film.height > mostFilmPixels) return refuse('too-large')
  const boxes = demuxer === 'mov' ? await boxesOf(task.copy) : noBoxes
  if (boxes.isLocked) return refuse('locked')
  const way: Way = { task, source, film, boxes, progress, signal }
  return isKioskSafe(film, task.profile) && demuxer === 'mov' ? keepAsItIs(way) : convert(way)
}

/** Moving pictures that reach ffmpeg frame by frame. */
export async function judgeAnimation(
  task: Judging,
  { film, frames, reading }: Animation,
  progress: Progress,
  signal: AbortSignal,
): Promise<Judgement> {
  if (film.durationMs > mostMs) return refuse('too-long')
  if (film.width * film.height > mostFilmPixels) return refuse('too-large')
  const source: Source = { file: frames, demuxer: 'rawvideo' }
  const way: Way = { task, source, film, boxes: noBoxes, progress, signal }
  const output = 'converted.mp4'
  const onTime = progress.stretch(0, 0.8, film.durationMs)
  const converted = await convertStrictly({ ...jobOf(way), output, onTime, layout: reading })
  return (converted.isOk ? await acceptResult(way, output, ['converted']) : undefined) ?? refuse('damaged')
}

/** One pass that decodes everything, and the same bytes without what is neither picture nor sound. */
async function keepAsItIs(way: Way): Promise<Judgement> {
  const { task, source, film, boxes, progress, signal } = way
  const kept = 'film.mp4'
  const onTime = progress.stretch(0, 0.95, film.durationMs)
  const { folder, stepsBack = false } = task
  const passed = await strictPass({ source, film, folder, signal, onTime, remux: kept, stepsBack })
  if (!passed.isWhole || boxes.isCut) return repair(way)
  // A cut on paper only (an edit list) does not survive the copying: then it is made anew.
  const made = await filmIn(path.join(task.folder, kept), task, signal)
  const isSame = made !== undefined && isKioskSafe(made, task.profile) && isComplete(made.frames ?? 0, passed.frames)
  return isSame ? accept(way, made, passed, kept, []) : convert(way)
}

async function convert(way: Way): Promise<Judgement> {
  const { film, source, task, boxes, progress } = way
  const output = 'converted.mp4'
  // Cameras write what the TV plays, but with the sound of a studio.
  if (source.demuxer === 'mov' && isSafePicture(film, task.profile) && !isSafeSound(film.sound) && !boxes.isCut) {
    const onTime = progress.stretch(0, 0.2, film.durationMs)
    const kept = await convertSound({ ...jobOf(way), output, onTime })
    const judged = kept.isOk ? await acceptResult(way, output, ['converted']) : undefined
    if (judged !== undefined) return judged
  }
  const converted = await convertStrictly({
    ...jobOf(way),
    ...{ output, onTime: progress.stretch(0, 0.8, film.durationMs) },
    isInterlaced: await hasFields(way.source, film, way.task.folder, way.signal),
  })
  if (!converted.isOk && !converted.hasDecoder) return refuse('cannot-convert')
  if (converted.isOk && !boxes.isCut) {
    const judged = await acceptResult(way, output, ['converted'])
    if (judged !== undefined) return judged
  }
  return repair(way)
}

/** What decodes of a damaged file, if it is nearly all. */
async function repair(way: Way): Promise<Judgement> {
  const { film, boxes, progress } = way
  // Nobody knows how much is missing of pieces without an index.
  if (boxes.isCut && boxes.isFragmented) return refuse('damaged')
  const output = 'repaired.mp4'
  const converted: Converted = await convertLeniently({
    ...jobOf(way),
    output,
    onTime: progress.stretch(0, 0.8, film.durationMs),
  })
  if (!converted.isOk) return refuse('damaged')
  const isLead = (1 - converted.share) * film.durationMs <= mostLeadMs && converted.share >= leastOfBroadcast
  const isMostly = converted.share >= leastShare || (broadcasts.includes(way.source.demuxer) && isLead)
  if (!isMostly) return refuse('damaged')
  return (await acceptResult(way, output, ['repaired'])) ?? refuse('damaged')
}

const jobOf = ({ task, source, film, signal }: Way) => ({
  ...{ source, film, signal, profile: task.profile, folder: task.folder },
})

/** @returns undefined when the result is not whole itself, or much shorter than promised */
async function acceptResult(way: Way, output: string, notices: readonly NoticeCode[]): Promise<Judgement | undefined> {
  const { task, source, film: original, progress, signal } = way
  const made = path.join(task.folder, output)
  const film = await filmIn(made, task, signal)
  if (film === undefined || !isKioskSafe(film, task.profile)) return undefined
  const expected = original.durationMs > 0 ? (original.durationMs / 1_000) * film.rate : undefined
  if (!vague.includes(source.demuxer) && !isComplete(film.frames ?? 0, expected)) return undefined
  if (film.durationMs > mostMs) return refuse('too-long')
  const onTime = progress.stretch(0.8, 0.99, film.durationMs)
  const passed = await strictPass({ source: { file: made, demuxer: 'mov' }, film, folder: task.folder, signal, onTime })
  return passed.isWhole ? accept(way, film, passed, output, notices) : undefined
}

async function filmIn(file: string, { folder }: Judging, signal: AbortSignal): Promise<Film | undefined> {
  const probed = await probeFile({ file, demuxer: 'mov' }, folder, signal)
  const film = probed === undefined ? undefined : filmOf(probed)
  return film !== undefined && film.durationMs > 0 ? film : undefined
}

async function accept(
  { task, signal }: Way,
  film: Film,
  { flashes, isAudible, gainDb, poster }: Passed,
  output: string,
  notices: readonly NoticeCode[],
): Promise<Judgement> {
  if (flashes && !task.acceptsFlashes) return refuse('flashes')
  const file = path.join(task.folder, output)
  const { hash, bytes } = await settle(file, signal)
  if (poster === undefined) throw new Error('ffmpeg left no picture of the film')
  const { width, height, durationMs } = film
  return {
    ok: true,
    kind: 'video',
    made: [
      {
        ...{ file, hash, bytes, extension: 'mp4', kind: 'video', width, height, durationMs, poster },
        ...(gainDb === undefined ? {} : { gainDb }),
      },
    ],
    notices: [
      ...notices,
      ...(isAudible ? (['plays-silently'] as const) : []),
      ...(flashes ? (['flashes-accepted'] as const) : []),
    ],
  }
}
