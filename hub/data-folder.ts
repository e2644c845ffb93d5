/** The data folder belongs to one hub at a time: takes it, says who has it, and leaves word where that hub answers. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { EnvironmentFault, reasonOf } from './fault.ts'

/** Another hub has the data folder; whoever started this one may connect to that one instead. */
export class DataFolderTakenError extends EnvironmentFault {}

export interface DataFolder {
  readonly database: string
  /** What the screens have presented. */
  readonly plays: string
  readonly store: string
  readonly incoming: string
  /** What was deleted from a page. */
  readonly trash: string
  /** The spoken words of the calls. */
  readonly voice: string
  /** Those of them that reception has recorded. */
  readonly recordings: string
  /** Rendered scenes, and work in progress that nobody misses. */
  readonly films: { readonly scenes: string; readonly work: string }
  /** Leaves word for screens and commands of this computer where the hub answers. */
  readonly announce: (url: string) => void
  readonly release: () => void
}

/**
 * Takes the folder for this process; the operating system gives it back when the process ends, however it ends.
 *
 * @throws DataFolderTakenError when a hub has it; EnvironmentFault when it cannot be made or written
 */
export function takeDataFolder(folder: string): DataFolder {
  const announcement = path.join(folder, 'hub.json')
  const lock = lockOn(folder, announcement)
  const incoming = path.join(folder, 'incoming')
  // Work in progress of a hub that is gone.
  const films = { scenes: path.join(folder, 'films', 'scenes'), work: path.join(folder, 'films', 'work') }
  for (const unfinished of [incoming, films.work, path.join(films.scenes, 'making')]) {
    rmSync(unfinished, { recursive: true, force: true })
  }
  mkdirSync(incoming)
  rmSync(announcement, { force: true })
  return {
    database: path.join(folder, 'anteroom.sqlite'),
    plays: path.join(folder, 'plays.sqlite'),
    store: path.join(folder, 'store'),
    incoming,
    trash: path.join(folder, 'trash'),
    voice: path.join(folder, 'voice'),
    recordings: path.join(folder, 'recordings'),
    films,
    announce: (url) => {
      writeFileSync(`${announcement}.new`, JSON.stringify({ url, pid: process.pid }))
      renameSync(`${announcement}.new`, announcement)
    },
    release: () => {
      rmSync(announcement, { force: true })
      lock.close()
    },
  }
}

function lockOn(folder: string, announcement: string): Database.Database {
  let lock: Database.Database | undefined
  try {
    mkdirSync(folder, { recursive: true })
    lock = new Database(path.join(folder, 'lock.sqlite'), { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock?.close()
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
      throw new DataFolderTakenError(
        `Another hub is using ${folder}${whereIs(announcement)}. This one stops; that one goes on. For a second installation give it a folder of its own: --data DIR.`,
        { cause },
      )
    }
    throw new EnvironmentFault(
      `The data folder ${folder} cannot be used: ${reasonOf(cause)}. Make it writable for this user, or choose another: --data DIR.`,
      { cause },
    )
  }
}

function whereIs(announcement: string): string {
  try {
    const word: unknown = JSON.parse(readFileSync(announcement, 'utf8'))
    return typeof word === 'object' && word !== null && 'url' in word ? `, at ${String(word.url)}` : ''
  } catch {
    return ''
  }
}
