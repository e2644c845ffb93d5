/** Looks whether a film consists of half pictures, where its file does not say. */
import type { Film } from '../../core/kiosk-profile.ts'
import { runFfmpeg, type Source } from './ffmpeg.ts'

/** The heights of television; films of other heights and of newer formats never consist of half pictures. */
const heights = [480, 486, 576, 1080]
const codecs = ['mpeg4', 'mjpeg', 'h264', 'dvvideo', 'prores', 'vc1', 'wmv3', 'dnxhd', 'huffyuv', 'ffv1', 'rawvideo']
const looks = 120
/** Of the pictures that show any motion. */
const leastShare = 0.4

export async function hasFields(source: Source, film: Film, folder: string, signal: AbortSignal): Promise<boolean> {
  const { field_order: order = 'unknown', height = 0, codec_name: codec = '' } = film.picture
  if (order !== 'unknown' || !heights.includes(height) || !codecs.includes(codec)) return false
  let told = ''
  await runFfmpeg({
    ...{ source, folder, signal, onTime: () => {}, reading: [] },
    writing: [
      ...['-map', `0:${film.picture.index}`, '-vf', 'idet,metadata=print:file=pipe\\\\:3:direct=1'],
      ...['-frames:v', String(looks), '-f', 'null', '-'],
    ],
    readers: {
      // Every picture tells the count so far: only the last matters.
      3: (chunk) => {
        told = `${told}${chunk.toString('latin1')}`.slice(-4_000)
      },
    },
  })
  const count = (name: string) =>
    Number(
      told
        .split(`lavfi.idet.multiple.${name}=`)
        .at(-1)
        ?.match(/^[\d.]+/)?.[0] ?? 0,
    )
  const halves = count('tff') + count('bff')
  return halves > leastShare * (halves + count('progressive'))
}
