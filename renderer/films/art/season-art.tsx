/** One branch in three windows: bare, in leaf, in bloom. What is planned grows. */
import { type ReactElement, useId } from 'react'
import type { ArtProps } from '../look.ts'
import { archPath, Drawing, isTall, warm } from './drawing.tsx'
import { leaf } from './light-art.tsx'

export function PlanArt(props: ArtProps): ReactElement {
  const windows = windowsIn(props)
  const { came, told } = props
  return (
    <Drawing {...props}>
      {windows.map((window, season) => (
        <Season
          key={season}
          {...window}
          season={season}
          grown={Math.min(1, Math.max(0, came * (0.34 + told * 0.66) * 3 - season))}
        />
      ))}
    </Drawing>
  )
}

type Place = { readonly middle: number; readonly foot: number; readonly top: number; readonly halfWidth: number }

function windowsIn(props: ArtProps): readonly Place[] {
  const { width, height, view } = props
  if (isTall(props)) {
    const halfWidth = { open: 104, beside: 136, close: 176 }[view]
    const left = { open: 12, beside: 70, close: 60 }[view]
    const foot = view === 'open' ? 960 : 1080
    return [430, 270, 110].map((top, index) => ({
      middle: left + halfWidth + index * (2 * halfWidth + 26),
      foot,
      top,
      halfWidth,
    }))
  }
  const halfWidth = 142
  return [0.46, 0.3, 0.16].map((share, index) => ({
    middle: width / 2 + (index - 1) * (2 * halfWidth + 28),
    foot: height,
    top: Math.max(height * share, 54),
    halfWidth,
  }))
}

type SeasonProps = Place & { readonly season: number; readonly grown: number }

function Season({ middle, foot, top, halfWidth, season, grown }: SeasonProps): ReactElement {
  const id = useId()
  const scale = halfWidth / 104
  const count = [2, 5, 7][season] ?? 0
  return (
    <g>
      <clipPath id={id}>
        <path d={archPath(middle, foot, top, halfWidth)} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <rect
          x={middle - halfWidth}
          y={top}
          width={2 * halfWidth}
          height={foot - top}
          style={{ fill: warm(7 + season * 9 + 10 * grown) }}
        />
        {season === 2 && (
          <circle
            cx={middle + 20 * scale}
            cy={top + 190 * scale}
            r={64 * scale * (0.8 + 0.2 * grown)}
            style={{ fill: warm(62) }}
          />
        )}
        <g transform={`translate(${middle} ${foot}) scale(${scale})`}>
          <path d={twig(season)} style={{ fill: 'none', stroke: wood, strokeWidth: 9, strokeLinecap: 'round' }} />
          {nodes.slice(0, count).map(({ x, y, turn, length }, index) => (
            <path
              key={y}
              d={leaf(length * (0.5 + 0.5 * grown))}
              transform={`translate(${x} ${y}) rotate(${turn})`}
              style={{ fill: index % 2 === 0 ? wood : warm(50) }}
            />
          ))}
          {season === 2 &&
            blossoms.map(({ x, y }) => (
              <circle
                key={y}
                cx={x}
                cy={y}
                r={17 * (0.4 + 0.6 * grown)}
                style={{ fill: 'color-mix(in oklab, var(--accent), white 46%)' }}
              />
            ))}
        </g>
      </g>
    </g>
  )
}

const wood = 'color-mix(in oklab, var(--ground), var(--surface) 40%)'
const twig = (season: number): string =>
  ['M-10 10C-20 -90 10 -180 16 -290', 'M-10 10C-24 -130 20 -270 6 -440', 'M-10 10C-24 -130 24 -270 4 -560'][season] ??
  ''
const nodes = [
  { x: -12, y: -96, turn: -52, length: 120 },
  { x: 4, y: -176, turn: 48, length: 126 },
  { x: 12, y: -252, turn: -58, length: 128 },
  { x: 12, y: -330, turn: 46, length: 120 },
  { x: 8, y: -402, turn: -44, length: 116 },
  { x: 8, y: -462, turn: 44, length: 108 },
  { x: 4, y: -548, turn: -6, length: 104 },
]
const blossoms = [
  { x: 52, y: -232 },
  { x: -62, y: -330 },
  { x: 58, y: -410 },
  { x: -40, y: -490 },
  { x: 34, y: -560 },
]
