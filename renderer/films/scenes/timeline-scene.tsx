/** A path of days: it winds from stage to stage, and the sun goes along it. */
import type { ReactElement } from 'react'
import { orientationOf } from '../../../core/scene-places.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useMoment } from '../moment.ts'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, partsBefore } from './words.tsx'

export function TimelineScene(props: PropsOf<'timeline'>): ReactElement {
  const { scene, size } = props
  const { bodySize, air } = useLayout(props)
  const { come, lit, reached } = useMoment(props)
  const { before, between, care, when, path } = { ...spacing.stages, care: spacing.care }
  const orientation = orientationOf(size)
  const first = partsBefore(scene)
  const last = scene.stages.length - 1
  return (
    <SceneFrame {...props}>
      <Heading scene={scene} props={props} />
      <ol className="scene-stages" style={{ fontSize: bodySize, marginTop: before * air }}>
        {scene.stages.map((stage, index) => (
          <li key={index} style={{ paddingBottom: index === last ? 0 : between * air, ...come(first + index) }}>
            {orientation === 'landscape' && (
              <b className="scene-when" style={{ width: when.landscape }}>
                {stage.when}
              </b>
            )}
            <span className="scene-path" style={{ width: path[orientation] }}>
              {index < last && (
                <PathOfDays turn={index % 2 === 0 ? 1 : -1} walked={index < last ? reached(index + 1) : 0} />
              )}
              <Day size={bodySize} lit={lit(index)} reached={reached(index)} />
            </span>
            <span className="scene-stage">
              {orientation === 'portrait' && <b className="scene-when">{stage.when}</b>}
              <span>{stage.text}</span>
              {stage.care !== undefined && (
                <span className="scene-care" style={{ marginTop: care.before * air }}>
                  <CareSign size={bodySize} />
                  <span>{stage.care}</span>
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </SceneFrame>
  )
}

/** From one stage to the next, as long as the text between them. */
function PathOfDays({ turn, walked }: { readonly turn: 1 | -1; readonly walked: number }): ReactElement {
  const way = `M50 0C${50 + 34 * turn} 30 ${50 + 34 * turn} 70 50 100`
  return (
    <svg className="scene-way" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path
        d={way}
        fill="none"
        stroke="var(--line)"
        strokeWidth={6}
        vectorEffect="non-scaling-stroke"
        strokeLinecap="round"
      />
      <path
        d={way}
        fill="none"
        stroke="var(--mark)"
        strokeWidth={10}
        vectorEffect="non-scaling-stroke"
        strokeLinecap="round"
        style={{ clipPath: `inset(0 -60px ${100 * (1 - walked)}% -60px)` }}
      />
    </svg>
  )
}

type DayProps = { readonly size: number; readonly lit: number; readonly reached: number }

function Day({ size, lit, reached }: DayProps): ReactElement {
  return (
    <svg className="scene-day" viewBox="-60 -60 120 120" width={size * 1.3} height={size * 1.3} aria-hidden="true">
      <circle r={56} fill="var(--spark)" opacity={0.42 * lit} />
      <circle r={30} fill="var(--wall)" stroke="var(--line)" strokeWidth={7} />
      <circle r={33} fill="var(--mark)" opacity={reached} />
    </svg>
  )
}

/** A leaf: what does good at this stage. */
function CareSign({ size }: { readonly size: number }): ReactElement {
  return (
    <svg className="scene-leaf" viewBox="0 0 60 60" width={size * 0.8} height={size * 0.8} aria-hidden="true">
      <path d="M8 52C4 24 20 8 52 8C54 38 38 56 8 52Z" fill="var(--mark)" />
      <path d="M10 50L36 24" stroke="var(--wall)" strokeWidth={4} strokeLinecap="round" />
    </svg>
  )
}
