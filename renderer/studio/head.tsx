/** The head of every page of the studio: where one is, the way to the other pages, and the clinic's clock. */
import type { ReactElement, ReactNode } from 'react'
import { clockTime } from '../shared/clinic-time.ts'
import { type StudioPage, studioPages } from './pages.ts'

interface HeadState {
  readonly page: StudioPage
  readonly at: string
  readonly zone: string
  readonly isLive: boolean
  /** What the page tells in a few figures. */
  readonly children?: ReactNode
}

export function Head({ page, at, zone, isLive, children }: HeadState): ReactElement {
  return (
    <header className="summary">
      <h1>Studio</h1>
      <nav className="studio-pages" aria-label="Studio">
        {Object.entries(studioPages).map(([id, { name, path }]) => (
          <a key={id} href={path} aria-current={id === page ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {children}
      <nav className="other-pages" aria-label="Other pages">
        <a href="/">Overview</a>
        <a href="/desk">Front desk</a>
      </nav>
      <time dateTime={at}>{`${isLive ? '' : 'as of '}${clockTime(at, zone)}`}</time>
    </header>
  )
}

interface LostState {
  /** What is old: `the folder`. */
  readonly what: string
  readonly at: string
  readonly zone: string
}

export function LostBanner({ what, at, zone }: LostState): ReactElement {
  return (
    <div className="banner banner-lost" role="alert">
      <p>
        <strong>
          No connection to Anteroom. This is {what} as of {clockTime(at, zone)}.
        </strong>{' '}
        Nothing can be changed until it answers; it is asked every second, and this page goes on by itself.
      </p>
    </div>
  )
}
