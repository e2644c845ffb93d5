/** The page as a whole: waits for the hub and the files, then shows them. */
import { type ReactElement, useEffect } from 'react'
import { groupOf } from '../../core/asset-group.ts'
import { Opening } from '../shared/opening.tsx'
import { MakingProvider } from './film-making.tsx'
import { Folder } from './folder.tsx'
import { type StudioLink, useStudioLink } from './studio-link.ts'

export function Studio(): ReactElement {
  const link = useStudioLink()
  const title = titleOf(link)
  useEffect(() => {
    document.title = title
  }, [title])
  if (!('assets' in link)) {
    return <Opening title="Studio" isAbsent={link.kind === 'absent'} />
  }
  return (
    <MakingProvider>
      <Folder assets={link.assets} zone={link.zone} at={link.at} isLive={link.kind === 'live'} />
    </MakingProvider>
  )
}

/** What the tab says: `(2) Studio` when two files need somebody. */
function titleOf(link: StudioLink): string {
  if (link.kind === 'connecting') return 'Studio'
  if (link.kind !== 'live') return 'No connection · Studio'
  const needs = link.assets.filter((asset) => groupOf(asset) === 'needs-you').length
  return needs === 0 ? 'Studio' : `(${needs}) Studio`
}
