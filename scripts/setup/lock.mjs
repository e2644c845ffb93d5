/** Lets one set-up work at a time on a folder, and takes over from one that died. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const pollMs = 200
// The guard is held for a few file operations only; one this old was left by a process that died inside it.
const guardStaleMs = 10_000

/**
 * Runs `work` while holding the lock folder `path`.
 *
 * @param {string} path the lock; its parent is made when missing
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} [waiting] called once, when another living process holds it
 * @returns {Promise<T>}
 * @template T
 */
export async function withLock(path, work, waiting = () => {}) {
  await mkdir(dirname(path), { recursive: true })
  let hasTold = false
  while (!(await take(path))) {
    const holder = await holderOf(path)
    if (holder === undefined) continue
    if (!(await isAlive(holder))) {
      await removeStale(path)
      continue
    }
    if (!hasTold) waiting(holder.pid)
    hasTold = true
    await sleep(pollMs)
  }
  try {
    return await work()
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}

// A folder renamed into place appears together with its owner; renaming onto a folder that has something in it fails.
async function take(path) {
  const mine = `${path}.${process.pid}-${randomUUID()}`
  await mkdir(mine)
  await writeFile(join(mine, 'owner.json'), JSON.stringify({ pid: process.pid, started: await startOf(process.pid) }))
  try {
    await rename(mine, path)
    return true
  } catch (error) {
    await rm(mine, { recursive: true, force: true })
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) return false
    throw error
  }
}

async function holderOf(path) {
  try {
    return JSON.parse(await readFile(join(path, 'owner.json'), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    return { pid: 0 }
  }
}

// Two waiting processes may find the same dead owner: the guard lets one of them look again and remove it.
async function removeStale(path) {
  const guard = `${path}.guard`
  try {
    await mkdir(guard)
  } catch {
    const age = await stat(guard).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    )
    if (age > guardStaleMs) await rmdir(guard).catch(() => {})
    return sleep(pollMs)
  }
  try {
    const holder = await holderOf(path)
    if (holder && !(await isAlive(holder))) await rm(path, { recursive: true, force: true })
  } finally {
    await rmdir(guard).catch(() => {})
  }
}

async function isAlive({ pid, started }) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return started === undefined || started === (await startOf(pid))
}

// The kernel's start time tells a process from a later one with the same number (proc(5), field 22).
async function startOf(pid) {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
