/** A part of the page with its heading, and what it is for. */
import type { ReactElement, ReactNode } from 'react'

interface SectionState {
  readonly id: string
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

export function Section({ id, title, note, children }: SectionState): ReactElement {
  return (
    <section id={id} className="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {note !== undefined && <p className="note">{note}</p>}
      {children}
    </section>
  )
}
