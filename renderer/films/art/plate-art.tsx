/** An anatomical plate: a face in fine lines, which draw themselves. */
import type { ReactElement } from 'react'
import { FaceLines } from '../charts/face-lines.tsx'
import type { ArtProps } from '../look.ts'
import { Drawing, isTall, shadesOn } from './drawing.tsx'

export function RiskArt(props: ArtProps): ReactElement {
  const { width, height, view, tone, came } = props
  const shade = shadesOn(tone)
  const isBeside = isTall(props)
  const frame = isBeside
    ? {
        x: { open: 30, beside: 90, close: 90 }[view],
        y: 84,
        width: { open: 640, beside: 900, close: 1200 }[view],
        height: view === 'open' ? 912 : 1100,
      }
    : { x: 84, y: 84, width: width - 168, height: height - 84 }
  // Beside words it looks towards them.
  const isTurned = view !== 'open'
  const scale = isBeside ? { open: 0.92, beside: 1.06, close: 1.3 }[view] : (height - 84) / 800
  const middle = isBeside ? { open: frame.x + 320, beside: 400, close: 470 }[view] : width / 2
  const top = isBeside ? { open: 176, beside: 210, close: 150 }[view] : 110
  return (
    <Drawing {...props}>
      <rect
        {...frame}
        rx={28}
        style={{
          fill: tone === 'accent' ? 'color-mix(in oklab, var(--wall), white 22%)' : shade(7),
          stroke: shade(34),
          strokeWidth: 3,
        }}
      />
      <svg
        aria-hidden="true"
        x={frame.x}
        y={frame.y}
        width={frame.width}
        height={frame.height}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        style={{ overflow: 'hidden' }}
      >
        <g transform={`translate(${middle} ${top}) scale(${isTurned ? -scale : scale} ${scale})`}>
          <FaceLines isTurned={isTurned} drawn={0.2 + 0.8 * came} ink={tone === 'paper' ? 'var(--mark)' : shade(88)} />
        </g>
      </svg>
    </Drawing>
  )
}
