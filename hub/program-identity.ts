/** Tells one build of a program from another: what an updated one makes may differ in a pixel. */
import { execFile } from 'node:child_process'
import { realpath, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { findProgram } from './intake-worker/program.ts'

const run = promisify(execFile)
const patienceMs = 30_000
const versions = new Map<string, Promise<string>>()

/** Size and time tell without starting it. @returns undefined when it is not there */
export async function identityOf(file: string): Promise<readonly string[] | undefined> {
  const info = await stat(file).catch(() => undefined)
  return info && [file, String(info.size), String(Math.trunc(info.mtimeMs))]
}

/** ffmpeg is mostly libraries, whose versions it tells. @returns undefined when it is not there */
export async function identityOfEncoder(): Promise<readonly string[] | undefined> {
  const found = findProgram('ffmpeg')
  const file = found === undefined ? undefined : await realpath(found).catch(() => undefined)
  const identity = file === undefined ? undefined : await identityOf(file)
  if (file === undefined || identity === undefined) return undefined
  const key = identity.join(' ')
  const version =
    versions.get(key) ?? run(file, ['-hide_banner', '-version'], { timeout: patienceMs }).then(({ stdout }) => stdout)
  versions.set(key, version)
  try {
    return [await version]
  } catch {
    versions.delete(key)
    return identity
  }
}
