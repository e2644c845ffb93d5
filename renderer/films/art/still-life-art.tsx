/** A still life on a ledge before a rising sun: a vase with a branch, a bowl, two fruits. Set out for a guest. */
import type { ReactElement } from 'react'
import type { ArtProps } from '../look.ts'
import { Drawing, isTall, shadesOn } from './drawing.tsx'
import { leaf } from './light-art.tsx'

export function OfferArt(props: ArtProps): ReactElement {
  const { width, height, view, came, told } = props
  const shade = shadesOn(props.tone)
  const isBeside = isTall(props)
  const unit = isBeside ? { open: 1, beside: 1.1, close: 1.4 }[view] : Math.min(height / 800, 1.12)
  const left = isBeside ? { open: 0, beside: 50, close: 60 }[view] : width / 2 - 370 * unit
  const ledge = isBeside ? { open: 884, beside: 930, close: 990 }[view] : height - 44
  const from = isBeside ? { open: 0, beside: 48, close: 30 }[view] : 84
  const sun = 330 * unit
  const way = came * (0.4 + 0.6 * told)
  return (
    <Drawing {...props}>
      <circle
        cx={left + 380 * unit}
        cy={ledge - sun * (0.55 + 0.42 * way)}
        r={sun}
        style={{ fill: shade(26 + 16 * way) }}
      />
      <rect
        x={from}
        y={ledge}
        width={isBeside ? width : width - 2 * from}
        height={isBeside ? 1080 - ledge : 44}
        style={{ fill: shade(10) }}
      />
      <rect x={from} y={ledge} width={isBeside ? width : width - 2 * from} height={10} style={{ fill: shade(22) }} />
      <g transform={`translate(${left} ${ledge}) scale(${unit})`}>
        <path d={stem} style={{ fill: 'none', stroke: shade(72), strokeWidth: 8, strokeLinecap: 'round' }} />
        {leaves.map(({ x, y, turn, length }, index) => (
          <path
            key={y}
            d={leaf(length)}
            transform={`translate(${x} ${y}) rotate(${turn + (1 - came) * (index % 2 === 0 ? 8 : -8)})`}
            style={{ fill: shade(index % 2 === 0 ? 78 : 62) }}
          />
        ))}
        <path
          d="M180 0C120 -30 110 -130 168 -196C186 -218 190 -250 186 -284H290C286 -250 290 -218 308 -196C366 -130 356 -30 296 0Z"
          style={{ fill: shade(94) }}
        />
        <path
          d="M238 0H296C356 -30 366 -130 308 -196C290 -218 286 -250 290 -284H252C262 -200 318 -120 238 0Z"
          style={{ fill: shade(74) }}
        />
        <circle cx={486} cy={-132} r={58} style={{ fill: shade(86) }} />
        <circle cx={584} cy={-126} r={50} style={{ fill: shade(64) }} />
        <path d="M400 -106H676C672 -30 620 0 538 0C456 0 404 -30 400 -106Z" style={{ fill: shade(46) }} />
        <path d="M538 0C620 0 672 -30 676 -106H600C600 -50 580 -14 538 0Z" style={{ fill: shade(36) }} />
      </g>
    </Drawing>
  )
}

const stem = 'M238 -270C236 -400 270 -500 330 -640'
const leaves = [
  { x: 240, y: -350, turn: -46, length: 190 },
  { x: 248, y: -404, turn: 62, length: 190 },
  { x: 266, y: -478, turn: -38, length: 180 },
  { x: 290, y: -540, turn: 66, length: 168 },
  { x: 312, y: -598, turn: -26, length: 150 },
  { x: 330, y: -636, turn: 26, length: 140 },
]
