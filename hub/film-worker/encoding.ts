/** How scenes become pictures and clips. Part of every key of the scene cache: clips made differently cannot be joined. */
import type { FilmSize } from '../../core/scene.ts'

export const frameSizes = {
  hd: { width: 1920, height: 1080 },
  uhd: { width: 3840, height: 2160 },
  portrait: { width: 1080, height: 1920 },
} as const satisfies Record<FilmSize, { readonly width: number; readonly height: number }>

/** One picture of a scene on its way into a clip. PNG doubles the time of a render, and in 4:2:0 at this quality nobody sees it. */
export const photoEncoding = { imageFormat: 'jpeg', jpegQuality: 95 } as const

/** The picture that plays until the film is there. */
export const stillEncoding = { imageFormat: 'jpeg', jpegQuality: 92 } as const

// A screen moves slowly over a picture: half as many pixels again keep it sharp.
export const stillScale = 4 / 3

/** What any TV computer decodes, as for dropped videos. */
const level = { hd: '4.2', uhd: '5.1', portrait: '4.2' } as const satisfies Record<FilmSize, string>

/** Photographs are JPEG, in its own colours: the TV's are BT.709, limited. Nothing of it hangs on what a file says of itself. */
export const toVideoColors = 'zscale=matrixin=470bg:rangein=full:matrix=709:range=limited,format=yuv420p'

/** Every clip of a film is encoded by these very arguments. Two threads: the same bytes whatever the number of cores. */
export const clipArguments = (size: FilmSize): readonly string[] => [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '19', '-profile:v', 'high', '-level:v', level[size]],
  ...['-g', '60', '-threads', '2', '-pix_fmt', 'yuv420p'],
  ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
  ...['-video_track_timescale', '90000', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
]
