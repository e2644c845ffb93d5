/** A scene that says something in a few sentences, beside a window: its light on the wall, or the view from it. */
import type { CSSProperties, ReactElement } from 'react'
import { interpolate, useCurrentFrame, useVideoConfig } from 'remotion'
import { appear } from './appear.ts'
import { LakeWindow } from './lake-window.tsx'
import { comesAt, type PropsOf, SceneFrame, sizesOf } from './scene-frame.tsx'
import { WindowLight } from './window-light.tsx'

export function TextScene(props: PropsOf<'text'>): ReactElement {
  const { scene, tone } = props
  const { headingSize, bodySize } = sizesOf(props)
  const frame = useCurrentFrame()
  const { durationInFrames } = useVideoConfig()
  const drift = interpolate(frame, [0, durationInFrames], [0, 1])
  const art =
    tone === 'ground' ? (
      <LakeWindow style={lakePlace} breath={0.18 + 0.5 * drift} />
    ) : (
      <WindowLight style={lightPlace} drift={drift} tone={tone} />
    )
  return (
    <SceneFrame {...props} art={art}>
      <div className="film-words scene-words" style={{ width: 1000 }}>
        <h2 className="film-title" style={{ fontSize: headingSize, marginBottom: 16, ...appear(frame, comesAt(0)) }}>
          {scene.heading}
        </h2>
        {scene.paragraphs.map((paragraph, index) => (
          <p
            className="film-line scene-line"
            key={paragraph}
            style={{ fontSize: bodySize, marginTop: 36, ...appear(frame, comesAt(index + 1)) }}
          >
            {paragraph}
          </p>
        ))}
      </div>
    </SceneFrame>
  )
}

const lightPlace: CSSProperties = { position: 'absolute', right: 0, top: 0, width: 760, height: 1080 }
const lakePlace: CSSProperties = { position: 'absolute', right: 40, top: 50, height: 980 }
