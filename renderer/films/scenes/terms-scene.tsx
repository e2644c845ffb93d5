/** What an offer depends on, and its last day. */
import type { ReactElement } from 'react'
import { filmWords } from '../../../core/film-words.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { wholeDay } from '../whole-day.ts'
import { RuledList } from './ruled-list.tsx'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, partsBefore } from './words.tsx'

export function TermsScene(props: PropsOf<'terms'>): ReactElement {
  const { scene, locale } = props
  const { bodySize, air } = useLayout(props)
  const { come } = useMoment(props)
  const first = partsBefore(scene)
  return (
    <SceneFrame {...props}>
      <Heading scene={scene} props={props} />
      {scene.until !== undefined && (
        <p
          className="scene-until"
          style={{ fontSize: bodySize, marginTop: spacing.until.before * air, ...come(first) }}
        >
          {filmWords(locale).until} <b>{wholeDay(locale, scene.until)}</b>
        </p>
      )}
      {scene.terms.length > 0 && (
        <RuledList entries={scene.terms} props={props} styleOf={(index) => come(first + 1 + index)} />
      )}
    </SceneFrame>
  )
}
