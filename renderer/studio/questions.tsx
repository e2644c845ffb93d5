/** Questions before something is done: a name that is in use, and a film that flashes. */
import { type ReactElement, useState } from 'react'
import type { Asset } from '../../core/asset.ts'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { count, titleOfAsset } from './words.ts'

export type NameAnswer = 'replace' | 'keep-both' | 'cancel'

interface NameInUseState {
  readonly path: string
  /** How many more are asked about after this one. */
  readonly more: number
  readonly onAnswer: (answer: NameAnswer, forAll: boolean) => void
}

export function NameInUse({ path, more, onAnswer }: NameInUseState): ReactElement {
  const [forAll, setForAll] = useState(false)
  return (
    <Dialog title="There is a file of this name" onClose={() => onAnswer('cancel', forAll)}>
      <p>
        <strong className="named">{path}</strong> is in the content folder already. Replacing it keeps its playlists,
        its dates and its note, and can be undone.
      </p>
      {more > 0 && (
        <label className="for-all">
          <input type="checkbox" checked={forAll} onChange={(event) => setForAll(event.target.checked)} />
          The same for {count(more, 'other file', 'other files')}
        </label>
      )}
      <div className="dialog-actions">
        <Action look="quiet" onPress={() => onAnswer('cancel', forAll)}>
          Cancel
        </Action>
        <Action onPress={() => onAnswer('keep-both', forAll)}>Keep both</Action>
        <Action look="first" onPress={() => onAnswer('replace', forAll)}>
          Replace
        </Action>
      </div>
    </Dialog>
  )
}

interface FlashesState {
  readonly asset: Asset
  readonly canPress: boolean
  readonly onAccept: () => void
  readonly onClose: () => void
}

export function AcceptFlashes({ asset, canPress, onAccept, onClose }: FlashesState): ReactElement {
  const [isAgreed, setAgreed] = useState(false)
  return (
    <Dialog title="A film that flashes" onClose={onClose}>
      <p>
        <strong className="named">{titleOfAsset(asset)}</strong> flashes more than three times a second. In some people
        that brings on seizures, and nobody in a waiting room can look away from a large screen.
      </p>
      <p>It is shown only if a doctor has seen it and agrees. The decision is kept in the note beside the file.</p>
      <label className="for-all">
        <input type="checkbox" checked={isAgreed} onChange={(event) => setAgreed(event.target.checked)} />A doctor has
        seen this film and agrees
      </label>
      <div className="dialog-actions">
        <Action isOff={!isAgreed || !canPress} onPress={onAccept}>
          Accept flashing
        </Action>
        <Action look="first" onPress={onClose}>
          Leave it off the TV
        </Action>
      </div>
    </Dialog>
  )
}
