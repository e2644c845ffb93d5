/** Small real media of every kind, good and damaged: what people drop into a shared folder. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// Made once per machine: the recipe is in the name.
const shelf = path.join(tmpdir(), 'anteroom-samples-1')

const h264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '60']
const faststart = ['-movflags', '+faststart']
const recipes = {
  'film.mp4': [...h264, '-pix_fmt', 'yuv420p', ...faststart],
  'film-with-sound.mp4': [...h264, '-pix_fmt', 'yuv420p', '-c:a', 'aac', ...faststart],
  'film-10-bit.mp4': [...h264, '-pix_fmt', 'yuv420p10le', ...faststart],
  'film-h265.mp4': ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none'],
  'film.webm': ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'],
  'photo.jpg': ['-frames:v', '1'],
  'photo.png': ['-frames:v', '1'],
  'photo.webp': ['-frames:v', '1'],
  'photo.gif': ['-frames:v', '1'],
} as const
export type Sample = keyof typeof recipes

/** Two seconds of film, or a picture, 320 × 180. @param variant the same kind with another content */
export function sample(name: Sample, variant = 0): Buffer {
  const made = path.join(shelf, `${variant}-${name}`)
  if (!existsSync(made)) {
    mkdirSync(shelf, { recursive: true })
    const making = path.join(shelf, `${process.pid}-${variant}-${name}`)
    const picture = ['-f', 'lavfi', '-i', `testsrc2=s=320x180:r=30:d=2,hue=h=${variant * 40}`]
    const sound = name === 'film-with-sound.mp4' ? ['-f', 'lavfi', '-i', 'sine=440:d=2'] : []
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...picture, ...sound, ...recipes[name], making])
    renameSync(making, made)
  }
  return readFileSync(made)
}

/** What arrives when copying ends too early. */
export const truncated = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share))

/** What a bad disk or a share that lost its connection leaves: the right size, and nothing in the middle. */
export function zeroed(bytes: Buffer, from: number, to: number): Buffer {
  const hole = Buffer.from(bytes)
  return hole.fill(0, Math.floor(bytes.length * from), Math.floor(bytes.length * to))
}

/** Puts a file in its place in one step, in a folder that is made if need be. */
export function drop(folder: string, name: string, bytes: Buffer | string): void {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  const aside = path.join(folder, `.${createHash('sha256').update(name).digest('hex')}.part`)
  writeFileSync(aside, bytes)
  renameSync(aside, file)
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
