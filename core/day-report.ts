/** What a day was like, in figures: computed from its events alone, the same today and in a month. */
import { type Clinic, minutesOf, nameOf } from './clinic.ts'
import type { Recorded } from './queue-event.ts'
import type { TicketId } from './queue-state.ts'
import type { CounterFigures, DayReport, Spread } from './report-contract.ts'
import { type DayHistory, historyOf, type Leg, type VisitHistory } from './visit-history.ts'
import { accuracyOf, type ToldFirst, worstMisses } from './wait-accuracy.ts'

const minuteMs = 60_000
/** Nobody complains about an appointment that begins so many minutes late. */
const inTimeMinutes = 10

export interface BookedHour {
  readonly hour: number
  /** Empty when the book did not say. */
  readonly service: string
  readonly booked: number
  readonly arrived: number
  readonly noShow: number
}

export interface DayRecord {
  /** A list for each time the day was opened, each up to its `day-closed` if that has come. */
  readonly openings: readonly (readonly Recorded[])[]
  readonly clinic: Clinic
  /** Until when each ticket was told at first that it would be called. */
  readonly promises: ReadonlyMap<TicketId, number>
  /** The first window of those who were called. */
  readonly told: ReadonlyMap<TicketId, ToldFirst>
  /** ISO 8601 UTC. */
  readonly isoOf: (at: number) => string
  readonly bookings: readonly BookedHour[]
  /** The hour that the clinic's clocks show. */
  readonly hourOf: (at: number) => number
  readonly now: number
  readonly withProviders: boolean
}

type Figures = Omit<DayReport, 'day' | 'at' | 'demo' | 'days' | keyof CounterFigures>

export function reportOf(record: DayRecord): Figures {
  const { openings, clinic, promises, bookings, now } = record
  const histories = openings.map((events) => historyOf(events))
  const visits = histories.flatMap((history) => history.visits)
  const measured = visits.filter(isMeasured)
  const waits = spreadOf(measured.flatMap(waitOf))
  const words = measured.flatMap((visit) => keptWord(visit, promises, now))
  const told = toldOf(record, histories)
  const booked = bookings.reduce((sum, one) => sum + one.booked, 0)
  const appointments = appointmentsOf(measured)
  const isOver = (events: readonly Recorded[]) => events.some(({ type }) => type === 'day-closed')
  return {
    isOpen: openings.some((events) => !isOver(events)),
    counts: countsOf(visits),
    ...(booked === 0
      ? {}
      : { bookings: { booked, arrived: sumOf(bookings, 'arrived'), noShow: sumOf(bookings, 'noShow') } }),
    ...(waits === undefined ? {} : { waits }),
    ...(words.length === 0 ? {} : { promised: { of: words.length, kept: words.filter((isKept) => isKept).length } }),
    ...(told === undefined ? {} : { told }),
    ...(appointments === undefined ? {} : { appointments }),
    visits: lengthsOf(measured, clinic),
    ...(record.withProviders ? { providers: providersOf(measured, clinic) } : {}),
    services: servicesOf(visits, bookings, clinic),
    hours: hoursOf(visits, record),
    calls: callsOf(histories),
  }
}

/** Paper was written afterwards, and of who was left open without a call nobody knows how long they stayed. */
export const isMeasured = ({ ticket, end, firstCalledAt }: VisitHistory): boolean =>
  ticket.isPaper !== true && (end !== 'open' || firstCalledAt !== undefined)

export const waitOf = ({ ticket, firstCalledAt }: VisitHistory): readonly number[] =>
  firstCalledAt === undefined ? [] : [Math.max(0, firstCalledAt - ticket.arrivedAt) / minuteMs]

/** Whether somebody was called while the first window lasted; nothing of whoever left before its end, or still waits in it. */
export function keptWord(visit: VisitHistory, promises: DayRecord['promises'], now: number): readonly boolean[] {
  const until = promises.get(visit.ticket.id)
  if (until === undefined) return []
  if (visit.firstCalledAt !== undefined) return [visit.firstCalledAt <= until]
  return (visit.endedAt ?? now) > until ? [false] : []
}

