/** Light from an arched window on a wall, with the shadow of a branch in it; it wanders as the sun does. */
import { type CSSProperties, type ReactElement, useId } from 'react'
import type { SceneTone } from '../../core/scene.ts'

type WindowLightProps = {
  readonly style?: CSSProperties
  /** How far the light has wandered, 0 to 1. */
  readonly drift: number
  /** The wall it falls on. */
  readonly tone: SceneTone
}

/** Drawn 76 wide and 108 high, without edges of its own. Colours come from the theme variables. */
export function WindowLight({ style, drift, tone }: WindowLightProps): ReactElement {
  const id = useId()
  const wall = tone === 'ground' ? 'var(--ground)' : 'var(--surface)'
  const lit = (percent: number): string => `color-mix(in oklch, ${wall}, var(--accent) ${percent}%)`
  return (
    <svg style={style} viewBox="0 0 760 1080" aria-hidden="true">
      <clipPath id={id}>
        {panes.map((pane) => (
          <path key={pane} d={pane} />
        ))}
      </clipPath>
      <g transform={`translate(${286 + 56 * drift} 130) skewX(${-15 - 3 * drift})`}>
        <g clipPath={`url(#${id})`}>
          <rect x={0} y={0} width={width} height={height} style={{ fill: lit(38) }} />
          <g transform={`rotate(${-3 + 3 * drift} 470 900)`} style={{ fill: lit(15), stroke: lit(15) }}>
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
    </svg>
  )
}

const width = 430
const height = 830
const bar = 22
const paneWidth = (width - bar) / 2
const rows = [
  { top: 0, bottom: 330 },
  { top: 330 + bar, bottom: 570 },
  { top: 570 + bar, bottom: height },
]
const panes = rows.flatMap(({ top, bottom }) =>
  [0, paneWidth + bar].map((x, column) => {
    if (top > 0) return `M${x} ${top}H${x + paneWidth}V${bottom}H${x}Z`
    // The upper two make a round arch together.
    const radius = width / 2
    return column === 0
      ? `M0 ${bottom}V${radius}A${radius} ${radius} 0 0 1 ${paneWidth} 0.3V${bottom}Z`
      : `M${x} ${bottom}V0.3A${radius} ${radius} 0 0 1 ${width} ${radius}V${bottom}Z`
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

const leaf = (length: number): string => {
  const side = length * 0.24
  return `M0 0C${side * 1.15} ${-length * 0.2} ${side} ${-length * 0.7} 0 ${-length}C${-side} ${-length * 0.7} ${-side * 1.15} ${-length * 0.2} 0 0Z`
}
