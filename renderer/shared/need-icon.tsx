/** What somebody needs, as a small picture and in words: for desk and room only. */
import type { ReactElement } from 'react'
import type { Need } from '../../core/queue-state.ts'

export const needWords: Readonly<Record<Need, string>> = {
  fetch: 'Fetch in person',
  speak: 'Speak the call',
  'more-time': 'More time',
}

const paths: Readonly<Record<Need, string>> = {
  // Somebody, and an arrow that goes to them.
  fetch: 'M14 6.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M12 20v-4.5a4.5 4.5 0 0 1 9 0V20M2 12h7M6 8.5 9.5 12 6 15.5',
  speak: 'M3 9.5v5h3.5L11 18.5v-13L6.5 9.5zM14.5 9a4.5 4.5 0 0 1 0 6M17.5 6.5a8 8 0 0 1 0 11',
  'more-time': 'M12 3.5a8.5 8.5 0 1 0 8.5 8.5M12 7.5V12l3 2M18 2.5v6M15 5.5h6',
}

export const NeedIcon = ({ need }: { readonly need: Need }): ReactElement => (
  <svg className="need-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[need]} />
  </svg>
)
