/** One file of the content folder: a small picture, its state, and what to do if it does not play. */
import type { ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'

export function AssetCard({ asset, zone }: { readonly asset: Asset; readonly zone: string }): ReactElement {
  return (
    <li className={`asset asset-${asset.state}`}>
      <div className="asset-picture">{asset.media !== undefined && <Thumbnail asset={asset} />}</div>
      <h3>{asset.title ?? asset.path}</h3>
      <p className="asset-path">{asset.path}</p>
      <p className="asset-state">{stateOf(asset, zone)}</p>
      {asset.state === 'working' && <progress value={asset.progress ?? 0} aria-label={stateOf(asset, zone)} />}
      {asset.reason !== undefined && (
        <p className="asset-reason">
          {asset.reason.message} {asset.reason.remedy}
        </p>
      )}
      {asset.notices.map(({ code, message }) => (
        <p className="asset-notice" key={code}>
          {message}
        </p>
      ))}
    </li>
  )
}

function Thumbnail({ asset }: { readonly asset: Asset }): ReactElement {
  const src = `/media/${asset.media}`
  // A moment into the film: the first frame is often plain.
  return asset.media?.endsWith('.mp4') ? (
    <video src={`${src}#t=2`} preload="metadata" muted />
  ) : (
    <img src={src} alt="" loading="lazy" />
  )
}

function stateOf(asset: Asset, zone: string): string {
  switch (asset.state) {
    case 'working':
      return asset.kind === 'explainer'
        ? `Its film is being made: ${Math.round((asset.progress ?? 0) * 100)} %`
        : 'Being checked'
    case 'refused':
      return 'Not on the TV'
    case 'ready':
      return asset.nextPlay === undefined ? 'Ready' : `Next on TV at ${timeOf(asset.nextPlay, zone)}`
  }
}

const timeOf = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(Date.parse(iso))
