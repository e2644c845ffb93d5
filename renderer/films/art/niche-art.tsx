/** People, shoulder to shoulder: each an arch with a head above it, no two of one height. */
import type { ReactElement } from 'react'
import type { ArtProps } from '../look.ts'
import { archPath, Drawing, isTall, shadesOn } from './drawing.tsx'

export function TeamArt(props: ArtProps): ReactElement {
  const { width, height, view, came, told } = props
  const shade = shadesOn(props.tone)
  const isBeside = isTall(props)
  const unit = isBeside ? { open: 1, beside: 1.06, close: 1.34 }[view] : Math.min(height / fullHeight, 1.1)
  const left = isBeside ? { open: 0, beside: 60, close: 60 }[view] : width / 2 - center * unit
  return (
    <Drawing {...props}>
      {people.map(({ x, tall, wide, tint }, index) => {
        const rise = (1 - came) * (34 + index * 12)
        const top = height - tall * unit * (isBeside ? 1 : 0.86) + rise
        const middle = left + x * unit
        const isLit = index === lit
        return (
          <g key={x}>
            <path
              d={archPath(middle, height + 60, top, wide * unit)}
              style={{ fill: isLit ? shade(34 + 62 * came * told) : shade(tint) }}
            />
            <circle
              cx={middle}
              cy={top - 84 * unit}
              r={74 * unit}
              style={{ fill: isLit ? shade(34 + 62 * came * told) : shade(tint) }}
            />
          </g>
        )
      })}
    </Drawing>
  )
}

/** From behind to the front. */
const people = [
  { x: 470, tall: 730, wide: 150, tint: 12 },
  { x: 170, tall: 640, wide: 146, tint: 20 },
  { x: 640, tall: 560, wide: 148, tint: 28 },
  { x: 330, tall: 490, wide: 156, tint: 40 },
]
const lit = 3
/** Between the shoulders on the left and those on the right. */
const center = 406
/** From the foot of an upright drawing to the air above the highest head. */
const fullHeight = 840
