/** The page of a month: figures first, then what played, what was asked and how it was rated; two sheets on paper. */
import { type ReactElement, useEffect, useState } from 'react'
import type { MonthReport } from '../../core/month-contract.ts'
import { Action } from '../shared/action.tsx'
import { dayAndTime } from '../shared/clinic-time.ts'
import { useReport } from '../shared/report.ts'
import { DaysChart } from './days-chart.tsx'
import { addressOf } from './month-address.ts'
import { monthWords } from './month-words.ts'
import { AskedAbout, Figures, Played, Ratings } from './sections.tsx'

export function MonthPage(): ReactElement {
  const [wanted, want] = useState(() => new URLSearchParams(location.search).get('month') ?? undefined)
  const link = useReport<MonthReport>(addressOf(wanted))
  useEffect(() => {
    if (link.kind === 'there') document.title = `${monthWords(link.report.month)} · Monthly page`
  }, [link])
  if (link.kind !== 'there') {
    return (
      <main className="opening">
        <h1>Monthly page</h1>
        <p role="status">
          {link.kind === 'asking'
            ? 'Counting …'
            : 'Anteroom does not answer, or there is no such month. It is asked again.'}
        </p>
      </main>
    )
  }
  const { report, zone, isOld } = link
  const choose = (month: string) => {
    history.replaceState(null, '', `${location.pathname}?month=${month}`)
    want(month)
  }
  return (
    <>
      {report.demo && <p className="ribbon">Demonstration: invented patients</p>}
      <main className="report">
        <header>
          <div>
            <p className="over-line">Monthly page</p>
            <h1>{monthWords(report.month)}</h1>
            <p role="status">{stateOf(report, zone, isOld)}</p>
          </div>
          <div className="tools">
            <label>
              <span>Month</span>
              <select value={report.month} onChange={({ currentTarget }) => choose(currentTarget.value)}>
                {[...new Set([...report.months, report.month])]
                  .sort()
                  .reverse()
                  .map((month) => (
                    <option key={month} value={month}>
                      {monthWords(month)}
                    </option>
                  ))}
              </select>
            </label>
            <a className="action action-plain" href="/report">
              The day
            </a>
            <a className="action action-plain" href={addressOf(report.month, 'csv')} download>
              Download CSV
            </a>
            <Action onPress={() => print()}>Print</Action>
          </div>
        </header>
        {report.plays.total.plays === 0 ? (
          <p className="nobody">Nothing was reported by a screen in this month.</p>
        ) : (
          <>
            <Figures plays={report.plays} />
            <section aria-labelledby="days">
              <h2 id="days">On the screens, day by day</h2>
              <DaysChart month={report.month} days={report.plays.days} />
            </section>
            <Played plays={report.plays} />
          </>
        )}
        <section className="answers halves" aria-label="Patients">
          <AskedAbout asked={report.asked} />
          <Ratings feedback={report.feedback} />
        </section>
        <footer>
          <p>
            <strong>None of this proves a cause.</strong> When more people ask about a treatment in a month in which its
            film played, there may be other reasons: a season, a special offer, an article.
          </p>
          <p>Visits to pages behind QR codes are not counted yet. Nothing here says who anybody was.</p>
        </footer>
      </main>
    </>
  )
}

function stateOf({ isOpen, at }: MonthReport, zone: string, isOld: boolean): string {
  if (isOld) return `Anteroom does not answer. These are the figures as of ${dayAndTime(at, zone)}.`
  return isOpen ? `The month goes on: figures as of ${dayAndTime(at, zone)}` : 'The month is over'
}
