/** The first film a visitor sees: who we are, what to do now, what happens next. */
import type { CSSProperties, ReactElement } from 'react'
import { Easing, interpolate, useCurrentFrame } from 'remotion'
import { type FilmProps, filmSchema } from '../../../core/brand.ts'
import { appear, clamped } from '../appear.ts'
import { Doorway } from '../art/doorway.tsx'
import { format, Stage, seconds } from '../stage.tsx'

export const welcome = {
  id: 'welcome',
  schema: filmSchema,
  component: Welcome,
  ...format,
  durationInFrames: seconds(16),
}

function Welcome({ brand }: FilmProps): ReactElement {
  const frame = useCurrentFrame()
  const light = interpolate(frame, [seconds(0.4), seconds(4.5)], [0.1, 1], {
    ...clamped,
    easing: Easing.inOut(Easing.sin),
  })
  const forward = interpolate(frame, [0, welcome.durationInFrames], [0, 0.22], { easing: Easing.inOut(Easing.sin) })
  return (
    <Stage brand={brand}>
      <Doorway style={doorwayPlace} light={light} forward={forward} />
      <div className="film-words" style={appear(frame, seconds(0.7), seconds(5.4))}>
        <p className="film-line">Welcome to</p>
        <h1 className="film-title" style={{ fontSize: brand.name.length > 22 ? 112 : 140, marginTop: -22 }}>
          {brand.name}
        </h1>
      </div>
      <div className="film-words" style={appear(frame, seconds(5.5), seconds(10.7))}>
        <h2 className="film-title">Tell us you are here</h2>
        <p className="film-line">Speak to the front desk, then take any seat.</p>
      </div>
      <div className="film-words" style={appear(frame, seconds(10.8))}>
        <h2 className="film-title">We will call you</h2>
        <p className="film-line">Until then, ask us whatever you like.</p>
      </div>
    </Stage>
  )
}

const doorwayPlace: CSSProperties = { position: 'absolute', right: 60, bottom: 0, height: 1080, overflow: 'visible' }
