/** How the day before ended, and when this one began: what the log says about its days. */
import type { QueueSnapshot } from '../core/queue-contract.ts'
import { isoOf } from './clock.ts'
import type { Database } from './database.ts'

interface EventRow {
  readonly revision: number
  readonly type: string
  readonly body: string
  readonly at: number
  readonly caller: string
}

/** Whose presses are the hub's own. */
export const hubCaller = 'hub'

const lastRevision = `(SELECT max(revision) FROM queue_events WHERE type = 'day-closed')`

export function lastCloseIn(database: Database): QueueSnapshot['lastClose'] {
  const row = database.prepare(`SELECT * FROM queue_events WHERE revision = ${lastRevision}`).get()
  if (row === undefined) return undefined
  const { revision, body, at, caller } = row as EventRow
  const before = database
    .prepare(`SELECT max(revision) AS revision FROM queue_events WHERE type = 'day-closed' AND revision < ?`)
    .get(revision) as { readonly revision: number | null }
  const from = (before.revision ?? 0) + 1
  const first = database
    .prepare('SELECT at FROM queue_events WHERE revision BETWEEN ? AND ? ORDER BY revision LIMIT 1')
    .get(from, revision) as { readonly at: number }
  const { leftOpen } = JSON.parse(body) as { readonly leftOpen: readonly string[] }
  const codes = leftOpen.length === 0 ? new Map<string, string>() : codesBetween(database, from, revision)
  return {
    beganAt: isoOf(first.at),
    at: isoOf(at),
    automatic: caller === hubCaller,
    leftOpen: leftOpen.flatMap((id) => codes.get(id) ?? []),
  }
}

/** By ticket. */
function codesBetween(database: Database, from: number, to: number): ReadonlyMap<string, string> {
  const rows = database
    .prepare(
      `SELECT type, body FROM queue_events WHERE revision BETWEEN ? AND ? AND type IN ('checked-in', 'paper-added')`,
    )
    .all(from, to) as Pick<EventRow, 'type' | 'body'>[]
  const visits = rows.flatMap(({ type, body }) => {
    const event = JSON.parse(body)
    return type === 'checked-in' ? [event.visit] : event.visits.map((line: { visit: unknown }) => line.visit)
  }) as { readonly id: string; readonly code: string }[]
  return new Map(visits.map(({ id, code }) => [id, code]))
}

/** When the first thing of the open day happened, milliseconds since 1970 UTC. */
export function dayBeganAt(database: Database): number | undefined {
  const row = database
    .prepare(`SELECT at FROM queue_events WHERE revision > coalesce(${lastRevision}, 0) ORDER BY revision LIMIT 1`)
    .get()
  return (row as { readonly at: number } | undefined)?.at
}
