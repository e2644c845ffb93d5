/** Words of the calls in reception's own voice: a small WAV file for each, kept until it is recorded anew or removed. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from './whole-file.ts'

const fileName = /^rec-([a-z]{2})-([0-9a-f]{16})-[0-9a-f]{12}\.wav$/
const longestSeconds = 6

export class Recordings {
  readonly #folder: string
  /** File names by language and word. */
  readonly #files = new Map<string, string>()

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
    for (const file of readdirSync(folder)) {
      const [, language = '', word = ''] = fileName.exec(file) ?? []
      if (word !== '') this.#files.set(`${language}-${word}`, file)
    }
  }

  fileOf(language: string, clip: string): string | undefined {
    return this.#files.get(placeOf(language, clip))
  }

  /** @returns where a recording lies; undefined for a name that cannot be one */
  pathOf(file: string): string | undefined {
    return fileName.test(file) ? path.join(this.#folder, file) : undefined
  }

  /** @param wav as `isSpokenWav` wants it */
  async keep(language: string, clip: string, wav: Uint8Array): Promise<void> {
    const before = this.fileOf(language, clip)
    // Browsers keep what they have by its name: other sounds have another one.
    const sounds = createHash('sha256').update(wav).digest('hex').slice(0, 12)
    const file = `rec-${placeOf(language, clip)}-${sounds}.wav`
    await writeWhole(path.join(this.#folder, file), wav)
    this.#files.set(placeOf(language, clip), file)
    if (before !== undefined && before !== file) await rm(path.join(this.#folder, before), { force: true })
  }

  /** @returns whether there was one */
  async remove(language: string, clip: string): Promise<boolean> {
    const file = this.fileOf(language, clip)
    if (file === undefined) return false
    await rm(path.join(this.#folder, file), { force: true })
    return this.#files.delete(placeOf(language, clip))
  }
}

const places = new Map<string, string>()

/** A room may be called anything: its name is no file name. */
function placeOf(language: string, clip: string): string {
  const known = places.get(clip) ?? createHash('sha256').update(clip).digest('hex').slice(0, 16)
  places.set(clip, known)
  return `${language}-${known}`
}

/** Whether these bytes are what the settings page makes: WAV, one channel of 16 bits, at most six seconds, not empty. */
export function isSpokenWav(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length <= 44 || text(0) !== 'RIFF' || text(8) !== 'WAVE' || text(12) !== 'fmt ') return false
  const hertz = view.getUint32(24, true)
  const dataBytes = view.getUint32(40, true)
  return (
    view.getUint32(16, true) === 16 &&
    view.getUint16(20, true) === 1 &&
    view.getUint16(22, true) === 1 &&
    view.getUint16(34, true) === 16 &&
    text(36) === 'data' &&
    dataBytes === bytes.length - 44 &&
    hertz >= 8_000 &&
    hertz <= 48_000 &&
    dataBytes / 2 / hertz <= longestSeconds
  )
}
