/** The house motif: rooms behind rooms and a light in the last one. An anteroom is the room before; the light is your turn. */
import { type CSSProperties, type ReactElement, useId } from 'react'

type DoorwayProps = {
  readonly className?: string
  readonly style?: CSSProperties
  /** How far the light has come forward, 0 (dusk) to 1. Left out: the style sheet may move `.doorway-light`. */
  readonly light?: number
  /** How far the viewer has walked towards the first wall: 0 stands where the card stands, below 1. */
  readonly forward?: number
}

/** One opening in a wall, seen from the vanishing point at 0, 0. */
type Opening = { readonly halfWidth: number; readonly springing: number; readonly floor: number }

const nearestWall: Opening = { halfWidth: 330, springing: -252, floor: 480 }
// How far away each wall is. Rooms get deeper with distance, or the last door would be a speck.
const last = 4.4
const distances = [1, 1.42, 2.05, 3, last] as const
const wallThickness = 1.055

/** Drawn 76 wide and 108 high, its foot on the lower edge. Colours come from the theme variables. */
export function Doorway({ className, style, light, forward = 0 }: DoorwayProps): ReactElement {
  const beam = useId()
  const lit = light === undefined ? {} : { opacity: light }
  const walls = distances.map((distance) => distance - forward)
  const lastWall = last - forward
  const inmost = seenThrough(at(lastWall), at(lastWall * wallThickness))
  return (
    <svg
      className={className}
      style={style}
      viewBox="-380 -668 760 1080"
      preserveAspectRatio="xMidYMax meet"
      aria-hidden="true"
    >
      <linearGradient
        id={beam}
        gradientUnits="userSpaceOnUse"
        x1="0"
        x2="0"
        y1={at(lastWall).floor}
        y2={nearestWall.floor}
      >
        <stop offset="0" style={{ stopColor: 'var(--accent)' }} />
        <stop offset="1" style={{ stopColor: 'var(--accent)', stopOpacity: 0.12 }} />
      </linearGradient>
      {walls.map((distance, index) => (
        <Room key={distances[index]} distance={distance} next={walls[index + 1]} depth={index + 1} />
      ))}
      <g className="doorway-light" style={lit}>
        <path d={inmost} style={{ fill: 'color-mix(in oklab, var(--accent), white 42%)' }} />
        <path d={beamOnFloor(lastWall)} fill={`url(#${beam})`} />
      </g>
    </svg>
  )
}

type RoomProps = { readonly distance: number; readonly next: number | undefined; readonly depth: number }

function Room({ distance, next, depth }: RoomProps): ReactElement {
  const near = at(distance)
  const far = at(distance * wallThickness)
  return (
    <g>
      <path d={arch(near)} style={{ fill: tone(depth - 0.45) }} />
      <path d={seenThrough(near, far)} style={{ fill: tone(depth) }} />
      {next !== undefined && <path d={floorBetween(near, far, at(next))} style={{ fill: tone(depth + 0.3) }} />}
    </g>
  )
}

const at = (distance: number): Opening => ({
  halfWidth: round(nearestWall.halfWidth / distance),
  springing: round(nearestWall.springing / distance),
  floor: round(nearestWall.floor / distance),
})

const arch = ({ halfWidth: w, springing: s, floor: f }: Opening): string =>
  `M${-w} ${f}V${s}A${w} ${w} 0 0 1 ${w} ${s}V${f}Z`

// Through a thick wall: the arch of its far edge, and the floor up to its near edge.
const seenThrough = (near: Opening, { halfWidth: w, springing: s, floor: f }: Opening): string =>
  `M${-near.halfWidth} ${near.floor}L${-w} ${f}V${s}A${w} ${w} 0 0 1 ${w} ${s}V${f}L${near.halfWidth} ${near.floor}Z`

const floorBetween = (near: Opening, { halfWidth: w, floor: f }: Opening, next: Opening): string =>
  `M${-near.halfWidth} ${near.floor}L${-w} ${f}V${next.floor}H${w}V${f}L${near.halfWidth} ${near.floor}Z`

// Light from the last door: straight lines in space, a little aslant, narrow enough to pass every door.
function beamOnFloor(from: number): string {
  const point = (side: number, distance: number): string => {
    const sideways = side * nearestWall.halfWidth * 0.62 - 30 * (from - distance)
    return `${round(sideways / distance)} ${round(nearestWall.floor / distance)}`
  }
  return `M${point(-1, from)}L${point(1, from)}L${point(1, 0.9)}L${point(-1, 0.9)}Z`
}

// From the ground through the surface towards the accent; around the hues (oklch), or the middle would be grey.
const towardsAccent = (percent: number): string => `color-mix(in oklch, var(--surface), var(--accent) ${percent}%)`
const tones = [
  'var(--ground)',
  'var(--surface)',
  towardsAccent(16),
  towardsAccent(36),
  towardsAccent(62),
  'var(--accent)',
]

function tone(depth: number): string {
  const below = Math.min(Math.floor(depth), tones.length - 1)
  const above = Math.min(below + 1, tones.length - 1)
  return `color-mix(in oklch, ${tones[below]}, ${tones[above]} ${Math.round((depth - below) * 100)}%)`
}

function round(value: number): number {
  // Coarser, and a slow move trembles.
  return Math.round(value * 1_000) / 1_000
}