/** A leg's length in minutes; nothing when somebody was out of the room in between. */
export const lengthOf = ({ calledAt, endedAt, wasHeld }: Leg): readonly number[] =>
  wasHeld ? [] : [(endedAt - calledAt) / minuteMs]

/** How first windows came out, and which were missed worst. */
function toldOf({ openings, clinic, told, isoOf }: DayRecord, histories: readonly DayHistory[]): Figures['told'] {
  const visits = histories.flatMap((history) => history.visits).filter(isMeasured)
  const own = new Map(visits.flatMap(({ ticket: { id } }) => (told.has(id) ? [[id, told.get(id) as ToldFirst]] : [])))
  if (own.size === 0) return undefined
  const { isEarned: _, ...figures } = accuracyOf([...own.values()])
  const planned = (service: string) => minutesOf(clinic, service)
  const worst = worstMisses({ events: openings.flat(), visits, told: own, planned })
  const serviceOf = new Map(visits.map(({ ticket }) => [ticket.id, ticket.service]))
  return {
    ...figures,
    worst: worst.map(({ ticket, told: { madeAt, opens, until, calledAt }, lateMinutes, cause }) => ({
      service: nameOf(clinic.services, serviceOf.get(ticket) ?? ''),
      ...{ madeAt: isoOf(madeAt), from: isoOf(opens), until: isoOf(until), calledAt: isoOf(calledAt) },
      ...{ lateMinutes, cause },
    })),
  }
}

/** The middle one, or between the two in the middle; and the one that four of five do not exceed (nearest rank). */
export function spreadOf(minutes: readonly number[]): Spread | undefined {
  if (minutes.length === 0) return undefined
  const sorted = [...minutes].sort((one, other) => one - other)
  const at = (index: number) => sorted[index] ?? 0
  const half = sorted.length / 2
  return {
    count: sorted.length,
    median: Math.round((at(Math.ceil(half) - 1) + at(Math.floor(half))) / 2),
    p80: Math.round(at(Math.ceil(sorted.length * 0.8) - 1)),
    longest: Math.round(at(sorted.length - 1)),
  }
}

const sumOf = (bookings: readonly BookedHour[], name: 'arrived' | 'noShow'): number =>
  bookings.reduce((sum, one) => sum + one[name], 0)

function countsOf(visits: readonly VisitHistory[]): Figures['counts'] {
  const count = (end: VisitHistory['end']) => visits.filter((visit) => visit.end === end).length
  return {
    arrived: visits.length,
    served: count('done'),
    left: count('left'),
    noShow: count('no-show'),
    here: count('here'),
    leftOpen: count('open'),
    paper: visits.filter(({ ticket }) => ticket.isPaper).length,
  }
}

function appointmentsOf(visits: readonly VisitHistory[]): Figures['appointments'] {
  const delays = visits.flatMap(({ ticket: { appointmentAt, arrivedAt }, firstCalledAt }) =>
    appointmentAt === undefined || firstCalledAt === undefined || arrivedAt > appointmentAt
      ? []
      : [(firstCalledAt - appointmentAt) / minuteMs],
  )
  const all = spreadOf(delays)
  if (all === undefined) return undefined
  return { count: all.count, median: all.median, kept: delays.filter((delay) => delay <= inTimeMinutes).length }
}

function lengthsOf(visits: readonly VisitHistory[], clinic: Clinic): Figures['visits'] {
  const legs = visits.flatMap((visit) => visit.legs)
  return [...new Set(legs.map(({ service }) => service))].flatMap((service) => {
    const real = spreadOf(legs.filter((leg) => leg.service === service).flatMap(lengthOf))
    const name = nameOf(clinic.services, service)
    return real === undefined ? [] : [{ service, name, planned: minutesOf(clinic, service), real }]
  })
}

