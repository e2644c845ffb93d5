/** How far the film on the TV is: being made, waiting for a check, or when it is next. */
import type { ReactElement } from 'react'
import type { Asset } from '../../../core/asset.ts'
import { isUnchecked } from '../../../core/asset-group.ts'
import { Action } from '../../shared/action.tsx'
import { CheckedLine } from '../card.tsx'
import { useWorld } from '../studio-context.ts'
import { stateOf } from '../words.ts'

interface FilmStateState {
  readonly asset: Asset | undefined
  readonly isNew: boolean
  readonly onCheck: () => void
}

export function FilmState({ asset, isNew, onCheck }: FilmStateState): ReactElement | null {
  const { zone, canPress } = useWorld()
  if (asset === undefined || isNew) return null
  return (
    <div className="edit-state" data-state={asset.state}>
      <p>
        <b>{stateOf(asset, zone)}</b>
      </p>
      {asset.reason !== undefined && asset.reason.code !== 'broken-text' && (
        <p className="path">
          {asset.reason.message} {asset.reason.remedy}
        </p>
      )}
      <CheckedLine asset={asset} />
      {asset.state === 'working' && <progress value={asset.progress ?? 0} aria-label="Its film is being made" />}
      {isUnchecked(asset) && asset.state === 'ready' && (
        <Action isOff={!canPress} onPress={onCheck}>
          Checked by …
        </Action>
      )}
    </div>
  )
}
