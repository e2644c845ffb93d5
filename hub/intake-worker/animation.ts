/** Moving pictures without a decoder in ffmpeg (WebP): their frames, one after the other at a constant rate. */
import { open } from 'node:fs/promises'
import sharp, { type Metadata } from 'sharp'
import type { Film } from '../../core/kiosk-profile.ts'
import { mostPixels, strictly, within } from './picture.ts'

const usualRate = 30
/** What browsers take when a file says none, or one that no screen can follow. */
const usualDelayMs = 100
/** Frames are taken out by the handful, which keeps the memory small and spares to begin anew for each. */
const handfulPixels = 40_000_000

export interface Animation {
  readonly film: Film
  readonly reading: readonly string[]
  readonly frames: AsyncIterable<Uint8Array>
}

export function animationOf(file: string, { width, pages = 1, delay = [], ...rest }: Metadata): Animation {
  const height = rest.pageHeight ?? rest.height
  const delays = Array.from({ length: pages }, (_, page) => {
    const delayMs = delay[page] ?? usualDelayMs
    return delayMs > 10 ? delayMs : usualDelayMs
  })
  const [first = usualDelayMs] = delays
  const rate = delays.every((each) => each === first) && first > 16 ? 1_000 / first : usualRate
  const durationMs = delays.reduce((sum, each) => sum + each, 0)
  const rateText = rate === usualRate ? String(usualRate) : `1000/${first}`
  const picture = {
    ...{ index: 0, codec_type: 'video', codec_name: 'rawvideo', width, height },
    ...{ r_frame_rate: rateText, avg_frame_rate: rateText },
  }
  return {
    film: {
      ...{ picture, sound: undefined, width, height, rate, averageRate: rate, durationMs },
      frames: Math.round((durationMs / 1_000) * rate),
    },
    reading: ['-pixel_format', 'rgb24', '-video_size', `${width}x${height}`, '-framerate', rateText],
    frames: framesOf(file, width, height, delays, rate),
  }
}

async function* framesOf(
  file: string,
  width: number,
  height: number,
  delays: readonly number[],
  rate: number,
): AsyncIterable<Uint8Array> {
  const handful = Math.max(1, Math.min(Math.floor(handfulPixels / (width * height)), 100))
  const frameBytes = width * height * 3
  let endMs = 0
  let shown = 0
  for (let page = 0; page < delays.length; page += handful) {
    const pages = Math.min(handful, delays.length - page)
    const strip = sharp(file, { ...strictly, limitInputPixels: Math.max(mostPixels, handfulPixels), page, pages })
    const data = await within(strip.flatten({ background: '#fff' }).toColourspace('srgb').raw().toBuffer())
    for (let at = 0; at < pages; at += 1) {
      endMs += delays[page + at] ?? 0
      const frame = data.subarray(at * frameBytes, (at + 1) * frameBytes)
      for (const until = Math.round((endMs / 1_000) * rate); shown < until; shown += 1) yield frame
    }
  }
}

/** The last byte of every whole GIF, but for padding: half of one decodes without a word. */
export async function endsAsGif(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, 4_096))
    await handle.read(tail, 0, tail.length, size - tail.length)
    return tail[tail.findLastIndex((byte) => byte !== 0)] === 0x3b
  } finally {
    await handle.close()
  }
}
