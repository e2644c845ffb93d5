/** A scene of points, one under the other, each with its own rule. */
import type { ReactElement } from 'react'
import { useMoment } from '../moment.ts'
import { RuledList } from './ruled-list.tsx'
import { type PropsOf, SceneFrame } from './scene-frame.tsx'
import { Heading, partsBefore } from './words.tsx'

export function PointsScene(props: PropsOf<'points'>): ReactElement {
  const { scene } = props
  const { come } = useMoment(props)
  return (
    <SceneFrame {...props}>
      <Heading scene={scene} props={props} />
      <RuledList entries={scene.points} props={props} styleOf={(index) => come(index + partsBefore(scene))} />
    </SceneFrame>
  )
}
