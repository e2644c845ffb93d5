/** Days that have happened, read from the files of docs/waits.md: who came when, what for, and when they were called. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { TurnRule } from '../core/call-order.ts'

/** Minutes after midnight. */
export interface Visit {
  readonly id: string
  readonly service: string
  /** What the simplest forecasts know it as; left out, its service. */
  readonly group?: string
  readonly required?: string
  readonly bookedAt?: number
  /** Absent: never came. */
  readonly arrivedAt?: number
  /** What counts for the order of calls. */
  readonly orderAt: number
  readonly leftAt?: number
  readonly calledAt?: number
  readonly endedAt?: number
  readonly provider?: string
  readonly isPriority: boolean
  /** Whether it stands in the line that is estimated; others only keep providers busy. */
  readonly isInLine: boolean
  /** Whether its estimates are judged. */
  readonly isScored: boolean
}

export interface ProviderDay {
  readonly id: string
  readonly services?: readonly string[]
  readonly opensAt: number
  readonly pause?: { readonly from: number; readonly minutes: number }
}

export interface ReplayDay {
  readonly day: number
  readonly visits: readonly Visit[]
  /** Empty where nobody knows in advance who works: then whoever has been seen lately does. */
  readonly providers: readonly ProviderDay[]
  readonly gridFrom: number
}

export interface Replay {
  readonly days: readonly ReplayDay[]
  readonly planned: Readonly<Record<string, number>>
  readonly rule: TurnRule
  /** Estimated every so many minutes; absent, once per ticket, at its arrival. */
  readonly every?: number
  /** The first day that is judged. */
  readonly scoredFrom: number
  /** Visits below this are none, minutes. */
  readonly least: number
  /** Who has called nobody for so many minutes has gone, where nobody knows who works. */
  readonly goneAfter?: number
  /** Whether somebody performs a service, where it is known but not who works when; left out, everybody does. */
  readonly mayTake?: (provider: string, service: string) => boolean
}

type Row = Readonly<Record<string, string>>

