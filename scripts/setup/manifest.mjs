/** A folder's list of files with sizes, times and hashes: tells in a millisecond whether it is still what was put there. */
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const manifestName = '.anteroom-manifest.json'
// Times are kept in whole milliseconds, and some file systems round them once more.
const sameTimeMs = 2

/** @typedef {{ recipe: string, files: Record<string, { bytes: number, modifiedMs: number, sha256: string }> }} Manifest */

/**
 * Writes the manifest of a folder that is complete.
 *
 * @param {string} recipe what it was made from; another recipe makes the folder out of date
 * @param {Record<string, string>} hashes sha256 by path inside the folder
 */
export function writeManifest(folder, recipe, hashes) {
  const files = {}
  for (const [path, sha256] of Object.entries(hashes)) {
    const { size, mtimeMs } = statSync(join(folder, path))
    files[path] = { bytes: size, modifiedMs: Math.round(mtimeMs), sha256 }
  }
  writeFileSync(join(folder, manifestName), JSON.stringify({ recipe, files }))
}

/** @returns {Manifest | undefined} nothing when the folder has none that can be read */
export function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, manifestName), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * What is wrong with the folder, or undefined when nothing is. Reads only sizes and times, and a file's content when its time
 * has changed: a copied cache is as good as the original.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findDamage(folder, recipe) {
  const manifest = readManifest(folder)
  if (!manifest) return 'it is incomplete'
  if (manifest.recipe !== recipe) return 'it was made by another version'
  for (const [path, { bytes, modifiedMs, sha256 }] of Object.entries(manifest.files)) {
    const full = join(folder, path)
    const found = statSync(full, { throwIfNoEntry: false })
    if (!found) return `${path} is missing`
    if (found.size !== bytes) return `${path} has ${found.size} of ${bytes} bytes`
    if (Math.abs(found.mtimeMs - modifiedMs) < sameTimeMs) continue
    if ((await hashFile(full)) !== sha256) return `${path} has changed`
    touch(full, modifiedMs)
  }
  return undefined
}

// So that the next look is quick again; a cache that belongs to someone else is simply hashed each time.
function touch(path, modifiedMs) {
  try {
    utimesSync(path, modifiedMs / 1000, modifiedMs / 1000)
  } catch {}
}

export async function hashFile(path) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
