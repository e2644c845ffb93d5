/** A scene of steps: the one it is about is lit, and its number stands in a sun that climbs with it. */
import type { ReactElement } from 'react'
import { Easing, interpolate, useCurrentFrame, useVideoConfig } from 'remotion'
import { appear, clamped } from './appear.ts'
import { comesAt, type PropsOf, SceneFrame, sizesOf } from './scene-frame.tsx'

const moveFrames = 24
/** At the end all steps are there alike: what a still shows. */
const restFrames = 45
const sun = { radius: 390, x: 1776, low: 830, high: 420 }

export function StepsScene(props: PropsOf<'steps'>): ReactElement {
  const { scene } = props
  const { headingSize, bodySize } = sizesOf(props)
  const frame = useCurrentFrame()
  const { durationInFrames } = useVideoConfig()
  const count = scene.steps.length
  const first = comesAt(count + 1)
  const each = (durationInFrames - restFrames - first) / count
  const litAmount = (index: number): number => {
    const start = first + each * index
    const end = start + each
    return interpolate(frame, [start, start + moveFrames, end, end + moveFrames], [0, 1, 1, 0], {
      ...clamped,
      easing: Easing.inOut(Easing.sin),
    })
  }
  const height = interpolate(frame, [0, durationInFrames - restFrames], [sun.low, sun.high], {
    ...clamped,
    easing: Easing.inOut(Easing.sin),
  })
  const art = (
    <svg className="scene-sun" viewBox="0 0 1920 1080" aria-hidden="true">
      <circle cx={sun.x} cy={height} r={sun.radius} />
      {scene.steps.map((step, index) => (
        <text key={step} x={sun.x - 104} y={height + 206} style={{ opacity: litAmount(index) }}>
          {index + 1}
        </text>
      ))}
    </svg>
  )
  return (
    <SceneFrame {...props} art={art}>
      <div className="film-words scene-words" style={{ width: 1240 }}>
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
        <ol className="scene-steps" style={{ fontSize: bodySize }}>
          {scene.steps.map((step, index) => (
            <li key={step} style={appear(frame, comesAt(index + 1))}>
              <span className="scene-number">
                <span className="scene-lit" style={{ opacity: litAmount(index) }} />
                <b>{index + 1}</b>
              </span>
              <span className="scene-step">{step}</span>
            </li>
          ))}
        </ol>
      </div>
    </SceneFrame>
  )
}
