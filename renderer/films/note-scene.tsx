/** A pause: one thought, large, on the loud ground. */
import type { CSSProperties, ReactElement } from 'react'
import { interpolate, useCurrentFrame, useVideoConfig } from 'remotion'
import { appear } from './appear.ts'
import { Branch } from './branch.tsx'
import { comesAt, type PropsOf, SceneFrame, sizesOf } from './scene-frame.tsx'

export function NoteScene(props: PropsOf<'note'>): ReactElement {
  const { scene } = props
  const { headingSize, bodySize } = sizesOf(props)
  const frame = useCurrentFrame()
  const { durationInFrames } = useVideoConfig()
  const sway = interpolate(frame, [0, durationInFrames], [-1.2, 1.2])
  return (
    <SceneFrame {...props} art={<Branch style={{ ...branchPlace, transform: `rotate(${sway}deg)` }} />}>
      <div className="film-words scene-words" style={{ width: 1120 }}>
        <p className="film-line scene-kicker" style={{ fontSize: headingSize, ...appear(frame, comesAt(0)) }}>
          {scene.heading}
        </p>
        <h2 className="film-title scene-note" style={{ fontSize: bodySize, ...appear(frame, comesAt(1)) }}>
          {scene.note}
        </h2>
      </div>
    </SceneFrame>
  )
}

const branchPlace: CSSProperties = {
  position: 'absolute',
  right: -40,
  top: 0,
  width: 760,
  height: 1080,
  transformOrigin: '74% 104%',
}
