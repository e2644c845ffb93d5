/** What most scenes begin with: a heading, and a sentence that leads to what follows. */
import type { ReactElement } from 'react'
import type { SceneProps } from '../../../core/scene.ts'
import { spacing } from '../../../core/scene-blocks.ts'
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
        {scene.heading}
      </h2>
      {scene.lead !== undefined && (
        <p className="scene-line" style={{ fontSize: bodySize, marginTop: spacing.lead * air, ...come(1) }}>
          {scene.lead}
        </p>
      )}
    </>
  )
}

/** The number of the first part behind heading and lead. */
export const partsBefore = ({ lead }: { readonly lead?: string | undefined }): number => (lead === undefined ? 1 : 2)

/** A number as the language of the film writes it. */
export const numberIn = (locale: string, number: number): string => new Intl.NumberFormat(locale).format(number)
