/** A sun over still water in an arched window; it rises with a breath in and sets with a breath out. */
import { type CSSProperties, type ReactElement, useId } from 'react'

type LakeWindowProps = {
  readonly style?: CSSProperties
  /** 0: breathed out, the sun is low; 1: breathed in. */
  readonly breath: number
}

const horizon = 120
const sunRadius = 92

/** Drawn 76 wide and 108 high. Colours come from the theme variables. */
export function LakeWindow({ style, breath }: LakeWindowProps): ReactElement {
  const id = useId()
  const sunY = horizon - 14 - 246 * breath
  return (
    <svg style={style} viewBox="-380 -540 760 1080" aria-hidden="true">
      <defs>
        <clipPath id={`${id}w`}>
          <path d={windowPath} />
        </clipPath>
        <clipPath id={`${id}s`}>
          <rect x={-330} y={-540} width={660} height={540 + horizon} />
        </clipPath>
      </defs>
      <g clipPath={`url(#${id}w)`}>
        <rect x={-330} y={-460} width={660} height={920} style={{ fill: warm(10 + 8 * breath) }} />
        <g clipPath={`url(#${id}s)`}>
          {halos.map(({ reach, warmth }) => (
            <circle
              key={reach}
              cy={sunY}
              r={sunRadius * (1 + reach * (0.72 + 0.45 * breath))}
              style={{ fill: warm(warmth + 10 * breath) }}
            />
          ))}
          <circle cy={sunY} r={sunRadius} style={{ fill: 'color-mix(in oklab, var(--accent), white 30%)' }} />
          <path d={farHills} style={{ fill: warm(14 + 6 * breath) }} />
          <path d={nearHills} style={{ fill: warm(4 + 4 * breath) }} />
        </g>
        <rect x={-330} y={horizon} width={660} height={460} style={{ fill: warm(6 + 5 * breath) }} />
        {glints.map(({ x, y, width }, index) => (
          <ellipse
            key={y}
            cx={x}
            cy={y}
            rx={(width / 2) * (0.6 + 0.4 * breath)}
            ry={3.5 + index * 0.6}
            style={{ fill: 'var(--accent)', opacity: (0.22 + 0.58 * breath) * (1 - index * 0.09) }}
          />
        ))}
      </g>
      <rect x={-372} y={420} width={744} height={26} rx={3} style={{ fill: warm(10) }} />
    </svg>
  )
}

const windowPath = 'M-330 420V-130A330 330 0 0 1 330 -130V420Z'
const halos = [
  { reach: 3.3, warmth: 20 },
  { reach: 2.1, warmth: 32 },
  { reach: 1.1, warmth: 48 },
]
const farHills = `M-330 ${horizon}V40C-250 20 -190 52 -110 66C-20 82 60 40 150 22C230 6 280 30 330 44V${horizon}Z`
const nearHills = `M-330 ${horizon}V86C-240 66 -170 100 -60 108C40 114 120 92 200 76C260 64 300 74 330 84V${horizon}Z`
// Light on water: narrow at the horizon, wider and farther apart towards the viewer.
const glints = [
  { x: 0, y: 136, width: 104 },
  { x: 9, y: 156, width: 142 },
  { x: -12, y: 180, width: 168 },
  { x: 14, y: 209, width: 208 },
  { x: -8, y: 244, width: 226 },
  { x: 18, y: 286, width: 268 },
  { x: -14, y: 336, width: 244 },
]

function warm(percent: number): string {
  return `color-mix(in oklch, var(--surface), var(--accent) ${percent.toFixed(2)}%)`
}
