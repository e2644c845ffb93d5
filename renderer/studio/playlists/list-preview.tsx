/** A playlist as the TV plays it, one item after the other, each as large as the page allows. */
import { type ReactElement, useState } from 'react'
import type { Asset } from '../../../core/asset.ts'
import { Action } from '../../shared/action.tsx'
import { Dialog } from '../../shared/dialog.tsx'
import { Stage } from '../preview.tsx'
import type { PlaylistEntry } from '../programming.ts'
import { lengthOf } from '../words.ts'

interface PreviewState {
  readonly title: string
  readonly entries: readonly PlaylistEntry[]
  readonly assets: readonly Asset[]
  readonly onClose: () => void
}

export function ListPreview({ title, entries, assets, onClose }: PreviewState): ReactElement {
  const shown = entries.filter(({ problem }) => problem === undefined)
  const [at, setAt] = useState(0)
  const entry = shown[at]
  const asset = entry?.asset === undefined ? undefined : assets.find(({ id }) => id === entry.asset)
  const go = (step: number) => setAt((at + step + shown.length) % shown.length)
  return (
    <Dialog title={title} look="wide" onClose={onClose}>
      {entry === undefined ? (
        <p className="nobody">Nothing in it can be shown now. What would play otherwise plays.</p>
      ) : (
        <>
          <div className="stage" key={at}>
            {asset === undefined ? (
              <p className="ticker-sample" dir="auto">
                {entry.title}
              </p>
            ) : (
              <Stage asset={asset} />
            )}
          </div>
          <p className="stage-caption" role="status">
            <b dir="auto">{entry.title}</b>
            <span className="path">
              {at + 1} of {shown.length} · {lengthOf(entry.durationMs)}
            </span>
          </p>
        </>
      )}
      <div className="dialog-actions">
        {shown.length > 1 && (
          <>
            <Action onPress={() => go(-1)}>Previous</Action>
            <Action onPress={() => go(1)}>Next</Action>
          </>
        )}
        <Action look="first" onPress={onClose}>
          Close
        </Action>
      </div>
    </Dialog>
  )
}
