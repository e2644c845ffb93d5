/** Pictures that sharp does not read by itself: those of telephones, which a program of their own unpacks, and rare ones, which ffmpeg does. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { filmOf } from '../../core/kiosk-profile.ts'
import { mostFilmPixels, probeFile, runFfmpeg, strictly as strictlyDecoded } from './ffmpeg.ts'
import type { Judging, MadeFile } from './messages.ts'
import { makePicture, mostPixels, PictureRefused, strictly } from './picture.ts'
import { gibibyte, runProgram } from './program.ts'

const patienceMs = 60_000
const memory = 3 * gibibyte

/** @throws PictureRefused */
export async function unpackHeic(task: Judging, signal: AbortSignal): Promise<MadeFile> {
  const limits = { folder: task.folder, signal, patienceMs, memory }
  const copy = path.resolve(task.copy)
  let told = ''
  const readers = {
    1: (chunk: Buffer) => {
      told += chunk.toString('utf8')
    },
  }
  const info = await runProgram('heif-info', [copy], { ...limits, readers })
  const [, width, height] = /^image: (\d+)x(\d+) \(id=\d+\), primary/m.exec(told) ?? []
  if (!info.isOk || width === undefined) throw new PictureRefused('damaged')
  if (Number(width) * Number(height) > mostPixels) throw new PictureRefused('too-large')
  const { isOk, said } = await runProgram('heif-convert', ['--quiet', '-q', '95', copy, 'unpacked.jpg'], limits)
  // A burst becomes one file for each picture.
  const [first] = (await readdir(task.folder)).filter((name) => /^unpacked(-\d+)?\.jpg$/.test(name)).sort()
  if (!isOk || first === undefined) {
    throw new PictureRefused(/unsupported|not supported|no decod/i.test(said) ? 'cannot-convert' : 'damaged')
  }
  // It has been turned upright already, but still carries the note that says to turn it.
  return makePicture(path.join(task.folder, first), strictly, task, 'picture', { isUpright: true })
}

/** @throws PictureRefused */
export async function unpackRare(task: Judging, demuxer: string, signal: AbortSignal): Promise<MadeFile> {
  const source = { file: task.copy, demuxer }
  const probed = await probeFile(source, task.folder, signal)
  const film = probed === undefined ? undefined : filmOf(probed)
  if (film === undefined) throw new PictureRefused('damaged')
  if (film.width * film.height > mostFilmPixels) throw new PictureRefused('too-large')
  const { isClean } = await runFfmpeg({
    ...{ source, folder: task.folder, signal, onTime: () => {}, reading: strictlyDecoded },
    writing: ['-map', '0:v:0', '-frames:v', '1', '-compression_level', '1', '-f', 'apng', 'unpacked.png'],
  })
  if (!isClean) throw new PictureRefused('damaged')
  return makePicture(path.join(task.folder, 'unpacked.png'), strictly, task, 'picture')
}
