/** A quiet moment: two slow breaths with a sun over still water. Nothing to learn, nothing to do. */
import type { CSSProperties, ReactElement } from 'react'
import { Easing, interpolate, useCurrentFrame } from 'remotion'
import { type FilmProps, filmSchema } from '../../../core/brand.ts'
import { appear } from '../appear.ts'
import { LakeWindow } from '../art/lake-window.tsx'
import { format, Stage, seconds } from '../stage.tsx'

export const breathing = {
  id: 'breathing',
  schema: filmSchema,
  component: Breathing,
  ...format,
  durationInFrames: seconds(20),
}

// Eight breaths a minute, a little longer out than in: slow, and within what is comfortable for nearly everyone.
const intro = seconds(4)
const inhale = seconds(3.4)
const exhale = seconds(4.1)
const breaths = [intro, intro + inhale + exhale]

function Breathing({ brand }: FilmProps): ReactElement {
  const frame = useCurrentFrame()
  return (
    <Stage brand={brand}>
      <LakeWindow style={windowPlace} breath={breathAt(frame)} />
      <div className="film-words" style={appear(frame, seconds(0.4), intro - 3)}>
        <h1 className="film-title">A quiet moment</h1>
        <p className="film-line">Breathe with the sun, as gently as you like.</p>
      </div>
      {breaths.map((start) => (
        <div key={start}>
          <div className="film-words" style={appear(frame, start, start + inhale)}>
            <h2 className="film-title" style={{ fontSize: 164 }}>
              Breathe in
            </h2>
          </div>
          <div className="film-words" style={appear(frame, start + inhale, start + inhale + exhale)}>
            <h2 className="film-title" style={{ fontSize: 164 }}>
              Breathe out
            </h2>
          </div>
        </div>
      ))}
    </Stage>
  )
}

function breathAt(frame: number): number {
  const points = breaths.flatMap((start) => [start, start + inhale, start + inhale + exhale - 6])
  const start = points.findLastIndex((point) => point <= frame)
  if (start < 0 || start === points.length - 1 || start % 3 === 2) return 0
  const [from, to] = start % 3 === 0 ? [0, 1] : [1, 0]
  const range = [points[start] ?? 0, points[start + 1] ?? 1] as const
  return interpolate(frame, range, [from, to], { easing: Easing.inOut(Easing.sin) })
}

const windowPlace: CSSProperties = { position: 'absolute', right: 60, bottom: 0, height: 1080 }
