/** A pause: one thought, large, on the loud ground. */
import type { ReactElement } from 'react'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'

export function NoteScene(props: PropsOf<'note'>): ReactElement {
  const { scene } = props
  const { headingSize, bodySize, air } = useLayout(props)
  const { come } = useMoment(props)
  return (
    <SceneFrame {...props}>
      <p className="scene-line scene-kicker" style={{ fontSize: headingSize, ...come(0) }}>
        {scene.heading}
      </p>
      <h2 className="scene-title scene-note" style={{ fontSize: bodySize, marginTop: spacing.note * air, ...come(1) }}>
        {scene.note}
      </h2>
    </SceneFrame>
  )
}
