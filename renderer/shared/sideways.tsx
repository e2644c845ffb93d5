/** What may be wider than the page, or longer than its place: it scrolls by itself, and the keyboard reaches it. */
import type { ReactElement, ReactNode } from 'react'

interface SidewaysState {
  readonly className: string
  readonly label: string
  readonly children: ReactNode
}

export const Sideways = ({ className, label, children }: SidewaysState): ReactElement => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: Safari leads the keyboard into what scrolls only when it has a place in the order
  <section className={className} aria-label={label} tabIndex={0}>
    {children}
  </section>
)
