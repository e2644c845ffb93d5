/** Our own anatomical charts: calm and exact. What the words speak of lights up, and a number leads from one to the other. */
import type { ReactElement } from 'react'
import type { ChartName, RegionId } from '../../../core/anatomy.ts'
import type { ChartDrawing, Region } from './chart-drawing.ts'
import { face } from './face.ts'
import { neck } from './neck.ts'

interface Mark {
  readonly region: string
  /** As the language of the film writes it. */
  readonly number: string
  /** 0 to 1. */
  readonly lit: number
}

interface ChartProps {
  readonly chart: ChartName
  readonly marks: readonly Mark[]
  readonly width: number
  readonly height: number
}

const drawings: Readonly<Record<ChartName, ChartDrawing>> = { face, neck }
const drawing = { width: 760, height: 880 } as const

export function AnatomicalChart({ chart, marks, width, height }: ChartProps): ReactElement {
  const { masses, lines, regions } = drawings[chart]
  const scale = Math.min((width - 20) / drawing.width, (height - 120) / drawing.height)
  const shown = marks.flatMap((mark) => {
    const region = regions[mark.region as RegionId]
    return region === undefined ? [] : [{ ...mark, ...region }]
  })
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <g transform={`translate(${width / 2} ${(height - drawing.height * scale) / 2 + 14}) scale(${scale})`}>
        {masses.map((d) => (
          <path key={d} d={d} style={{ fill: 'color-mix(in oklab, var(--wall), var(--ink) 12%)' }} />
        ))}
        {shown
          .filter(({ kind }) => kind === 'area')
          .map((region) => (
            <Lit key={region.region} {...region} />
          ))}
        <g
          style={{
            fill: 'none',
            stroke: 'color-mix(in oklab, var(--wall), var(--ink) 62%)',
            strokeLinecap: 'round',
            strokeLinejoin: 'round',
          }}
        >
          {lines.map(({ d, width: weight }) => (
            <path key={d} d={d} style={{ strokeWidth: weight }} />
          ))}
        </g>
        {shown
          .filter(({ kind }) => kind === 'branch')
          .map((region) => (
            <Lit key={region.region} {...region} />
          ))}
        {numbered(shown).map(({ region, number, at, side, y }) => (
          <Pointer key={region} number={number} at={at} side={side} y={y} scale={scale} />
        ))}
      </g>
    </svg>
  )
}

function Lit({ kind, paths, lit, region }: Mark & Region): ReactElement {
  if (kind === 'area') {
    return (
      <g style={{ fill: 'var(--spark)', opacity: 0.42 + 0.58 * lit }}>
        {paths.map((d) => (
          <path key={d} d={d} style={{ stroke: 'var(--mark)', strokeWidth: 3 * lit }} />
        ))}
      </g>
    )
  }
  // Vessels are whole lines, nerves are dotted: nobody has to know colours.
  const dots = region === 'nerves' ? { strokeDasharray: '1 13' } : {}
  return (
    <g style={{ fill: 'none', stroke: 'var(--mark)', strokeLinecap: 'round', opacity: 0.55 + 0.45 * lit }}>
      {paths.map((d) => (
        <path key={d} d={d} style={{ strokeWidth: 6 + 3 * lit, ...dots }} />
      ))}
    </g>
  )
}

type Numbered = Mark & Region & { readonly side: -1 | 1; readonly y: number }

const least = 118

/** From above, in turn to the right and to the left, with room between two on a side. */
function numbered(shown: readonly (Mark & Region)[]): readonly Numbered[] {
  const sorted = [...shown].sort((a, b) => a.at.y - b.at.y)
  const next = { right: 0, left: 0 }
  return sorted.map((one, index) => {
    const side = index % 2 === 0 ? 'right' : 'left'
    const y = Math.max(one.at.y, next[side])
    next[side] = y + least
    return { ...one, side: side === 'right' ? 1 : -1, y }
  })
}

type PointerProps = Pick<Numbered, 'number' | 'at' | 'side' | 'y'> & { readonly scale: number }

function Pointer({ number, at, side, y, scale }: PointerProps): ReactElement {
  // Regions with two sides are pointed at on the side of their number.
  const from = { x: side * Math.abs(at.x), y: at.y }
  const size = 84 / scale
  return (
    <g>
      <path
        d={`M${from.x} ${from.y}L${side * 270} ${y}H${side * 296}`}
        style={{ fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.5 }}
      />
      <circle cx={from.x} cy={from.y} r={8} style={{ fill: 'var(--ink)' }} />
      <text
        x={side * 330}
        y={y + size * 0.35}
        className="chart-number"
        style={{ fontSize: size, fill: 'var(--ink)', textAnchor: 'middle' }}
      >
        {number}
      </text>
    </g>
  )
}
