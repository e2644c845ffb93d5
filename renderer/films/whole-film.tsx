/** A film as one composition: its scenes in a row, as the studio previews them. */
import type { ReactElement } from 'react'
import { Series } from 'remotion'
import { framesOf, type SceneProps } from '../../core/scene.ts'
import { templateNamed } from './templates.ts'

/** A type, not an interface: Remotion takes records only. */
export type WholeFilmProps = { readonly scenes: readonly SceneProps[] }

export function WholeFilm({ scenes }: WholeFilmProps): ReactElement {
  return (
    <Series>
      {scenes.map((scene, index) => {
        const { component: Drawn } = templateNamed(scene.template)
        return (
          // The same scene may come twice, and none of them holds state.
          <Series.Sequence key={index} durationInFrames={framesOf(scene.durationMs)}>
            <Drawn {...scene} />
          </Series.Sequence>
        )
      })}
    </Series>
  )
}
