/** What a page shows until it has heard of the hub: that it connects, or that nobody answers and what to look at. */
import type { ReactElement } from 'react'

export function Opening({ title, isAbsent }: { readonly title: string; readonly isAbsent: boolean }): ReactElement {
  return (
    <main className="opening">
      <h1>{title}</h1>
      {isAbsent ? (
        <p role="alert">
          Anteroom does not answer. See whether the computer with the waiting-room TV is on. It is asked every second,
          and this page goes on by itself.
        </p>
      ) : (
        <p role="status">Connecting …</p>
      )}
    </main>
  )
}
