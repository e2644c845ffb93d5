/** Two windows, far apart, somebody in each, and a light that goes from one to the other. */
import { type ReactElement, useId } from 'react'
import type { ArtProps } from '../look.ts'
import { archPath, Drawing, isTall, shade, sunlight, warm } from './drawing.tsx'

type Place = { readonly middle: number; readonly foot: number; readonly top: number; readonly halfWidth: number }

export function TelehealthArt(props: ArtProps): ReactElement {
  const { came, told } = props
  const [home, clinic] = windowsIn(props)
  const from = { x: home.middle, y: home.top }
  const to = { x: clinic.middle - clinic.halfWidth, y: clinic.foot - clinic.halfWidth * 0.9 }
  const bend = isTall(props) ? { x: from.x - 10, y: to.y } : { x: (from.x + to.x) / 2, y: from.y - 160 }
  const way = came * (0.35 + 0.65 * told)
  const light = along(from, bend, to, way)
  return (
    <Drawing {...props}>
      <path
        d={`M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`}
        style={{ fill: 'none', stroke: shade(46), strokeWidth: 6, strokeLinecap: 'round', strokeDasharray: '1 22' }}
      />
      <Somebody {...home} warmth={30} turn={1} />
      <Somebody {...clinic} warmth={12 + 22 * way} turn={-1} />
      <circle cx={light.x} cy={light.y} r={66} style={{ fill: shade(34), opacity: 0.55 }} />
      <circle cx={light.x} cy={light.y} r={34} style={{ fill: props.tone === 'accent' ? 'var(--spark)' : sunlight }} />
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
    const halfWidth = { open: 170, beside: 178, close: 230 }[view]
    const left = view === 'open' ? 10 : 70
    const second = { open: 530, beside: 480, close: 560 }[view]
    return [
      { middle: left + halfWidth, foot: 984, top: 984 - halfWidth * 2.6, halfWidth },
      { middle: second, foot: 610, top: 610 - halfWidth * 2.75, halfWidth: halfWidth * 1.08 },
    ]
  }
  const halfWidth = Math.min(176, height * 0.34)
  const tall = Math.min(halfWidth * 2.6, height - 90)
  return [
    { middle: width * 0.25, foot: height, top: height - tall * 0.82, halfWidth },
    {
      middle: width * 0.75,
      foot: height - Math.max(0, height - tall - 90) * 0.5,
      top: height - Math.max(0, height - tall - 90) * 0.5 - tall,
      halfWidth,
    },
  ]
}

/** Head and shoulders in a window, a little turned towards the other one. */
function Somebody({
  middle,
  foot,
  top,
  halfWidth,
  warmth,
  turn,
}: Place & { readonly warmth: number; readonly turn: 1 | -1 }): ReactElement {
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
        style={{ fill: shade(18) }}
      />
    </g>
  )
}
