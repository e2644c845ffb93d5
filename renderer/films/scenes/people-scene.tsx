/** Who is there for you: each in a picture of their own, or in a medallion of the house. */
import type { ReactElement } from 'react'
import { nameAndRole, spacing } from '../../../core/scene-blocks.ts'
import { orientationOf } from '../../../core/scene-places.ts'
import { useMoment } from '../moment.ts'
import { CutPicture } from './cut-picture.tsx'
import { Medallion } from './medallion.tsx'
import { type PropsOf, placed, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, partsBefore } from './words.tsx'

export function PeopleScene(props: PropsOf<'people'>): ReactElement {
  const { scene, size, locale } = props
  const { bodySize, air, art } = useLayout(props)
  const { come, came } = useMoment(props)
  const { before, between, gutter, medallion, upright } = spacing.people
  const sizes = orientationOf(size) === 'landscape' ? medallion : upright
  const width = sizes[scene.people.length] ?? 0
  const [only] = scene.people
  const picture =
    width > 0 || only === undefined ? undefined : only.picture === undefined ? (
      <div className="scene-alone" style={{ ...placed(art), opacity: came }}>
        <Medallion seed={only.role} width={Math.min(620, art.height * 0.72)} />
      </div>
    ) : (
      <CutPicture picture={only.picture} props={props} box={art} />
    )
  return (
    <SceneFrame {...props} {...(picture === undefined ? {} : { picture })}>
      <Heading scene={scene} props={props} />
      <ul className="scene-people" style={{ fontSize: bodySize, marginTop: before * air, gap: between * air }}>
        {scene.people.map((person, index) => (
          <li key={index} style={{ gap: gutter, ...come(partsBefore(scene) + index) }}>
            {width > 0 && <Medallion seed={`${person.role}${index}`} width={width} picture={person.picture} />}
            <span className="scene-person">
              <b>{nameAndRole(person, locale)}</b>
              {person.says !== undefined && <span style={{ marginTop: 14 * air }}>{person.says}</span>}
            </span>
          </li>
        ))}
      </ul>
    </SceneFrame>
  )
}
