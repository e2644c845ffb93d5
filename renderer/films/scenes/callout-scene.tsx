/** Something that must not be missed: ask us, take care, or call us at once. Each has a sign of its own beside its words. */
import type { ReactElement } from 'react'
import type { Urgency } from '../../../core/scene.ts'
import { spacing } from '../../../core/scene-blocks.ts'
import { useMoment } from '../moment.ts'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading } from './words.tsx'

export function CalloutScene(props: PropsOf<'callout'>): ReactElement {
  const { scene } = props
  const { bodySize, air } = useLayout(props)
  const { come } = useMoment(props)
  const { sign, before, text } = spacing.callout
  return (
    <SceneFrame {...props}>
      <UrgencySign urgency={scene.urgency} height={sign} style={{ marginBottom: before * air, ...come(0) }} />
      <Heading scene={{ heading: scene.heading }} props={props} />
      <p className="scene-line" style={{ fontSize: bodySize, marginTop: text * air, ...come(1) }}>
        {scene.text}
      </p>
    </SceneFrame>
  )
}

type SignProps = { readonly urgency: Urgency; readonly height: number; readonly style: React.CSSProperties }

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
