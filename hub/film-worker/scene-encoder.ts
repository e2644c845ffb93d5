/** Makes a clip of a scene's photographs: what moves picture by picture, what holds still out of a single one, as often as it stands. */
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type FilmSize, framesPerSecond } from '../../core/scene.ts'
import type { Stretch } from '../../core/scene-plan.ts'
import { runProgram } from '../intake-worker/program.ts'
import { clipArguments, toVideoColors } from './encoding.ts'

/** At the lowest priority on a busy computer. */
const patienceMs = 600_000

/** The pictures that have to be taken, in order: all of what moves, and the first of what holds still. */
export const photographedIn = (stretches: readonly Stretch[]): readonly number[] =>
  stretches.flatMap(({ first, last, isStill }) =>
    isStill ? [first] : Array.from({ length: last - first + 1 }, (_, at) => first + at),
  )

interface Encoding {
  readonly stretches: readonly Stretch[]
  /** The photographs, in the order of `photographedIn`; they are moved about. */
  readonly photographs: readonly string[]
  /** A folder of its own, for the photographs of each stretch. */
  readonly folder: string
  readonly size: FilmSize
  readonly output: string
}

/** @throws ProgramMissing, NoSpace; the reason of the signal; an error with what ffmpeg said */
export async function encodeScene(encoding: Encoding, signal: AbortSignal): Promise<void> {
  const { stretches, folder, size, output } = encoding
  const inputs: string[] = []
  let taken = 0
  for (const [index, { first, last, isStill }] of stretches.entries()) {
    const count = isStill ? 1 : last - first + 1
    const photographs = encoding.photographs.slice(taken, taken + count)
    taken += count
    inputs.push(await inputOf(photographs, path.join(folder, `stretch-${index}`)))
  }
  const graph = [
    ...stretches.map((stretch, index) => `[${index}:v]${filtersOf(stretch)}[s${index}]`),
    `${stretches.map((_, index) => `[s${index}]`).join('')}concat=n=${stretches.length}[film]`,
  ].join(';')
  const rate = String(framesPerSecond)
  const args = [
    ...['-v', 'error', '-nostdin', '-y'],
    // One thread for each input: there may be a dozen of them, and JPEGs decode fast.
    ...inputs.flatMap((input) => ['-threads', '1', '-framerate', rate, '-f', 'image2', '-i', input]),
    ...['-filter_complex', graph, '-map', '[film]', '-r', rate],
    ...clipArguments(size),
    ...['-f', 'mp4', output],
  ]
  const { isOk, said } = await runProgram('ffmpeg', args, { folder, signal, patienceMs })
  if (!isOk) throw new Error(`the scene could not be encoded: ${said.trim()}`)
  await rm(folder, { recursive: true, force: true })
}

/** Numbered without a gap, as ffmpeg wants them. @returns how ffmpeg is told of them */
async function inputOf(photographs: readonly string[], folder: string): Promise<string> {
  await mkdir(folder)
  for (const [at, photograph] of photographs.entries()) {
    await rename(photograph, path.join(folder, `${String(at).padStart(5, '0')}.jpeg`))
  }
  return path.join(folder, '%05d.jpeg')
}

// Repeated behind the colours: a photograph that stands for ten seconds is decoded once.
function filtersOf({ first, last, isStill }: Stretch): string {
  const again = isStill ? `,loop=loop=${last - first}:size=1,setpts=N/${framesPerSecond}/TB` : ''
  return `${toVideoColors}${again}`
}
