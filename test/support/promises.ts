/** Calls that were told a time before, put into the database of a hub: what the waiting times have earned is judged by them. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { minuteMs } from './items.ts'

/**
 * Calls that were told "between five and ten minutes".
 *
 * @param data the hub's data folder
 * @param calledAt minutes after they were told
 */
export function tellTimes(
  data: string,
  {
    at,
    name,
    calls,
    calledAt,
  }: { readonly at: string; readonly name: string; readonly calls: number; readonly calledAt: number },
): void {
  const database = new Database(path.join(data, 'anteroom.sqlite'))
  const keep = database.prepare(
    'INSERT INTO promises (ticket, made_at, opens, middle, until, called_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const madeAt = Date.parse(at)
  const after = (minutes: number) => madeAt + minutes * minuteMs
  for (let index = 0; index < calls; index += 1)
    keep.run(`${name}${index}`, madeAt, after(5), after(8), after(10), after(calledAt))
  database.close()
}
