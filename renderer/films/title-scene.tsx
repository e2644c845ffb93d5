/** The first picture of an explainer: what it is about, and how long the procedure takes. */
import type { CSSProperties, ReactElement } from 'react'
import { Easing, interpolate, useCurrentFrame, useVideoConfig } from 'remotion'
import { appear } from './appear.ts'
import { comesAt, type PropsOf, SceneFrame, sizesOf } from './scene-frame.tsx'
import { Stairs } from './stairs.tsx'

export function TitleScene(props: PropsOf<'title'>): ReactElement {
  const { scene, locale } = props
  const { headingSize, bodySize } = sizesOf(props)
  const frame = useCurrentFrame()
  const { durationInFrames } = useVideoConfig()
  const climb = interpolate(frame, [0, durationInFrames], [0.12, 1], { easing: Easing.out(Easing.sin) })
  return (
    <SceneFrame {...props} art={<Stairs style={stairsPlace} climb={climb} />}>
      <div className="film-words scene-words" style={{ width: 980 }}>
        <h1 className="film-title" style={{ fontSize: headingSize, ...appear(frame, comesAt(0)) }}>
          {scene.title}
        </h1>
        {scene.subtitle !== undefined && (
          <p className="film-line" style={{ fontSize: bodySize, marginTop: 44, ...appear(frame, comesAt(1)) }}>
            {scene.subtitle}
          </p>
        )}
        {scene.minutes !== undefined && (
          <p className="scene-minutes" style={{ fontSize: bodySize, ...appear(frame, comesAt(2)) }}>
            <span className="scene-clock" />
            {minutesIn(locale, scene.minutes)}
          </p>
        )}
      </div>
    </SceneFrame>
  )
}

const minutesIn = (locale: string, minutes: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes)

const stairsPlace: CSSProperties = { position: 'absolute', right: 60, bottom: 0, height: 1080 }
