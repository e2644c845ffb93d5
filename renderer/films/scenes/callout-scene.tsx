/** Something that must not be missed: ask us, take care, or call us at once. Each has a sign of its own beside its words. */
import type { CSSProperties, ReactElement } from 'react'
import type { Urgency } from '../../../core/scene.ts'
import type { Box } from '../../../core/scene-places.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { type PropsOf, placed, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading } from './words.tsx'

export function CalloutScene(props: PropsOf<'callout'>): ReactElement {
  const { scene } = props
  const { bodySize, air, art } = useLayout(props)
  const { come } = useMoment(props)
  const { sign, before, text } = spacing.callout
  return (
    <SceneFrame {...props} {...(scene.urgency === 'urgent' && { picture: <Alarm box={art} come={come(0)} /> })}>
      <UrgencySign urgency={scene.urgency} height={sign} style={{ marginBottom: before * air, ...come(0) }} />
      <Heading scene={{ heading: scene.heading }} props={props} />
      <p className="scene-line" style={{ fontSize: bodySize, marginTop: text * air, ...come(1) }}>
        {scene.text}
      </p>
    </SceneFrame>
  )
}

/** In the place of the template's drawing, which is there to calm: a mark that says at any distance what kind of scene this is. */
function Alarm({ box, come }: { readonly box: Box; readonly come: CSSProperties }): ReactElement | null {
  if (box.height === 0) return null
  const size = Math.min(box.width, box.height) * 0.72
  return (
    <div style={{ ...placed(box), display: 'grid', placeItems: 'center', ...come }} aria-hidden="true">
      <svg aria-hidden="true" viewBox="0 0 120 108" width={size} height={size * 0.9}>
        <path d="M60 8L114 102H6Z" fill="var(--ink)" stroke="var(--ink)" strokeWidth={10} strokeLinejoin="round" />
        <path d="M60 40V70" stroke="var(--wall)" strokeWidth={11} strokeLinecap="round" />
        <circle cx={60} cy={88} r={6.4} fill="var(--wall)" />
      </svg>
    </div>
  )
}

type SignProps = { readonly urgency: Urgency; readonly height: number; readonly style: CSSProperties }

/** Drawn in the house's arch: two who talk, a hand that shields, a telephone. */
function UrgencySign({ urgency, height, style }: SignProps): ReactElement {
  return (
    <svg
      className="scene-sign"
      viewBox="0 0 112 132"
      width={(height / 132) * 112}
      height={height}
      style={style}
      aria-hidden="true"
    >
      <path d="M0 132V56A56 56 0 0 1 112 56V132Z" fill="var(--ink)" />
      <g fill="none" stroke="var(--wall)" strokeWidth={8} strokeLinecap="round" strokeLinejoin="round">
        {drawings[urgency]}
      </g>
    </svg>
  )
}

const drawings: Readonly<Record<Urgency, ReactElement>> = {
  ask: (
    <>
      <path d="M28 44H84A8 8 0 0 1 92 52V82A8 8 0 0 1 84 90H58L42 106V90H28A8 8 0 0 1 20 82V52A8 8 0 0 1 28 44Z" />
      <path d="M40 67h.1M56 67h.1M72 67h.1" strokeWidth={11} />
    </>
  ),
  care: (
    <>
      <path d="M56 112C30 92 26 64 56 34C86 64 82 92 56 112Z" />
      <path d="M56 112V66" />
    </>
  ),
  urgent: (
    <path d="M34 38L46 34L56 56L46 64C50 76 58 84 70 90L78 80L98 92L94 104C90 110 84 112 78 110C54 104 32 78 28 52C27 46 29 41 34 38Z" />
  ),
}
