/** The content folder as a place to write to: real folders only, nothing behind a link, nothing outside. */
import { lstat, mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { besides } from '../core/sidecar.ts'
import type { Answer } from './answer-book.ts'
import { refusal } from './changing.ts'
import { scanFolder } from './content-scan.ts'
import { codeOf } from './fault.ts'
import type { Look } from './library-entry.ts'
import { asideName, isLeftAside } from './move-file.ts'

export class ContentTree {
  readonly folder: string
  readonly #isAway: () => boolean

  /** @param isAway whether another folder lies in its place, such as the one that an unmounted share leaves behind */
  constructor(folder: string, isAway = () => false) {
    this.folder = folder
    this.#isAway = isAway
  }

  /** Removes what was being uploaded or brought back, in whatever folder, when the last hub ended. */
  async tidy(signal: AbortSignal): Promise<void> {
    const isOther = (relative: string) => path.posix.basename(relative).startsWith('.') && !isLeft(relative)
    const isLeft = (relative: string) => isLeftAside(path.posix.basename(relative))
    const { files } = await scanFolder(this.folder, isOther, signal).catch(() => ({ files: new Map<string, Look>() }))
    for (const relative of files.keys())
      if (isLeft(relative)) await rm(this.at(relative), { force: true }).catch(() => {})
  }

  /** @param relative a path that was found to lie inside */
  at(relative: string): string {
    return path.join(this.folder, relative)
  }

  /** A hidden name on the same disk, for what is not complete yet. */
  aside(): string {
    return this.at(asideName())
  }

  /** @returns why nothing can be written now */
  async trouble(): Promise<Answer | undefined> {
    const info = await stat(`${this.folder}${path.sep}`).catch(() => undefined)
    return info?.isDirectory() && !this.#isAway() ? undefined : away
  }

  async has(relative: string): Promise<boolean> {
    const info = await lstat(this.at(relative)).catch(() => undefined)
    return info !== undefined
  }

  /**
   * Whether a file may be written, moved or removed here.
   *
   * @param wanted `file`: it has to be there; `folder`: its folder is made if need be
   */
  async refusalFor(relative: string, wanted: 'file' | 'folder'): Promise<Answer | undefined> {
    const trouble = await this.trouble()
    if (trouble !== undefined) return trouble
    const parts = relative.split('/')
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = this.at(parts.slice(0, depth).join('/'))
      const info = await lstat(folder).catch(() => undefined)
      if (info === undefined && wanted === 'file') return unknownFile
      if (info === undefined) await mkdir(folder)
      else if (info.isSymbolicLink()) return linked
      else if (!info.isDirectory()) return notFolder
    }
    const info = await lstat(this.at(relative)).catch(() => undefined)
    if (info === undefined) return wanted === 'file' ? unknownFile : undefined
    if (info.isSymbolicLink()) return linked
    if (info.isDirectory()) return notFile
    return info.isFile() ? undefined : special
  }

  /** The notes and captions beside a file. Links and pipes of such names are nobody's. */
  async besides(relative: string): Promise<readonly string[]> {
    const folder = path.posix.dirname(relative)
    const names = await readdir(this.at(folder))
    const named = besides(
      relative,
      names.map((name) => path.posix.join(folder, name)),
    )
    const looks = await Promise.all(named.map((name) => lstat(this.at(name)).catch(() => undefined)))
    return named.filter((_, index) => looks[index]?.isFile())
  }

  async hasRoomFor(bytes: number): Promise<boolean> {
    const disk = await statfs(this.folder).catch(() => undefined)
    return disk === undefined || disk.bavail * disk.bsize > bytes
  }
}

/** What a fault of the file system means to whoever pressed; undefined for a fault of ours. */
export function troubleOf(cause: unknown): Answer | undefined {
  switch (codeOf(cause)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return refusal(409, 'read-only', 'Anteroom may not write into the content folder. Do it in the folder itself.')
    case 'ENOSPC':
    case 'EDQUOT':
      return refusal(507, 'no-space', 'The disk is full. Nothing was changed.')
    case 'EBUSY':
    case 'ETXTBSY':
      return refusal(409, 'busy', 'Another program is using the file. Close it there, then try again.')
    case 'ENOENT':
      return unknownFile
    case 'ELOOP':
      return linked
    case 'EINVAL':
      return special
    case 'EFBIG':
      return refusal(409, 'too-large', 'The file is far too large for what it should be. Mend it in the folder first.')
    case 'ENAMETOOLONG':
      return refusal(422, 'name', 'The name is too long for this disk.')
    default:
      return undefined
  }
}

export const unknownFile = refusal(404, 'unknown-file', 'There is no such file in the content folder any more.')
const away = refusal(
  503,
  'folder-away',
  'The content folder is not there at the moment. What was taken in before goes on playing; try again when it is back.',
)
const linked = refusal(409, 'linked-folder', 'This is a link to another place. Anteroom changes nothing behind links.')
const notFolder = refusal(409, 'not-a-folder', 'There is a file where a folder of this name would have to be.')
const special = refusal(409, 'not-a-file', 'This is no ordinary file. Anteroom leaves it alone.')
const notFile = refusal(409, 'not-a-file', 'This is a folder, not a file.')
