/** What to tell us before we start: a mark is set beside one thing after the other. */
import type { ReactElement } from 'react'
import { useMoment } from '../moment.ts'
import { RuledList } from './ruled-list.tsx'
import { type PropsOf, SceneFrame, useLayout } from './scene-frame.tsx'
import { Heading, partsBefore } from './words.tsx'

export function ChecklistScene(props: PropsOf<'checklist'>): ReactElement {
  const { scene } = props
  const { bodySize } = useLayout(props)
  const { come, reached } = useMoment(props)
  return (
    <SceneFrame {...props}>
      <Heading scene={scene} props={props} />
      <RuledList
        entries={scene.items}
        props={props}
        styleOf={(index) => come(index + partsBefore(scene))}
        sign={(index) => <CheckMark size={bodySize} drawn={reached(index)} />}
      />
    </SceneFrame>
  )
}

const markLength = 84

/** @param drawn 0 to 1 */
function CheckMark({ size, drawn }: { readonly size: number; readonly drawn: number }): ReactElement {
  return (
    <svg
      className="scene-check"
      viewBox="0 0 80 92"
      height={size * 1.06}
      width={(size * 1.06 * 80) / 92}
      aria-hidden="true"
    >
      <path d="M4 88V40A36 36 0 0 1 76 40V88Z" fill="none" stroke="var(--mark)" strokeWidth={6} />
      <path d="M4 88V40A36 36 0 0 1 76 40V88Z" fill="var(--spark)" opacity={drawn} />
      <path
        d="M20 54L35 69L61 38"
        fill="none"
        stroke="var(--on-spark)"
        strokeWidth={9}
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray={markLength}
        strokeDashoffset={markLength * (1 - drawn)}
        opacity={drawn === 0 ? 0 : 1}
      />
    </svg>
  )
}
