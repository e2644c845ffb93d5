/** What an offer depends on, and its last day. */
import type { ReactElement } from 'react'
import { filmWords } from '../../../core/film-words.ts'
import { spacing } from '../../../core/scene-blocks.ts'
import { useMoment } from '../moment.ts'
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
          {filmWords(locale).until} <b>{dayIn(locale, scene.until)}</b>
        </p>
      )}
      {scene.terms.length > 0 && (
        <RuledList entries={scene.terms} props={props} styleOf={(index) => come(first + 1 + index)} />
      )}
    </SceneFrame>
  )
}

/** @param day YYYY-MM-DD, wherever the film is rendered */
const dayIn = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
