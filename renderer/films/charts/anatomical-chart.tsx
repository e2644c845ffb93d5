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
  /** On which side of the chart the picture ends. */
  readonly edge?: 'left' | 'right' | 'none'
  readonly chart: ChartName
  readonly marks: readonly Mark[]
  readonly width: number
  readonly height: number
}

const drawings: Readonly<Record<ChartName, ChartDrawing>> = { face, neck }
const drawing = { width: 780, height: 850 } as const

export function AnatomicalChart({ edge = 'none', chart, marks, width, height }: ChartProps): ReactElement {
  const { skin, hair, lines, regions, isSymmetric } = drawings[chart]
  // A TV may cut off the edge the chart stands at; numbers stay clear of it.
  const room = Math.min(edge === 'none' ? width : width - safe, 900)
  const middle = (width + { left: safe, right: -safe, none: 0 }[edge]) / 2
  const scale = Math.min(room / drawing.width, (height - 84) / drawing.height)
  const shown = marks.flatMap((mark) => {
    const region = regions[mark.region as RegionId]
    return region === undefined ? [] : [{ ...mark, ...region }]
  })
  const others = Math.min(
    1,
    marks.reduce((sum, { lit }) => sum + lit, 0),
  )
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <g transform={`translate(${middle} ${(height - drawing.height * scale) / 2 + 12}) scale(${scale})`}>
        {skin.map((d) => (
          <path key={d} d={d} style={{ fill: 'color-mix(in oklab, var(--wall), var(--ink) 7%)' }} />
        ))}
        {hair.map((d) => (
          <path key={d} d={d} style={{ fill: 'color-mix(in oklab, var(--wall), var(--ink) 18%)' }} />
        ))}
        {shown
          .filter(({ kind }) => kind === 'area')
          .map((region) => (
            <Lit key={region.region} {...region} others={others} />
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
            <Lit key={region.region} {...region} others={others} />
          ))}
        {numbered(shown, (numberSize * 1.12) / scale, isSymmetric).map(({ region, number, at, side, y }) => (
          <Pointer
            key={region}
            number={number}
            from={isSymmetric ? { ...at, x: side * Math.abs(at.x) } : at}
            side={side}
            y={y}
            reach={(room / 2 - numberSize / 2) / scale}
            scale={scale}
          />
        ))}
      </g>
    </svg>
  )
}

/** @param others how much anything is lit, 0 to 1: what is not meant just now steps back */
function Lit({
  kind,
  paths,
  twigs = [],
  lit,
  region,
  others,
}: Mark & Region & { readonly others: number }): ReactElement {
  const opacity = lit + (1 - lit) * (0.78 - 0.44 * others)
  if (kind === 'area') {
    return (
      <g style={{ fill: 'var(--spark)', opacity: 0.92 * opacity }}>
        {paths.map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
    )
  }
  // Vessels are whole lines, nerves are dotted: nobody has to know colours.
  const dots = region === 'nerves' ? { strokeDasharray: '0.1 12' } : {}
  return (
    <g style={{ fill: 'none', stroke: 'var(--mark)', strokeLinecap: 'round', opacity }}>
      {paths.map((d) => (
        <path key={d} d={d} style={{ strokeWidth: 6.5 + 2.5 * lit, ...dots }} />
      ))}
      {twigs.map((d) => (
        <path key={d} d={d} style={{ strokeWidth: 4 + 2 * lit }} />
      ))}
    </g>
  )
}

type Numbered = Mark & Region & { readonly side: -1 | 1; readonly y: number }

const numberSize = 84
/** 5 % of a picture 1920 wide. */
const safe = 96

/** From above, on the nearer side or in turn, with room between two on a side. */
function numbered(shown: readonly (Mark & Region)[], apart: number, isSymmetric: boolean): readonly Numbered[] {
  const sorted = [...shown].sort((a, b) => a.at.y - b.at.y)
  const next = { right: 0, left: 0 }
  return sorted.map((one, index) => {
    const isRight = isSymmetric ? index % 2 === 0 : one.at.x > middleOfNeck
    const side = isRight ? 'right' : 'left'
    const y = Math.max(one.at.y, next[side])
    next[side] = y + apart
    return { ...one, side: isRight ? 1 : -1, y }
  })
}

const middleOfNeck = -60

type PointerProps = Pick<Numbered, 'number' | 'side' | 'y'> & {
  readonly from: Region['at']
  readonly reach: number
  readonly scale: number
}

function Pointer({ number, from, side, y, reach, scale }: PointerProps): ReactElement {
  const size = numberSize / scale
  return (
    <g>
      <path
        d={`M${from.x} ${from.y}L${side * (reach - 66)} ${y}H${side * (reach - 40)}`}
        style={{ fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.5 }}
      />
      <circle cx={from.x} cy={from.y} r={8} style={{ fill: 'var(--ink)' }} />
      <text
        x={side * reach}
        y={y + size * 0.35}
        className="chart-number"
        style={{ fontSize: size, fill: 'var(--ink)', textAnchor: 'middle' }}
      >
        {number}
      </text>
    </g>
  )
}
