/** How long somebody usually sits in the waiting room: the middle of the waits of the last days that are closed. */
import { historyOf } from '../core/visit-history.ts'
import type { Database } from './database.ts'
import { reasonOf } from './fault.ts'
import { eventsFrom } from './queue-log.ts'

const minuteMs = 60_000
const daysLooked = 10
/** Fewer waits say nothing. */
const fewest = 20
const unknownMs = 30 * minuteMs
/** Whatever is written in the log, a visit is taken to last so long at least, and at most. */
const [leastMs, mostMs] = [15 * minuteMs, 60 * minuteMs]
const roundedMs = 5 * minuteMs

/** Another one whenever a day has been closed. @returns milliseconds */
export function usualWaitMs(database: Database): number {
  const closes = database
    .prepare("SELECT revision FROM queue_events WHERE type = 'day-closed' ORDER BY revision DESC LIMIT ?")
    .all(daysLooked + 1) as readonly { readonly revision: number }[]
  const waits = closes
    .slice(0, daysLooked)
    .flatMap(({ revision }, index) => waitsBetween(database, (closes[index + 1]?.revision ?? 0) + 1, revision))
  if (waits.length < fewest) return unknownMs
  const middle = waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)] ?? unknownMs
  return Math.min(mostMs, Math.max(leastMs, Math.round(middle / roundedMs) * roundedMs))
}

function waitsBetween(database: Database, from: number, before: number): readonly number[] {
  try {
    return historyOf(eventsFrom(database, from, before)).visits.flatMap(({ ticket, firstCalledAt }) =>
      firstCalledAt === undefined || ticket.isPaper ? [] : [firstCalledAt - ticket.arrivedAt],
    )
  } catch (cause) {
    // An old day that cannot be read any more keeps nobody from opening a new one.
    console.error(`How long people waited on a day cannot be read (${reasonOf(cause)}). It is left out.`)
    return []
  }
}
