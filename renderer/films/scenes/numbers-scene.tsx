/** Up to three numbers, large enough to be remembered, each with what it means. */
import type { ReactElement } from 'react'
import { orientationOf } from '../../../core/scene-places.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, partsBefore } from './words.tsx'

export function NumbersScene(props: PropsOf<'numbers'>): ReactElement {
  const { scene, size } = props
  const { bodySize, figureSize, air } = useLayout(props)
  const { come } = useMoment(props)
  const { before, between, value: width, gutter, label: above } = spacing.figures
  const isBeside = orientationOf(size) === 'landscape' && scene.numbers.length > 1
  return (
    <SceneFrame {...props}>
      <Heading scene={scene} props={props} />
      <dl
        className="scene-figures"
        data-beside={isBeside}
        style={{ fontSize: bodySize, marginTop: before * air, gap: between * air }}
      >
        {scene.numbers.map(({ value, label }, index) => (
          <div key={index} style={{ columnGap: gutter, ...come(partsBefore(scene) + index) }}>
            <dt style={{ fontSize: figureSize, ...(isBeside ? { width } : {}) }}>{value}</dt>
            <dd style={isBeside ? {} : { marginTop: above * air }}>{label}</dd>
          </div>
        ))}
      </dl>
    </SceneFrame>
  )
}
