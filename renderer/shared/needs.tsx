/** What somebody needs, as icon and word: for desk and room only. */
import type { ReactElement } from 'react'
import type { Need } from '../../core/queue-state.ts'

const words: Readonly<Record<Need, string>> = {
  fetch: 'Fetch in person',
  speak: 'Speak the call',
  'more-time': 'More time',
}

/** Drawn on a square of 24. */
const drawings: Readonly<Record<Need, string>> = {
  fetch: 'M8 8a3 3 0 1 0 0-6a3 3 0 0 0 0 6zM3 21v-6a5 5 0 0 1 10 0v6M14 9h7m0 0l-3-3m3 3l-3 3',
  speak: 'M3 10v4h4l6 4V6L7 10zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  'more-time': 'M6 2h12M6 22h12M7 2v4l5 6l5-6V2M7 22v-4l5-6l5 6v4',
}

export function Needs({ needs }: { readonly needs: readonly Need[] }): ReactElement | null {
  if (needs.length === 0) return null
  return (
    <ul className="needs" aria-label="Needs">
      {needs.map((need) => (
        <li key={need}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={drawings[need]} />
          </svg>
          {words[need]}
        </li>
      ))}
    </ul>
  )
}
