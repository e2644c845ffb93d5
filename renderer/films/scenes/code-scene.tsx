/** An address for one's own phone: a QR code on white, whatever the clinic's colours, in the house's arch. */
import type { ReactElement } from 'react'
import { encode } from 'uqr'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { type PropsOf, placed, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading } from './words.tsx'

export function CodeScene(props: PropsOf<'code'>): ReactElement {
  const { scene } = props
  const { bodySize, air, art } = useLayout(props)
  const { come, came } = useMoment(props)
  return (
    <SceneFrame
      {...props}
      picture={
        <div className="scene-code" style={{ ...placed(art), opacity: came }}>
          <QrPlate url={scene.url} label={scene.heading} room={art.height - 108} />
        </div>
      }
    >
      <Heading scene={{ heading: scene.heading }} props={props} />
      {scene.text !== undefined && (
        <p
          className="scene-line"
          style={{ fontSize: bodySize, marginTop: spacing.paragraphs.before * air, ...come(1) }}
        >
          {scene.text}
        </p>
      )}
    </SceneFrame>
  )
}

const plate = { width: 740, height: 900, code: 580 } as const
/** In modules, on each side: what the standard wants. */
const quiet = 4

/** Dark on white; the short code of a short address gives up some of its size for its quiet. */
function QrPlate({
  url,
  label,
  room,
}: {
  readonly url: string
  readonly label: string
  readonly room: number
}): ReactElement {
  const { data, size } = encode(url, { ecc: 'M', border: 0 })
  const { width, height } = plate
  const module = Math.min(plate.code / size, width / (size + 2 * quiet))
  const code = module * size
  const shown = Math.min(height, room)
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const radius = width / 2
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={(width * shown) / height}
      height={shown}
      role="img"
      aria-label={label}
    >
      <path d={`M0 ${height}V${radius}A${radius} ${radius} 0 0 1 ${width} ${radius}V${height}Z`} fill="#fff" />
      <g
        transform={`translate(${(width - code) / 2} ${height - code - (width - code) / 2}) scale(${module})`}
        shapeRendering="crispEdges"
      >
        <path d={path.join('')} fill="#000" />
      </g>
    </svg>
  )
}
