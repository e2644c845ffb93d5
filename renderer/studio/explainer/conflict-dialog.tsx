/** The film here and the film in the folder beside each other, when both have changed: one of them is chosen. */
import type { ReactElement } from 'react'
import { Action } from '../../shared/action.tsx'
import { Dialog } from '../../shared/dialog.tsx'
import { Sideways } from '../../shared/sideways.tsx'
import { useWorld } from '../studio-context.ts'
import { rowsOf } from './conflict-rows.ts'
import type { FileText } from './kept-film.ts'

interface ConflictState {
  readonly mine: string
  readonly theirs: FileText
  readonly onKeep: () => void
  readonly onTake: () => void
  readonly onClose: () => void
}

export function ConflictDialog({ mine, theirs, onKeep, onTake, onClose }: ConflictState): ReactElement {
  const { canPress } = useWorld()
  const rows = rowsOf(mine, theirs.text)
  return (
    <Dialog title="The file has changed meanwhile" onClose={onClose} look="wide">
      <p>Somebody has saved another version since you began. Nothing is lost: look at both, then choose.</p>
      <Sideways className="conflict" label="Both versions">
        <table>
          <thead>
            <tr>
              <th scope="col">Mine</th>
              <th scope="col">The file’s</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ mine: own, theirs: other, isSame }, index) => (
              // Lines have no other name.
              <tr key={index} data-same={isSame}>
                <Line text={own} isSame={isSame} />
                <Line text={other} isSame={isSame} />
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <p className="note">
        <span className="conflict-key" /> Both differ here
      </p>
      <div className="dialog-actions">
        <Action look="quiet" onPress={onClose}>
          Decide later
        </Action>
        <Action onPress={onTake}>Take the file’s</Action>
        <Action look="first" isOff={!canPress} onPress={onKeep}>
          Keep mine
        </Action>
      </div>
    </Dialog>
  )
}

const Line = ({ text, isSame }: { readonly text: string | undefined; readonly isSame: boolean }): ReactElement => (
  <td>
    {!isSame && <span className="unseen">Differs: </span>}
    <span className="conflict-line" dir="auto">
      {text}
    </span>
  </td>
)
