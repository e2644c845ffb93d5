/** A scene of points, one under the other, each with its own rule. */
import type { CSSProperties, ReactElement } from 'react'
import { interpolate, useCurrentFrame, useVideoConfig } from 'remotion'
import { appear } from './appear.ts'
import { comesAt, type PropsOf, SceneFrame, sizesOf } from './scene-frame.tsx'
import { WindowLight } from './window-light.tsx'

export function PointsScene(props: PropsOf<'points'>): ReactElement {
  const { scene, tone } = props
  const { headingSize, bodySize } = sizesOf(props)
  const frame = useCurrentFrame()
  const { durationInFrames } = useVideoConfig()
  const drift = interpolate(frame, [0, durationInFrames], [0, 1])
  const before = scene.lead === undefined ? 1 : 2
  return (
    <SceneFrame {...props} art={<WindowLight style={lightPlace} drift={drift} tone={tone} />}>
      <div className="film-words scene-words" style={{ width: 1180 }}>
        <h2 className="film-title" style={{ fontSize: headingSize, ...appear(frame, comesAt(0)) }}>
          {scene.heading}
        </h2>
        {scene.lead !== undefined && (
          <p
            className="film-line scene-line"
            style={{ fontSize: bodySize, marginTop: 36, ...appear(frame, comesAt(1)) }}
          >
            {scene.lead}
          </p>
        )}
        <ul className="scene-points" style={{ fontSize: bodySize }}>
          {scene.points.map((point, index) => (
            <li key={point} style={appear(frame, comesAt(index + before))}>
              {point}
            </li>
          ))}
        </ul>
      </div>
    </SceneFrame>
  )
}

const lightPlace: CSSProperties = { position: 'absolute', right: -260, top: 0, width: 760, height: 1080 }
