/** What the TV's computer plays without effort, whether a video is that, and how it becomes that. */
import { z } from 'zod'

/** How large a video may become: Full HD, or 4K where a screen is declared to show it. */
export type Profile = 'hd' | 'uhd'

/** What ffprobe says of a file, as far as it matters. */
export const probe = z.object({
  streams: z.array(
    z.object({
      index: z.int().nonnegative(),
      codec_type: z.string().optional(),
      codec_name: z.string().optional(),
      codec_tag_string: z.string().optional(),
      profile: z.string().optional(),
      pix_fmt: z.string().optional(),
      level: z.number().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      sample_aspect_ratio: z.string().optional(),
      field_order: z.string().optional(),
      color_transfer: z.string().optional(),
      color_space: z.string().optional(),
      r_frame_rate: z.string().optional(),
      avg_frame_rate: z.string().optional(),
      duration: z.string().optional(),
      nb_frames: z.string().optional(),
      sample_rate: z.string().optional(),
      channels: z.number().optional(),
      disposition: z.object({ attached_pic: z.number().optional() }).optional(),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
    }),
  ),
  format: z.object({ format_name: z.string().optional(), duration: z.string().optional() }),
})
export type Probe = z.infer<typeof probe>
type Stream = Probe['streams'][number]

/** The picture and the sound of a file that the TV would play: the first of each. */
export interface Film {
  readonly picture: Stream
  readonly sound: Stream | undefined
  /** As people see it: turned upright, with square points, not yet even. */
  readonly width: number
  readonly height: number
  /** Pictures a second: as the stream is counted, and what came out on average; 0 when unknown. */
  readonly rate: number
  readonly averageRate: number
  /** How many pictures it should have; undefined when nobody says. */
  readonly frames: number | undefined
  /** Milliseconds; 0 when nobody says. */
  readonly durationMs: number
}

export const isCover = (stream: Stream): boolean => stream.disposition?.attached_pic === 1

/** @returns undefined when there is no picture of a known size */
export function filmOf({ streams, format }: Probe): Film | undefined {
  const picture = streams.find((stream) => stream.codec_type === 'video' && !isCover(stream))
  const { width = 0, height = 0 } = picture ?? {}
  if (picture === undefined || width <= 0 || height <= 0) return undefined
  const sound = streams.find(({ codec_type: kind, codec_name: codec }) => kind === 'audio' && codec !== undefined)
  const shown = [Math.max(1, Math.round(width * pointAspect(picture))), height] as const
  const [upright, upWidth, upHeight] = [rotationOf(picture) % 180 === 0, ...shown]
  const [rate, averageRate] = [rational(picture.r_frame_rate), rational(picture.avg_frame_rate)]
  const length = lengthOf(picture, format, averageRate)
  return {
    picture,
    sound,
    width: upright ? upWidth : upHeight,
    height: upright ? upHeight : upWidth,
    rate,
    averageRate,
    ...length,
  }
}

/** What the file promises. */
function lengthOf(picture: Stream, format: Probe['format'], averageRate: number): Pick<Film, 'frames' | 'durationMs'> {
  const duration = seconds(picture.duration ?? format.duration)
  const reckoned = duration > 0 && averageRate > 0 ? Math.floor(duration * averageRate) : undefined
  const counted = Number(picture.nb_frames ?? 0)
  const told = { frames: reckoned, durationMs: Math.round(duration * 1_000) }
  if (!(counted > 0)) return told
  // An MP4 may have more pictures than it shows; of a cut AVI ffprobe measures the rest, but the header tells the whole.
  if (format.format_name?.startsWith('mov')) return { ...told, frames: Math.min(counted, reckoned ?? counted) }
  const whole = averageRate > 0 ? (counted / averageRate) * 1_000 : 0
  return { frames: counted, durationMs: Math.round(Math.max(told.durationMs, whole)) }
}

/** Encrypted streams carry these names instead of their own. */
export const isLocked = ({ streams }: Probe): boolean =>
  streams.some(({ codec_tag_string: tag }) => /^(encv|enca|drmi|drms|p608)$/.test(tag ?? ''))

const interlacedOrders = ['tt', 'bb', 'tb', 'bt']
/** A rate is constant when what came out is what was counted, within a picture or two. */
const rateTolerance = 0.01
// 1088 and 2176: cameras fill up the last row of blocks.
const box = {
  hd: { long: 1920, short: 1080, points: 1920 * 1088, level: 42 },
  uhd: { long: 3840, short: 2160, points: 3840 * 2176, level: 51 },
} as const
type Box = Pick<(typeof box)[Profile], 'long' | 'short' | 'points'>
const mostRate = { hd: 60, uhd: 30 } as const
const fitsBox = (width: number, height: number, { long, points }: Box): boolean =>
  Math.max(width, height) <= long && width * height <= points

/** Whether the TV plays it as it is: H.264 in yuv420p, upright, even, progressive, at a constant rate, with AAC or no sound. */
export function isKioskSafe(film: Film, profile: Profile): boolean {
  return isSafePicture(film, profile) && isSafeSound(film.sound)
}

export function isSafePicture({ picture, rate, averageRate }: Film, profile: Profile): boolean {
  const { width = 0, height = 0 } = picture
  const limit = fitsBox(width, height, box.hd) ? 'hd' : profile
  return (
    picture.codec_name === 'h264' &&
    /^(Constrained Baseline|Baseline|Main|High)$/.test(picture.profile ?? '') &&
    picture.pix_fmt === 'yuv420p' &&
    (picture.level ?? 0) > 0 &&
    (picture.level ?? 0) <= box[limit].level &&
    fitsBox(width, height, box[limit]) &&
    width % 2 === 0 &&
    height % 2 === 0 &&
    pointAspect(picture) === 1 &&
    rotationOf(picture) === 0 &&
    !interlacedOrders.includes(picture.field_order ?? '') &&
    rate > 0 &&
    rate <= mostRate[limit] + 0.01 &&
    Math.abs(averageRate / rate - 1) <= rateTolerance
  )
}

