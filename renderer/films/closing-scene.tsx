/** The last picture of an explainer: a last word, and whose it is. */
import type { CSSProperties, ReactElement } from 'react'
import { Easing, interpolate, useCurrentFrame, useVideoConfig } from 'remotion'
import { appear } from './appear.ts'
import { Doorway } from './doorway.tsx'
import { comesAt, type PropsOf, SceneFrame, sizesOf } from './scene-frame.tsx'

export function ClosingScene(props: PropsOf<'closing'>): ReactElement {
  const { scene, brand } = props
  const { headingSize, bodySize } = sizesOf(props)
  const frame = useCurrentFrame()
  const { durationInFrames } = useVideoConfig()
  const forward = interpolate(frame, [0, durationInFrames], [0.04, 0.16], { easing: Easing.inOut(Easing.sin) })
  const below = scene.closing === undefined ? brand.tagline : brand.name
  return (
    <SceneFrame {...props} stays art={<Doorway style={doorwayPlace} light={1} forward={forward} />}>
      <div className="film-words scene-words" style={{ width: 980 }}>
        <h2 className="film-title" style={{ fontSize: headingSize, ...appear(frame, comesAt(0)) }}>
          {scene.closing ?? brand.name}
        </h2>
        {below !== undefined && (
          <p className="film-line" style={{ fontSize: bodySize, marginTop: 52, ...appear(frame, comesAt(2)) }}>
            {below}
          </p>
        )}
      </div>
    </SceneFrame>
  )
}

const doorwayPlace: CSSProperties = { position: 'absolute', right: 60, bottom: 0, height: 1080, overflow: 'visible' }
