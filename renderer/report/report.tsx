/** The report of a day: the questions first, then the hours, then the tables; one sheet when it is printed. */
import { type ReactElement, useEffect, useState } from 'react'
import type { DayReport } from '../../core/report-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime, dayName } from '../shared/clinic-time.ts'
import { useReport } from '../shared/report.ts'
import { ChartKey, HoursChart } from './hours-chart.tsx'
import { answersOf } from './questions.ts'
import { addressOf, type Wanted } from './report-address.ts'
import { Hours, Lengths, Misses, Providers, Services } from './tables.tsx'

export function Report(): ReactElement {
  const [wanted, want] = useState<Wanted>(() => ({
    day: new URLSearchParams(location.search).get('day') ?? undefined,
    withProviders: false,
  }))
  const link = useReport<DayReport>(addressOf(wanted))
  useEffect(() => {
    if (link.kind === 'there') document.title = `${longDay(link.report.day)} · Day report`
  }, [link])
  if (link.kind !== 'there') {
    return (
      <main className="opening">
        <h1>Day report</h1>
        <p role="status">
          {link.kind === 'asking'
            ? 'Counting …'
            : 'Anteroom does not answer, or there is no such day. It is asked again.'}
        </p>
      </main>
    )
  }
  const { report, zone, isOld } = link
  const change = (part: Partial<Wanted>) => {
    const next = { ...wanted, ...part }
    const query = next.day === undefined ? '' : `?day=${next.day}`
    history.replaceState(null, '', `${location.pathname}${query}`)
    want(next)
  }
  return (
    <>
      {report.demo && <p className="ribbon">Demonstration: invented patients</p>}
      <main className="report">
        <header>
          <div>
            <p className="over-line">Day report</p>
            <h1>{longDay(report.day)}</h1>
            <p role="status">{stateOf(report, zone, isOld)}</p>
          </div>
          <div className="tools">
            <label>
              <span>Day</span>
              <select value={report.day} onChange={({ currentTarget }) => change({ day: currentTarget.value })}>
                {[...new Set([...report.days, report.day])]
                  .sort()
                  .reverse()
                  .map((day) => (
                    <option key={day} value={day}>
                      {longDay(day)}
                    </option>
                  ))}
              </select>
            </label>
            <a className="action action-plain" href="/monthly">
              The month
            </a>
            <a className="action action-plain" href={addressOf({ ...wanted, day: report.day }, 'csv')} download>
              Download CSV
            </a>
            <Action onPress={() => print()}>Print</Action>
          </div>
        </header>
        {report.counts.arrived === 0 && report.bookings === undefined ? (
          <p className="nobody">Nobody came on this day.</p>
        ) : (
          <Figures
            report={report}
            zone={zone}
            withProviders={wanted.withProviders}
            onProviders={(on) => change({ withProviders: on })}
          />
        )}
      </main>
    </>
  )
}

interface FiguresState {
  readonly report: DayReport
  readonly zone: string
  readonly withProviders: boolean
  readonly onProviders: (isOn: boolean) => void
}

function Figures({ report, zone, withProviders, onProviders }: FiguresState): ReactElement {
  const { counts, hours, visits, services, providers, told } = report
  const missing = counts.noShow + (report.bookings?.noShow ?? 0)
  const figures = [
    { name: 'came', figure: counts.arrived },
    { name: 'served', figure: counts.served },
    { name: 'left before', figure: counts.left },
    { name: 'did not come', figure: missing },
    ...(counts.here > 0 ? [{ name: 'still here', figure: counts.here }] : []),
    ...(counts.leftOpen > 0 ? [{ name: 'still here at the end', figure: counts.leftOpen }] : []),
  ]
  return (
    <>
      <ul className="figures" aria-label="Patients">
        {figures.map(({ name, figure }) => (
          <li key={name}>
            <b>{figure}</b> {name}
          </li>
        ))}
      </ul>
      <section className="answers" aria-label="Questions">
        {answersOf(report).map(({ question, figure, text, isOpen = false }) => (
          <article key={question} data-open={isOpen}>
            <h2>{question}</h2>
            {figure !== undefined && <p className="figure">{figure}</p>}
            <p>{text}</p>
          </article>
        ))}
      </section>
      {hours.length > 0 && (
        <section aria-labelledby="hours">
          <div className="section-head">
            <h2 id="hours">Hour by hour</h2>
            <ChartKey />
          </div>
          <div className="hours">
            <HoursChart hours={hours} />
            <Hours hours={hours} />
          </div>
        </section>
      )}
      <section className="tables" aria-label="Tables">
        {services.length > 0 && <Services services={services} />}
        {visits.length > 0 && <Lengths visits={visits} />}
        {providers !== undefined && providers.length > 0 && <Providers providers={providers} />}
      </section>
      {told !== undefined && told.worst.length > 0 && (
        <div className="misses">
          <Misses worst={told.worst} zone={zone} />
        </div>
      )}
      <label className="by-provider">
        <input
          type="checkbox"
          checked={withProviders}
          onChange={({ currentTarget }) => onProviders(currentTarget.checked)}
        />
        <span>
          Also by provider
          <small>For talking with them, not about them. Off whenever this page is opened.</small>
        </span>
      </label>
      <footer>
        <p>{leftOut(counts)}</p>
        <p>
          Waits count from coming in to the first call. Nothing here says who anybody was, and none of it proves a
          cause.
        </p>
      </footer>
    </>
  )
}

/** `Tuesday 3 March`: a date has no zone. */
const longDay = (day: string): string => dayName(`${day}T12:00:00Z`, 'UTC')

function stateOf({ isOpen, at }: DayReport, zone: string, isOld: boolean): string {
  if (isOld) return `Anteroom does not answer. These are the figures as of ${clockTime(at, zone)}.`
  return isOpen ? `The day goes on: figures as of ${clockTime(at, zone)}` : 'The day is closed'
}

function leftOut({ leftOpen, paper }: DayReport['counts']): string {
  const written = paper === 0 ? [] : [`In no length: ${paper} written on paper.`]
  const left =
    leftOpen === 0 ? [] : [`Of ${leftOpen} still here when the day was closed, the wait up to their call counts.`]
  const parts = [...written, ...left]
  return parts.length === 0 ? 'Every visit is in these lengths.' : parts.join(' ')
}
