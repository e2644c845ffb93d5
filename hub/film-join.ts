/** Joins rendered scenes into one film without encoding them again: every picture stays the bytes it was. */
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runProgram } from './intake-worker/program.ts'

const patienceMs = 60_000

/** A rendered stretch of a film. */
export interface Clip {
  readonly file: string
  /** As reckoned: a container rounds to milliseconds, and twenty of them would add up. */
  readonly seconds: number
}

/**
 * @param clips files of equal encoding, in order
 * @param output an MP4 whose index stands at its beginning, so that it starts before it is all there
 * @returns false when ffmpeg refuses; the clips are then of no use
 * @throws when ffmpeg is missing or was ended
 */
export async function joinClips(clips: readonly Clip[], output: string): Promise<boolean> {
  const list = path.join(path.dirname(output), `${randomUUID()}.txt`)
  await writeFile(list, clips.map(entryOf).join(''))
  try {
    const source = ['-v', 'error', '-nostdin', '-y', '-f', 'concat', '-safe', '0', '-i', list]
    const copied = [
      '-map',
      '0:v:0',
      '-c',
      'copy',
      '-map_metadata',
      '-1',
      '-movflags',
      '+faststart',
      '-f',
      'mp4',
      output,
    ]
    const run = { folder: path.dirname(output), signal: new AbortController().signal, patienceMs }
    return (await runProgram('ffmpeg', [...source, ...copied], run)).isClean
  } finally {
    await rm(list, { force: true })
  }
}

const entryOf = ({ file, seconds }: Clip): string =>
  `file '${path.resolve(file).replaceAll("'", "'\\''")}'\nduration ${seconds.toFixed(6)}\n`
