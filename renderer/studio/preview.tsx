/** A file as the TV plays it, large, with everything that is known about it. */
import type { ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'
import { isUnchecked } from '../../core/asset-group.ts'
import { dateWords } from '../../core/calendar-date.ts'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { Remarks } from './card.tsx'
import { editAddress } from './explainer/film-address.ts'
import { StateWords } from './film-making.tsx'
import { Picture } from './picture.tsx'
import { useActs, useWorld } from './studio-context.ts'
import { lengthOf, printAddress, sizeOf, titleOfAsset } from './words.ts'

export function Preview({ asset, onClose }: { readonly asset: Asset; readonly onClose: () => void }): ReactElement {
  const { canPress } = useWorld()
  const { replace, remove, check, withdraw } = useActs()
  const title = titleOfAsset(asset)
  const { media, durationMs } = asset
  return (
    <Dialog title={title} onClose={onClose} look="wide">
      <div className="stage">
        <Stage asset={asset} />
      </div>
      <dl className="facts">
        <dt>File</dt>
        <dd>{asset.path}</dd>
        {(asset.state !== 'refused' || media !== undefined || asset.pages !== undefined) && (
          <>
            <dt>What it is</dt>
            <dd>
              {sizeOf(asset)}
              {durationMs !== undefined && ` · ${lengthOf(durationMs)}`}
            </dd>
          </>
        )}
        <dt>State</dt>
        <dd>
          <StateWords asset={asset} />
          {asset.reason !== undefined && `. ${asset.reason.message} ${asset.reason.remedy}`}
          <Remarks asset={asset} />
        </dd>
        {asset.approval !== undefined && (
          <>
            <dt>Checked</dt>
            <dd>
              by <bdi>{asset.approval.by}</bdi> on {dateWords(asset.approval.on)}
            </dd>
          </>
        )}
      </dl>
      <div className="dialog-actions">
        <Action look="quiet" isOff={!canPress} onPress={() => remove(asset)}>
          Delete
        </Action>
        {isUnchecked(asset) && (
          <Action isOff={!canPress} onPress={() => check(asset)}>
            Checked by …
          </Action>
        )}
        {asset.approval !== undefined && (
          <Action isOff={!canPress} onPress={() => withdraw(asset)}>
            Take the check back
          </Action>
        )}
        {asset.kind === 'explainer' && (
          <a className="action action-plain" href={editAddress({ path: asset.path })}>
            Edit
          </a>
        )}
        {asset.kind === 'explainer' && asset.reason === undefined && (
          <a className="action action-plain" href={printAddress(asset)}>
            Print…
          </a>
        )}
        <Action isOff={!canPress} onPress={() => replace(asset)}>
          Replace…
        </Action>
        <Action look="first" onPress={onClose}>
          Close
        </Action>
      </div>
    </Dialog>
  )
}

/** What the TV shows of it. */
export function Stage({ asset }: { readonly asset: Asset }): ReactElement {
  const { media } = asset
  if (media === undefined) return <Unseen asset={asset} />
  return media.endsWith('.mp4') ? (
    <video src={`/media/${media}`} controls muted playsInline preload="metadata" />
  ) : (
    <img src={`/media/${media}`} alt={titleOfAsset(asset)} />
  )
}

/** Pages as far as there is a picture of them; of what was refused there is none, and an empty sheet would look like a fault. */
function Unseen({ asset }: { readonly asset: Asset }): ReactElement {
  if (asset.state !== 'refused' || asset.poster !== undefined) return <Picture asset={asset} />
  return (
    <>
      <Picture asset={asset} />
      <p className="stage-words">It is not shown here, as it is not shown on the TV.</p>
    </>
  )
}
