/** A template as a picture, in the clinic's colours: its first scene, or the one that only it is about. */
import { Thumbnail } from '@remotion/player'
import { type ReactElement, useMemo } from 'react'
import { parseExplainer } from '../../../core/explainer.ts'
import { framesOf, framesPerSecond, type SceneProps, type Template } from '../../../core/scene.ts'
import { type Brand, defaultBrand } from '../../../core/theme.ts'
import { WholeFilm } from '../../films/whole-film.tsx'
import { useAsked } from '../programming.ts'
import { exampleOf } from './examples.ts'

/** What they are about is drawn in their second scene. */
const telling: ReadonlySet<Template> = new Set(['recovery', 'risk', 'telehealth', 'team'] as const)

interface PictureState {
  readonly template: Template
}

export default function TemplatePicture({ template }: PictureState): ReactElement | null {
  const brand = useAsked<{ readonly brand: Brand }>('/api/brand', 0).answer?.brand ?? defaultBrand
  const shown = useMemo((): SceneProps | undefined => {
    const parsed = parseExplainer(exampleOf(template))
    const planned = parsed.ok ? parsed.explainer.scenes[telling.has(template) ? 1 : 0] : undefined
    return planned === undefined ? undefined : { ...planned, template, brand, locale: 'en', size: 'hd' }
  }, [template, brand])
  const inputProps = useMemo(() => ({ scenes: shown === undefined ? [] : [shown] }), [shown])
  if (shown === undefined) return null
  const frames = framesOf(shown.durationMs)
  return (
    <span aria-hidden="true" inert>
      <Thumbnail
        component={WholeFilm}
        inputProps={inputProps}
        frameToDisplay={Math.max(0, frames - 20)}
        durationInFrames={frames}
        compositionWidth={1920}
        compositionHeight={1080}
        fps={framesPerSecond}
        style={{ width: '100%' }}
      />
    </span>
  )
}
