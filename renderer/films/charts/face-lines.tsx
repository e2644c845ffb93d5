/** A head in fine lines alone: from the front, or half turned. */
import type { ReactElement } from 'react'
import type { ChartDrawing } from './chart-drawing.ts'
import { face } from './face.ts'
import { neck } from './neck.ts'

type FaceLinesProps = {
  readonly isTurned: boolean
  /** How far the lines have drawn themselves, 0 to 1. */
  readonly drawn: number
  readonly ink: string
}

/** 700 wide and 880 high, the middle of the face at x = 0. */
export function FaceLines({ isTurned, drawn, ink }: FaceLinesProps): ReactElement {
  const { skin, hair, lines }: ChartDrawing = isTurned ? neck : face
  return (
    <g style={{ fill: 'none', stroke: ink, strokeLinecap: 'round', strokeLinejoin: 'round' }}>
      {skin.map((d) => (
        <path key={d} d={d} style={{ fill: ink, stroke: 'none', opacity: 0.07 * drawn }} />
      ))}
      {hair.map((d) => (
        <path key={d} d={d} style={{ fill: ink, stroke: 'none', opacity: 0.16 * drawn }} />
      ))}
      {lines.map(({ d, width }) => (
        <path
          key={d}
          d={d}
          pathLength={1}
          strokeDasharray="1 1"
          strokeDashoffset={1 - drawn}
          style={{ strokeWidth: width }}
        />
      ))}
    </g>
  )
}
