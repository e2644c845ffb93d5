/** A list of what somebody needs. */
import type { ReactElement } from 'react'
import type { Need } from '../../core/queue-state.ts'
import { NeedIcon, needWords } from './need-icon.tsx'

export function Needs({ needs }: { readonly needs: readonly Need[] }): ReactElement | null {
  if (needs.length === 0) return null
  return (
    <ul className="needs" aria-label="Needs">
      {needs.map((need) => (
        <li key={need}>
          <NeedIcon need={need} />
          {needWords[need]}
        </li>
      ))}
    </ul>
  )
}
