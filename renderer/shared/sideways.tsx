/** What may be wider than the page: it scrolls sideways by itself, and the keyboard reaches it. */
import type { ReactElement, ReactNode } from 'react'

interface SidewaysState {
  readonly className: string
  readonly label: string
  readonly children: ReactNode
}

export const Sideways = ({ className, label, children }: SidewaysState): ReactElement => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
  <section className={className} aria-label={label} tabIndex={0}>
    {children}
  </section>
)
