/** Both sides of a matter, beside each other and equally large. */
import type { ReactElement } from 'react'
import { filmWords } from '../../../core/film-words.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, partsBefore } from './words.tsx'

export function SidesScene(props: PropsOf<'sides'>): ReactElement {
  const { scene, locale } = props
  const { bodySize, air } = useLayout(props)
  const { come } = useMoment(props)
  const { before, padding, gutter, label: after, between } = spacing.sides
  const unnamed = filmWords(locale).sides
  return (
    <SceneFrame {...props}>
      <Heading scene={scene} props={props} />
      <div
        className="scene-sides"
        style={{ fontSize: bodySize, marginTop: before * air, columnGap: 2 * gutter, rowGap: (padding + 28) * air }}
      >
        {scene.sides.map(({ label, points }, index) => (
          <section key={index} style={{ paddingBlock: padding * air, ...come(partsBefore(scene) + index) }}>
            <h3>{label ?? unnamed[index]}</h3>
            <ul style={{ marginTop: after * air, gap: between * air }}>
              {points.map((point, at) => (
                <li key={at}>
                  <SideSign isFirst={index === 0} size={bodySize} />
                  <span>{point}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </SceneFrame>
  )
}

/** A full sun and a ring: neither is a tick, neither a cross. */
function SideSign({ isFirst, size }: { readonly isFirst: boolean; readonly size: number }): ReactElement {
  const radius = size * 0.25
  return (
    <svg viewBox="-30 -30 60 60" width={size * 0.62} height={size * 0.86} aria-hidden="true">
      {isFirst ? (
        <circle r={(radius / size) * 100} fill="var(--mark)" />
      ) : (
        <circle r={21} fill="none" stroke="var(--mark)" strokeWidth={8} />
      )}
    </svg>
  )
}
