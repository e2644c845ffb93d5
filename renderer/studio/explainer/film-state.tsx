/** How far the film on the TV is: being made, waiting for a check, or when it is next. */
import type { ReactElement } from 'react'
import type { Asset } from '../../../core/asset.ts'
import { isUnchecked } from '../../../core/asset-group.ts'
import { Action } from '../../shared/action.tsx'
import { CheckedLine, Remarks } from '../card.tsx'
import { StateWords, WorkBar } from '../film-making.tsx'
import { useWorld } from '../studio-context.ts'

interface FilmStateState {
  readonly asset: Asset | undefined
  readonly isNew: boolean
  readonly onCheck: () => void
}

export function FilmState({ asset, isNew, onCheck }: FilmStateState): ReactElement | null {
  const { canPress } = useWorld()
  if (asset === undefined || isNew) return null
  return (
    <div className="edit-state" data-state={asset.state}>
      <p>
        <b>
          <StateWords asset={asset} />
        </b>
      </p>
      {asset.reason !== undefined && (
        <p className="path">
          {asset.reason.message} {asset.reason.remedy}
        </p>
      )}
      <CheckedLine asset={asset} />
      <Remarks asset={asset} />
      <WorkBar asset={asset} label="Its film is being made" />
      {isUnchecked(asset) && asset.state !== 'refused' && (
        <Action isOff={!canPress} onPress={onCheck}>
          Checked by …
        </Action>
      )}
    </div>
  )
}
