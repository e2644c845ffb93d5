/** The day report's address: finds the events of a day in the log and has them counted. */
import type { Context, Hono } from 'hono'
import { dayName } from '../core/booking-contract.ts'
import { dayCsv } from '../core/day-csv.ts'
import { type DayRecord, reportOf } from '../core/day-report.ts'
import type { Recorded } from '../core/queue-event.ts'
import { callBackBody, type DayReport } from '../core/report-contract.ts'
import type { AnswerBook } from './answer-book.ts'
import type { Bookings } from './bookings.ts'
import { CallBacks } from './call-backs.ts'
import { changing, limitJson, refusal, said } from './changing.ts'
import { clinicClocks } from './clinic-clocks.ts'
import type { ClinicLists } from './clinic-lists.ts'
import { type Clock, isoOf } from './clock.ts'
import { counterFigures } from './counter-figures.ts'
import type { Database } from './database.ts'
import { badInput } from './input.ts'
import type { Promises } from './promises.ts'
import { toldFirst } from './wait-routes.ts'

/** As long as events are kept. */
const keptMs = 31 * 24 * 3_600_000

interface Parts {
  readonly database: Database
  readonly answers: AnswerBook
  readonly lists: ClinicLists
  readonly bookings: Bookings
  readonly promises: Promises
  readonly clock: Clock
  readonly isDemo: boolean
}

/** From the first event after a close to the next close: a day belongs to the date on which it was opened. */
interface Opening {
  readonly day: string
  readonly first: number
  /** Undefined while it is open. */
  readonly last: number | undefined
}

export function mountDayReports(app: Hono, parts: Parts): void {
  const { database, answers, lists, bookings, promises, clock, isDemo } = parts
  const { dateOf, minuteAt } = clinicClocks(clock.zone)
  const figuresOf = counterFigures(parts, dateOf)

  const openings = (): readonly Opening[] => {
    const since = clock.now() - keptMs
    const closes = database
      .prepare("SELECT revision, at FROM queue_events WHERE type = 'day-closed' AND at >= ? ORDER BY revision")
      .all(since) as { readonly revision: number; readonly at: number }[]
    const before = database
      .prepare("SELECT max(revision) AS revision FROM queue_events WHERE type = 'day-closed' AND at < ?")
      .get(since) as { readonly revision: number | null }
    // Older events may have been purged, with the close before the first that is left.
    const oldest = database
      .prepare('SELECT min(revision) AS revision FROM queue_events WHERE revision > ?')
      .get(before.revision ?? 0) as { readonly revision: number | null }
    const firsts = [oldest.revision ?? 1, ...closes.map(({ revision }) => revision + 1)]
    const atOf = database.prepare('SELECT at FROM queue_events WHERE revision = ?')
    return firsts.flatMap((first, index) => {
      const row = atOf.get(first) as { readonly at: number } | undefined
      return row === undefined ? [] : [{ day: dateOf(row.at), first, last: closes[index]?.revision }]
    })
  }

  const eventsOf = ({ first, last }: Opening): readonly Recorded[] => {
    const rows = database
      .prepare(
        'SELECT revision, type, body, at, caller FROM queue_events WHERE revision BETWEEN ? AND ? ORDER BY revision',
      )
      .all(first, last ?? Number.MAX_SAFE_INTEGER) as (Recorded & { readonly body: string })[]
    return rows.map(({ type, body, ...place }) => ({ type, ...JSON.parse(body), ...place }) as Recorded)
  }

  const recordOf = (day: string, all: readonly Opening[], withProviders: boolean): DayRecord => {
    const kept = promises.since(clock.now() - keptMs)
    return {
      openings: all.filter((one) => one.day === day).map(eventsOf),
      clinic: lists.clinic,
      promises: new Map([...kept].map(([ticket, { until }]) => [ticket, until])),
      told: new Map([...kept].flatMap(([ticket, one]) => toldFirst(one).map((first) => [ticket, first] as const))),
      isoOf,
      bookings: bookings.countsOf(day),
      hourOf: (at) => Math.floor(minuteAt(at) / 60),
      now: clock.now(),
      withProviders,
    }
  }

  app.get('/api/reports/day', (context: Context) => {
    const today = dateOf(clock.now())
    const day = dayName.default(today).safeParse(context.req.query('day'))
    if (!day.success) return said(context, badInput('day', day.error.issues[0]?.message ?? ''))
    const format = context.req.query('format') ?? 'json'
    if (format !== 'json' && format !== 'csv') return said(context, badInput('format', 'json or csv is expected.'))
    const all = openings()
    const record = recordOf(day.data, all, context.req.query('providers') === 'yes')
    if (format === 'csv') {
      return context.body(dayCsv(record, isoOf), 200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="anteroom-${isDemo ? 'demo-' : ''}${day.data}.csv"`,
        'cache-control': 'no-store',
      })
    }
    const days = [...new Set([today, ...all.map((one) => one.day).reverse()])]
    const body: DayReport = {
      ...{ day: day.data, at: isoOf(clock.now()), demo: isDemo, days },
      ...reportOf(record),
      ...figuresOf(day.data),
    }
    return said(context, { status: 200, body })
  })

  const callBacks = new CallBacks(database)
  app.post('/api/call-backs', limitJson, (context) =>
    changing(context, callBackBody, ({ what, by }, request) =>
      answers.once(request, clock.now(), () => {
        const body = callBacks.count(dateOf(clock.now()), what, by)
        return body === undefined ? nothingCounted : { status: 200, body }
      }),
    ),
  )
}

const nothingCounted = refusal(409, 'nothing-to-take-back', 'Nothing is counted today that could be taken back.')
