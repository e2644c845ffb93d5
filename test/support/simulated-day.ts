/** A day that has happened: a seeded clinic presses its buttons from eight to five, and the log is put where a hub finds it. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { isServing, isWaiting } from '../../core/queue-state.ts'
import { minuteMs, monday } from './items.ts'
import { Day } from './queue.ts'

/** Monday, 2 March 2026, in Berlin. @param people who come in */
export function simulatedDay(people = 40): Day {
  const day = new Day()
  let seed = 7
  const dice = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const arrivals = Array.from({ length: people }, () => Math.round(dice() * 500)).sort((one, other) => one - other)
  const free = new Map([
    ['p1', 0],
    ['p2', 0],
  ])
  for (let minute = 0; minute < 540; minute += 1) {
    const now = monday + minute * minuteMs
    for (const _ of arrivals.filter((one) => one === minute)) {
      const booked = dice() < 0.5 ? { appointmentAt: now + Math.round(dice() * 15) * minuteMs } : {}
      const service = dice() < 0.3 ? 'laser' : 'consultation'
      day.press({ type: 'check-in', arrival: { service, ...booked } }, now, 'desk-a', dice())
    }
    for (const [provider, until] of free) {
      const room = provider === 'p1' ? '1' : '2'
      if (until > minute) continue
      for (const ticket of [...day.state.tickets.values()].filter(isServing)) {
        if (ticket.state.provider === provider) day.press({ type: 'finish', ticket: ticket.id }, now)
      }
      const { decision } = day.press({ type: 'call-next', provider, room }, now)
      if (decision.ok) free.set(provider, minute + 8 + Math.round(dice() * 22))
    }
    const waiting = [...day.state.tickets.values()].filter(isWaiting)
    const [impatient] = waiting
    if (impatient !== undefined && waiting.length > 4 && dice() < 0.02) {
      day.press({ type: 'leave', ticket: impatient.id }, now)
    }
  }
  return day
}

/** Writes a day into the log of a hub that is not running. @param data its data folder */
export function putIntoLog(day: Day, data: string): void {
  const database = new Database(path.join(data, 'anteroom.sqlite'))
  try {
    const insert = database.prepare(
      'INSERT INTO queue_events (revision, type, body, at, caller, key) VALUES (?, ?, ?, ?, ?, NULL)',
    )
    database.transaction(() => {
      for (const { revision, type, at, caller, ...body } of day.events) {
        insert.run(revision, type, JSON.stringify(body), at, caller)
      }
    })()
  } finally {
    database.close()
  }
}
