/** Entries between rules, each with a sign before it where it needs one. */
import type { CSSProperties, ReactElement, ReactNode } from 'react'
import type { SceneProps } from '../../../core/scene.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useLayout } from './scene-frame.tsx'

interface RuledListProps {
  readonly entries: readonly string[]
  readonly props: SceneProps
  readonly styleOf: (index: number) => CSSProperties
  readonly sign?: (index: number) => ReactNode
}

export function RuledList({ entries, props, styleOf, sign }: RuledListProps): ReactElement {
  const { bodySize, air } = useLayout(props)
  const padding = spacing.ruled.padding * air
  return (
    <ul className="scene-ruled" style={{ fontSize: bodySize, marginTop: spacing.list * air }}>
      {entries.map((entry, index) => (
        <li key={index} style={{ paddingTop: padding, paddingBottom: padding, ...styleOf(index) }}>
          {sign?.(index)}
          <span>{entry}</span>
        </li>
      ))}
    </ul>
  )
}
