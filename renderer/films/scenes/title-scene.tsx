/** The first picture of an explainer: what it is about, and how long the procedure takes. */
import type { ReactElement } from 'react'
import { paletteOf } from '../../../core/palette.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { Logo } from './logo.tsx'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Title } from './words.tsx'

export function TitleScene(props: PropsOf<'title'>): ReactElement {
  const { scene, locale, brand } = props
  const { headingSize, bodySize, air } = useLayout(props)
  const { come } = useMoment(props)
  const { subtitle, minutes } = spacing.title
  return (
    <SceneFrame {...props}>
      <Logo logo={brand.logo} palette={paletteOf(brand, props.tone)} air={air} style={come(0)} />
      <h1 className="scene-title" style={{ fontSize: headingSize, ...come(0) }}>
        <Title text={scene.title} props={props} />
      </h1>
      {scene.subtitle !== undefined && (
        <p className="scene-line scene-quiet" style={{ fontSize: bodySize, marginTop: subtitle * air, ...come(1) }}>
          {scene.subtitle}
        </p>
      )}
      {scene.minutes !== undefined && (
        <p className="scene-minutes" style={{ fontSize: bodySize, marginTop: minutes * air, ...come(2) }}>
          <span className="scene-clock" />
          {minutesIn(locale, scene.minutes)}
        </p>
      )}
    </SceneFrame>
  )
}

const minutesIn = (locale: string, minutes: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes)
