/** The report's figures as tables: what is printed, read aloud and compared. */
import type { ReactElement, ReactNode } from 'react'
import type { DayReport } from '../../core/report-contract.ts'
import { clockTime, duration } from '../shared/clinic-time.ts'
import { Sideways } from '../shared/sideways.tsx'

interface TableState {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly [name: string, ...cells: readonly ReactNode[]])[]
}

export const Table = ({ caption, head, rows }: TableState): ReactElement => (
  <Sideways className="sideways" label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], index) => (
          <tr key={`${index} ${name}`}>
            <th scope="row" dir="auto">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
)

export const Services = ({ services }: Pick<DayReport, 'services'>): ReactElement => (
  <Table
    caption="By service"
    head={['Service', 'Served', 'Left before', 'Did not come']}
    rows={services.map(({ name, served, left, noShow }) => [name, served, left, noShow])}
  />
)

/** A length says nothing when there was one. */
export const Lengths = ({ visits }: Pick<DayReport, 'visits'>): ReactElement => (
  <Table
    caption="How long visits took, from the call to the end"
    head={['Service', 'Visits', 'Planned', 'Half within', 'Four of five within']}
    rows={visits.map(({ name, planned, real }) => [
      name,
      real.count,
      duration(planned),
      duration(real.median),
      duration(real.p80),
    ])}
  />
)

type Told = NonNullable<DayReport['told']>

const causes: Readonly<Record<Told['worst'][number]['cause'], string>> = {
  'provider-away': 'A provider was late or away',
  'long-visit': 'A visit before took much longer than planned',
  'others-first': 'Others went first',
  unknown: 'Several small delays',
}

export const Misses = ({ worst, zone }: Pick<Told, 'worst'> & { readonly zone: string }): ReactElement => (
  <Table
    caption="Called latest after what they were told"
    head={['Told at', 'Service', 'Window', 'Called', 'Late by', 'Why']}
    rows={worst.map(({ service, madeAt, from, until, calledAt, lateMinutes, cause }) => [
      clockTime(madeAt, zone),
      service,
      `${clockTime(from, zone)}–${clockTime(until, zone)}`,
      clockTime(calledAt, zone),
      duration(lateMinutes),
      causes[cause],
    ])}
  />
)

export const Providers = ({ providers }: { readonly providers: NonNullable<DayReport['providers']> }): ReactElement => (
  <Table
    caption="By provider"
    head={['Provider', 'Visits', 'Half within', 'Four of five within']}
    rows={providers.map(({ name, served, real }) => [
      name,
      served,
      real === undefined ? '–' : duration(real.median),
      real === undefined ? '–' : duration(real.p80),
    ])}
  />
)

export const Hours = ({ hours }: Pick<DayReport, 'hours'>): ReactElement => (
  <Table
    caption="By the hour"
    head={['From', 'Came in', 'Waiting at once', 'Served', 'Left before', 'Did not come']}
    rows={hours.map(({ hour, arrived, waiting, served, left, noShow }) => [
      `${String(hour).padStart(2, '0')}:00`,
      arrived,
      waiting,
      served,
      left,
      noShow,
    ])}
  />
)
