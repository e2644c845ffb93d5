/** An arch that turns into a question, and a sun for its point; turned over it is the Arabic one. */
import type { ReactElement } from 'react'
import type { ArtProps } from '../look.ts'
import { Drawing, isTall, shadesOn } from './drawing.tsx'

const band = 118

export function QuestionsArt(props: ArtProps): ReactElement {
  const { width, height, view, came, told } = props
  const shade = shadesOn(props.tone)
  const isBeside = isTall(props)
  const unit = isBeside ? { open: 0.98, beside: 1.12, close: 1.36 }[view] : (height - 60) / 960
  const middle = isBeside ? { open: 350, beside: 400, close: 480 }[view] : width / 2
  const top = isBeside ? { open: 70, beside: 60, close: 90 }[view] : 84
  const drawn = 0.25 + 0.75 * came
  return (
    <Drawing {...props} nearness={Math.min(props.nearness, 1)}>
      <g transform={`translate(${middle} ${top}) scale(${unit})`}>
        <path d={hook} pathLength={1} style={{ ...stroke, stroke: shade(12) }} />
        <path
          d={hook}
          pathLength={1}
          strokeDasharray="1 1"
          strokeDashoffset={1 - drawn}
          style={{ ...stroke, stroke: shade(100) }}
        />
        <circle cx={0} cy={868} r={band * 0.62} style={{ fill: shade(30 + 66 * came * told) }} />
      </g>
    </Drawing>
  )
}

const stroke = { fill: 'none', strokeWidth: band } as const
const hook = 'M-254 420V320A254 254 0 0 1 254 320C254 520 0 500 0 730'
