/** A scene that says something in a few sentences, beside a picture or the drawing of its template. */
import type { ReactElement } from 'react'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { CutPicture } from './cut-picture.tsx'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading } from './words.tsx'

export function TextScene(props: PropsOf<'text'>): ReactElement {
  const { scene } = props
  const { bodySize, air, art } = useLayout(props)
  const { come } = useMoment(props)
  const { before, between } = spacing.paragraphs
  const picture =
    scene.picture === undefined ? {} : { picture: <CutPicture picture={scene.picture} props={props} box={art} /> }
  return (
    <SceneFrame {...props} {...picture}>
      <Heading scene={{ heading: scene.heading }} props={props} />
      {scene.paragraphs.map((paragraph, index) => (
        <p
          className="scene-line"
          key={index}
          style={{ fontSize: bodySize, marginTop: (index === 0 ? before : between) * air, ...come(index + 1) }}
        >
          {paragraph}
        </p>
      ))}
    </SceneFrame>
  )
}
