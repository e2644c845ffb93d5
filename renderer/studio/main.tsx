/** The studio: what is in the content folder, what is made of it, and what the screens show when. */
import type { ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { NowPage } from './now/now-page.tsx'
import { pageAt, type StudioPage } from './pages.ts'
import { PlaylistsPage } from './playlists/playlists-page.tsx'
import { SchedulePage } from './schedule/schedule-page.tsx'
import { Studio } from './studio.tsx'

const pages: Readonly<Record<StudioPage, () => ReactElement>> = {
  content: Studio,
  playlists: PlaylistsPage,
  schedule: SchedulePage,
  now: NowPage,
}
const Page = pages[pageAt(location.pathname)]
const root = document.getElementById('studio')
if (root !== null) createRoot(root).render(<Page />)
