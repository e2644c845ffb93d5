/** How scenes become files. Part of every key of the scene cache: scenes made differently cannot be joined. */

export const clipEncoding = {
  codec: 'h264',
  colorSpace: 'bt709',
  pixelFormat: 'yuv420p',
  // PNG doubles the time of a render, and in 4:2:0 at this quality nobody sees it.
  imageFormat: 'jpeg',
  jpegQuality: 95,
  crf: 19,
  // Half the work of `medium`; drawings come out no larger.
  x264Preset: 'veryfast',
  muted: true,
} as const

/** What any TV computer decodes, as for dropped videos. */
export const x264Arguments = ['-profile:v', 'high', '-level:v', '4.2', '-g', '60', '-tune', 'animation'] as const

export const stillEncoding = {
  imageFormat: 'jpeg',
  jpegQuality: 92,
  // A screen moves slowly over a picture: half as many pixels again keep it sharp.
  scale: 4 / 3,
} as const
