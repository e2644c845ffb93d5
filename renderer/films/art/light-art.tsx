/** Light from an arched window on the wall, with the shadow of a branch in it; it has wandered on since the last visit. */
import { type ReactElement, useId } from 'react'
import type { ArtProps } from '../look.ts'
import { Drawing, isTall } from './drawing.tsx'

export function FollowUpArt(props: ArtProps): ReactElement {
  const id = useId()
  const { width, height, view, tone, came, told } = props
  const drift = came * (0.3 + 0.7 * told)
  const lit = (percent: number): string =>
    tone === 'accent'
      ? `color-mix(in oklab, var(--wall), white ${percent * 0.8}%)`
      : `color-mix(in oklch, var(--wall), var(--accent) ${percent}%)`
  const scale = isTall(props) ? { open: 1, beside: 1.12, close: 1.34 }[view] : Math.max(height / 860, 0.62)
  const left = isTall(props) ? { open: 190, beside: 280, close: 330 }[view] : width / 2 - 170 * scale
  const top = isTall(props) ? { open: 130, beside: 90, close: 40 }[view] : height - 850 * scale
  const strength = tone === 'paper' ? 1.25 : 1
  return (
    <Drawing {...props} nearness={Math.min(props.nearness, 1)}>
      <clipPath id={id}>
        {panes.map((pane) => (
          <path key={pane} d={pane} />
        ))}
      </clipPath>
      <g transform={`translate(${left + 56 * drift} ${top}) scale(${scale}) skewX(${-15 - 3 * drift})`}>
        <g clipPath={`url(#${id})`}>
          <rect width={paneArea.width} height={paneArea.height} style={{ fill: lit(50 * strength) }} />
          <g
            transform={`rotate(${-3 + 3 * drift} 470 900)`}
            style={{ fill: lit(22 * strength), stroke: lit(22 * strength) }}
          >
            <path d={stem} style={{ fill: 'none', strokeWidth: 9, strokeLinecap: 'round' }} />
            {leaves.map(({ x, y, turn, length }) => (
              <path
                key={y}
                d={leaf(length)}
                transform={`translate(${x} ${y}) rotate(${turn})`}
                style={{ stroke: 'none' }}
              />
            ))}
          </g>
        </g>
      </g>
    </Drawing>
  )
}

const paneArea = { width: 430, height: 830 } as const
const bar = 22
const paneWidth = (paneArea.width - bar) / 2
const rows = [
  { top: 0, bottom: 330 },
  { top: 330 + bar, bottom: 570 },
  { top: 570 + bar, bottom: paneArea.height },
]
const panes = rows.flatMap(({ top, bottom }) =>
  [0, paneWidth + bar].map((x, column) => {
    if (top > 0) return `M${x} ${top}H${x + paneWidth}V${bottom}H${x}Z`
    // The upper two make a round arch together.
    const radius = paneArea.width / 2
    return column === 0
      ? `M0 ${bottom}V${radius}A${radius} ${radius} 0 0 1 ${paneWidth} 0.3V${bottom}Z`
      : `M${x} ${bottom}V0.3A${radius} ${radius} 0 0 1 ${paneArea.width} ${radius}V${bottom}Z`
  }),
)

const stem = 'M500 900C440 720 330 560 250 420C190 316 150 220 140 90'
const leaves = [
  { x: 470, y: 806, turn: -78, length: 250 },
  { x: 420, y: 690, turn: 42, length: 230 },
  { x: 352, y: 578, turn: -82, length: 240 },
  { x: 286, y: 478, turn: 30, length: 230 },
  { x: 232, y: 386, turn: -76, length: 210 },
  { x: 184, y: 276, turn: 34, length: 190 },
  { x: 140, y: 96, turn: -12, length: 170 },
]

/** A leaf that points up from its foot at 0, 0. */
export const leaf = (length: number): string => {
  const side = length * 0.24
  return `M0 0C${side * 1.15} ${-length * 0.2} ${side} ${-length * 0.7} 0 ${-length}C${-side} ${-length * 0.7} ${-side * 1.15} ${-length * 0.2} 0 0Z`
}
