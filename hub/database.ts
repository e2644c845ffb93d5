/** Opens the database so that a commit survives a power cut, brings it up to date, and refuses what it cannot judge. */
import Database from 'better-sqlite3'
import { EnvironmentFault, reasonOf } from './fault.ts'
import { migrations } from './migrations/index.ts'

export type { Database, Statement, Transaction } from 'better-sqlite3'

/** FULL, as SQLite reads it back. */
const full = 2

/**
 * @param file path of the database; made when it is missing
 * @param steps from an empty database to today's
 * @throws EnvironmentFault when it is damaged, comes from a newer version, or cannot be written
 */
export function openDatabase(file: string, steps: readonly string[] = migrations): Database.Database {
  const database = connect(file)
  try {
    migrate(database, file, steps)
  } catch (cause) {
    database.close()
    throw cause
  }
  return database
}

function connect(file: string): Database.Database {
  try {
    const database = new Database(file)
    database.pragma('journal_mode = WAL')
    // better-sqlite3 is compiled with NORMAL for WAL, which loses acknowledged commits in a power cut.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 2000')
    // 16 MB: what a busy day reads and writes stays in memory.
    database.pragma('cache_size = -16000')
    // 16 MB of log before it is worked in: in a rush, that takes more time than the writing.
    database.pragma('wal_autocheckpoint = 4000')
    const verdict = database.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new Error(`it is damaged: ${String(verdict).trim().split('\n').at(-1)}`)
    if (synchronousOf(database) !== full) throw new Error('synchronous=FULL does not hold')
    return database
  } catch (cause) {
    throw new EnvironmentFault(
      `The database ${file} cannot be used (${reasonOf(cause)}). It was left as it is. Restore a backup, or start with another folder: --data DIR.`,
      { cause },
    )
  }
}

/** 2 is FULL. */
export const synchronousOf = (database: Database.Database): number =>
  Number(database.pragma('synchronous', { simple: true }))

/** What a busy day writes: the longer the log, the longer the hub stands still over making it so. */
const dayBytes = 8_000_000

/** How many rows had been changed when the log was last emptied: three parts ask for it at the start, and once is enough. */
const emptiedAt = new WeakMap<Database.Database, number>()
const changesOf = (database: Database.Database): number =>
  database.prepare('SELECT total_changes()').pluck().get() as number

/**
 * Empties the write-ahead log, which holds deleted pages as they were, and makes it a day long again with zeros: a log that
 * grows with every commit has its length synced with every commit, which takes twice as long.
 *
 * @returns false while somebody else reads the database: then it is to be tried again
 */
export function emptyLog(database: Database.Database): boolean {
  if (emptiedAt.get(database) === changesOf(database)) return true
  const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
  if (result?.busy !== 0) return false
  try {
    database
      .transaction(() => {
        database.prepare('INSERT INTO log_fillers (zeros) VALUES (zeroblob(?))').run(dayBytes)
        database.prepare('DELETE FROM log_fillers').run()
      })
      .immediate()
    database.pragma('wal_checkpoint(RESTART)')
  } catch {
    // No room for it: a short log is slower, and nothing else.
  }
  emptiedAt.set(database, changesOf(database))
  return true
}

function migrate(database: Database.Database, file: string, steps: readonly string[]): void {
  const done = Number(database.pragma('user_version', { simple: true }))
  if (done > steps.length) {
    throw new EnvironmentFault(
      `${file} was written by a newer Anteroom (format ${done}; this one knows ${steps.length}). Nothing was changed. Install the newer version again, or start with another folder: --data DIR.`,
    )
  }
  for (const [index, step] of steps.entries()) {
    if (index < done) continue
    database.transaction(() => {
      database.exec(step)
      database.pragma(`user_version = ${index + 1}`)
    })()
  }
}
