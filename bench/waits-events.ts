/** A clinic's own days, from a copy of its database: the benchmark that no public file can be. */
import Database from 'better-sqlite3'
import { turnRule } from '../core/call-order.ts'
import { performs, type Service } from '../core/clinic.ts'
import type { Recorded } from '../core/queue-event.ts'
import { historyOf, type VisitHistory } from '../core/visit-history.ts'
import { eventsFrom } from '../hub/queue-log.ts'
import type { Replay, ReplayDay, Visit } from './waits-data.ts'

const minuteMs = 60_000
/** As the hub counts on people: whoever has called nobody for so long is not there, minutes. */
const goneAfter = 90
/** The first days only teach. */
const teachingDays = 5

/** @param file a backup, or the database of a hub that does not run */
export function eventsReplay(file: string): Replay {
  const database = new Database(file, { readonly: true })
  try {
    const rows = database.prepare("SELECT body FROM clinic_entries WHERE list = 'services'").all()
    const services = (rows as { readonly body: string }[]).map(({ body }) => JSON.parse(body) as Service)
    const clinic = { services, providers: [], rooms: [] }
    const days = daysOf(eventsFrom(database, 1)).map((events, index) => dayOf(events, index + 1))
    const { dueBefore, patience, earliest } = turnRule
    return {
      days,
      planned: Object.fromEntries(services.map(({ id, minutes }) => [id, minutes])),
      rule: { dueBefore: dueBefore / minuteMs, patience: patience / minuteMs, earliest: earliest / minuteMs },
      every: 3,
      scoredFrom: teachingDays + 1,
      least: 1,
      goneAfter,
      mayTake: (provider, service) => performs(clinic, provider, service),
    }
  } finally {
    database.close()
  }
}

function daysOf(events: readonly Recorded[]): readonly (readonly Recorded[])[] {
  const days: Recorded[][] = [[]]
  for (const event of events) {
    days.at(-1)?.push(event)
    if (event.type === 'day-closed') days.push([])
  }
  return days.filter((day) => day.length > 1)
}

function dayOf(events: readonly Recorded[], day: number): ReplayDay {
  const beganAt = events[0]?.at ?? 0
  const minute = (at: number) => (at - beganAt) / minuteMs
  const visits = historyOf(events).visits.filter(({ ticket, end }) => ticket.isPaper !== true && end !== 'open')
  return { day, visits: visits.flatMap((visit) => visitsOf(visit, day, minute)), providers: [], gridFrom: 0 }
}

/** The first call is what everybody waits for; what follows it only keeps providers busy. */
function visitsOf({ ticket, legs, end, endedAt }: VisitHistory, day: number, minute: (at: number) => number): Visit[] {
  const [first, ...further] = legs
  const { id, service, provider, appointmentAt, arrivedAt, priority } = ticket
  const isGone = first === undefined && end === 'left' && endedAt !== undefined
  if (first === undefined && !isGone) return []
  const common = { orderAt: minute(arrivedAt), isPriority: priority }
  const own: Visit = {
    ...common,
    id: `${day}-${id}`,
    service: first?.service ?? service,
    arrivedAt: minute(arrivedAt),
    ...(provider === undefined ? {} : { required: provider }),
    ...(appointmentAt === undefined ? {} : { bookedAt: minute(appointmentAt) }),
    ...(isGone ? { leftAt: minute(endedAt) } : {}),
    ...(first === undefined
      ? {}
      : { calledAt: minute(first.calledAt), endedAt: minute(first.endedAt), provider: first.provider }),
    isInLine: true,
    isScored: first !== undefined,
  }
  const later = further.map((leg, index): Visit => {
    const calledAt = minute(leg.calledAt)
    const times = { arrivedAt: calledAt, calledAt, endedAt: minute(leg.endedAt) }
    const { service: what, provider: who } = leg
    return {
      ...common,
      ...times,
      ...{ id: `${day}-${id}-${index}`, service: what, provider: who, isInLine: false, isScored: false },
    }
  })
  return [own, ...later]
}
