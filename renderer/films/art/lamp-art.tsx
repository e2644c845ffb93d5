/** A hanging lamp that is switched on, and the light it lets fall: something is to be read here. */
import { type ReactElement, useId } from 'react'
import type { ArtProps } from '../look.ts'
import { Drawing, isTall, shadesOn } from './drawing.tsx'

export function NoticeArt(props: ArtProps): ReactElement {
  const id = useId()
  const { width, height, view, came } = props
  const shade = shadesOn(props.tone)
  const isBeside = isTall(props)
  const unit = isBeside ? { open: 1, beside: 1.08, close: 1.4 }[view] : Math.min(height / 760, 1)
  const middle = isBeside ? { open: 360, beside: 400, close: 470 }[view] : width / 2
  const rim = (isBeside ? 470 : 400) * unit
  const [half, spread] = [196 * unit, 330 * unit]
  const floor = isBeside ? 1000 : height
  return (
    <Drawing {...props}>
      <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" style={{ stopColor: shade(56), stopOpacity: 0.85 * came }} />
        <stop offset="1" style={{ stopColor: shade(40), stopOpacity: 0.1 * came }} />
      </linearGradient>
      <path
        d={`M${middle - half + 8} ${rim}H${middle + half - 8}L${middle + spread} ${floor}H${middle - spread}Z`}
        fill={`url(#${id})`}
      />
      <ellipse
        cx={middle}
        cy={floor}
        rx={spread}
        ry={isBeside ? 44 * unit : 0}
        style={{ fill: shade(30), opacity: came }}
      />
      <path d={`M${middle} -600V${rim - half - 40 * unit}`} style={{ stroke: shade(40), strokeWidth: 7 }} />
      <path
        d={`M${middle - 66 * unit} ${rim}A${66 * unit} ${54 * unit} 0 0 0 ${middle + 66 * unit} ${rim}Z`}
        style={{ fill: shade(24 + 70 * came) }}
      />
      <path d={`M${middle - half} ${rim}A${half} ${half} 0 0 1 ${middle + half} ${rim}Z`} style={{ fill: shade(84) }} />
      <path
        d={`M${middle} ${rim - half}A${half} ${half} 0 0 1 ${middle + half} ${rim}H${middle + 60 * unit}C${middle + 100 * unit} ${rim - 80 * unit} ${middle + 60 * unit} ${rim - 160 * unit} ${middle} ${rim - half}Z`}
        style={{ fill: shade(64) }}
      />
      <rect
        x={middle - 26 * unit}
        y={rim - half - 44 * unit}
        width={52 * unit}
        height={54 * unit}
        rx={8}
        style={{ fill: shade(72) }}
      />
    </Drawing>
  )
}
