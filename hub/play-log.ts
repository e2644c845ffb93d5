/** Proof of play: takes in what the screens have presented, each play once, and adds it up by day. */
import { renameSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Play } from '../core/play.ts'
import type { PlayReport, PlaySums } from '../core/play-contract.ts'
import { playsKeptMonths } from '../core/play-limits.ts'
import { type Answer, AnswerBook, type Request } from './answer-book.ts'
import { isoOf, msOf } from './clock.ts'
import { type Database, openDatabase, type Statement } from './database.ts'
import { EnvironmentFault, reasonOf } from './fault.ts'
import { playMigrations } from './play-migrations/index.ts'
import type { Problems } from './problems.ts'

const dayMs = 24 * 3_600_000
const keptMs = playsKeptMonths * 31 * dayMs
/** Read and forgotten in pieces: a month has more plays than a hub should hold up its queue for. */
const perPiece = 1_000

interface PlayRow {
  readonly id: string
  readonly started_at: number
  readonly planned_at: number | null
  readonly screen: string
  readonly zone: Play['zone']
  readonly asset: string
  readonly title: string
  readonly kind: Play['kind']
  readonly duration_ms: number
  readonly presented_ms: number
  readonly outcome: Play['outcome']
  readonly waiting: number | null
}

interface SumRow {
  readonly plays: number
  readonly whole: number
  readonly cut: number
  readonly failed: number
  readonly presented_ms: number
  readonly counted: number
  readonly waiting: number
}

const sumColumns = `sum(plays) AS plays, sum(whole) AS whole, sum(cut) AS cut, sum(failed) AS failed,
  sum(presented_ms) AS presented_ms, sum(counted) AS counted, sum(waiting) AS waiting`

/**
 * A file of plays that cannot be read is set aside and a new one begun: what was shown must never keep the TV from showing.
 *
 * @throws EnvironmentFault when there is no room for a new one either
 */
export function openPlayDatabase(file: string, now: number, problems: Pick<Problems, 'set'>): Database {
  try {
    return openDatabase(file, playMigrations)
  } catch (cause) {
    if (!(cause instanceof EnvironmentFault)) throw cause
    const aside = `${file}.aside-${isoOf(now).replaceAll(':', '-')}`
    try {
      for (const ending of ['-wal', '-shm', '']) moveIfThere(`${file}${ending}`, `${aside}${ending}`)
    } catch {
      throw cause
    }
    const database = openDatabase(file, playMigrations)
    const message = `The record of what was shown could not be read (${reasonOf(cause)}). It was set aside as ${aside}, and counting has begun anew.`
    problems.set('plays', [{ message }])
    return database
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
  }
}

export class PlayLog {
  readonly #database: Database
  readonly #answers: AnswerBook
  readonly #dayOf: (ms: number) => string
  readonly #itemOf: Statement
  readonly #insertItem: Statement
  readonly #insert: Statement
  readonly #count: Statement
  readonly #page: Statement

