/** Makes the picture that the TV shows of one of any kind: upright, in the colours of the screen, no larger than it, and without a word about who took it where. */
import path from 'node:path'
import sharp, { type Metadata, type Sharp, type SharpInput, type SharpOptions } from 'sharp'
import type { Profile } from '../../core/kiosk-profile.ts'
import { writeDurably } from './durable.ts'
import type { MadeFile } from './messages.ts'

/** The file is no whole picture, or far too large: a verdict, thrown because it may come up anywhere on the way. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused'
  readonly code: 'damaged' | 'too-large' | 'cannot-convert'

  constructor(code: 'damaged' | 'too-large' | 'cannot-convert', options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** Panoramas and the largest sensors of telephones stay below; 30,000 × 30,000 points do not. */
export const mostPixels = 120_000_000
export const mostSide = 24_000
export const longSide: Readonly<Record<Profile, number>> = { hd: 1920, uhd: 3840 }
const posterSide = 480
const usualPatienceMs = 60_000

// Files come one at a time; more threads only want more memory.
sharp.concurrency(1)
sharp.cache(false)

/** Everything about damage is an error: half a picture is none. */
export const strictly = {
  failOn: 'warning',
  limitInputPixels: mostPixels,
  sequentialRead: true,
} as const satisfies SharpOptions

interface Handling {
  /** It may carry a note that says to turn it, but has been turned already. */
  readonly isUpright?: boolean
  readonly patienceMs?: number
}

interface Making {
  readonly folder: string
  readonly profile: Profile
  readonly longestSide?: number
}

/**
 * @param name of the file to make, without ending
 * @throws PictureRefused
 */
export async function makePicture(
  input: SharpInput,
  options: SharpOptions,
  { folder, profile, longestSide }: Making,
  name: string,
  { isUpright = false, patienceMs = usualPatienceMs }: Handling = {},
): Promise<MadeFile> {
  const side = longestSide ?? longSide[profile]
  const picture = sharp(input, options)
  const fitted = (isUpright ? picture : picture.autoOrient())
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
  const { data, info } = await within(fitted.toBuffer({ resolveWithObject: true }), patienceMs)
  const { width, height, channels } = info
  const plain = () => sharp(data, { raw: { width, height, channels } })
  const isTransparent = (channels === 2 || channels === 4) && !isOpaque(data, channels)
  const extension = isTransparent ? 'webp' : 'jpg'
  const encoded = isTransparent
    ? plain().webp({ quality: 90, alphaQuality: 100 })
    : plain().flatten({ background: '#fff' }).jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
  const file = path.join(folder, `${name}.${extension}`)
  const { hash, bytes } = await writeDurably(file, await within(encoded.toBuffer()))
  const poster = await makePoster(plain(), path.join(folder, `${name}-poster.jpg`))
  return { file, hash, bytes, extension, kind: 'image', width, height, durationMs: 0, poster }
}

async function makePoster(picture: Sharp, file: string): Promise<MadeFile['poster']> {
  const small = picture
    .resize({ width: posterSide, withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
  const { hash } = await writeDurably(file, await within(small.toBuffer()))
  return { file, hash }
}

/** What sharp says of a file before it decodes it. @throws PictureRefused */
export async function lookAt(input: SharpInput, options: SharpOptions): Promise<Metadata> {
  const metadata = await within(sharp(input, options).metadata())
  const { width, height } = metadata
  if (width * height > mostPixels || Math.max(width, height) > mostSide) throw new PictureRefused('too-large')
  return metadata
}

/** A thread of sharp's cannot be stopped; whoever waits for it can. */
export async function within<Result>(work: Promise<Result>, patienceMs = usualPatienceMs): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PictureRefused('cannot-convert')), patienceMs)
  })
  try {
    return await Promise.race([work, late])
  } catch (cause) {
    if (cause instanceof PictureRefused) throw cause
    const message = cause instanceof Error ? cause.message : ''
    throw new PictureRefused(/pixel limit|too large|too big/i.test(message) ? 'too-large' : 'damaged', { cause })
  } finally {
    clearTimeout(timer)
  }
}

/** Whether threads are still at work on something that nobody waits for any more. */
export const isBusyInVain = (): boolean => sharp.counters().process > 0

function isOpaque(data: Buffer, channels: number): boolean {
  for (let at = channels - 1; at < data.length; at += channels) if (data[at] !== 255) return false
  return true
}