function providersOf(visits: readonly VisitHistory[], clinic: Clinic): NonNullable<Figures['providers']> {
  const legs = visits.flatMap((visit) => visit.legs)
  return [...new Set(legs.map(({ provider }) => provider))].map((provider) => {
    const own = legs.filter((leg) => leg.provider === provider)
    const real = spreadOf(own.flatMap(lengthOf))
    const name = nameOf(clinic.providers, provider)
    return { provider, name, served: own.length, ...(real === undefined ? {} : { real }) }
  })
}

function servicesOf(
  visits: readonly VisitHistory[],
  bookings: readonly BookedHour[],
  clinic: Clinic,
): Figures['services'] {
  const legsOf = (visit: VisitHistory): readonly { readonly service: string }[] =>
    visit.legs.length > 0 ? visit.legs : [{ service: visit.ticket.service }]
  const served = visits.filter(({ end }) => end === 'done').flatMap(legsOf)
  const missing = bookings.filter(({ noShow }) => noShow > 0)
  const all = [...served, ...visits.map(({ ticket }) => ticket), ...missing].map(({ service }) => service)
  return [...new Set(all)].map((service) => {
    const own = (end: VisitHistory['end']) =>
      visits.filter((visit) => visit.end === end && visit.ticket.service === service).length
    const absent = sumOf(
      missing.filter((one) => one.service === service),
      'noShow',
    )
    const name = service === '' ? 'Not said' : nameOf(clinic.services, service)
    const done = served.filter((leg) => leg.service === service).length
    return { service, name, served: done, left: own('left'), noShow: own('no-show') + absent }
  })
}

function hoursOf(visits: readonly VisitHistory[], { hourOf, bookings, now }: DayRecord): Figures['hours'] {
  const ended = visits.flatMap(({ end, endedAt }) => (endedAt === undefined ? [] : [{ end, hour: hourOf(endedAt) }]))
  const missing = bookings.filter(({ noShow }) => noShow > 0)
  const arrivals = visits.map(({ ticket }) => hourOf(ticket.arrivedAt))
  const most = mostWaiting(visits, hourOf, now)
  const all = [...arrivals, ...ended.map(({ hour }) => hour), ...missing.map(({ hour }) => hour), ...most.keys()]
  if (all.length === 0) return []
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index
    const count = (end: VisitHistory['end']) => ended.filter((one) => one.hour === hour && one.end === end).length
    return {
      hour,
      arrived: arrivals.filter((one) => one === hour).length,
      waiting: most.get(hour) ?? 0,
      served: count('done'),
      left: count('left'),
      noShow:
        count('no-show') +
        sumOf(
          missing.filter((one) => one.hour === hour),
          'noShow',
        ),
    }
  })
}

/** By hour: how many stood in the line at once, at the most. Paper and who was left open are not known well enough. */
function mostWaiting(
  visits: readonly VisitHistory[],
  hourOf: (at: number) => number,
  now: number,
): ReadonlyMap<number, number> {
  const steps = visits
    .filter(({ ticket, end }) => ticket.isPaper !== true && end !== 'open')
    .flatMap((visit) => visit.waits)
    .flatMap(({ from, to = now }) => [
      { at: from, step: 1 },
      { at: Math.max(from, to), step: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.step - other.step)
  const most = new Map<number, number>()
  let waiting = 0
  let hour = hourOf(steps[0]?.at ?? 0)
  const note = () => most.set(hour, Math.max(most.get(hour) ?? 0, waiting))
  for (const { at, step } of steps) {
    const next = hourOf(at)
    while (waiting > 0 && hour < next) {
      hour += 1
      note()
    }
    hour = next
    waiting += step
    note()
  }
  return most
}

function callsOf(histories: readonly DayHistory[]): Figures['calls'] {
  const sum = (name: keyof Omit<DayHistory, 'visits'>) => histories.reduce((all, history) => all + history[name], 0)
  return {
    calls: sum('calls'),
    recalls: sum('recalls'),
    inVain: sum('inVain'),
    asked: sum('asked'),
    retracted: sum('retracted'),
    delaysTold: sum('delaysTold'),
  }
}
