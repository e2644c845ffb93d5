/** Two windows, far apart, somebody in each, and a light that goes from one to the other. */
import { type ReactElement, useId } from 'react'
import type { ArtProps } from '../look.ts'
import { archPath, Drawing, isTall, shadesOn, sunlight, warm } from './drawing.tsx'

type Place = { readonly middle: number; readonly foot: number; readonly top: number; readonly halfWidth: number }

export function TelehealthArt(props: ArtProps): ReactElement {
  const { came, told, tone } = props
  const shade = shadesOn(tone)
  const [home, clinic] = windowsIn(props)
  const isBeside = isTall(props)
  const from = { x: home.middle, y: home.top - 30 }
  const to = isBeside
    ? { x: clinic.middle - clinic.halfWidth - 34, y: clinic.foot - clinic.halfWidth }
    : { x: clinic.middle, y: clinic.top - 30 }
  const bend = isBeside ? { x: from.x - 6, y: to.y - 40 } : { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - 150 }
  const way = came * (0.4 + 0.6 * told)
  const light = along(from, bend, to, 0.08 + 0.6 * way)
  return (
    <Drawing {...props}>
      <path
        d={`M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`}
        style={{ fill: 'none', stroke: shade(64), strokeWidth: 8, strokeLinecap: 'round', strokeDasharray: '0.1 26' }}
      />
      <Somebody {...home} warmth={34} turn={1} ledge={shade(18)} />
      <Somebody {...clinic} warmth={14 + 26 * way} turn={-1} ledge={shade(18)} />
      <circle cx={light.x} cy={light.y} r={62} style={{ fill: shade(40), opacity: 0.6 }} />
      <circle cx={light.x} cy={light.y} r={34} style={{ fill: tone === 'accent' ? 'var(--spark)' : sunlight }} />
    </Drawing>
  )
}

type Point = { readonly x: number; readonly y: number }

const along = (a: Point, b: Point, c: Point, t: number): Point => {
  const at = (from: number, over: number, to: number) => (1 - t) ** 2 * from + 2 * t * (1 - t) * over + t * t * to
  return { x: at(a.x, b.x, c.x), y: at(a.y, b.y, c.y) }
}

function windowsIn(props: ArtProps): readonly [Place, Place] {
  const { width, height, view } = props
  if (isTall(props)) {
    const halfWidth = { open: 186, beside: 196, close: 250 }[view]
    const left = { open: 0, beside: 64, close: 56 }[view]
    const foot = { open: 1000, beside: 1010, close: 1080 }[view]
    const second = left + halfWidth * 2.75
    const upper = foot - halfWidth * 2.08
    return [
      { middle: left + halfWidth, foot, top: foot - halfWidth * 2.5, halfWidth },
      { middle: second, foot: upper, top: upper - halfWidth * 2.6, halfWidth: halfWidth * 1.06 },
    ]
  }
  const halfWidth = Math.min(200, (height - 190) * 0.42)
  const tall = Math.min(halfWidth * 2.6, height - 200)
  return [
    { middle: width / 2 - 240, foot: height, top: height - tall * 0.94, halfWidth },
    { middle: width / 2 + 240, foot: height, top: height - tall, halfWidth },
  ]
}

type SomebodyProps = Place & { readonly warmth: number; readonly turn: 1 | -1; readonly ledge: string }

/** Head and shoulders in a window, a little turned towards the other one. */
function Somebody({ middle, foot, top, halfWidth, warmth, turn, ledge }: SomebodyProps): ReactElement {
  const id = useId()
  const unit = halfWidth / 170
  const x = middle + 14 * turn * unit
  const head = foot - 236 * unit
  return (
    <g>
      <clipPath id={id}>
        <path d={archPath(middle, foot, top, halfWidth)} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <rect x={middle - halfWidth} y={top} width={2 * halfWidth} height={foot - top} style={{ fill: warm(warmth) }} />
        <circle
          cx={middle - 60 * turn * unit}
          cy={top + halfWidth}
          r={halfWidth * 0.62}
          style={{ fill: warm(warmth + 12) }}
        />
        <path
          d={`M${x - 138 * unit} ${foot}C${x - 138 * unit} ${foot - 116 * unit} ${x - 70 * unit} ${foot - 138 * unit} ${x} ${foot - 138 * unit}C${x + 70 * unit} ${foot - 138 * unit} ${x + 138 * unit} ${foot - 116 * unit} ${x + 138 * unit} ${foot}Z`}
          style={{ fill: 'color-mix(in oklab, var(--ground), var(--surface) 45%)' }}
        />
        <rect
          x={x - 26 * unit}
          y={head}
          width={52 * unit}
          height={116 * unit}
          rx={24 * unit}
          style={{ fill: warm(64) }}
        />
        <ellipse cx={x + 4 * turn * unit} cy={head} rx={60 * unit} ry={74 * unit} style={{ fill: warm(82) }} />
        <path
          d={`M${x - 66 * unit} ${head + 18 * unit}C${x - 84 * unit} ${head - 120 * unit} ${x + 84 * unit} ${head - 120 * unit} ${x + 66 * unit} ${head + 10 * unit}C${x + (turn === 1 ? 30 : 62) * unit} ${head - 34 * unit} ${x - (turn === 1 ? 62 : 30) * unit} ${head - 34 * unit} ${x - 66 * unit} ${head + 18 * unit}Z`}
          style={{ fill: 'var(--ground)' }}
        />
      </g>
      <rect
        x={middle - halfWidth - 22}
        y={foot}
        width={2 * halfWidth + 44}
        height={18}
        rx={3}
        style={{ fill: ledge }}
      />
    </g>
  )
}
