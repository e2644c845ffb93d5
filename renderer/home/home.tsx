/** Screens, content and everything that is not as it should be, on one page that keeps itself fresh. */
import type { ReactElement } from 'react'
import { type AssetGroup, groupOf } from '../../core/asset-group.ts'
import type { AssetList, Health, ScreenList } from '../../core/contract.ts'
import { useLive } from '../shared/hub.ts'
import { Phones } from './phones.tsx'
import { SetupOffer } from './setup-offer.tsx'

export function Home(): ReactElement {
  const health = useLive<Health>('health')
  const fleet = useLive<ScreenList>('fleet')
  const content = useLive<AssetList>('assets')
  const needs = (content.data?.assets ?? []).filter((asset) => groupOf(asset) === 'needs-you').length
  const problems = health.data?.problems ?? []
  return (
    <main>
      <header>
        <h1>Anteroom</h1>
        <p role="status">{stateOf(health.data, health.isFresh)}</p>
        <p>
          <a href="/desk">Front desk</a> · <a href="/room">Room</a> · <a href="/studio">Studio</a> ·{' '}
          <a href="/report">Day report</a> · <a href="/monthly">Monthly page</a> · <a href="/settings">Settings</a>
        </p>
      </header>

      {health.data?.demo === false && <SetupOffer />}

      {problems.length > 0 && (
        <section aria-labelledby="problems">
          <h2 id="problems">To look at</h2>
          <ul className="problems">
            {problems.map(({ about, line, message }) => (
              <li key={`${about}${line}${message}`}>
                <b>
                  {about}
                  {line === undefined ? '' : `, line ${line}`}
                </b>{' '}
                {message}
              </li>
            ))}
          </ul>
        </section>
      )}

      <section aria-labelledby="screens">
        <h2 id="screens">Screens</h2>
        <ul className="screens">
          {(fleet.data?.screens ?? []).map(({ id, connected, items }) => (
            <li key={id}>
              <b>{id.replace('screen-', 'Screen ')}</b>
              <span>{connected ? 'on' : 'not seen yet'}</span>
              <span>{items === 1 ? '1 item in turn' : `${items} items in turn`}</span>
              <a href={`/tv/${id}`}>Preview</a>
            </li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="content">
        <h2 id="content">Content</h2>
        <p>
          {content.data !== undefined && `${contentOf(content.data.assets)} `}
          {needs > 0 && <a href="/studio">{needs === 1 ? '1 file needs you' : `${needs} files need you`}</a>}
        </p>
      </section>

      <Phones />
    </main>
  )
}

function stateOf(health: Health | undefined, isFresh: boolean): string {
  if (health === undefined) return 'Connecting …'
  if (!isFresh) return 'Anteroom does not answer. What you see may be old; it is tried again every second.'
  return health.status === 'ok' ? 'Everything is in order.' : 'Running, with something to look at.'
}

/** `12 files on the TV, 1 in work.` */
function contentOf(assets: AssetList['assets']): string {
  if (assets.length === 0) return 'The content folder is empty. Put in a video or a picture: it plays by itself.'
  const groups = assets.map(groupOf)
  const count = (group: AssetGroup) => groups.filter((each) => each === group).length
  const [playing, working] = [count('on-tv'), count('working')]
  return `${playing === 1 ? '1 file' : `${playing} files`} on the TV, ${working} in work.`
}