function rowsOf(file: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

function byDay(rows: readonly Row[], column: string): ReadonlyMap<number, readonly Row[]> {
  const days = new Map<number, Row[]>()
  for (const row of rows) {
    const day = Number(row[column])
    const known = days.get(day)
    if (known === undefined) days.set(day, [row])
    else known.push(row)
  }
  return days
}

const text = (value: string | undefined) => (value === undefined || value === '' ? undefined : value)
/** An entry that is absent when the cell is empty. */
const entry = <Name extends string>(
  name: Name,
  value: string | undefined,
  unit = 1,
): { readonly [Key in Name]?: number } =>
  (text(value) === undefined ? {} : { [name]: Number(value) / unit }) as { readonly [Key in Name]?: number }
const named = <Name extends string>(name: Name, value: string | undefined): { readonly [Key in Name]?: string } =>
  (text(value) === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string }

interface SimClinic {
  readonly services: Readonly<Record<string, number>>
  readonly providers: readonly {
    readonly id: string
    readonly services: readonly string[]
    readonly opens: number
    readonly plannedBreak: { readonly start: number; readonly minutes: number }
  }[]
}

/** A simulated clinic; its `sim-clinic.json` lies beside the file. */
export function simReplay(file: string, scoredFrom: number): Replay {
  const clinic = JSON.parse(readFileSync(path.join(path.dirname(file), 'sim-clinic.json'), 'utf8')) as SimClinic
  const providers = clinic.providers.map(({ id, services, opens, plannedBreak: { start, minutes } }) => ({
    ...{ id, services, opensAt: opens },
    pause: { from: start, minutes },
  }))
  const opensAt = Math.min(...providers.map((provider) => provider.opensAt))
  const days = [...byDay(rowsOf(file), 'day')].map(([day, rows]): ReplayDay => {
    const visits = rows.map((row) => ({
      id: `${day}-${row.ticket}`,
      service: row.service ?? '',
      ...named('required', row.required_provider),
      ...entry('bookedAt', row.scheduled_min),
      ...entry('arrivedAt', row.arrived_min),
      orderAt: Number(row.arrived_min),
      ...entry('leftAt', row.left_min),
      ...entry('calledAt', row.started_min),
      ...entry('endedAt', row.finished_min),
      ...named('provider', row.provider),
      isPriority: row.priority === '1',
      isInLine: true,
      isScored: text(row.started_min) !== undefined,
    }))
    return { day, visits, providers, gridFrom: opensAt - 15 }
  })
  const rule = { dueBefore: 5, patience: Number.POSITIVE_INFINITY, earliest: 15 }
  return { days, planned: clinic.services, rule, every: 3, scoredFrom, least: 1 }
}

const regular = ['PS', 'NW', 'NE', 'TT', 'PE']

/** Calls to a bank: a line for everybody but IN, priority 2 ahead of those who came up to a minute and a half earlier. */
export function technionReplay(file: string): Replay {
  const days = [...byDay(rowsOf(file), 'day')].map(([day, rows], dayIndex): ReplayDay => {
    const visits = rows.map((row, index): Visit => {
      const [enteredAt, queued] = [Number(row.queue_enter_s), Number(row.queue_time_s)]
      const served = row.outcome === 'served'
      // Clocks of the line and of the agents differ by a second: who was answered before they queued did not queue.
      const hasQueued = queued > 0 && !(served && Number(row.service_start_s) <= enteredAt)
      const isInLine = regular.includes(row.type ?? '') && hasQueued
      const service = Number(row.service_s)
      return {
        id: `${dayIndex}-${index}`,
        service: row.type ?? '',
        arrivedAt: enteredAt / 60,
        orderAt: (enteredAt - (row.priority === '2' ? 90 : 0)) / 60,
        ...(served || !isInLine ? {} : { leftAt: (enteredAt + queued) / 60 }),
        ...entry('calledAt', served ? row.service_start_s : '', 60),
        ...entry('endedAt', served ? row.service_end_s : '', 60),
        ...named('provider', row.agent),
        isPriority: false,
        isInLine,
        isScored: isInLine && served && queued <= 3_600 && service > 0 && service < 3_600,
      }
    })
    return {
      day,
      visits: visits.filter(({ leftAt, calledAt }) => (leftAt ?? calledAt) !== undefined),
      providers: [],
      gridFrom: 0,
    }
  })
  const planned = Object.fromEntries([...regular, 'IN'].map((type) => [type, 3]))
  const rule = { dueBefore: 0, patience: Number.POSITIVE_INFINITY, earliest: 0 }
  return { days, planned, rule, scoredFrom: days[5]?.day ?? 0, least: 0, goneAfter: 5 }
}

/** As many of a session as are taken to be there already. */
const aheadInHangu = 5
/** Nobody wrote down when the doors were opened: the first patient comes, and is seen on the grid, a minute before their visit. */
const opensBefore = 1
const justBefore = 0.001
/** Nobody wrote down the plan, either: between the usual length of a return visit (11.4) and 11, where the figures of the roll-forward agree. */
const hanguPlanned = 11.38

/** One physician's sessions; nobody wrote down arrivals, so the next five are taken to be there. */
export function hanguReplay(file: string): Replay {
  const days = [...byDay(rowsOf(file), 'Session')].map(([day, rows]): ReplayDay => {
    const starts = rows.map((row) => minuteOfDay(row.StartTime ?? ''))
    const opensAt = (starts[0] ?? 0) - opensBefore
    const visits = rows.map((row, index): Visit => {
      const calledAt = starts[index] ?? 0
      // The next five are there when somebody is called; nobody is called before the first.
      const arrivedAt = index === 0 ? opensAt - justBefore : (starts[Math.max(0, index - aheadInHangu)] ?? 0)
      return {
        id: `${day}-${index}`,
        // Whoever comes for the first time takes longer.
        service: row['Visit.No'] === '1' ? 'first' : 'return',
        group: 'visit',
        ...{ arrivedAt, calledAt, orderAt: index },
        endedAt: calledAt + Number(row.ServTime) / 60,
        provider: 'physician',
        ...{ isPriority: false, isInLine: true, isScored: true },
      }
    })
    return { day, visits, providers: [{ id: 'physician', opensAt }], gridFrom: opensAt }
  })
  const rule = { dueBefore: 0, patience: Number.POSITIVE_INFINITY, earliest: 0 }
  return { days, planned: { first: hanguPlanned, return: hanguPlanned }, rule, every: 3, scoredFrom: 61, least: 1 }
}

function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes + seconds / 60
}
