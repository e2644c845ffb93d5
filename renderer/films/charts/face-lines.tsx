/** A face from the front in fine lines alone, as the plate on a title. */
import type { ReactElement } from 'react'
import { face } from './face.ts'

type FaceLinesProps = {
  /** How far the lines have drawn themselves, 0 to 1. */
  readonly drawn: number
  readonly ink: string
}

/** 700 wide and 880 high, the middle of the face at x = 0. */
export function FaceLines({ drawn, ink }: FaceLinesProps): ReactElement {
  return (
    <g style={{ fill: 'none', stroke: ink, strokeLinecap: 'round', strokeLinejoin: 'round' }}>
      {face.masses.map((d) => (
        <path key={d} d={d} style={{ fill: ink, stroke: 'none', opacity: 0.14 * drawn }} />
      ))}
      {face.lines.map(({ d, width }) => (
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
