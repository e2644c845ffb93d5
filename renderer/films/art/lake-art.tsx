/** A round window over water: circles spread on it and die away, and the sun comes up behind the hills. */
import type { ReactElement } from 'react'
import type { ArtProps } from '../look.ts'
import { Drawing, isTall, type Opening, sunlight, Window, warm } from './drawing.tsx'

const horizon = 40
const sunRadius = 96

export function RecoveryArt(props: ArtProps): ReactElement {
  const { came, told } = props
  const rest = came * told
  const { opening, shape } = roundIn(props)
  const sunY = horizon - 20 - 210 * came * (0.3 + 0.7 * told)
  return (
    <Drawing {...props}>
      <Window opening={opening} shape={shape}>
        <rect x={-1200} y={-900} width={2400} height={1400} style={{ fill: warm(10 + 8 * rest) }} />
        {halos.map(({ reach, warmth }) => (
          <circle
            key={reach}
            cx={40}
            cy={sunY}
            r={sunRadius * (1 + reach * (0.72 + 0.45 * rest))}
            style={{ fill: warm(warmth + 10 * rest) }}
          />
        ))}
        <circle cx={40} cy={sunY} r={sunRadius} style={{ fill: sunlight }} />
        <path d={farHills} style={{ fill: warm(15 + 7 * rest) }} />
        <path d={nearHills} style={{ fill: warm(5 + 4 * rest) }} />
        <rect x={-1200} y={horizon} width={2400} height={900} style={{ fill: warm(7 + 5 * rest) }} />
        {glints.map(({ y, width }) => (
          <ellipse
            key={y}
            cx={40 + (y % 7) * 4 - 12}
            cy={y}
            rx={(width / 2) * (0.5 + 0.5 * rest)}
            ry={3 + (y - horizon) / 60}
            style={{ fill: 'var(--accent)', opacity: (0.24 + 0.5 * rest) * (1 - (y - horizon) / 420) }}
          />
        ))}
        {rings.map((reach) => (
          <ellipse
            key={reach}
            cx={-96}
            cy={262}
            rx={reach * (0.72 + 0.28 * came)}
            ry={reach * 0.26 * (0.72 + 0.28 * came)}
            style={{ fill: 'none', stroke: warm(58), strokeWidth: 5, opacity: (1 - reach / 480) * (0.8 - 0.48 * rest) }}
          />
        ))}
      </Window>
    </Drawing>
  )
}

/** A circle; in an upright picture the upper half of one, which rises from the words. */
function roundIn({ width, height, view }: ArtProps): { readonly opening: Opening; readonly shape: string } {
  if (isTall({ width })) {
    const radius = { open: 350, beside: 430, close: 610 }[view]
    const middle = { open: 360, beside: 500, close: 690 }[view]
    const centre = view === 'open' ? 540 : 560
    const foot = centre + radius
    return {
      opening: { middle, foot, top: 0, halfWidth: radius, scale: radius / 400 },
      shape: circle(middle, centre, radius),
    }
  }
  const top = Math.min(108, height * 0.18)
  const radius = Math.min(view === 'close' ? 600 : 456, Math.max(height - top, (height - top) / 2))
  const isWhole = height - top >= 2 * radius || view === 'open'
  const round = isWhole ? Math.min(radius, (height - top) / 2) : radius
  const centre = isWhole ? height - round : top + round
  // What does not fit stands behind the words' edge, as the sun does behind the sea.
  const reach = Math.sqrt(Math.max(0, round ** 2 - (height - centre) ** 2))
  const [left, right] = [width / 2 - reach, width / 2 + reach]
  const isMore = centre < height ? 1 : 0
  const shape = isWhole
    ? circle(width / 2, centre, round)
    : `M${left} ${height}A${round} ${round} 0 ${isMore} 1 ${right} ${height}Z`
  const foot = isWhole ? height : Math.max(height, centre + round * 0.5)
  return {
    opening: { middle: width / 2, foot, top: 0, halfWidth: round, scale: isWhole ? round / 400 : round / 520 },
    shape,
  }
}

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}A${r} ${r} 0 0 1 ${x - r} ${y}Z`

const halos = [
  { reach: 3.3, warmth: 20 },
  { reach: 2.1, warmth: 32 },
  { reach: 1.1, warmth: 48 },
]
const farHills = `M-1200 ${horizon}V-60C-900 -90 -640 -20 -430 -46C-300 -62 -190 -28 -110 -14C-20 2 60 -40 150 -58C230 -74 280 -50 430 -36C640 -16 900 -80 1200 -50V${horizon}Z`
const nearHills = `M-1200 ${horizon}V0C-800 -20 -500 10 -330 6C-240 -14 -170 20 -60 28C40 34 120 12 200 -4C300 -20 420 4 560 -6C800 -22 1000 4 1200 0V${horizon}Z`
// Light on water: narrow at the horizon, wider and farther apart towards the viewer.
const glints = [
  { y: 56, width: 104 },
  { y: 75, width: 142 },
  { y: 98, width: 168 },
  { y: 128, width: 208 },
  { y: 163, width: 226 },
  { y: 205, width: 268 },
  { y: 255, width: 244 },
]
const rings = [90, 170, 260, 360]
