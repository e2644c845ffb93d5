/** Hour by hour: bars for who came in, a line for how many waited at once; the table below says the same. */
import type { ReactElement } from 'react'
import type { DayReport } from '../../core/report-contract.ts'
import { Sideways } from '../shared/sideways.tsx'

/** A day has about nine hours: a shorter one has wider gaps, not larger letters. */
const usualHours = 9
const narrowest = 64
const barWidth = 40
const height = 200
const [above, below, side] = [34, 34, 40]

export function HoursChart({ hours }: { readonly hours: DayReport['hours'] }): ReactElement {
  // Even, so that the line in the middle is a whole person.
  const most = 2 * Math.ceil(Math.max(4, ...hours.flatMap(({ arrived, waiting }) => [arrived, waiting])) / 2)
  const column = Math.max(narrowest, (usualHours * narrowest) / hours.length)
  const width = side * 2 + hours.length * column
  const y = (value: number) => above + height - (value / most) * height
  const x = (index: number) => side + (index + 0.5) * column
  const line = hours.map(({ waiting }, index) => `${x(index)},${y(waiting)}`).join(' ')
  const steps = [0, 0.5, 1].map((share) => most * share)
  return (
    <Sideways className="chart" label="Chart, hour by hour">
      <svg
        viewBox={`0 0 ${width} ${above + height + below}`}
        style={{ minWidth: `${width * 0.6}px`, maxWidth: `${width * 1.3}px` }}
        role="img"
        aria-label={wordsOf(hours)}
      >
        {steps.map((value) => (
          <g key={value} className="grid">
            <line x1={side} x2={width - side} y1={y(value)} y2={y(value)} />
            <text x={side - 10} y={y(value) + 5} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {hours.map(({ hour, arrived }, index) => (
          <g key={hour}>
            <rect
              className="bar"
              x={x(index) - barWidth / 2}
              width={barWidth}
              y={y(arrived)}
              height={height + above - y(arrived)}
              rx={4}
            />
            <text className="hour" x={x(index)} y={above + height + 24} textAnchor="middle">
              {String(hour).padStart(2, '0')}
            </text>
          </g>
        ))}
        <polyline className="line" points={line} />
        {hours.map(({ hour, waiting }, index) => (
          <g key={hour} className="dot">
            <circle cx={x(index)} cy={y(waiting)} r={6} />
            {waiting > 0 && (
              <text x={x(index)} y={y(waiting) - 13} textAnchor="middle">
                {waiting}
              </text>
            )}
          </g>
        ))}
      </svg>
    </Sideways>
  )
}

export const ChartKey = (): ReactElement => (
  <ul className="chart-key">
    <li data-kind="bar">came in</li>
    <li data-kind="line">waiting at once, at the most</li>
  </ul>
)

function wordsOf(hours: DayReport['hours']): string {
  const by = (name: 'arrived' | 'waiting') => hours.reduce((one, other) => (other[name] > one[name] ? other : one))
  if (hours.length === 0) return 'Nothing happened.'
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  const [busiest, fullest] = [by('arrived'), by('waiting')]
  return `Most people came in the hour from ${clock(busiest.hour)}: ${busiest.arrived}. Most waited in the hour from ${clock(fullest.hour)}: ${fullest.waiting}.`
}