  /** @param dayOf the clinic's date of an instant */
  constructor(database: Database, dayOf: (ms: number) => string) {
    this.#database = database
    this.#answers = new AnswerBook(database)
    this.#dayOf = dayOf
    this.#itemOf = database.prepare('SELECT id FROM items WHERE asset = ? AND title = ? AND kind = ?').pluck()
    this.#insertItem = database.prepare('INSERT INTO items (asset, title, kind) VALUES (?, ?, ?)')
    this.#insert = database.prepare(
      `INSERT OR IGNORE INTO plays
       (id, started_at, planned_at, screen, zone, item, duration_ms, presented_ms, outcome, waiting)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#count = database.prepare(
      `INSERT INTO day_sums VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET plays = plays + 1, whole = whole + excluded.whole, cut = cut + excluded.cut,
       failed = failed + excluded.failed, presented_ms = presented_ms + excluded.presented_ms,
       counted = counted + excluded.counted, waiting = waiting + excluded.waiting`,
    )
    this.#page = database.prepare(
      `SELECT plays.*, asset, title, kind FROM plays JOIN items ON items.id = plays.item
       WHERE (started_at, plays.id) > (?, ?) AND started_at < ? ORDER BY started_at, plays.id LIMIT ${perPiece}`,
    )
  }

  /** Written down, all or none, before it is answered; what has been here before is not counted again. */
  take(plays: readonly Play[], request: Request, now: number): Answer {
    return this.#database.transaction(() => {
      const known = this.#answers.find(request)
      if (known !== undefined) return known
      for (const play of plays) this.#keep(play)
      const answer: Answer = { status: 200, body: { plays: plays.length } }
      this.#answers.keep(request, answer, now)
      return answer
    })()
  }

  /** Piece by piece, in the order in which they began. @param fromMs half-open span, milliseconds since 1970 */
  *pieces(fromMs: number, toMs: number): Generator<readonly Play[], undefined> {
    let after: readonly [number, string] = [fromMs, '']
    for (;;) {
      const rows = this.#page.all(...after, toMs) as readonly PlayRow[]
      if (rows.length > 0) yield rows.map(playOf)
      const last = rows.at(-1)
      if (last === undefined || rows.length < perPiece) return undefined
      after = [last.started_at, last.id]
    }
  }

  /** @param from the first day @param to the day after the last one */
  report(from: string, to: string): PlayReport {
    const span = 'FROM day_sums WHERE day >= ? AND day < ?'
    const all = (sql: string) => this.#database.prepare(sql).all(from, to) as readonly (SumRow & Named)[]
    const [total] = all(`SELECT ${sumColumns} ${span}`)
    // A file that was given another title is still that file; it is called what it was called last.
    const items = all(
      `SELECT asset, title, kind, ${sumColumns}, max(item) FROM day_sums JOIN items ON items.id = item
       WHERE day >= ? AND day < ? GROUP BY asset ORDER BY plays DESC, asset`,
    )
    return {
      ...{ from, to },
      total: sumsOf(total),
      items: items.map((row) => ({ asset: row.asset, title: row.title, kind: row.kind, ...sumsOf(row) })),
      days: all(`SELECT day, ${sumColumns} ${span} GROUP BY day ORDER BY day`).map((row) => ({
        day: row.day,
        ...sumsOf(row),
      })),
      screens: all(`SELECT screen, ${sumColumns} ${span} GROUP BY screen ORDER BY length(screen), screen`).map(
        (row) => ({ screen: row.screen, ...sumsOf(row) }),
      ),
    }
  }

  /** The first day of which something is known. */
  firstDay(): string | undefined {
    const day = this.#database.prepare('SELECT min(day) FROM day_sums').pluck().get() as string | null
    return day ?? undefined
  }

  /** Forgets plays that are too old; what they came to by day stays. */
  async sweep(now: number): Promise<void> {
    const before = now - keptMs
    const forget = this.#database.prepare(
      `DELETE FROM plays WHERE id IN (SELECT id FROM plays WHERE started_at < ? LIMIT ${perPiece})`,
    )
    while (forget.run(before).changes === perPiece) await nextTurn()
  }

  #keep(play: Play): void {
    const { id, screen, zone, durationMs, presentedMs, outcome, waiting } = play
    const startedAt = msOf(play.startedAt)
    const plannedAt = play.plannedAt === undefined ? null : msOf(play.plannedAt)
    const item = this.#item(play)
    const row = [id, startedAt, plannedAt, screen, zone, item, durationMs, presentedMs, outcome, waiting ?? null]
    if (this.#insert.run(...row).changes === 0) return
    const ends = ['whole', 'cut', 'failed'].map((one) => Number(outcome === one))
    const counted = Number(waiting !== undefined)
    this.#count.run(this.#dayOf(startedAt), screen, zone, item, ...ends, presentedMs, counted, waiting ?? 0)
  }

  #item({ asset, title, kind }: Play): number {
    const known = this.#itemOf.get(asset, title, kind) as number | undefined
    return known ?? Number(this.#insertItem.run(asset, title, kind).lastInsertRowid)
  }
}

type Named = Pick<PlayRow, 'asset' | 'title' | 'kind' | 'screen'> & { readonly day: string }

/** Sums of nothing are NULL. */
function sumsOf(row: Partial<SumRow> | undefined): PlaySums {
  const { plays, whole, cut, failed, presented_ms: presentedMs, counted, waiting } = row ?? {}
  return {
    ...{ plays: plays ?? 0, whole: whole ?? 0, cut: cut ?? 0, failed: failed ?? 0, presentedMs: presentedMs ?? 0 },
    ...(counted ? { waiting: { plays: counted, people: waiting ?? 0 } } : {}),
  }
}

const playOf = (row: PlayRow): Play => ({
  ...{ id: row.id, screen: row.screen, zone: row.zone, asset: row.asset, title: row.title, kind: row.kind },
  startedAt: isoOf(row.started_at),
  ...(row.planned_at === null ? {} : { plannedAt: isoOf(row.planned_at) }),
  ...{ durationMs: row.duration_ms, presentedMs: row.presented_ms, outcome: row.outcome },
  ...(row.waiting === null ? {} : { waiting: row.waiting }),
})
