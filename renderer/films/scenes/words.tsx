/** What most scenes begin with: a heading, and a sentence that leads to what follows. */
import { Fragment, type ReactElement } from 'react'
import type { SceneProps } from '../../../core/scene.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { spokenLines } from '../../../core/typeset.ts'
import { useMoment } from '../moment.ts'
import { useLayout } from './scene-frame.tsx'

interface Opening {
  readonly heading: string
  readonly lead?: string | undefined
}

export function Heading({ scene, props }: { readonly scene: Opening; readonly props: SceneProps }): ReactElement {
  const { headingSize, bodySize, air } = useLayout(props)
  const { come } = useMoment(props)
  return (
    <>
      <h2 className="scene-title" style={{ fontSize: headingSize, ...come(0) }}>
        <Title text={scene.heading} props={props} />
      </h2>
      {scene.lead !== undefined && (
        <p className="scene-line" style={{ fontSize: bodySize, marginTop: spacing.lead * air, ...come(1) }}>
          {scene.lead}
        </p>
      )}
    </>
  )
}

/** A title, broken behind its colon where it has to be broken. */
export function Title({ text, props }: { readonly text: string; readonly props: SceneProps }): ReactElement {
  const { headingSize, words } = useLayout(props)
  const lines = spokenLines(text, 'display', headingSize, words.width)
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  )
}

/** The number of the first part behind heading and lead. */
export const partsBefore = ({ lead }: { readonly lead?: string | undefined }): number => (lead === undefined ? 1 : 2)

/** A number as the language of the film writes it. */
export const numberIn = (locale: string, number: number): string => new Intl.NumberFormat(locale).format(number)