export const isSafeSound = (sound: Stream | undefined): boolean =>
  sound === undefined ||
  (sound.codec_name === 'aac' && (sound.channels ?? 9) <= 2 && Number(sound.sample_rate ?? 0) <= 48_000)

/** What a video becomes. */
export interface Conversion {
  readonly width: number
  readonly height: number
  /** A number, or a fraction like `30000/1001`. */
  readonly rate: string
  readonly level: 42 | 51
  /** ffmpeg's names for the steps from the decoded picture to the one to encode. */
  readonly filters: string
}

const standardRates = ['24000/1001', '24', '25', '30000/1001', '30', '50', '60000/1001', '60']

/** @param isInterlaced what a look at the pictures says, when the file does not */
export function conversionOf(film: Film, profile: Profile, isInterlaced = false): Conversion {
  const limit = fitsBox(film.width, film.height, box.hd) ? 'hd' : profile
  const { width, height } = shrink(film, box[limit])
  const rate = rateOf(film, mostRate[limit])
  const order = film.picture.field_order
  const fields = interlacedOrders.includes(order ?? '') || isInterlaced ? ['bwdif=mode=send_frame'] : []
  return {
    width,
    height,
    rate,
    level: box[limit].level,
    filters: [...fields, `fps=${rate}`, ...scaling(film, width, height), 'setsar=1'].join(','),
  }
}

/** The arguments after the input that encode what the filters bring. */
export function encoderArguments({ rate, level }: Conversion, hasSound: boolean): readonly string[] {
  return [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-profile:v', 'high', '-level:v', String(level / 10)],
    ...['-pix_fmt', 'yuv420p', '-g', '60', '-r', rate],
    ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...(hasSound ? soundArguments : []),
  ]
}

// Gaps in the sound are filled, so that it stays with the picture.
export const soundArguments = [
  ...['-c:a', 'aac', '-b:a', '160k', '-ar', '48000', '-ac', '2'],
  ...['-af', 'aresample=async=1000'],
]

function scaling({ picture, width, height }: Film, toWidth: number, toHeight: number): readonly string[] {
  const transfer = picture.color_transfer
  if (transfer === 'smpte2084' || transfer === 'arib-std-b67') {
    // Said in full: files from phones often name the transfer alone. White is 203 cd/m² there (ITU-R BT.2408), lights go to 1,000.
    const from = `tin=${transfer}:pin=bt2020:min=bt2020nc`
    return [
      `zscale=w=${toWidth}:h=${toHeight}:${from}:t=linear:npl=203`,
      'format=gbrpf32le',
      'zscale=p=bt709',
      'tonemap=mobius:param=0.6:peak=5:desat=0',
      'zscale=t=bt709:m=bt709:r=tv',
      'format=yuv420p',
    ]
  }
  const isSmall = Math.max(width, height) < 1_000
  const known = picture.color_space !== undefined && !/^(unknown|reserved|gbr)$/.test(picture.color_space)
  const matrix = known ? 'auto' : isSmall ? 'bt601' : 'bt709'
  return [
    `scale=${toWidth}:${toHeight}:flags=bicubic:in_color_matrix=${matrix}:out_color_matrix=bt709:out_range=tv`,
    'format=yuv420p',
  ]
}

/** Into the box, lying or standing, never larger; even, because a colour covers two points. */
function shrink({ width, height }: Film, limit: Box) {
  const [boxWidth, boxHeight] = width >= height ? [limit.long, limit.short] : [limit.short, limit.long]
  // What is safe as it is need not become smaller for the sake of its shape.
  const share = fitsBox(width, height, limit) ? 1 : Math.min(1, boxWidth / width, boxHeight / height)
  const even = (length: number) => Math.max(16, Math.round((length * share) / 2) * 2)
  return { width: even(width), height: even(height) }
}

/** Its own rate if that is constant, or every second or third picture of it; else the usual one nearest to the average. */
function rateOf({ picture, rate, averageRate }: Film, most: number): string {
  const isConstant = rate > 0 && Math.abs(averageRate / rate - 1) <= rateTolerance
  if (isConstant && rate <= most + 0.01 && rate >= 1) return picture.r_frame_rate ?? '25'
  const wished = Math.max(isConstant ? rate : averageRate, 25)
  const wanted = wished / Math.ceil(wished / (most + 0.01))
  const distance = (each: string) => Math.abs(rational(each) - wanted)
  return standardRates
    .filter((each) => rational(each) <= most && rational(each) >= Math.min(wanted * 0.98, most))
    .reduce((best, each) => (distance(each) < distance(best) ? each : best), most === 60 ? '60' : '30')
}

/** How wide a point is for its height. */
function pointAspect({ sample_aspect_ratio: ratio }: Stream): number {
  const aspect = rational(ratio?.replace(':', '/'))
  return aspect > 0.1 && aspect < 10 ? aspect : 1
}

/** Degrees, 0 to 270. */
function rotationOf({ side_data_list: sides }: Stream): number {
  const rotation = sides?.find((side) => side.rotation !== undefined)?.rotation ?? 0
  return (((Math.round(rotation / 90) * 90) % 360) + 360) % 360
}

function rational(text: string | undefined): number {
  const [above = Number.NaN, below = 1] = (text ?? '').split('/').map(Number)
  const value = above / below
  return Number.isFinite(value) && value > 0 ? value : 0
}

const seconds = (text: string | undefined): number => {
  const value = Number(text ?? 0)
  return Number.isFinite(value) && value > 0 ? value : 0
}
