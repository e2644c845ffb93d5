/** Entry of the bundle that renders explainers: only what they are made of, so that nothing else asks for new films. */
import type { ReactElement } from 'react'
import { Composition, registerRoot } from 'remotion'
import type { SceneProps } from '../../core/scene.ts'
import { defaultBrand } from '../../core/theme.ts'
import { format } from './stage.tsx'
import { templates } from './templates.ts'

registerRoot(Explainers)

/** Shown in Remotion's studio; a film brings its own. */
const sample: Omit<SceneProps, 'template'> = {
  scene: { kind: 'title', title: 'Your first visit', subtitle: 'What happens, and when', minutes: 40 },
  durationMs: 6_000,
  tone: 'ground',
  brand: defaultBrand,
  locale: 'en',
  size: 'hd',
}

function Explainers(): ReactElement {
  return (
    <>
      {templates.map((template) => (
        <Composition
          key={template.id}
          {...template}
          {...format}
          durationInFrames={180}
          defaultProps={{ ...sample, template: template.id }}
        />
      ))}
    </>
  )
}
