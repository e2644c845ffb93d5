/** The last picture of an explainer: a last word, and whose it is. */
import type { ReactElement } from 'react'
import { paletteOf } from '../../../core/palette.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { Logo } from './logo.tsx'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'

export function ClosingScene(props: PropsOf<'closing'>): ReactElement {
  const { scene, brand } = props
  const { headingSize, bodySize, air } = useLayout(props)
  const { come } = useMoment(props)
  const below = scene.closing === undefined ? brand.tagline : brand.name
  return (
    <SceneFrame {...props}>
      <Logo logo={brand.logo} palette={paletteOf(brand, props.tone)} air={air} style={come(0)} />
      <h2 className="scene-title" style={{ fontSize: headingSize, ...come(0) }}>
        {scene.closing ?? <bdi>{brand.name}</bdi>}
      </h2>
      {below !== undefined && (
        <p
          className="scene-line scene-quiet"
          style={{ fontSize: bodySize, marginTop: spacing.closing * air, ...come(2) }}
        >
          <bdi>{below}</bdi>
        </p>
      )}
    </SceneFrame>
  )
}
