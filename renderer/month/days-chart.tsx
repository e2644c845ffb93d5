/** Day by day: how long the screens were in use; the month's table to take away says the same in figures. */
import type { ReactElement } from 'react'
import { daysAfter } from '../../core/calendar-date.ts'
import { daysOfMonth } from '../../core/month.ts'
import type { PlayReport } from '../../core/play-contract.ts'
import { Sideways } from '../shared/sideways.tsx'
import { lengthWords } from './month-words.ts'

const column = 26
const barWidth = 18
const height = 130
const [above, below, side] = [22, 30, 44]
const hourMs = 3_600_000

interface ChartState {
  readonly month: string
  readonly days: PlayReport['days']
}

export function DaysChart({ month, days }: ChartState): ReactElement {
  const { from, to } = daysOfMonth(month)
  const all: string[] = []
  for (let day = from; day < to; day = daysAfter(day, 1)) all.push(day)
  const msOn = new Map(days.map(({ day, presentedMs }) => [day, presentedMs]))
  const most = Math.max(2, 2 * Math.ceil(Math.max(0, ...msOn.values()) / hourMs / 2))
  const width = side * 2 + all.length * column
  const y = (hours: number) => above + height - (hours / most) * height
  return (
    <Sideways className="chart days-chart" label="Chart, day by day">
      <svg
        viewBox={`0 0 ${width} ${above + height + below}`}
        style={{ minWidth: `${width * 0.7}px` }}
        role="img"
        aria-label={wordsOf(days)}
      >
        {[0, most / 2, most].map((hours) => (
          <g key={hours} className="grid">
            <line x1={side} x2={width - side} y1={y(hours)} y2={y(hours)} />
            <text x={side - 8} y={y(hours) + 5} textAnchor="end">
              {hours} h
            </text>
          </g>
        ))}
        {all.map((day, index) => {
          const hours = (msOn.get(day) ?? 0) / hourMs
          const number = Number(day.slice(8))
          return (
            <g key={day}>
              {hours > 0 && (
                <rect
                  className="bar"
                  x={side + index * column + (column - barWidth) / 2}
                  width={barWidth}
                  // A few minutes are seen, too.
                  y={Math.min(y(hours), above + height - 2)}
                  height={Math.max(2, above + height - y(hours))}
                  rx={3}
                />
              )}
              {(number === 1 || number % 5 === 0) && (
                <text x={side + (index + 0.5) * column} y={above + height + 22} textAnchor="middle">
                  {number}
                </text>
              )}
            </g>
          )
        })}
      </svg>
    </Sideways>
  )
}

function wordsOf(days: PlayReport['days']): string {
  if (days.length === 0) return 'Nothing played.'
  const longest = days.reduce((one, other) => (other.presentedMs > one.presentedMs ? other : one))
  return `Films and pictures were on the screens on ${days.length === 1 ? 'one day' : `${days.length} days`}, the longest on the ${Number(longest.day.slice(8))}: ${lengthWords(longest.presentedMs)}.`
}
