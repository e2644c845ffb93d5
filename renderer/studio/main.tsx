/** The studio: what is in the content folder, what is made of it, and what the screens show when. */
import { lazy, type ReactElement, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Opening } from '../shared/opening.tsx'
import { NowPage } from './now/now-page.tsx'
import { filmPath, pageAt, type StudioPage } from './pages.ts'
import { PlaylistsPage } from './playlists/playlists-page.tsx'
import { SchedulePage } from './schedule/schedule-page.tsx'
import { Studio } from './studio.tsx'

const pages: Readonly<Record<StudioPage, () => ReactElement>> = {
  content: Studio,
  playlists: PlaylistsPage,
  schedule: SchedulePage,
  now: NowPage,
}
/** Reads and draws films: loaded only where one is written. */
const FilmPage = lazy(async () => ({ default: (await import('./explainer/film-page.tsx')).FilmPage }))
const isFilm = location.pathname.replace(/\/+$/, '') === filmPath
const Page = isFilm ? FilmPage : pages[pageAt(location.pathname)]
const root = document.getElementById('studio')
if (root !== null) {
  createRoot(root).render(
    <Suspense fallback={<Opening title="Studio" isAbsent={false} />}>
      <Page />
    </Suspense>,
  )
}
