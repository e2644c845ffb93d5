/** One walk through the content folder: which files lie there and how they look, without opening or following anything. */
import type { Dirent } from 'node:fs'
import { lstat, opendir } from 'node:fs/promises'
import path from 'node:path'
import type { Look } from './library-entry.ts'

/** Deeper than people file, shallower than a folder copied into itself a hundred times. */
export const mostDepth = 32
export const mostFiles = 50_000
/** How many files are asked about at once: the hub's other readings go between. */
const atOnce = 8

export interface Scan {
  readonly files: ReadonlyMap<string, Look>
  /** There are more files than that. */
  readonly isTooMany: boolean
  /** There are deeper folders than that. */
  readonly isTooDeep: boolean
}

/**
 * Walks through a folder. What vanishes meanwhile, or may not be read, is left out: whoever wants to know that a file is
 * gone has to ask for that file.
 *
 * @param isSkipped whether a file or folder is no content; paths relative to the folder, with `/`
 * @throws when the folder itself cannot be read, or the signal ends the walk
 */
export async function scanFolder(
  folder: string,
  isSkipped: (relative: string) => boolean,
  signal: AbortSignal,
  most = mostFiles,
): Promise<Scan> {
  const files = new Map<string, Look>()
  const folders = ['']
  const batch: Dirent[] = []
  let isTooMany = false
  let isTooDeep = false

  const lookAt = async (relative: string, entry: Dirent) => {
    // Bytes that are no text cannot be asked for by this name; that the file is there has to be known all the same.
    if (entry.isFile() && relative.includes('\ufffd')) return void files.set(relative, { size: 0, modifiedMs: 0 })
    const info = await lstat(path.join(folder, relative)).catch(() => undefined)
    if (info?.isDirectory()) {
      if (relative.split('/').length > mostDepth) isTooDeep = true
      else folders.push(relative)
    }
    if (!info?.isFile()) return
    if (files.size >= most) isTooMany = true
    else files.set(relative, { size: info.size, modifiedMs: Math.trunc(info.mtimeMs) })
  }

  for (let inside = folders.pop(); inside !== undefined && !isTooMany; inside = folders.pop()) {
    const place = inside
    const relativeOf = (entry: Dirent) => (place === '' ? entry.name : `${place}/${entry.name}`)
    const lookAtBatch = () => Promise.all(batch.splice(0).map((entry) => lookAt(relativeOf(entry), entry)))
    try {
      for await (const entry of await opendir(path.join(folder, place))) {
        signal.throwIfAborted()
        if (isSpecial(entry) || isSkipped(relativeOf(entry))) continue
        if (batch.push(entry) >= atOnce) await lookAtBatch()
        if (isTooMany) break
      }
      await lookAtBatch()
    } catch (cause) {
      batch.length = 0
      if (place === '' || signal.aborted) throw cause
    }
  }
  return { files, isTooMany, isTooDeep }
}

/** What must not be opened nor followed. Some shares do not tell the kind: then asking about the file decides. */
const isSpecial = (entry: Dirent): boolean =>
  entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice()
