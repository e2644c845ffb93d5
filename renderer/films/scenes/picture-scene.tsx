/** A picture, as large as the screen allows, and what it shows. */
import type { ReactElement } from 'react'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { WholePicture } from './cut-picture.tsx'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading } from './words.tsx'

export function PictureScene(props: PropsOf<'picture'>): ReactElement {
  const { scene } = props
  const { bodySize, air, art } = useLayout(props)
  const { come } = useMoment(props)
  return (
    <SceneFrame {...props} picture={<WholePicture picture={scene.picture} props={props} box={art} />}>
      <Heading scene={{ heading: scene.heading }} props={props} />
      {scene.caption !== undefined && (
        <p
          className="scene-line"
          style={{ fontSize: bodySize, marginTop: spacing.paragraphs.before * air, ...come(1) }}
        >
          {scene.caption}
        </p>
      )}
    </SceneFrame>
  )
}
