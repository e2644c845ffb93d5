/** An anatomical plate: a face in fine lines, which draw themselves. */
import type { ReactElement } from 'react'
import { FaceLines } from '../charts/face-lines.tsx'
import type { ArtProps } from '../look.ts'
import { Drawing, isTall, shade } from './drawing.tsx'

export function RiskArt(props: ArtProps): ReactElement {
  const { width, height, view, came } = props
  const isBeside = isTall(props)
  const frame = isBeside
    ? {
        x: { open: 30, beside: 90, close: 90 }[view],
        y: 84,
        width: { open: 640, beside: 900, close: 1100 }[view],
        height: view === 'open' ? 912 : 1100,
      }
    : { x: 84, y: 84, width: width - 168, height: height - 84 }
  const scale = isBeside ? { open: 0.86, beside: 1.2, close: 1.7 }[view] : (height - 84) / 800
  const middle = isBeside ? { open: frame.x + 320, beside: 620, close: 780 }[view] : width / 2
  const top = isBeside ? { open: 130, beside: 90, close: -260 }[view] : 110
  return (
    <Drawing {...props}>
      <rect {...frame} rx={28} style={{ fill: shade(7), stroke: shade(34), strokeWidth: 3 }} />
      <svg
        aria-hidden="true"
        x={frame.x}
        y={frame.y}
        width={frame.width}
        height={frame.height}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        style={{ overflow: 'hidden' }}
      >
        <g transform={`translate(${middle} ${top}) scale(${scale})`}>
          <FaceLines drawn={0.2 + 0.8 * came} ink={shade(88)} />
        </g>
      </svg>
    </Drawing>
  )
}
