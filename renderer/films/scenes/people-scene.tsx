/** Who is there for you: each in a picture of their own, or in a medallion of the house. */
import type { ReactElement } from 'react'
import { nameAndRole } from '../../../core/scene-blocks.ts'
import { orientationOf } from '../../../core/scene-places.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { CutPicture } from './cut-picture.tsx'
import { Medallion } from './medallion.tsx'
import { type PropsOf, placed, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, partsBefore } from './words.tsx'

export function PeopleScene(props: PropsOf<'people'>): ReactElement {
  const { scene, size, locale } = props
  const { bodySize, air, art, abreast } = useLayout(props)
  const { come, came } = useMoment(props)
  const { before, between, medallion, upright, abreast: row } = spacing.people
  const sizes = abreast !== undefined ? row.medallion : orientationOf(size) === 'landscape' ? medallion : upright
  const width = sizes[scene.people.length] ?? 0
  const isOver = abreast !== undefined && scene.people.length <= abreast
  const gutter = isOver ? row.below * air : abreast === undefined ? spacing.people.gutter : row.gutter
  const grid =
    abreast === undefined
      ? { gap: between * air }
      : { gap: `${between * air}px ${row.gap}px`, gridTemplateColumns: `repeat(${abreast}, minmax(0, 1fr))` }
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
      <ul
        className="scene-people"
        data-abreast={abreast !== undefined}
        data-over={isOver}
        style={{ fontSize: bodySize, marginTop: before * air, ...grid }}
      >
        {scene.people.map((person, index) => (
          <li key={index} style={{ gap: gutter, ...come(partsBefore(scene) + index) }}>
            {width > 0 && <Medallion seed={only?.role ?? ''} place={index} width={width} picture={person.picture} />}
            <span className="scene-person" style={isOver || abreast === undefined ? {} : { minHeight: width }}>
              <b>{nameAndRole(person, locale)}</b>
              {person.says !== undefined && <span style={{ marginTop: 14 * air }}>{person.says}</span>}
            </span>
          </li>
        ))}
      </ul>
    </SceneFrame>
  )
}
