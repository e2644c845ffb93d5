/** What is heard under a film: a chime at its beginning and a bed of soft chords, which come and go softly. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { runProgram } from './intake-worker/program.ts'

const fadeSeconds = { in: 1.5, out: 3 }
/** Sound that outlasts the picture would make the film longer. */
const endsBeforeSeconds = 0.1
/** Behind everybody else on a busy computer. */
const patienceMs = 600_000

export class FilmSound {
  readonly #folder: string

  /** @param build where the build has put chime and bed; see scripts/make-film-sound.mjs */
  constructor(build: string) {
    this.#folder = path.join(build, 'film-sound')
  }

  /** Changes with the sound. @throws when it has not been built */
  async identity(): Promise<string> {
    return (await readFile(path.join(this.#folder, 'identity'), 'utf8')).trim()
  }

  /** Makes what is heard under a film of so many seconds. @returns false when ffmpeg refuses; see joinClips */
  async make(seconds: number, output: string, signal: AbortSignal): Promise<boolean> {
    const args = [
      ...['-v', 'error', '-nostdin', '-y'],
      ...['-stream_loop', '-1', '-i', path.join(this.#folder, 'bed.wav'), '-i', path.join(this.#folder, 'chime.wav')],
      ...soundArguments(seconds),
      ...['-map_metadata', '-1', '-f', 'mp4', output],
    ]
    const run = { folder: path.dirname(output), signal, patienceMs, stepsBack: true } as const
    return (await runProgram('ffmpeg', args, run)).isClean
  }
}

/** How bed and chime become the sound of a film of so many seconds, for ffmpeg: the bed is its first input. */
export function soundArguments(seconds: number): readonly string[] {
  const length = Math.max(seconds - endsBeforeSeconds, 0.2)
  const fadeOut = Math.min(fadeSeconds.out, length / 2)
  const fades = [
    `afade=t=in:d=${Math.min(fadeSeconds.in, length / 2)}`,
    `afade=t=out:st=${(length - fadeOut).toFixed(3)}:d=${fadeOut.toFixed(3)}`,
  ]
  const graph = [
    `[0:a]atrim=end=${length.toFixed(3)},${fades.join(',')}[bed]`,
    `[1:a]afade=t=out:st=${Math.max(0, Math.min(length, 3) - 0.5).toFixed(3)}:d=0.5[chime]`,
    // Neither is turned down for the other.
    '[bed][chime]amix=inputs=2:duration=first:normalize=0[sound]',
  ]
  return [
    ...['-filter_complex', graph.join(';'), '-map', '[sound]'],
    ...['-c:a', 'aac', '-b:a', '96k', '-ar', '48000', '-ac', '2'],
  ]
}
