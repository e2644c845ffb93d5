/** Joins rendered scenes into one film without encoding them again, and lays the sound under it: every picture stays the bytes it was. */
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { runProgram } from './intake-worker/program.ts'

/** Behind everybody else on a busy computer. */
const patienceMs = 600_000
const probed = z.object({
  streams: z.array(z.object({ nb_read_packets: z.string(), width: z.int(), height: z.int() })),
})

/** A rendered scene of a film. */
export interface Clip {
  readonly file: string
  /** As reckoned: a container rounds to milliseconds, and twenty of them would add up. */
  readonly seconds: number
}

/**
 * @param clips files of equal encoding, in order
 * @param output an MP4 whose index stands at its beginning, so that it starts before it is all there
 * @param sound a file; absent for a silent film
 * @returns false when ffmpeg refuses; the clips are then of no use
 * @throws when ffmpeg is missing or was ended; the reason of `signal` when it was aborted
 */
export async function joinClips(
  clips: readonly Clip[],
  output: string,
  signal: AbortSignal,
  sound?: string,
): Promise<boolean> {
  const list = path.join(path.dirname(output), `${randomUUID()}.txt`)
  await writeFile(list, clips.map(entryOf).join(''))
  try {
    const args = [
      ...['-v', 'error', '-nostdin', '-y', '-f', 'concat', '-safe', '0', '-i', list],
      ...(sound === undefined ? [] : ['-i', sound]),
      ...['-map', '0:v:0', ...(sound === undefined ? [] : ['-map', '1:a:0']), '-c', 'copy'],
      ...['-map_metadata', '-1', '-movflags', '+faststart', '-video_track_timescale', '90000', '-f', 'mp4', output],
    ]
    const run = { folder: path.dirname(output), signal, patienceMs, stepsBack: true } as const
    return (await runProgram('ffmpeg', args, run)).isClean
  } finally {
    await rm(list, { force: true })
  }
}

const entryOf = ({ file, seconds }: Clip): string =>
  `file '${path.resolve(file).replaceAll("'", "'\\''")}'\nduration ${seconds.toFixed(6)}\n`

export interface Joined {
  readonly frames: number
  readonly width: number
  readonly height: number
}

/**
 * What came out of a join. Every picture of the clips was encoded here and lies on the disk whole: that all of them are in
 * the film has to be checked, not each of them once more.
 *
 * @returns undefined when it is no film
 */
export async function joinedIn(film: string): Promise<Joined | undefined> {
  const asked = ['-v', 'error', '-count_packets', '-select_streams', 'v:0', '-of', 'json']
  let text = ''
  const run = {
    ...{ folder: path.dirname(film), signal: new AbortController().signal, patienceMs },
    readers: {
      1: (chunk: Buffer) => {
        text += chunk.toString('utf8')
      },
    },
  }
  const { isClean } = await runProgram(
    'ffprobe',
    [...asked, '-show_entries', 'stream=nb_read_packets,width,height', film],
    run,
  )
  const told = isClean ? probed.safeParse(JSON.parse(text)) : undefined
  const stream = told?.data?.streams[0]
  return stream && { frames: Number(stream.nb_read_packets), width: stream.width, height: stream.height }
}
