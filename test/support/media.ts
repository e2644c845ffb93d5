/** Makes real media with ffmpeg: plain colours, so that a look at the screen tells which one plays. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// Made once per machine: the recipe is in the name.
const shelf = path.join(tmpdir(), 'anteroom-media-1')

export type Color = 'red' | 'lime' | 'blue' | 'yellow' | 'magenta' | 'cyan' | 'white'

/**
 * A film of one colour with a moving bar, H.264 at 30 frames a second, no sound.
 *
 * @param height in lines; a ninth of the pixels is soon looked through, and plays beside other work
 */
export function putVideo(file: string, color: Color, seconds: number, height: 1080 | 360 = 1080): void {
  const [width, bar] = [(height / 9) * 16, Math.round(height / 17)]
  put(file, `${color}-${seconds}-${height}.mp4`, [
    ...['-f', 'lavfi', '-i', `color=${color}:s=${width}x${height}:r=30:d=${seconds}`],
    ...['-f', 'lavfi', '-i', `color=black:s=${bar}x${bar}:r=30:d=${seconds}`],
    ...['-filter_complex', `[0][1]overlay=x='mod(n*${bar / 4},${width - bar})':y=${height - bar - 16}`],
    ...[
      '-c:v',
      'libx264',
      '-profile:v',
      'high',
      '-preset',
      'veryfast',
      '-pix_fmt',
      'yuv420p',
      '-g',
      '60',
      '-movflags',
      '+faststart',
    ],
  ])
}

/** A picture of one colour, 1920 × 1080; the ending of the name chooses the format. */
export function putPicture(file: string, color: Color): void {
  const ending = path.extname(file)
  put(file, `${color}${ending}`, ['-f', 'lavfi', '-i', `color=${color}:s=1920x1080`, '-frames:v', '1'])
}

/** Appears in one step, as a file that was copied elsewhere and moved in. */
function put(file: string, recipe: string, args: readonly string[]): void {
  mkdirSync(shelf, { recursive: true })
  const made = path.join(shelf, recipe)
  if (!existsSync(made)) {
    const making = path.join(shelf, `${process.pid}-${recipe}`)
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...args, making])
    renameSync(making, made)
  }
  copyFileSync(made, `${file}.part`)
  renameSync(`${file}.part`, file)
}
