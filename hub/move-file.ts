/** Moves files between the content folder and the data folder, which may lie on different disks; never half a file. */
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, open, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from './fault.ts'

/** Hidden, so that nobody takes it for content; removed by the next hub if this one ends meanwhile. */
export function asideName(): string {
  const name = `.anteroom-${randomUUID()}.part`
  ours.add(name)
  return name
}
/** Whether an earlier hub has left it behind. */
export const isLeftAside = (name: string): boolean => /^\.anteroom-[0-9a-f-]{36}\.part$/.test(name) && !ours.has(name)
const ours = new Set<string>()

/** Takes the place of a file that is there; durable when this returns. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (cause) {
    if (codeOf(cause) !== 'EXDEV') throw cause
    await copyWhole(from, to)
    await rm(from)
  }
  await settleFolder(path.dirname(to))
}

/** The same, unless a file is there. @returns false when there is one */
export async function moveToFree(from: string, to: string): Promise<boolean> {
  const isTaken = await stat(to).then(
    () => true,
    () => false,
  )
  if (isTaken) return false
  try {
    // Unlike rename, this never takes a place that somebody else has just taken.
    await link(from, to)
    await rm(from)
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    // Not every file system of a share knows links.
    await moveFile(from, to)
  }
  await settleFolder(path.dirname(to))
  return true
}

/** Leaves the file where it is and has it at the other place as well. */
export async function keepCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyWhole(from, to))
}

async function copyWhole(from: string, to: string): Promise<void> {
  const aside = path.join(path.dirname(to), asideName())
  try {
    await copyFile(from, aside, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
    const { atime, mtime } = await stat(from)
    await utimes(aside, atime, mtime)
    const file = await open(aside)
    await file.sync().finally(() => file.close())
    await rename(aside, to)
  } catch (cause) {
    await rm(aside, { force: true })
    throw cause
  }
}

/** A name is on the disk only when its folder is. */
async function settleFolder(folder: string): Promise<void> {
  const opened = await open(folder).catch(() => undefined)
  // Some network file systems cannot do this for folders; they keep what they have acknowledged.
  await opened?.sync().catch(() => {})
  await opened?.close()
}
