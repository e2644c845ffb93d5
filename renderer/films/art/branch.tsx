/** A branch, close by: large leaves in the shades of their own ground, and one that stands out. */
import type { CSSProperties, ReactElement } from 'react'

type Leaf = { readonly x: number; readonly y: number; readonly turn: number; readonly length: number }

const stem = 'M560 1120C640 900 690 660 668 430C656 300 620 160 560 40'
const leaves: readonly Leaf[] = [
  { x: 622, y: 960, turn: -66, length: 400 },
  { x: 668, y: 760, turn: 34, length: 430 },
  { x: 676, y: 640, turn: -58, length: 430 },
  { x: 672, y: 450, turn: 30, length: 400 },
  { x: 655, y: 330, turn: -62, length: 360 },
  { x: 618, y: 180, turn: 22, length: 300 },
  { x: 560, y: 44, turn: -34, length: 240 },
]
const standout = 2

/** Drawn 76 wide and 108 high, cut by the right edge. Colours come from the theme variables; the ground is the accent. */
export function Branch({ style }: { readonly style?: CSSProperties }): ReactElement {
  return (
    <svg style={style} viewBox="0 0 760 1080" aria-hidden="true">
      <path d={stem} style={{ fill: 'none', stroke: shade(34), strokeWidth: 8, strokeLinecap: 'round' }} />
      {leaves.map(({ x, y, turn, length }, index) => (
        <g key={y} transform={`translate(${x} ${y}) rotate(${turn})`}>
          <path d={half(length, -1)} style={{ fill: index === standout ? 'var(--surface)' : shade(14) }} />
          <path d={half(length, 1)} style={{ fill: index === standout ? 'var(--ground)' : shade(22) }} />
        </g>
      ))}
    </svg>
  )
}

// One side of a leaf that points up, from its foot to its tip along the midrib.
function half(length: number, side: -1 | 1): string {
  const width = length * 0.27 * side
  return `M0 0C${width * 1.15} ${-length * 0.2} ${width * 1.05} ${-length * 0.68} 0 ${-length}Z`
}

function shade(percent: number): string {
  return `color-mix(in oklab, var(--accent), var(--surface) ${percent}%)`
}
