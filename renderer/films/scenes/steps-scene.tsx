/** A scene of steps: the one it is about stands in a lit arch, and the drawing goes along. */
import type { ReactElement } from 'react'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, numberIn, partsBefore } from './words.tsx'

export function StepsScene(props: PropsOf<'steps'>): ReactElement {
  const { scene, locale } = props
  const { bodySize, air } = useLayout(props)
  const { come, lit } = useMoment(props)
  const { before, between } = spacing.steps
  const { first = 1 } = scene
  return (
    <SceneFrame {...props}>
      <Heading scene={scene} props={props} />
      <ol className="scene-steps" style={{ fontSize: bodySize, marginTop: before * air, gap: between * air }}>
        {scene.steps.map((step, index) => (
          <li key={index} style={come(index + partsBefore(scene))}>
            <span className="scene-number">
              <span className="scene-lit" style={{ opacity: lit(index) }} />
              <b>{numberIn(locale, index + first)}</b>
              <b className="scene-on-lit" style={{ opacity: lit(index) }}>
                {numberIn(locale, index + first)}
              </b>
            </span>
            <span className="scene-step">{step}</span>
          </li>
        ))}
      </ol>
    </SceneFrame>
  )
}
