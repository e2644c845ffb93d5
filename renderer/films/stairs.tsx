/** Stairs in an arched window, and a sun that climbs them: one step after the other, and it gets lighter. */
import { type CSSProperties, type ReactElement, useId } from 'react'

type StairsProps = {
  readonly style?: CSSProperties
  /** How far the sun has climbed, 0 to 1. */
  readonly climb: number
}

const count = 5
const stepWidth = 132
const stepHeight = 96
const left = -330
const floor = 420
const sunRadius = 108

/** Drawn 76 wide and 108 high. Colours come from the theme variables. */
export function Stairs({ style, climb }: StairsProps): ReactElement {
  const id = useId()
  const sun = { x: 150 + 40 * climb, y: 40 - 250 * climb }
  return (
    <svg style={style} viewBox="-380 -540 760 1080" aria-hidden="true">
      <clipPath id={id}>
        <path d={windowPath} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <rect x={left} y={-460} width={660} height={880} style={{ fill: warm(8 + 10 * climb) }} />
        {halos.map(({ reach, warmth }) => (
          <circle
            key={reach}
            cx={sun.x}
            cy={sun.y}
            r={sunRadius * (1 + reach * (0.8 + 0.3 * climb))}
            style={{ fill: warm(warmth + 8 * climb) }}
          />
        ))}
        <circle cx={sun.x} cy={sun.y} r={sunRadius} style={{ fill: 'color-mix(in oklab, var(--accent), white 30%)' }} />
        <path d={flight(96, -128)} style={{ fill: warm(15 + 10 * climb) }} />
        <path d={flight(0, 0)} style={{ fill: 'color-mix(in oklab, var(--ground), var(--surface) 62%)' }} />
        {steps.map((step) => (
          <Tread key={step} step={step} climb={climb} />
        ))}
      </g>
      <rect x={-372} y={floor} width={744} height={26} rx={3} style={{ fill: warm(10) }} />
    </svg>
  )
}

// One is lit after the other, from the foot of the stairs to the top.
function Tread({ step, climb }: { readonly step: number; readonly climb: number }): ReactElement {
  const lit = Math.min(1, Math.max(0, climb * (count + 1) - step))
  return (
    <rect
      x={left + step * stepWidth}
      y={floor - (step + 1) * stepHeight}
      width={stepWidth}
      height={18}
      style={{ fill: `color-mix(in oklch, var(--surface), var(--accent) ${(14 + 78 * lit).toFixed(2)}%)` }}
    />
  )
}

/** A flight of stairs as one shape, moved to the side and up. */
function flight(dx: number, dy: number): string {
  const rises = steps.map((step) => `V${floor + dy - (step + 1) * stepHeight}h${stepWidth}`).join('')
  return `M${left + dx} ${floor}${rises}h${stepWidth}V${floor}Z`
}

const steps = Array.from({ length: count }, (_, step) => step)
const windowPath = 'M-330 420V-130A330 330 0 0 1 330 -130V420Z'
const halos = [
  { reach: 3.4, warmth: 19 },
  { reach: 2.1, warmth: 31 },
  { reach: 1.05, warmth: 47 },
]

const warm = (percent: number): string => `color-mix(in oklch, var(--surface), var(--accent) ${percent.toFixed(2)}%)`
